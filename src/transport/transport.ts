// The steps of every call: wait -> sign -> send -> read, repeated only if the call cannot act twice.
import { PandaPonError } from "../errors/error.js";
import { inOperation, inputError } from "../errors/input-error.js";
import { signWarehouseUrl } from "../signing/warehouse.js";
import { readAnswer, type Answer } from "./answer.js";
import { aborted, attempt, type Known } from "./attempt.js";
import { copied, tell } from "./events.js";
import { discard, readBody } from "./body.js";
import { createGate } from "./gate.js";
import { sentOnce } from "./once.js";
import type { PreparedRequest } from "../codec/request.js";
import { canRepeat, delayMs, isPassing, retryAfterMs, sleep, type FailedAttempt } from "./retry.js";
import { checkedHeaders, readCallOptions, type CallOptions, type FetchInit, type Settings } from "./options.js";

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

/** Only of this fetch is it known which errors prove that nothing was sent. */
const PLATFORM_FETCH: unknown = globalThis.fetch;

export function createTransport(settings: Settings, world: World = WORLD): Transport {
  const gate = createGate(settings.maxConcurrent);
  const { bodies, onRequest, onResponse, onRetry } = settings;

  return async (request, options = {}) => {
    const { operation, info, body } = request;
    const { method, effect, security, checkWith } = info;
    const own = inOperation(operation, () => readCallOptions(options, settings));
    const { signal, timeoutMs, maxRetries } = own;
    let known: Known = { operation, attempts: 0, outcome: "not-sent" };

    for (let attempts = 1; ; attempts += 1) {
      const entered = await gate.enter(signal);
      let outcome: Answer | FailedAttempt;
      try {
        if (signal?.aborted) throw aborted(signal, known);
        outcome = await once(attempts);
      } finally {
        if (entered) gate.leave();
      }
      if ("response" in outcome) return outcome;

      const { error } = outcome;
      if (!mayRepeat(outcome, attempts)) throw error;
      known = { ...known, attempts, outcome: error.outcome };
      const wait = delayMs(attempts, outcome.retryAfterMs, world.random());
      tell(onRetry, () => ({ operation, attempts, delayMs: wait, error }));
      await world.sleep(wait, signal);
    }

    function mayRepeat(failed: FailedAttempt, attempts: number): boolean {
      return attempts <= maxRetries && canRepeat(effect, failed);
    }

    async function once(attempts: number): Promise<Answer | FailedAttempt> {
      const { url, headers } = await sign(request, own);
      const event = { operation, attempt: attempts, method, url: request.url, body: bodies ? body : undefined };
      tell(onRequest, () => ({ ...event }));
      // It may have been aborted while the request was signed, or by the hook.
      if (signal?.aborted) throw aborted(signal, known);
      // Looked up at each call: a tool may instrument `fetch` after the client is made.
      const { fetch: current } = globalThis;
      const fetch = settings.fetch ?? current;
      if (typeof fetch !== "function") throw inputError("fetch", "is missing: this platform has none", operation);
      const platform = settings.fetch === undefined && current === PLATFORM_FETCH;

      const sentAt = performance.now();
      const sent: Known = { ...known, checkWith, attempts };
      const exchange = async (over: AbortSignal): Promise<Answer | FailedAttempt> => {
        const init: FetchInit = {
          method,
          headers,
          redirect: "manual",
          signal: over,
          ...(body !== undefined && { body }),
        };
        const response = await fetch(url, effect === "write" ? { ...init, ...sentOnce(body) } : init);
        const { status } = response;
        const told = (text?: string): void => {
          // A fetch that ignores the signal may answer after the call ended.
          if (over.aborted) return;
          const durationMs = performance.now() - sentAt;
          const shown = bodies ? text : undefined;
          tell(onResponse, () => ({ ...event, status, headers: copied(response.headers), text: shown, durationMs }));
        };
        if (isPassing(status)) {
          const error = new PandaPonError("http", `HTTP ${status}`, { ...sent, status, outcome: "unknown" });
          const failed = { error, neverSent: false, retryAfterMs: retryAfterMs(response.headers) };
          if (mayRepeat(failed, attempts)) {
            // Not awaited: a body may take long to end.
            void discard(response);
            told();
            return failed;
          }
        }
        const read = await readBody(response, settings.maxResponseBytes, over);
        told(read.text);
        return readAnswer(request, response, read, attempts);
      };
      return attempt(exchange, sent, { timeoutMs, signal, signedUrl: security !== undefined, platform });
    }
  };

  /** Runs for each attempt: a timestamp expires, and a nonce is used only once. */
  async function sign(
    { operation, info, url, body = "", userId: own }: PreparedRequest,
    { headers, userId = own }: CallOptions,
  ) {
    const { method, path, security } = info;
    const parts = () => ({ method, path, body, timestamp: settings.timestamp() });
    return {
      url: security
        ? await signWarehouseUrl(url, inOperation(operation, parts), settings.signWarehouse, operation)
        : url,
      headers: inOperation(operation, () => ({
        ...(headers && Object.fromEntries(checkedHeaders(headers))),
        accept: "application/json",
        ...(body !== "" && { "content-type": "application/json" }),
        ...(!security && settings.sign(userId)),
      })),
    };
  }
}
