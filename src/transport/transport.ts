// The steps of every call: wait -> sign -> send -> read, repeated only if the call cannot act twice.
import { delayMs, isPassing, LONGEST_RETRY_AFTER_MS, retryAfterMs } from "./retry.js";
import { createGate } from "./gate.js";
import { PandaPonError } from "../errors/error.js";
import { asInput, check } from "../errors/input-error.js";
import { readAnswer, type Answer } from "./answer.js";
import { within } from "./abort.js";
import { aborted, attempt, type Known } from "./attempt.js";
import { checkedHeaders, readCallOptions, type CallOptions, type FetchInit, type Settings } from "./options.js";
import { sentOnce } from "./once.js";
import { copied, tell } from "./events.js";
import { discard, readBody } from "./body.js";
import type { warehouseSigning } from "../signing/warehouse.js";
import type { PreparedRequest } from "../codec/request.js";

/**
 * Sends a request.
 * @param user the user id of the client, if it is not the one of the settings
 * @returns the answer, whether the call succeeded or failed
 * @throws PandaPonError if no answer arrived (`network`, `timeout`, `aborted`) or nothing could be sent (`input`)
 */
export type Transport = (request: PreparedRequest, options?: CallOptions, user?: string) => Promise<Answer>;

/** What a transport needs besides `fetch`; tests replace it. */
export interface World {
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<unknown>;
  /** Evenly distributed from 0 to 1. */
  readonly random: () => number;
}

/** Only of this fetch is it known which errors prove that nothing was sent. */
const PLATFORM_FETCH: unknown = globalThis.fetch;

/** @param settings with the part that signs warehouse operations, if the client has it */
export function createTransport(
  settings: Settings & { readonly warehouse?: typeof warehouseSigning | undefined },
  world: World = { sleep: within, random: Math.random },
): Transport {
  const inTurn = createGate(settings.maxConcurrent);
  const { bodies, warehouse, onRequest, onResponse, onRetry } = settings;

  return async (request, options = {}, user) => {
    const { operation, info, url, body } = request;
    const { method, effect, security, checkWith } = info;
    const known: Known = { operation, checkWith, attempts: 0, outcome: "not-sent" };
    /** How long the last answer asks to wait, in milliseconds: NaN if it does not say, `Infinity` if it is not retried. */
    let asked: number;

    try {
      const limits = readCallOptions(options, settings);
      const { signal, maxRetries } = limits;
      const checkAborted = (): void => {
        if (signal?.aborted) throw aborted(signal, known);
      };
      // A write is repeated only if no attempt of it was sent.
      const mayRepeat = (): boolean =>
        known.attempts <= maxRetries && (effect === "read" || known.outcome === "not-sent");

      const once = async (): Promise<Answer | PandaPonError> => {
        checkAborted();
        const { headers: own, userId = user } = options;
        // For each attempt: a timestamp expires, and a nonce is used only once.
        let target = url;
        if (security) {
          check(warehouse, "warehouse", "is missing: pass warehouseSigning");
          target = await warehouse(request, settings);
        }
        const headers = {
          ...(own && Object.fromEntries(checkedHeaders(own))),
          accept: "application/json",
          ...(body && { "content-type": "application/json" }),
          ...(!security && settings.sign(userId)),
        };
        const event = { operation, attempt: known.attempts + 1, method, url, body: bodies ? body : undefined };
        tell(onRequest, () => ({ ...event }));
        // It may have been aborted while the request was signed, or by the hook.
        checkAborted();
        // Looked up at each call: a tool may instrument `fetch` after the client is made.
        const { fetch = globalThis.fetch } = settings;
        check(fetch, "fetch", "is missing: this platform has none");
        const platform = !settings.fetch && fetch === PLATFORM_FETCH;

        const sentAt = performance.now();
        const exchange = async (over: AbortSignal): Promise<Answer | PandaPonError> => {
          const init: FetchInit = {
            method,
            headers,
            redirect: "manual",
            signal: over,
            ...(body && { body }),
            ...(effect === "write" && sentOnce(body)),
          };
          const response = await fetch(target, init);
          const { status } = response;
          asked = isPassing(status) && mayRepeat() ? retryAfterMs(response.headers) : Infinity;
          // Also if it is NaN.
          const isRetried = !(asked > LONGEST_RETRY_AFTER_MS);
          // Not awaited: a body may take long to end.
          if (isRetried) void discard(response);
          const read = isRetried ? {} : await readBody(response, settings.maxResponseBytes, over);
          // A fetch that ignores the signal may answer after the call ended.
          if (!over.aborted) {
            tell(onResponse, () => ({
              ...event,
              status,
              headers: copied(response.headers),
              text: bodies ? read.text : undefined,
              durationMs: performance.now() - sentAt,
            }));
          }
          return isRetried
            ? new PandaPonError("http", `HTTP ${status}`, { ...known, status })
            : readAnswer(request, response, read, known);
        };
        return attempt(exchange, known, limits, platform, security);
      };

      for (;;) {
        asked = NaN;
        const result = await inTurn(signal, once);
        if ("response" in result) return result;
        if (result.kind === "aborted" || !mayRepeat()) throw result;
        const wait = asked <= LONGEST_RETRY_AFTER_MS ? asked : delayMs(known.attempts, world.random());
        tell(onRetry, () => ({ operation, attempts: known.attempts, delayMs: wait, error: result }));
        await world.sleep(wait, signal);
      }
    } catch (thrown) {
      throw asInput(thrown, known);
    }
  };
}
