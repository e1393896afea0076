// Checks the options of a client once. The settings hold no secret: only the signer does.
import { isObject } from "../codec/pointer.js";
import { check, inputError, optionalFunction } from "../errors/input-error.js";
import {
  checkOptions,
  headerText,
  signer,
  timestampSource,
  type Signer,
  type SignerOptions,
} from "../signing/signer.js";
import type { RequestRules } from "../operations/find.js";
import type { SignWarehouse } from "../signing/warehouse.js";
import { onAbort } from "./abort.js";
import type { RequestEvent, ResponseEvent, RetryEvent } from "./events.js";

/** What a `fetch` is called with. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  /** JSON text; on Deno a Blob of it if the operation writes. */
  body?: string;
  redirect: "manual";
  signal: AbortSignal;
  keepalive?: boolean;
}

/** What the client uses of an answer. Another `fetch` than the platform's may return anything that has this. */
export interface FetchResponse {
  readonly status: number;
  readonly statusText?: string;
  readonly headers: { get(name: string): string | null };
  /** A web stream is read only up to `maxResponseBytes`. Without one, the answer is read by `text()`. */
  readonly body?: unknown;
  text(): Promise<string>;
}

/** Sends a request, as the platform's `fetch` does. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Options of both clients. Everything except the three credentials has a default. */
export interface ClientOptions extends SignerOptions {
  /** The URL of the API. Default: `https://api.pandapon.com`, the only environment of PandaPon. */
  baseUrl?: string | undefined;
  /**
   * Sends the requests. Default: `globalThis.fetch`, looked up at each call. With another one than the platform's, no error proves
   * that nothing was sent, so a write is never retried.
   */
  fetch?: Fetch | undefined;
  /**
   * The time limit of one attempt, including reading its answer, in milliseconds. `Infinity` means no limit but the platform's:
   * Node ends a request after 300 s without headers. Default: 30 000.
   */
  timeoutMs?: number | undefined;
  /** How many times a call is retried if it cannot act twice. Default: 2. */
  maxRetries?: number | undefined;
  /**
   * How many requests may be under way at the same time; others wait. Default: no limit. PandaPon warns that creating and
   * cancelling orders often can cost the account. A request is under way while `signWarehouse` runs, so that must not call the same
   * client.
   */
  maxConcurrent?: number | undefined;
  /** The longest answer that is read, in bytes after decompression. A longer one fails with kind `decode`. Default: 64 MiB. */
  maxResponseBytes?: number | undefined;
  /** Whether hooks get the bodies of requests and the texts of answers. They may hold data of people. Default: `false`. */
  bodies?: boolean | undefined;
  /**
   * Called before each request. What a hook throws never fails a call. It is reported by `reportError`, or by `console.error` on
   * Deno, on Bun and where there is no `reportError`.
   */
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

/** Options of a call of `request`. The path of an operation keeps the rules of its operation, whatever they say. */
export interface RequestOptions extends CallOptions, RequestRules {}

/** @throws PandaPonError of kind `input` if the user id is missing or cannot be a header */
export const userIdOf = (user: unknown): string => headerText(isObject(user) && user["userId"], "userId");

/** The checked options of a client. */
export interface Settings {
  readonly baseUrl: string;
  readonly fetch: Fetch | undefined;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxConcurrent: number;
  readonly maxResponseBytes: number;
  readonly bodies: boolean;
  readonly sign: Signer;
  readonly signWarehouse: SignWarehouse | undefined;
  /** The current time as the text of the header `timestamp`. */
  readonly timestamp: () => string;
  readonly onRequest: ((event: RequestEvent) => void) | undefined;
  readonly onResponse: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry: ((event: RetryEvent) => void) | undefined;
}

/**
 * @param parts functions that the settings hold too
 * @throws PandaPonError of kind `input` that names the missing or wrong option or part
 */
export function readSettings<Parts>(options: ClientOptions = {}, parts?: Parts): Settings & Partial<Parts> {
  // It refuses options that are not an object.
  const sign = signer(options);
  const { fetch, signWarehouse, onRequest, onResponse, onRetry } = options;
  const { maxConcurrent = Infinity, maxResponseBytes = 2 ** 26, bodies = false } = options;
  const functions = { ...(parts as Partial<Parts>), fetch, signWarehouse, onRequest, onResponse, onRetry };
  const limits = { maxConcurrent, maxResponseBytes };
  for (const [name, value] of Object.entries(functions)) optionalFunction(value, name);
  for (const [name, value] of Object.entries(limits)) {
    check(
      value === Infinity || (Number.isInteger(value) && value > 0),
      name,
      "must be an integer above 0, or Infinity",
    );
  }
  check(typeof bodies === "boolean", "bodies", "must be true or false");
  return {
    ...functions,
    ...limits,
    ...patience({ timeoutMs: 30_000, maxRetries: 2 }, options),
    bodies,
    sign,
    timestamp: timestampSource(options),
    baseUrl: checkedBaseUrl(options.baseUrl),
  };
}

/** @throws PandaPonError of kind `input` that names the wrong option */
export function readCallOptions(options: CallOptions, settings: Settings) {
  checkOptions(options);
  const signal = options.signal ?? undefined;
  try {
    // Not `instanceof`: a program may have several AbortSignal classes. A signal that cannot be heard fails here, before sending.
    onAbort(signal, () => undefined)();
  } catch (cause) {
    throw inputError("signal", "must be an AbortSignal", undefined, cause);
  }
  return { signal, ...patience(settings, options) };
}

/**
 * Headers without a value are left out.
 * @throws PandaPonError of kind `input` if HTTP does not allow a name or a value
 */
export function checkedHeaders(headers: CallOptions["headers"]): Headers {
  try {
    if (!isObject(headers ?? {})) throw new TypeError();
    const given: Iterable<[string, string?]> | Record<string, string | undefined> = Object(headers);
    const pairs = [...(Symbol.iterator in given ? given : Object.entries(given))];
    // A pair of another length is wrong, which the platform says.
    return new Headers(
      pairs.filter((pair): pair is [string, string] => pair.length !== 2 || (pair[1] ?? null) !== null),
    );
  } catch {
    // The message of the platform repeats the value, which may be secret.
    throw inputError("headers", "must be names and values that HTTP allows");
  }
}

/** How long a call waits, and how often. */
interface Patience {
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

function patience(
  from: Patience,
  { timeoutMs = from.timeoutMs, maxRetries = from.maxRetries }: Pick<CallOptions, "timeoutMs" | "maxRetries">,
): Patience {
  check(
    timeoutMs === Infinity || (Number.isFinite(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31),
    "timeoutMs",
    // The longest wait of a timer.
    "must be above 0 and below 2^31, or Infinity",
  );
  check(Number.isInteger(maxRetries) && maxRetries >= 0, "maxRetries", "must be an integer, 0 or more");
  return { timeoutMs, maxRetries };
}

function checkedBaseUrl(baseUrl = "https://api.pandapon.com"): string {
  try {
    const { href, origin, pathname } = new URL(baseUrl);
    // An empty query or fragment leaves its sign in `href`.
    if (/^https?:/.test(origin) && href.replace(/\??#?$/, "") === origin + pathname) {
      return (origin + pathname).replace(/\/+$/, "");
    }
  } catch {
    // It is not a URL.
  }
  throw inputError("baseUrl", "must be an http or https URL without user, password, query or fragment");
}
