// Answers webhooks: check the request, verify, read, check the age, handle once.
import type { WebhookTable } from "../operations/table.js";
import { sha256 } from "./digest.js";
import { asWebhookError, checkFunctions, checkNumbers, checkOption, statusOf, WebhookError } from "./error.js";
import { checkFreshness } from "./freshness.js";
import { inPlace, type Parts } from "./in-place.js";
import { memoryStore } from "./memory-store.js";
import { parseEvent, type AnyEvent } from "./message.js";
import type { Handle, HandlerOptions, WebhookContext, WebhookHandler } from "./options.js";
import { decode, encode, readBody } from "./raw-body.js";
import { signatureOf, verifier } from "./signature.js";
import type { DeferringStore } from "./store.js";

const HOUR = 3_600_000;
const LONGEST_KEY = 512;
/** All that the sender is told, by status. */
const TEXTS: Readonly<Record<number, string>> = { 200: "ok", 500: "failed", 503: "busy" };
const JSON_TYPE = /^application\/json\s*(;[^,]*)?$/i;
/** Headers that a log should not have: credentials, and those in which a gateway passes on all headers or a whole event. */
const PRIVATE = /auth|cookie|token|secret|sig|key|jwt|event|header/;

/** The options as they are used: types of events do not matter here. */
export interface AnyOptions extends HandlerOptions<AnyEvent> {
  on?: Readonly<Record<string, Handle<AnyEvent> | undefined>>;
}

const answer = (status: number): Response =>
  new Response(TEXTS[status] ?? "refused", { status, headers: status === 405 ? { allow: "POST" } : {} });

/** Calls a function of the owner that must not disturb anything: what it throws, and what it returns, does not matter. */
const call = (hook: () => unknown): void => void (async () => hook())().catch(() => undefined);

/** @throws WebhookError of reason `option` */
export function createHandler(options: AnyOptions, table: WebhookTable): WebhookHandler {
  const { on = {}, onUnknown, onReject, onError, onNote, base, strictTimestamp = false, defer = false } = options;
  const { now = Date.now, store = memoryStore({ now }), key: keyOf } = options;
  const { maxAgeMs = 24 * HOUR, maxAheadMs = HOUR / 6, claimMs = 60_000, maxBytes = 2 ** 20 } = options;
  const { keepMs = maxAgeMs + maxAheadMs + HOUR } = options;
  checkNumbers({ maxAgeMs, claimMs, keepMs, maxBytes });
  checkNumbers({ maxAheadMs }, 0);
  checkOption(keepMs > maxAgeMs + maxAheadMs, "keepMs", "must exceed maxAgeMs + maxAheadMs");
  checkFunctions({ onUnknown, onReject, onError, onNote, now, key: keyOf });
  checkFunctions(on, "on.");
  const methods = ["claim", "done", "release", ...(defer ? ["put", "due", "renew"] : [])];
  checkOption(
    // Plain JavaScript may pass anything.
    methods.every((name) => typeof (store as object as Record<string, unknown> | null)?.[name] === "function"),
    defer ? "defer" : "store",
    `needs a store with ${methods.join(", ")}`,
  );
  const handlerOf = ({ type }: AnyEvent): Handle<AnyEvent> | undefined =>
    // `constructor` is a possible type.
    (Object.hasOwn(on, type) ? on[type] : undefined) ?? onUnknown;
  const verify = verifier(options);

  const parts: Parts = {
    store,
    claimMs,
    keepMs,
    run: async (event) => {
      const handler = handlerOf(event);
      // A sweep may find an event that another version of the program has stored.
      checkOption(handler, `on.${event.type}`, "is missing");
      return handler(event);
    },
    parse: (body) => parseEvent(body, table),
    report: (error, event) => call(() => onError?.(error, event)),
    note: (note) => call(() => onNote?.(note)),
  };
  const processing = defer
    ? // Loaded if it is used, which keeps the entry small. The store has the methods that were checked.
      import("./deferred.js").then(({ deferred }) => deferred(parts as Parts<DeferringStore>))
    : Promise.resolve(inPlace(parts));
  // If it cannot be loaded, each request says so. An unhandled rejection would end the process before.
  processing.catch(() => undefined);

  /** @throws WebhookError */
  const read = async (request: Request): Promise<AnyEvent> => {
    if (request.method !== "POST") throw new WebhookError("method", `${request.method}, not POST`);
    const type = request.headers.get("content-type") ?? "none";
    if (!JSON_TYPE.test(type)) throw new WebhookError("content-type", `${type}, not application/json`);
    const signature = signatureOf(request.headers.get("authorization"));
    const bytes = await readBody(request, maxBytes);
    const fitted = await verify(bytes, signature);
    const event = parts.parse(decode(bytes));
    if (event.timestamp) checkFreshness(event.timestamp, now(), maxAgeMs, maxAheadMs);
    else {
      const detail = "not 10 or 13 digits";
      if (strictTimestamp) throw new WebhookError("timestamp-unreadable", detail);
      parts.note({ reason: "timestamp", detail, event });
    }
    if (base === "auto") parts.note({ reason: "base", detail: fitted, base: fitted, event });
    return event;
  };

  const refuse = (request: Request, thrown: unknown): Response => {
    const { reason, message, cause } = asWebhookError(thrown, "internal");
    call(() => {
      // A request of node:http, passed by mistake, has a plain object.
      const headers = Object.fromEntries([...new Headers(request.headers)].filter(([name]) => !PRIVATE.test(name)));
      return onReject?.({ reason, detail: message, headers, cause });
    });
    return answer(statusOf(reason));
  };

  const handle: WebhookHandler = async (request: Request, context?: WebhookContext) => {
    let event: AnyEvent | undefined;
    try {
      event = await read(request);
      if (!handlerOf(event)) {
        parts.note({ reason: "unhandled", detail: "no `onUnknown`", event });
        return answer(200);
      }
      const text: unknown = keyOf ? await keyOf(event, event.rawBody) : event.rawBody;
      checkOption(typeof text === "string" && text !== "", "key", "must return a text");
      // A store keeps many keys, so a long one is kept by its hash.
      const key = keyOf && text.length <= LONGEST_KEY ? text : await sha256(encode(text));
      return answer(await (await processing).accept(key, event, context));
    } catch (thrown) {
      if (!event) return refuse(request, thrown);
      parts.report(thrown, event);
      return answer(500);
    }
  };
  handle.sweep = async () => (await processing).sweep();
  return handle;
}
