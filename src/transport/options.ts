// Checks the options of a client once. The settings hold no secret: only the signer does.
import { inputError, optionalFunction } from "../errors/input-error.js";
import { signer, timestampSource, type Signer, type SignerOptions } from "../signing/signer.js";
import type { SignWarehouse } from "../signing/warehouse.js";
import type { RequestEvent, ResponseEvent, RetryEvent } from "./events.js";

/** Sends a request, as the platform's `fetch` does. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Options of both clients. Everything except the three credentials has a default. */
export interface ClientOptions extends SignerOptions {
  /** The URL of the API. Default: `https://api.pandapon.com`, the only environment of PandaPon. */
  baseUrl?: string | undefined;
  /** Sends the requests. Default: `globalThis.fetch`, looked up at each call. */
  fetch?: Fetch | undefined;
  /** The time limit of one attempt, including reading its answer, in milliseconds. `Infinity` means no limit. Default: 30 000. */
  timeoutMs?: number | undefined;
  /** How many times a call is retried if it cannot act twice. Default: 2. */
  maxRetries?: number | undefined;
  /** The longest answer that is read, in bytes after decompression. A longer one fails with kind `decode`. Default: 64 MiB. */
  maxResponseBytes?: number | undefined;
  /** Called before each request. Errors thrown by a hook are reported as unhandled rejections and never fail a call. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called after each answer. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Called before each retry. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Signs the operations of the group `freight`. Without it they fail with kind `input`. */
  signWarehouse?: SignWarehouse | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call at once, except while your own `signWarehouse` runs. */
  signal?: AbortSignal | null | undefined;
  /** Replaces the `timeoutMs` of the client, in milliseconds. */
  timeoutMs?: number | undefined;
  /** Replaces the `maxRetries` of the client. */
  maxRetries?: number | undefined;
  /** Replaces the `userId` of the client: the sub-account that calls. */
  userId?: string | undefined;
  /** Sent together with the client's own headers, which take precedence. */
  headers?: RequestInit["headers"];
}

/** The checked options of a client. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly sign: Signer;
  readonly signWarehouse: SignWarehouse | undefined;
  readonly now: () => number;
  /** The current time as the text of the header `timestamp`. */
  readonly timestamp: () => string;
  readonly onRequest: ((event: RequestEvent) => void) | undefined;
  readonly onResponse: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
}

/** @throws PandaPonError of kind `input` that names the missing or wrong option */
export function readSettings(options: ClientOptions = {}): Settings {
  const { baseUrl = "https://api.pandapon.com", timeoutMs = 30_000, maxRetries = 2, now = Date.now } = options;
  // Looked up at each call: a tool may instrument `fetch` after the client is made.
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;
  const { maxResponseBytes = 64 * 2 ** 20 } = options;
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
    maxResponseBytes,
  };
}

/** @throws PandaPonError of kind `input` that names the wrong option */
export function readCallOptions({ signal, timeoutMs, maxRetries }: CallOptions, settings: Settings) {
  // Not `instanceof`: a program may have several AbortSignal classes.
  if (signal && typeof signal.addEventListener !== "function") throw inputError("signal", "must be an AbortSignal");
  return {
    signal: signal ?? undefined,
    timeoutMs: checkedTimeout(timeoutMs ?? settings.timeoutMs),
    maxRetries: checkedRetries(maxRetries ?? settings.maxRetries),
  };
}

/** @throws PandaPonError of kind `input` if HTTP does not allow a name or a value */
export function checkedHeaders(headers: CallOptions["headers"]): Headers {
  try {
    return new Headers(headers);
  } catch {
    // The message of the platform repeats the value, which may be secret.
    throw inputError("headers", "must be names and values that HTTP allows");
  }
}

/** The longest wait of a timer. */
const LONGEST_MS = 2 ** 31 - 1;

function checkedTimeout(timeoutMs: number): number {
  if (typeof timeoutMs === "number" && timeoutMs > 0 && (timeoutMs <= LONGEST_MS || timeoutMs === Infinity)) {
    return timeoutMs;
  }
  throw inputError("timeoutMs", `must be a number above 0 and at most ${LONGEST_MS}, or Infinity`);
}

function checkedRetries(maxRetries: number): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries;
  throw inputError("maxRetries", "must be an integer, 0 or more");
}

function checkedBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password + url.search + url.hash !== "") {
    throw inputError("baseUrl", "must be an http or https URL without user, password, query or fragment");
  }
  // Without the "?" or "#" that an empty query or fragment leaves in `href`.
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
