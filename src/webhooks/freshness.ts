// Whether a message is recent. PandaPon's pages do not state the unit of `timestamp`.
import { WebhookError } from "./error.js";

/** @returns the time: 10 digits are seconds, 13 are milliseconds; `undefined` for anything else */
export function timestampOf(value: unknown): Date | undefined {
  const [, seconds, ms = "000"] = /^(\d{10})(\d{3})?$/.exec(String(value)) ?? [];
  return seconds === undefined ? undefined : new Date(Number(seconds + ms));
}

/** All in milliseconds. */
export interface FreshnessLimits {
  readonly maxAgeMs: number;
  readonly maxAheadMs: number;
}

/** @throws WebhookError of reason `too-old` or `too-new` */
export function checkFreshness(timestamp: Date, now: number, { maxAgeMs, maxAheadMs }: FreshnessLimits): void {
  const ageMs = now - timestamp.getTime();
  const reason = ageMs > maxAgeMs ? "too-old" : -ageMs > maxAheadMs ? "too-new" : undefined;
  if (reason) throw new WebhookError(reason, `The message is ${ageMs} ms old.`);
}
