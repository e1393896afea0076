// The only class of errors that webhooks are refused with, and the HTTP status of each reason.

/**
 * Why a webhook is refused.
 *
 * - `method`, `content-type`: it is not a POST of `application/json`.
 * - `too-large`, `empty`: the body is longer than `maxBytes`, or there is none.
 * - `unreadable`: the body did not arrive completely.
 * - `authorization-missing`, `authorization-malformed`: the header `Authorization` is missing, or is not one signature of 64
 *   hexadecimal digits. A header that came twice is malformed.
 * - `signature`: it is not signed with any of the secrets, or not with this base.
 * - `json`, `too-deep`, `unsafe-key`: the body is not JSON, nests too deeply, or has a key such as `__proto__`.
 * - `message`: the JSON is not a message: no object, no `messageType`, or a `messageBody` that its type does not have.
 * - `timestamp-unreadable`, `too-old`, `too-new`: see `strictTimestamp`, `maxAgeMs` and `maxAheadMs`.
 * - `parsed-body`: something else has read or parsed the body before. The message says how to fix it.
 * - `option`: an option is wrong, or a function does not return what it must.
 * - `internal`: a function of the owner failed, or the request cannot be read: see `cause`.
 */
export type WebhookReason =
  | "method"
  | "content-type"
  | "too-large"
  | "empty"
  | "unreadable"
  | "authorization-missing"
  | "authorization-malformed"
  | "signature"
  | "json"
  | "too-deep"
  | "unsafe-key"
  | "message"
  | "timestamp-unreadable"
  | "too-old"
  | "too-new"
  | "parsed-body"
  | "option"
  | "internal";

/** The HTTP status by reason, if it is not 400. With 5xx, the owner has something to fix. */
const STATUS: Partial<Record<WebhookReason, number>> = {
  method: 405,
  "content-type": 415,
  "too-large": 413,
  "authorization-missing": 401,
  "authorization-malformed": 401,
  signature: 401,
  "parsed-body": 500,
  option: 500,
  internal: 500,
};
export const statusOf = (reason: WebhookReason): number => STATUS[reason] ?? 400;

/** A webhook that is refused, or a wrong option. It never holds a secret or a signature. */
export class WebhookError extends Error {
  readonly reason: WebhookReason;
  override readonly name = "WebhookError";

  constructor(reason: WebhookReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** By its name: a program that has both the ESM and the CommonJS build has two such classes. */
const isWebhookError = (error: unknown): error is WebhookError =>
  (error as Partial<WebhookError> | null | undefined)?.name === "WebhookError";

/** @returns the error itself, or one of this reason with what was thrown as its `cause` */
export const asWebhookError = (thrown: unknown, reason: WebhookReason): WebhookError =>
  isWebhookError(thrown) ? thrown : new WebhookError(reason, "see `cause`", thrown);

/** @throws WebhookError of reason `option` that names the option. It never shows the value. */
export function checkOption(isRight: unknown, name: string, problem: string): asserts isRight {
  if (!isRight) throw new WebhookError("option", `\`${name}\` ${problem}`);
}

/** Checks options that are numbers. @param numbers by the names of the options */
export function checkNumbers(numbers: Readonly<Record<string, number>>, least = 1): void {
  for (const [name, value] of Object.entries(numbers)) {
    checkOption(Number.isSafeInteger(value) && value >= least, name, `must be a whole number, at least ${least}`);
  }
}

/** Checks options that are functions or left out. @param functions by the names of the options, which follow the prefix */
export function checkFunctions(functions: object, prefix = ""): void {
  for (const [name, value] of Object.entries(functions)) {
    checkOption(value === undefined || typeof value === "function", prefix + name, "must be a function");
  }
}
