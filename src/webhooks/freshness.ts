// Whether a message is recent. PandaPon's pages do not state the unit of `timestamp`.
import { checkOption, WebhookError } from "./error.js";

/** @returns the time: 10 digits are seconds, 13 are milliseconds; `undefined` for anything else */
export function timestampOf(value: string): Date | undefined {
  return /^\d{10}(?:\d{3})?$/.test(value) ? new Date(Number(value.padEnd(13, "0"))) : undefined;
}

/** All in milliseconds but the timestamp. @throws WebhookError of reason `too-old`, `too-new` or `option` */
export function checkFreshness(timestamp: Date, now: number, maxAgeMs: number, maxAheadMs: number): void {
  checkOption(Number.isFinite(now), "now", "must return a number");
  const ageMs = now - timestamp.getTime();
  const reason = ageMs > maxAgeMs ? "too-old" : -ageMs > maxAheadMs ? "too-new" : undefined;
  if (reason) throw new WebhookError(reason, `${ageMs} ms old, see maxAgeMs and maxAheadMs`);
}
