// When a call may be sent again, and after how long. Sent again is only what cannot act twice.
import type { PandaPonError } from "../errors/error.js";
import { onAbort } from "./abort.js";

/** What is known of an attempt that failed: no answer came, or one of a status that may pass. */
export interface FailedAttempt {
  readonly error: PandaPonError;
  /** Whether no connection was made at all. */
  readonly neverSent: boolean;
  /** What the answer's `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

/** The first wait is up to this long, each further one up to twice as long. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
/** Whoever is asked to wait longer is better told than kept waiting. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** Statuses that may pass by themselves. */
export const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** @returns whether the call can be sent again: a read after what may pass, a write where it surely was never sent */
export function canRepeat(
  effect: "read" | "write",
  { error, neverSent, retryAfterMs: asked = 0 }: FailedAttempt,
): boolean {
  return neverSent || (effect === "read" && asked <= LONGEST_RETRY_AFTER_MS && error.kind !== "aborted");
}

/**
 * @param attempts how often the request was sent so far
 * @param random 0 to 1, evenly spread ("full jitter"), so that many clients do not come back at the same moment
 * @returns how long to wait, in milliseconds
 */
export function delayMs(attempts: number, asked: number | undefined, random: number): number {
  return asked ?? Math.round(random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)));
}

/** @returns the wait that a header `Retry-After` asks for, seconds or a date, in milliseconds; `undefined` where it asks for none */
export function retryAfterMs(header: string | null, now: () => number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  // Of what is no date of HTTP, Date.parse makes one somehow: "1.5" is a day of 2001.
  const date = / GMT$/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now());
}

/** Waits, and stops waiting at once when the signal is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const stop = onAbort(signal, done);
    if (signal?.aborted) done();
  });
}
