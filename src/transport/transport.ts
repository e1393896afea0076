// The one way that every call takes: sign -> send -> read, and again where that cannot act twice.
import { PandaPonError } from "../error.js";
import { inOperation, inputError } from "../input.js";
import { signWarehouseUrl } from "../signing/warehouse.js";
import { readAnswer, type Answer } from "./answer.js";
import { attempt } from "./attempt.js";
import { sentOnce } from "./once.js";
import type { PreparedRequest } from "./request.js";
import { canRepeat, delayMs, isPassing, retryAfterMs, sleep, type FailedAttempt } from "./retry.js";
import { checkedRetries, checkedTimeout, type CallOptions, type Settings } from "./settings.js";

/**
 * Sends a request.
 * @returns the answer, good or bad
 * @throws PandaPonError where no answer came (`network`, `timeout`, `aborted`) or nothing could be sent (`input`)
 */
export type Transport = (request: PreparedRequest, options?: CallOptions) => Promise<Answer>;

/** What a transport needs of the world beside `fetch`. */
export interface World {
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** 0 to 1, evenly spread. */
  readonly random: () => number;
}

const WORLD: World = { sleep, random: Math.random };

export function createTransport(settings: Settings, world: World = WORLD): Transport {
  return async (request, options = {}) => {
    const { operation, contract, body } = request;
    const { method } = contract;
    const { signal } = options;
    // Not `instanceof`: there may be several AbortSignals in one program.
    if (signal !== undefined && typeof signal.addEventListener !== "function") {
      throw inputError("signal", "must be an AbortSignal", operation);
    }
    const timeoutMs = checkedTimeout(options.timeoutMs ?? settings.timeoutMs, operation);
    const maxRetries = checkedRetries(options.maxRetries ?? settings.maxRetries, operation);

    const throwIfAborted = (attempts: number): void => {
      if (!signal?.aborted) return;
      const cause = signal.reason as unknown;
      throw new PandaPonError("aborted", "ended by the caller's signal", { operation, attempts, cause });
    };

    for (let attempts = 1; ; attempts += 1) {
      throwIfAborted(attempts - 1);
      const mayRepeat = (failed: FailedAttempt): boolean =>
        attempts <= maxRetries && canRepeat(contract.effect, failed);
      const byStatus = ({ status, headers }: Response): FailedAttempt => ({
        error: new PandaPonError("http", `HTTP ${status}`, { operation, attempts, status }),
        neverSent: false,
        retryAfterMs: retryAfterMs(headers.get("retry-after"), settings.now()),
      });

      const { url, headers } = await sign(request, options);
      const event = { operation, attempt: attempts, method, url: request.url, body };
      void tell(settings.onRequest, event);
      // While it was signed, or by the hook.
      throwIfAborted(attempts - 1);
      const sentAt = performance.now();
      const init = {
        ...{ method, headers, redirect: "manual" as const, ...(body !== undefined && { body }) },
        ...(contract.effect === "write" && sentOnce(body)),
      };
      const outcome = await attempt(settings.fetch, url, init, {
        operation,
        attempts,
        timeoutMs,
        signal,
        signedUrl: contract.security === "warehouse",
        abandon: (response) => isPassing(response.status) && mayRepeat(byStatus(response)),
      });

      let failed: FailedAttempt;
      if ("response" in outcome) {
        const { response, text } = outcome;
        const { status } = response;
        void tell(settings.onResponse, {
          ...event,
          status,
          headers: response.headers,
          text,
          durationMs: performance.now() - sentAt,
        });
        if (text !== undefined) return readAnswer(request, response, text, attempts);
        failed = byStatus(response);
      } else {
        failed = outcome;
        if (!mayRepeat(failed)) throw failed.error;
      }
      const wait = delayMs(attempts, failed.retryAfterMs, world.random());
      void tell(settings.onRetry, { operation, attempts, delayMs: wait, error: failed.error });
      await world.sleep(wait, signal);
    }
  };

  /** Anew for each attempt: a timestamp grows old, and a nonce is used once. */
  async function sign({ operation, contract, url, body = "" }: PreparedRequest, options: CallOptions) {
    const own = {
      accept: "application/json",
      ...(contract.method === "POST" && { "content-type": "application/json" }),
    };
    if (contract.security === "signature") {
      return {
        url,
        headers: merged(
          options.headers,
          { ...own, ...inOperation(operation, () => settings.sign(options.userId)) },
          operation,
        ),
      };
    }
    const parts = { method: contract.method, path: contract.path, body, timestamp: settings.timestamp() };
    const signedUrl = await signWarehouseUrl(url, parts, settings.signWarehouse, operation);
    return { url: signedUrl, headers: merged(options.headers, own, operation) };
  }
}

/** The caller's headers and the client's own, which prevail. */
function merged(theirs: CallOptions["headers"], own: Record<string, string>, operation: string): Headers | typeof own {
  if (theirs === undefined) return own;
  const headers = checkedHeaders(theirs, operation);
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}

/** @throws PandaPonError of kind `input` for what HTTP does not allow */
export function checkedHeaders(headers: CallOptions["headers"], operation: string): Headers {
  try {
    return new Headers(headers);
  } catch {
    // The platform's own message repeats the value.
    throw inputError("headers", "must be names and values that HTTP allows", operation);
  }
}

/** Tells a hook. It is a listener: what it throws reaches the platform's report of unhandled rejections, never the call. */
async function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): Promise<void> {
  // Awaited for hooks that are async all the same.
  await hook?.(event);
}
