// The events that the hooks of a client get.
import type { PandaPonError } from "../errors/error.js";

/** A request that is about to be sent. It holds no signature. */
export interface RequestEvent {
  /** The operationId. */
  readonly operation: string;
  /** Which attempt of the call this is, from 1. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  /** The JSON text; `undefined` for a GET. */
  readonly body: string | undefined;
}

/** An answer that arrived, whether the call succeeded or failed. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly headers: Headers;
  /** The text of the answer; `undefined` if it was not read because the request is retried. */
  readonly text: string | undefined;
  /** The time from sending to the end of the answer, in milliseconds. */
  readonly durationMs: number;
}

/** An attempt that failed and will be retried. */
export interface RetryEvent {
  readonly operation: string;
  /** How many times the request has been sent so far. */
  readonly attempts: number;
  /** How long the client waits before the next attempt, in milliseconds. */
  readonly delayMs: number;
  readonly error: PandaPonError;
}

/** Calls a hook. An error that it throws becomes an unhandled rejection of the platform and never fails the call. */
export async function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): Promise<void> {
  // Awaited because a hook may be async in spite of its type.
  await hook?.(event);
}
