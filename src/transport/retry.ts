// Decides whether a call is retried, and after how long. A call is retried only if it cannot act twice.
import type { PandaPonError } from "../errors/error.js";
import { onAbort } from "./abort.js";
import type { FetchResponse } from "./options.js";

/** An attempt that failed: no answer arrived, or one with a temporary status. */
export interface FailedAttempt {
  readonly error: PandaPonError;
  /** Whether no connection was made. */
  readonly neverSent: boolean;
  /** The wait that the answer asks for in `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The longest first wait. The limit doubles with each further wait. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
/** Fail instead of waiting longer than this. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** Whether the status is temporary: the same call can succeed later. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** @returns whether the call can be retried: a read after a temporary failure, a write only if it was certainly never sent */
export function canRepeat(
  effect: "read" | "write",
  { error, neverSent, retryAfterMs: asked = 0 }: FailedAttempt,
): boolean {
  return neverSent || (effect === "read" && asked <= LONGEST_RETRY_AFTER_MS && error.kind !== "aborted");
}

/**
 * @param attempts how many times the request has been sent so far
 * @param asked the wait that the answer asks for, in milliseconds
 * @param random evenly distributed from 0 to 1 ("full jitter"), so that many clients do not retry at the same moment
 * @returns how long to wait, in milliseconds
 */
export function delayMs(attempts: number, asked: number | undefined, random: number): number {
  return asked ?? Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)));
}

/**
 * @param headers `Retry-After` is seconds or a date. A date is compared with the answer's own `Date`, because clocks differ.
 * @returns the wait that they ask for, in milliseconds; `undefined` if there is none
 */
export function retryAfterMs(headers: FetchResponse["headers"]): number | undefined {
  const asked = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  // Date.parse also accepts text that is not an HTTP date: it reads "1.5" as a day in 2001.
  const date = / GMT$/.test(asked) ? Date.parse(asked) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - (Date.parse(headers.get("date") ?? "") || Date.now()));
}

/** Waits. It stops at once when the signal is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = onAbort(signal, done);
    const timer = setTimeout(done, signal?.aborted ? 0 : ms);
  });
}
