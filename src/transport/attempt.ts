// Sends a request once, and ends in time even if the platform's fetch ignores its signal.
import { isObject } from "../codec/pointer.js";
import { PandaPonError, type Outcome, type PandaPonErrorDetails } from "../errors/error.js";
import { printable } from "../errors/printable.js";
import { onAbort } from "./abort.js";
import type { FailedAttempt } from "./retry.js";

interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Whether the URL holds a signature. Some platforms repeat the URL in their errors. */
  readonly signedUrl: boolean;
  /** Whether the platform's own fetch sends: only then an error proves that no connection was made. */
  readonly platform: boolean;
}

/** What the errors of a call tell: what it is, and whether it may have acted before this attempt. */
export type Known = PandaPonErrorDetails & { readonly outcome: Outcome };

/** @returns the result of `exchange`, or a failed attempt of kind `network`, `timeout` or `aborted` */
export async function attempt<T>(
  exchange: (signal: AbortSignal) => Promise<T>,
  known: Known,
  { timeoutMs, signal, signedUrl, platform }: Limits,
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
    const sent: Known = { ...known, outcome: "unknown" };
    if (ended === "aborted") return { error: aborted(signal, sent), neverSent: false };
    const layers = layersOf(cause);
    if (ended === "timeout" || layers.some(({ name, code }) => PLATFORM_LIMIT.test(code || name))) {
      const limit = ended === "timeout" ? `${timeoutMs} ms` : "the platform's own limit";
      return { error: new PandaPonError("timeout", `no complete answer within ${limit}`, sent), neverSent: false };
    }
    const { message, code } = layers.findLast((layer) => layer.message || layer.code) ?? {};
    const reason = signedUrl ? undefined : message || code;
    // A connection that broke may have delivered the request.
    const neverSent = platform && layers.some((layer) => NO_CONNECTION.test(layer.code || layer.message));
    return {
      error: new PandaPonError(
        "network",
        `no complete answer${reason === undefined ? "" : `: ${printable(reason, 200)}`}`,
        { ...(neverSent ? { ...known, checkWith: undefined } : sent), cause: signedUrl ? undefined : cause },
      ),
      neverSent,
    };
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** @returns the error of a call that the caller aborted */
export function aborted(signal: AbortSignal | undefined, known: Known): PandaPonError {
  return new PandaPonError("aborted", "aborted by the caller's signal", { ...known, cause: signal?.reason });
}

/**
 * How platforms say that no connection was made: the codes of Node, which Bun uses since 1.4, the code of older Bun, and the text
 * of Deno. EHOSTUNREACH and ENETUNREACH are not in the list, because an open connection can end with them too. Workers say
 * "Network connection lost." for every failure, so no request counts as never sent there.
 */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|client error \(Connect\)/;

/** How platforms say that they waited long enough: Node 300 s for headers and between parts of a body, Bun 300 s for an answer. */
const PLATFORM_LIMIT = /^(?:UND_ERR_(?:HEADERS|BODY)_TIMEOUT|TimeoutError)$/;

interface Layer {
  readonly name: string;
  readonly message: string;
  readonly code: string;
}

/**
 * An error and its causes. The error of fetch itself says only "fetch failed"; the reason of a proxy is the third. They may come
 * from another realm or library, so nothing is certain about them.
 */
function layersOf(cause: unknown): Layer[] {
  const layers: Layer[] = [];
  try {
    for (let layer = cause; isObject(layer) && layers.length < 5; layer = layer["cause"]) {
      const { name, message, code } = layer;
      layers.push({ name: textOf(name), message: textOf(message), code: textOf(code) });
    }
  } catch {
    // Reading a member of it throws.
  }
  return layers;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
