// The steps of every call: sign -> send -> read, repeated only if the call cannot act twice.
import { PandaPonError } from "../errors/error.js";
import { inOperation } from "../errors/input-error.js";
import { signWarehouseUrl } from "../signing/warehouse.js";
import { readAnswer, type Answer } from "./answer.js";
import { aborted, attempt } from "./attempt.js";
import { discard, readBody } from "./body.js";
import { tell } from "./events.js";
import { sentOnce } from "./once.js";
import type { PreparedRequest } from "../codec/request.js";
import { canRepeat, delayMs, isPassing, retryAfterMs, sleep, type FailedAttempt } from "./retry.js";
import { checkedHeaders, readCallOptions, type CallOptions, type Settings } from "./options.js";

/**
 * Sends a request.
 * @returns the answer, whether the call succeeded or failed
 * @throws PandaPonError if no answer arrived (`network`, `timeout`, `aborted`) or nothing could be sent (`input`)
 */
export type Transport = (request: PreparedRequest, options?: CallOptions) => Promise<Answer>;

/** What a transport needs besides `fetch`; tests replace it. */
export interface World {
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Evenly distributed from 0 to 1. */
  readonly random: () => number;
}

const WORLD: World = { sleep, random: Math.random };

export function createTransport(settings: Settings, world: World = WORLD): Transport {
  // Not called as a method of `settings`: the fetch of workers refuses another `this`.
  const { fetch } = settings;
  return async (request, options = {}) => {
    const { operation, info, body } = request;
    const { method, effect, security } = info;
    const { signal, timeoutMs, maxRetries } = inOperation(operation, () => readCallOptions(options, settings));

    for (let attempts = 1; ; attempts += 1) {
      if (signal?.aborted) throw aborted(signal, { operation, attempts: attempts - 1 });
      const { url, headers } = await sign(request, options);
      const event = { operation, attempt: attempts, method, url: request.url, body };
      void tell(settings.onRequest, { ...event });
      // It may have been aborted while the request was signed, or by the hook.
      if (signal?.aborted) throw aborted(signal, { operation, attempts: attempts - 1 });

      const mayRepeat = (failed: FailedAttempt): boolean => attempts <= maxRetries && canRepeat(effect, failed);
      const sentAt = performance.now();
      const exchange = async (over: AbortSignal): Promise<Answer | FailedAttempt> => {
        const init: RequestInit = {
          method,
          headers,
          redirect: "manual",
          signal: over,
          ...(body !== undefined && { body }),
        };
        const response = await fetch(url, effect === "write" ? { ...init, ...sentOnce(body) } : init);
        const { status } = response;
        const failed = isPassing(status) && {
          error: new PandaPonError("http", `HTTP ${status}`, { operation, attempts, status }),
          neverSent: false,
          retryAfterMs: retryAfterMs(response.headers.get("retry-after"), settings.now),
        };
        const abandoned = failed && mayRepeat(failed);
        // Not awaited: a body may take long to end.
        if (abandoned) void discard(response);
        const read = abandoned ? undefined : await readBody(response, settings.maxResponseBytes, over);
        const durationMs = performance.now() - sentAt;
        // A fetch that ignores the signal may answer after the call ended.
        if (!over.aborted)
          void tell(settings.onResponse, { ...event, status, headers: response.headers, text: read?.text, durationMs });
        return abandoned ? failed : readAnswer(request, response, read ?? { text: "" }, attempts);
      };
      const limits = { operation, attempts, timeoutMs, signal, signedUrl: security !== undefined };
      const outcome = await attempt(exchange, limits);
      if ("response" in outcome) return outcome;

      const { error } = outcome;
      if (!mayRepeat(outcome)) throw error;
      const wait = delayMs(attempts, outcome.retryAfterMs, world.random());
      void tell(settings.onRetry, { operation, attempts, delayMs: wait, error });
      await world.sleep(wait, signal);
    }
  };

  /** Runs for each attempt: a timestamp expires, and a nonce is used only once. */
  async function sign({ operation, info, url, body = "" }: PreparedRequest, { headers, userId }: CallOptions) {
    const { method, path, security } = info;
    const parts = () => ({ method, path, body, timestamp: settings.timestamp() });
    return {
      url: security
        ? await signWarehouseUrl(url, inOperation(operation, parts), settings.signWarehouse, operation)
        : url,
      headers: inOperation(operation, () =>
        mergedHeaders(headers, {
          accept: "application/json",
          ...(method === "POST" && { "content-type": "application/json" }),
          ...(!security && settings.sign(userId)),
        }),
      ),
    };
  }
}

/** The caller's headers and the client's own, which take precedence. */
function mergedHeaders(theirs: CallOptions["headers"], own: Record<string, string>): Headers | typeof own {
  if (theirs === undefined) return own;
  const headers = checkedHeaders(theirs);
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}
