// What the hooks of a client are told.
import type { PandaPonError } from "../errors/error.js";

/** A request that is about to be sent. It shows no signature. */
export interface RequestEvent {
  /** The operationId. */
  readonly operation: string;
  /** 1 for the first time that this call is sent. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  /** The JSON text; `undefined` for a GET. */
  readonly body: string | undefined;
}

/** An answer that came, good or bad. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly headers: Headers;
  /** The text of the answer; `undefined` where it was not read, because the request is sent again. */
  readonly text: string | undefined;
  /** From sending to the end of the answer, in milliseconds. */
  readonly durationMs: number;
}

/** A failed attempt, and that there will be another. */
export interface RetryEvent {
  readonly operation: string;
  /** How many times the request was sent so far. */
  readonly attempts: number;
  /** How long the client waits now, in milliseconds. */
  readonly delayMs: number;
  readonly error: PandaPonError;
}

/** Tells a hook. It is a listener: what it throws reaches the platform's report of unhandled rejections, never the call. */
export async function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): Promise<void> {
  // Awaited for hooks that are async all the same.
  await hook?.(event);
}
