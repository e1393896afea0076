// The options of a client, checked once. What comes out holds no secret: the signer keeps it.
import type { PandaPonError } from "../error.js";
import { inputError, optionalFunction } from "../input.js";
import { signer, timestampSource, type Signer, type SignerOptions } from "../signing/signer.js";
import type { SignWarehouse } from "../signing/warehouse.js";

/** What sends a request: the platform's `fetch`, or one that does the same. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request that is about to be sent. It shows no signature. */
export interface RequestEvent {
  /** The operationId. */
  readonly operation: string;
  /** 1 for the first time that this call is sent. */
  readonly attempt: number;
  readonly method: string;
  readonly url: string;
  /** The JSON text; `undefined` for a GET. */
  readonly body: string | undefined;
}

/** An answer that came, good or bad. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly headers: Headers;
  /** The text of the answer; `undefined` where it was not read, because the request is sent again. */
  readonly text: string | undefined;
  /** From sending to the end of the answer, in milliseconds. */
  readonly durationMs: number;
}

/** A failed attempt, and that there will be another. */
export interface RetryEvent {
  readonly operation: string;
  /** How many times the request was sent so far. */
  readonly attempts: number;
  /** How long the client waits now, in milliseconds. */
  readonly delayMs: number;
  readonly error: PandaPonError;
}

/** Options of both clients. Every one has a default but the three credentials. */
export interface ClientOptions extends SignerOptions {
  /** Where the API is. Default: `https://api.pandapon.com`, the only environment that PandaPon has. */
  baseUrl?: string | undefined;
  /** Default: the platform's `fetch`, as it is at the moment of the call. */
  fetch?: Fetch | undefined;
  /** How long one attempt may take until its answer is read, in milliseconds; `Infinity` for no limit. Default: 30 000. */
  timeoutMs?: number | undefined;
  /** How often a call is sent again where that cannot act twice. Default: 2. */
  maxRetries?: number | undefined;
  /** Told of each request. What it throws is reported as an unhandled rejection and changes no call; so for the other two. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Told of each answer. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Told of each attempt that is made again. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Signs the operations of the group `freight`; without it they are refused. */
  signWarehouse?: SignWarehouse | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call at once, whatever it is doing. */
  signal?: AbortSignal | undefined;
  /** In place of the client's own. */
  timeoutMs?: number | undefined;
  /** In place of the client's own. */
  maxRetries?: number | undefined;
  /** In place of the client's own: the sub-account that calls. */
  userId?: string | undefined;
  /** Sent beside the client's own, which prevail. */
  headers?: RequestInit["headers"];
}

/** The checked options of a client. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly sign: Signer;
  readonly signWarehouse: SignWarehouse | undefined;
  readonly now: () => number;
  /** The clock as the text of the header `timestamp`. */
  readonly timestamp: () => string;
  readonly onRequest: ((event: RequestEvent) => void) | undefined;
  readonly onResponse: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
}

/** @throws PandaPonError of kind `input` that names the option which is missing or cannot be right */
export function readSettings(options: ClientOptions = {}): Settings {
  const { baseUrl = "https://api.pandapon.com", timeoutMs = 30_000, maxRetries = 2, now = Date.now } = options;
  // As it is at the moment of the call: whoever instruments it may come later.
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;
  const { signWarehouse, onRequest, onResponse, onRetry } = options;
  const functions = { fetch, signWarehouse, onRequest, onResponse, onRetry };
  for (const [name, value] of Object.entries(functions)) optionalFunction(value, name);
  return {
    ...functions,
    now,
    sign: signer(options),
    timestamp: timestampSource(options),
    baseUrl: checkedBaseUrl(baseUrl),
    timeoutMs: checkedTimeout(timeoutMs),
    maxRetries: checkedRetries(maxRetries),
  };
}

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

export function checkedTimeout(timeoutMs: number, operation?: string): number {
  if (timeoutMs === Infinity || (timeoutMs > 0 && timeoutMs <= LONGEST_MS)) return timeoutMs;
  throw inputError("timeoutMs", `must be above 0 and at most ${LONGEST_MS} milliseconds, or Infinity`, operation);
}

export function checkedRetries(maxRetries: number, operation?: string): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries;
  throw inputError("maxRetries", "must be a whole number, 0 or more", operation);
}

function checkedBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw inputError("baseUrl", "must be an http or https URL");
  if (url.username + url.password + url.search + url.hash !== "") {
    throw inputError("baseUrl", "must have no user, password, query or fragment");
  }
  // Without the "?" or "#" that an empty query or fragment leaves in `href`.
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
