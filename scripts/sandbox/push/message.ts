// Reads and checks what the user gives for pushes: options and messages. Writes the body of a push.
import { readJson, writeJson } from "../../core/exact-json.js";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { checkNames } from "../exchange/option-names.js";
import type { Message } from "../exchange/flow.js";
import type { WebhookBase } from "pandapon-openapi/webhooks";

/**
 * What is signed. PandaPon's pages are cut before the line that says it. The default follows its Taobao upstream; `"body"` is the
 * other reading.
 */
export type PushBase = Exclude<WebhookBase, "auto">;

export interface PushOptions {
  /** Where messages go, http or https. Without it, `deliver` refuses, and messages of flows are only recorded. */
  url?: string | undefined;
  /** What is signed. Default: `"accessKey+body"`, the key followed by the raw body. */
  base?: PushBase | undefined;
  /** `messageBody` is an object on PandaPon's callback pages (default), and JSON in a text on a sister platform's. */
  messageBody?: "object" | "text" | undefined;
  /** What a retry sends: the same bytes (default), or a new timestamp and so a new signature. PandaPon does not say which. */
  retry?: "same" | "new-timestamp" | undefined;
  /** How long after a failed try the next one is due, in milliseconds. Default: half an hour by the sandbox's clock. */
  retryAfterMs?: number | undefined;
  /** `"disturbed"` holds back every second message until the next one was sent, for a second at most. Default: `"kept"`. */
  order?: "kept" | "disturbed" | undefined;
  /** Sends the push, such as to a handler of the same page. Default: the platform's `fetch`. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

const HALF_HOUR = 30 * 60_000;
/** Timers cannot wait longer. */
const LONGEST_WAIT = 2 ** 31 - 1;

type CheckedOptions = { [Name in Exclude<keyof PushOptions, "url">]-?: Exclude<PushOptions[Name], undefined> } & {
  url: string | undefined;
};

const NAMES = ["url", "base", "messageBody", "retry", "retryAfterMs", "order", "fetch"];

/** @throws Failure with code 2 that names the option */
export function checkedOptions(options: PushOptions): CheckedOptions {
  checkNames(options, NAMES, "push");
  const { url, base = "accessKey+body", messageBody = "object", retry = "same", order = "kept" } = options;
  const { retryAfterMs = HALF_HOUR, fetch = (target, init) => globalThis.fetch(target, init) } = options;
  if (url !== undefined) checkUrl(url);
  if (typeof fetch !== "function") throw new Failure(2, "push.fetch must be a function that takes what `fetch` takes.");
  oneOf("base", typeof base === "function" ? "body" : base, ["accessKey+body", "body"]);
  oneOf("messageBody", messageBody, ["object", "text"]);
  oneOf("retry", retry, ["same", "new-timestamp"]);
  oneOf("order", order, ["kept", "disturbed"]);
  if (!Number.isInteger(retryAfterMs) || retryAfterMs < 1 || retryAfterMs > LONGEST_WAIT) {
    throw new Failure(2, `push.retryAfterMs must be a whole number of milliseconds from 1 to ${LONGEST_WAIT}.`);
  }
  return { url, base, messageBody, retry, order, retryAfterMs, fetch };
}

/** The URL is never shown: it may hold a password or a token. */
function checkUrl(url: unknown): void {
  const parsed = typeof url === "string" && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new Failure(2, "The push URL must be a whole http or https URL, such as http://127.0.0.1:3000/webhooks.");
  }
  if (parsed.username !== "" || parsed.password !== "") {
    throw new Failure(2, "The push URL must not hold a user name or a password: `fetch` refuses those.");
  }
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value === "string" && allowed.includes(value)) return;
  throw new Failure(2, `push.${name} must be ${allowed.map((one) => `"${one}"`).join(" or ")}.`);
}

/** @returns a copy of the message, so that later changes of the caller's object do not reach it. @throws Failure with code 2 */
export function checkedMessage(message: Message): Required<Message> {
  // It may come from plain JavaScript or from the test door.
  const { messageType, messageBody, messagePlatform }: Partial<Record<keyof Message, unknown>> = message ?? {};
  if (typeof messageType !== "string" || messageType.trim() === "") {
    throw new Failure(2, 'messageType must be a text, such as "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY".');
  }
  if (!isObject(messageBody)) {
    throw new Failure(2, 'messageBody must be an object. To send it as JSON text, set push.messageBody to "text".');
  }
  if (messagePlatform !== undefined && messagePlatform !== 0 && messagePlatform !== 1) {
    throw new Failure(2, "messagePlatform must be 0 (Taobao) or 1 (1688).");
  }
  return {
    messageType,
    messageBody: plainJson(messageBody),
    messagePlatform: messagePlatform ?? (messageType.startsWith("TAOBAO") ? 0 : 1),
  };
}

/** @returns a copy that is plain JSON */
function plainJson(value: object): Record<string, unknown> {
  let text = "";
  try {
    JSON.stringify(value, checkedNumber); // its result is not used: it visits every value as it will be written
    text = writeJson(value);
  } catch (error) {
    if (error instanceof Failure) throw error; // any other: it contains itself
  }
  const copy = readJson(text)?.value;
  if (isObject(copy)) return copy;
  throw new Failure(2, "messageBody must be plain JSON, at most 100 levels deep. Bigints are allowed.");
}

function checkedNumber(name: string, value: unknown): unknown {
  if (typeof value === "bigint") return null;
  const isKept = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (typeof value !== "number" || isKept) return value;
  const where = `messageBody holds ${value} as ${JSON.stringify(name)}`;
  throw new Failure(2, `${where}, which JSON or JavaScript cannot keep. Write ids beyond 2^53 as bigints or as text.`);
}

/** @param at milliseconds since 1970 UTC. @returns the text of 13 digits that a sister platform sends */
export const timestampOf = (at: number): string => String(Math.floor(at)).padStart(13, "0");

export function bodyOf(
  { messageType, messageBody, messagePlatform }: Required<Message>,
  form: "object" | "text",
  timestamp: string,
): string {
  return writeJson({
    messageType,
    messageBody: form === "text" ? writeJson(messageBody) : messageBody,
    messagePlatform,
    timestamp,
  });
}
