// Reads a message: every digit of its ids, `messageBody` as object or as JSON text.
import { parseExact, settle } from "../codec/parse.js";
import { isObject } from "../codec/pointer.js";
import { treeOf } from "../codec/shape.js";
import type { Shape, WebhookTable } from "../operations/table.js";
import { WebhookError } from "./error.js";
import { timestampOf } from "./freshness.js";

/** A message that was pushed. */
export interface EventOf<Type extends string, Body, Message> {
  /** The `messageType`. */
  readonly type: Type;
  /** By `messagePlatform`: 0 is Taobao, 1 is 1688. `undefined` for anything else. */
  readonly platform: "taobao" | "1688" | undefined;
  /** When it was pushed; `undefined` if `timestamp` is missing or unreadable. */
  readonly timestamp: Date | undefined;
  /** The `messageBody`, also if it came as JSON text. Fields that the contract does not name are kept. */
  readonly body: Body;
  /** The whole message, with `messageBody` as it is in `body`. */
  readonly message: Message;
  /** The text of the body as it came. */
  readonly rawBody: string;
}

/** An event of any type. */
export type AnyEvent = EventOf<string, unknown, Readonly<Record<string, unknown>>>;

/** As deep as an event may nest, the message included. */
const DEEPEST = 100;
/** For types that are not in the table. */
const OTHER: Shape = { messageBody: "j" };

/** The text of a number or a text. An object of JSON may have a member `toString`, so it has no text. */
const scalar = (value: unknown): string => (isObject(value) ? "" : String(value));

/**
 * @param text the body; a byte order mark is skipped
 * @throws WebhookError of reason `json`, `message`, `too-deep` or `unsafe-key`
 */
export function parseEvent(text: string, table: WebhookTable): AnyEvent {
  let message: unknown;
  try {
    message = parseExact(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch {
    // The error of JSON.parse shows parts of the body, which may be data of people.
    throw new WebhookError("json", "not JSON");
  }
  if (!isObject(message) || Array.isArray(message)) throw new WebhookError("message", "not an object");
  const type = message["messageType"];
  if (typeof type !== "string" || type === "") throw new WebhookError("message", "messageType is not a text");
  const info = Object.hasOwn(table, type) ? table[type] : undefined;
  settle(message, treeOf(info?.message ?? OTHER));
  checkMembers(message, DEEPEST);
  const body = message["messageBody"] ?? undefined;
  if (info && body !== undefined && (!isObject(body) || Array.isArray(body))) {
    throw new WebhookError("message", "messageBody is not an object");
  }
  const platform = scalar(message["messagePlatform"]);
  return {
    type,
    platform: platform === "0" ? "taobao" : platform === "1" ? "1688" : undefined,
    timestamp: timestampOf(scalar(message["timestamp"])),
    body,
    message,
    rawBody: text,
  };
}

/** @throws WebhookError if it nests too deeply, or has keys that change prototypes once a program copies them */
function checkMembers(value: object, levels: number): void {
  if (levels === 0) throw new WebhookError("too-deep", `more than ${DEEPEST} levels`);
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name]; // an object of JSON
    if (name === "__proto__" || (name === "constructor" && isObject(member) && Object.hasOwn(member, "prototype"))) {
      throw new WebhookError("unsafe-key", name);
    }
    if (isObject(member)) checkMembers(member, levels - 1);
  }
}
