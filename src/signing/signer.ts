// Makes a signer from credentials, a clock and a source of nonces.
import { isObject } from "../codec/pointer.js";
import { check, inputError, optionalFunction } from "../errors/input-error.js";
import { randomNonce } from "./nonce.js";
import { signatureHeaders, type SignatureHeaders } from "./signature.js";

/** Options of a signer. The defaults of the three credentials come from environment variables. */
export interface SignerOptions {
  /** The key that identifies the developer. Default: the environment variable `PANDAPON_ACCESS_KEY`. */
  accessKey?: string | undefined;
  /** The secret of the key. Default: the environment variable `PANDAPON_ACCESS_SECRET`. */
  accessSecret?: string | undefined;
  /** The sub-account that calls; it is sent but not signed. Default: the environment variable `PANDAPON_USER_ID`. */
  userId?: string | undefined;
  /**
   * The unit of the header `timestamp`: `"ms"` (default) as on PandaPon's endpoint pages, or `"s"` as in third-party clients.
   * PandaPon does not state the unit.
   */
  timestampUnit?: "ms" | "s" | undefined;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. PandaPon refuses a time that is more than 600 s off. */
  now?: (() => number) | undefined;
  /**
   * Returns a new nonce of 32 characters for each request. Default: random letters and digits. If it or `now` throws, the call
   * fails with kind `input`, and `cause` is what was thrown.
   */
  nonce?: (() => string) | undefined;
}

/**
 * Makes the headers of one request. Call it again for every request that you send.
 * @param userId replaces the `userId` of the signer
 */
export type Signer = (userId?: string) => SignatureHeaders;

/**
 * Makes a function that signs requests with the given credentials, clock and nonces.
 *
 * ```ts
 * const sign = signer({ accessKey, accessSecret, userId });
 * await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...sign() }, body });
 * ```
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 * @see {@link https://doc.pandapon.com/doc-5774404} for the headers
 */
export function signer(options: SignerOptions = {}): Signer {
  checkOptions(options);
  const accessKey = credential(options, "accessKey");
  const accessSecret = credential(options, "accessSecret");
  const ownUserId = credential(options, "userId");
  const timestamp = timestampSource(options);
  const nonce = optionalFunction(options.nonce, "nonce") ?? randomNonce;
  return (userId = ownUserId) =>
    signatureHeaders(
      { accessKey, timestamp: timestamp(), nonce: headerText(called(nonce, "nonce"), "nonce"), accessSecret },
      headerText(userId, "userId"),
    );
}

/** @throws PandaPonError of kind `input` if the options are not an object: plain JavaScript may pass anything */
export function checkOptions(options: unknown): void {
  check(isObject(options) && !Array.isArray(options), "options", "must be an object");
}

/** @returns a function that returns the current time as the text of the header `timestamp` */
export function timestampSource({ now: clock, timestampUnit = "ms" }: SignerOptions): () => string {
  const now = optionalFunction(clock, "now") ?? Date.now;
  check(timestampUnit === "ms" || timestampUnit === "s", "timestampUnit", 'must be "ms" or "s"');
  return () => {
    const ms = called(now, "now");
    check(Number.isFinite(ms), "now", "must return milliseconds since 1970");
    return String(Math.floor(timestampUnit === "ms" ? ms : ms / 1000));
  };
}

/** Calls a function of the caller, which may throw. */
function called<T>(own: () => T, name: string): T {
  try {
    const value = own();
    // It is refused as a wrong value. Its rejection must not end the process.
    if (value instanceof Promise) value.catch(() => undefined);
    return value;
  } catch (cause) {
    throw inputError(name, "failed: see `cause`", undefined, cause);
  }
}

/** @returns the text if it is a valid header value. The error never shows the value, which may be secret. */
export function headerText(value: unknown, name: string): string {
  check(typeof value === "string" && /^[!-~]+$/.test(value), name, "must be visible ASCII text");
  return value;
}

function credential(options: SignerOptions, name: "accessKey" | "accessSecret" | "userId"): string {
  // PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET or PANDAPON_USER_ID.
  const variable = `PANDAPON_${name.replace(/[A-Z]/, "_$&").toUpperCase()}`;
  const value = options[name] ?? environment(variable);
  check(value, name, `is missing: pass it, or set ${variable} in the environment`);
  return headerText(value, name);
}

/** @returns an environment variable; `undefined` if the platform has none or does not allow reading it */
function environment(name: string): string | undefined {
  // Web platforms do not declare `process`, and the runtime uses no platform's types.
  try {
    return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
  } catch {
    return undefined; // Deno without --allow-env
  }
}
