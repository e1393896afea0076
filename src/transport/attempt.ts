// One request sent once: it ends within its time, whatever the platform's fetch makes of a signal.
import { PandaPonError } from "../errors/error.js";
import { onAbort } from "./abort.js";
import type { FailedAttempt } from "./retry.js";

interface Limits {
  readonly operation: string;
  /** Which attempt this is, from 1. */
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the URL holds a signature, which some platforms repeat in their errors. */
  readonly signedUrl: boolean;
}

/** @returns what `exchange` makes of the request, or what failed: `network`, `timeout` or `aborted` */
export async function attempt<T>(
  exchange: (signal: AbortSignal) => Promise<T>,
  { operation, attempts, timeoutMs, signal, signedUrl }: Limits,
): Promise<T | FailedAttempt> {
  const controller = new AbortController();
  let ended: "aborted" | "timeout" | undefined;
  let stop = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    const end = (why: "aborted" | "timeout"): void => {
      ended = why;
      controller.abort();
      reject(new Error(why));
    };
    stop = onAbort(signal, () => end("aborted"));
    if (timeoutMs !== Infinity) timer = setTimeout(() => end("timeout"), timeoutMs);
  });
  try {
    return await Promise.race([over, exchange(controller.signal)]);
  } catch (cause) {
    const known = { operation, attempts };
    if (ended === "aborted") return { error: aborted(signal, known), neverSent: false };
    if (ended === "timeout") {
      return { error: new PandaPonError("timeout", `no whole answer within ${timeoutMs} ms`, known), neverSent: false };
    }
    const layers = layersOf(cause);
    const { message, code } = layers[layers.length - 1] ?? {};
    const reason = signedUrl ? undefined : message || code;
    return {
      error: new PandaPonError("network", `no whole answer came${reason === undefined ? "" : `: ${String(reason)}`}`, {
        ...known,
        cause: signedUrl ? undefined : cause,
      }),
      // One that broke may have carried the request.
      neverSent: layers.some((layer) => NO_CONNECTION.test(String(layer.code ?? layer.message))),
    };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** @returns the error of a call whose caller ended it */
export function aborted(
  signal: AbortSignal | undefined,
  known: { operation: string; attempts: number },
): PandaPonError {
  return new PandaPonError("aborted", "ended by the caller's signal", { ...known, cause: signal?.reason });
}

/**
 * The platforms' words for "there was no connection": Node's, which Bun uses from 1.4 on, Bun's before that, and a text of Deno's.
 * EHOSTUNREACH and ENETUNREACH are not among them: a connection that stood can end so, too. Workers say "Network connection
 * lost." of whatever happened, so there nothing counts as never sent.
 */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|client error \(Connect\)/;

/** An error and what it wraps: fetch says no more than "fetch failed" itself. */
const layersOf = (cause: unknown): (Error & { code?: unknown })[] =>
  [cause, cause instanceof Error && cause.cause].filter((layer) => layer instanceof Error);
