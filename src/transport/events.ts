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
  /** The JSON text; `undefined` for a GET, and without the option `bodies`. */
  readonly body: string | undefined;
}

/** An answer that arrived, whether the call succeeded or failed. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly headers: Headers;
  /** The text of the answer; `undefined` if it was not read, as before a retry, and without the option `bodies`. */
  readonly text: string | undefined;
  /** The time from sending to the end of the answer, or to its headers if it was not read, in milliseconds. */
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

/** Calls a hook with an event of its own. What the hook throws is reported, and never fails the call. */
export function tell<Event>(hook: ((event: Event) => void) | undefined, event: () => Event): void {
  if (hook === undefined) return;
  // A hook may be async in spite of its type. The console may throw too: some test tools make it fail.
  (async () => hook(event()))()
    .catch(report)
    .catch(() => undefined);
}

/** @returns a copy of the headers; they are empty if a foreign `fetch` gives headers that cannot be listed */
export const copied = (headers: object): Headers =>
  // Headers can be made of anything that lists pairs of texts.
  new Headers(Symbol.iterator in headers ? (headers as Headers) : undefined);

/** Reports an error as the platform does, unless that ends the process, as it does on Deno and Bun. */
function report(error: unknown): void {
  // No platform declares all of them.
  const { Deno, Bun, reportError = console.error }: Partial<Record<string, unknown>> & Reporting = globalThis;
  (Deno || Bun ? console.error : reportError)(error);
}

interface Reporting {
  readonly reportError?: (error: unknown) => void;
}
