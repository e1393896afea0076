// Answers webhooks: check the request, verify, read, check the age, handle once.
import type { WebhookTable } from "../operations/table.js";
import { sha256 } from "./digest.js";
import { checkOption, statusOf, WebhookError } from "./error.js";
import { checkFreshness } from "./freshness.js";
import { inPlace, type Parts } from "./in-place.js";
import { memoryStore } from "./memory-store.js";
import { parseEvent, type AnyEvent } from "./message.js";
import type { Handle, HandlerOptions, WebhookContext, WebhookHandler } from "./options.js";
import { decode, readBody } from "./raw-body.js";
import { signatureOf, verifier } from "./signature.js";
import type { DeferringStore } from "./store.js";

const HOUR = 3_600_000;
/** All that the sender is told. */
const textOf = (status: number): string =>
  status === 200 ? "ok" : status === 503 ? "busy" : status === 500 ? "failed" : "refused";
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;[^,]*)?$/i;
/** Headers that a log should not have. */
const PRIVATE = /authorization|cookie/i;

/** The options as they are used: types of events do not matter here. */
export interface AnyOptions extends HandlerOptions<AnyEvent> {
  on?: Readonly<Record<string, Handle<AnyEvent> | undefined>>;
}

const answer = (status: number): Response =>
  new Response(textOf(status), { status, headers: status === 405 ? { allow: "POST" } : {} });

/** Calls a function of the owner that must not disturb anything: what it throws, and what it returns, does not matter. */
const call = (hook: () => unknown): void => void (async () => hook())().catch(() => undefined);

/** @throws WebhookError of reason `option` */
export function createHandler(options: AnyOptions, table: WebhookTable): WebhookHandler {
  const { on = {}, onUnknown, onReject, onError, onNote, base, strictTimestamp = false, defer = false } = options;
  const { now = Date.now, store = memoryStore({ now }), key: keyOf } = options;
  const { maxAgeMs = 24 * HOUR, maxAheadMs = HOUR / 6, claimMs = 60_000, maxBytes = 2 ** 20 } = options;
  const { keepMs = maxAgeMs + maxAheadMs + HOUR } = options;
  const numbers = { maxAgeMs, maxAheadMs, claimMs, keepMs, maxBytes };
  for (const [name, value] of Object.entries(numbers)) {
    checkOption(
      Number.isSafeInteger(value) && value >= (name === "maxAheadMs" ? 0 : 1),
      name,
      "must be a whole number",
    );
  }
  checkOption(keepMs > maxAgeMs + maxAheadMs, "keepMs", "must be above maxAgeMs + maxAheadMs");
  for (const [name, value] of Object.entries({ onUnknown, onReject, onError, onNote, now, key: keyOf })) {
    checkOption(value === undefined || typeof value === "function", name, "must be a function");
  }
  checkStore(store, ["claim", "done", "release"], "store");
  // A Map has no `constructor` and no `__proto__`, which are possible message types.
  const handlers = new Map(Object.entries(on).filter(([, handle]) => handle !== undefined));
  for (const [type, handle] of handlers) checkOption(typeof handle === "function", `on.${type}`, "must be a function");
  const verify = verifier(options);

  const parts: Parts = {
    store,
    claimMs,
    keepMs,
    run: async (event) => (handlers.get(event.type) ?? onUnknown)?.(event),
    parse: (body) => parseEvent(body, table),
    report: (error, event) => call(() => onError?.(error, event)),
    note: (note) => call(() => onNote?.(note)),
  };
  if (defer) checkStore(store, ["put", "due", "renew"], "defer");
  const processing = defer
    ? // Loaded if it is used, which keeps the entry small. The store has the functions that were checked.
      import("./deferred.js").then(({ deferred }) => deferred({ ...parts, store: store as DeferringStore }))
    : inPlace(parts);

  /** @throws WebhookError */
  const read = async (request: Request): Promise<{ event: AnyEvent; bytes: Uint8Array }> => {
    if (request.method !== "POST") throw new WebhookError("method");
    if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
      throw new WebhookError("content-type");
    }
    const signature = signatureOf(request.headers.get("authorization"));
    const bytes = await readBody(request, maxBytes);
    const fitted = await verify(bytes, signature);
    const event = parts.parse(decode(bytes));
    const { timestamp } = event;
    if (timestamp !== undefined) checkFreshness(timestamp, now(), { maxAgeMs, maxAheadMs });
    else {
      const detail = "no timestamp of 10 or 13 digits";
      if (strictTimestamp) throw new WebhookError("timestamp-unreadable", detail);
      parts.note({ reason: "timestamp", detail, event });
    }
    if (base === "auto") parts.note({ reason: "base", detail: fitted, base: fitted, event });
    return { event, bytes };
  };

  const refuse = (request: Request, thrown: unknown): Response => {
    const error = thrown instanceof WebhookError ? thrown : new WebhookError("internal", "see `cause`", thrown);
    const { reason, message, cause } = error;
    call(() => {
      const headers = Object.fromEntries([...request.headers].filter(([name]) => !PRIVATE.test(name)));
      return onReject?.({ reason, detail: message, headers, cause });
    });
    return answer(statusOf(reason));
  };

  const handle: WebhookHandler = async (request: Request, context?: WebhookContext) => {
    let event: AnyEvent;
    let bytes: Uint8Array;
    try {
      ({ event, bytes } = await read(request));
    } catch (thrown) {
      return refuse(request, thrown);
    }
    if (!handlers.has(event.type) && onUnknown === undefined) {
      parts.note({ reason: "unhandled", detail: "no handler", event });
      return answer(200);
    }
    try {
      const key: unknown = keyOf ? await keyOf(event, event.rawBody) : await sha256(bytes);
      checkOption(typeof key === "string" && key !== "", "key", "must return a text");
      return answer(await (await processing).accept(key, event, context));
    } catch (error) {
      parts.report(error, event);
      return answer(500);
    }
  };
  handle.sweep = async () => (await processing).sweep();
  return handle;
}

/** Checks that a store has these functions. Plain JavaScript may pass anything. */
const checkStore = (store: unknown, names: readonly string[], option: string): void =>
  checkOption(
    names.every((name) => typeof (store as Record<string, unknown> | null)?.[name] === "function"),
    option,
    `needs a store with ${names}: redisStore or postgresStore`,
  );
