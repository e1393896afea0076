// One request sent once: fetched and read within its time, or ended.
import { PandaPonError, type PandaPonErrorKind } from "../error.js";
import { onAbort } from "./abort.js";
import type { FailedAttempt } from "./retry.js";
import type { Fetch } from "./settings.js";

export interface Received {
  readonly response: Response;
  /** `undefined` where the answer was abandoned. */
  readonly text: string | undefined;
}

interface Limits {
  readonly operation: string;
  /** Which attempt this is, from 1. */
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the URL holds a signature, which some platforms repeat in their errors. */
  readonly signedUrl: boolean;
  /** Whether the answer is not worth reading, because the request will be sent again. */
  readonly abandon: (response: Response) => boolean;
}

/** Sends a request and reads its answer; or says what failed: `network`, `timeout` or `aborted`. */
export async function attempt(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  limits: Limits,
): Promise<Received | FailedAttempt> {
  const { operation, attempts, timeoutMs, signal, signedUrl } = limits;
  const controller = new AbortController();
  let ended: "aborted" | "timeout" | undefined;
  const end = (why: "aborted" | "timeout"): void => {
    ended ??= why;
    controller.abort();
  };
  const failed = (kind: PandaPonErrorKind, message: string, cause: unknown): FailedAttempt => ({
    error: new PandaPonError(kind, message, {
      operation,
      attempts,
      ...((kind === "aborted" || !signedUrl) && { cause }),
    }),
    neverSent: kind === "network" && wasNeverSent(cause),
  });
  const stop = onAbort(signal, () => end("aborted"));
  const timer = timeoutMs === Infinity ? undefined : setTimeout(() => end("timeout"), timeoutMs);
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    if (!limits.abandon(response)) return { response, text: await response.text() };
    await response.body?.cancel();
    return { response, text: undefined };
  } catch (cause) {
    if (ended === "aborted") return failed("aborted", "ended by the caller's signal", signal?.reason);
    if (ended === "timeout") return failed("timeout", `no whole answer within ${timeoutMs} ms`, cause);
    return failed("network", `no whole answer came${signedUrl ? "" : `: ${reasonOf(cause)}`}`, cause);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/**
 * The platforms' words for "there was no connection": Node's, which Bun uses from 1.4 on, and Bun's before that. EHOSTUNREACH and
 * ENETUNREACH are not among them: a connection that stood can end so, too. Workers say "Network connection lost." of whatever
 * happened, so there nothing counts as never sent.
 */
const NO_CONNECTION = new Set<unknown>([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
]);

/** @returns whether no connection was made at all; one that broke may have carried the request */
function wasNeverSent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if ("code" in cause && NO_CONNECTION.has(cause.code)) return true;
  if (cause.message.includes("client error (Connect)")) return true; // Deno
  return wasNeverSent(cause.cause);
}

/** The innermost message: fetch wraps what happened as "fetch failed". */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  return cause.message || ("code" in cause ? String(cause.code) : cause.name);
}
