// How long to wait before a retry.
import type { FetchResponse } from "./options.js";

/** The longest first wait. The limit doubles with each further wait. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
/** Fail instead of waiting longer than this. */
export const LONGEST_RETRY_AFTER_MS = 60_000;

/** Whether the status is temporary: the same call can succeed later. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * @param attempts how many times the request has been sent so far
 * @param random evenly distributed from 0 to 1 ("full jitter"), so that many clients do not retry at the same moment
 * @returns how long to wait, in milliseconds, if the answer asks for nothing
 */
export const delayMs = (attempts: number, random: number): number =>
  Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)));

/**
 * @param headers `Retry-After` is seconds or a date. A date is compared with the answer's own `Date`, because clocks differ.
 * @returns the wait that they ask for, in milliseconds; NaN if there is none
 */
export function retryAfterMs(headers: FetchResponse["headers"]): number {
  const asked = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  // Date.parse also accepts text that is not an HTTP date: it reads "1.5" as a day in 2001.
  if (!/ GMT$/.test(asked)) return NaN;
  return Math.max(0, Date.parse(asked) - (Date.parse(headers.get("date") ?? "") || Date.now()));
}
