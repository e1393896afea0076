// The options of a client, checked once. What comes out holds no secret: the signer keeps it.
import { inputError, optionalFunction } from "../errors/input-error.js";
import { signer, timestampSource, type Signer, type SignerOptions } from "../signing/signer.js";
import type { SignWarehouse } from "../signing/warehouse.js";
import type { RequestEvent, ResponseEvent, RetryEvent } from "./events.js";

/** What sends a request: the platform's `fetch`, or one that does the same. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

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
  /** Ends the call at once, whatever it is doing but for your own `signWarehouse`. */
  signal?: AbortSignal | null | undefined;
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

/** @throws PandaPonError of kind `input` that names the option which cannot be right */
export function readCallOptions({ signal, timeoutMs, maxRetries }: CallOptions, settings: Settings) {
  // Not `instanceof`: there may be several AbortSignals in one program.
  if (signal && typeof signal.addEventListener !== "function") throw inputError("signal", "must be an AbortSignal");
  return {
    signal: signal ?? undefined,
    timeoutMs: checkedTimeout(timeoutMs ?? settings.timeoutMs),
    maxRetries: checkedRetries(maxRetries ?? settings.maxRetries),
  };
}

/** @throws PandaPonError of kind `input` for what HTTP does not allow */
export function checkedHeaders(headers: CallOptions["headers"]): Headers {
  try {
    return new Headers(headers);
  } catch {
    // The platform's own message repeats the value.
    throw inputError("headers", "must be names and values that HTTP allows");
  }
}

/** The longest that a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1;

function checkedTimeout(timeoutMs: number): number {
  if (typeof timeoutMs === "number" && timeoutMs > 0 && (timeoutMs <= LONGEST_MS || timeoutMs === Infinity)) {
    return timeoutMs;
  }
  throw inputError("timeoutMs", `must be a number above 0 and at most ${LONGEST_MS}, or Infinity`);
}

function checkedRetries(maxRetries: number): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries;
  throw inputError("maxRetries", "must be a whole number, 0 or more");
}

function checkedBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password + url.search + url.hash !== "") {
    throw inputError("baseUrl", "must be an http or https URL without user, password, query or fragment");
  }
  // Without the "?" or "#" that an empty query or fragment leaves in `href`.
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
