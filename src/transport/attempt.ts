// Sends a request once, and ends in time even if the platform's fetch ignores its signal.
import { PandaPonError } from "../errors/error.js";
import { onAbort } from "./abort.js";
import type { FailedAttempt } from "./retry.js";

interface Limits {
  readonly operation: string;
  /** Which attempt this is, from 1. */
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the URL holds a signature. Some platforms repeat the URL in their errors. */
  readonly signedUrl: boolean;
}

/** @returns the result of `exchange`, or a failed attempt of kind `network`, `timeout` or `aborted` */
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
      return {
        error: new PandaPonError("timeout", `no complete answer within ${timeoutMs} ms`, known),
        neverSent: false,
      };
    }
    const layers = layersOf(cause);
    const { message, code } = layers[layers.length - 1] ?? {};
    const reason = signedUrl ? undefined : message || code;
    return {
      error: new PandaPonError("network", `no complete answer${reason === undefined ? "" : `: ${String(reason)}`}`, {
        ...known,
        cause: signedUrl ? undefined : cause,
      }),
      // A connection that broke may have delivered the request.
      neverSent: layers.some((layer) => NO_CONNECTION.test(String(layer.code ?? layer.message))),
    };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** @returns the error of a call that the caller aborted */
export function aborted(
  signal: AbortSignal | undefined,
  known: { operation: string; attempts: number },
): PandaPonError {
  return new PandaPonError("aborted", "aborted by the caller's signal", { ...known, cause: signal?.reason });
}

/**
 * How platforms say that no connection was made: the codes of Node, which Bun uses since 1.4, the code of older Bun, and the text
 * of Deno. EHOSTUNREACH and ENETUNREACH are not in the list, because an open connection can end with them too. Workers say
 * "Network connection lost." for every failure, so no request counts as never sent there.
 */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|client error \(Connect\)/;

/** An error and its cause. The error of fetch itself says only "fetch failed". */
const layersOf = (cause: unknown): (Error & { code?: unknown })[] =>
  [cause, cause instanceof Error && cause.cause].filter((layer) => layer instanceof Error);
