// A signer: credentials, a clock and a source of nonces, bound together.
import { inputError, optionalFunction } from "../errors/input-error.js";
import { randomNonce } from "./nonce.js";
import { signatureHeaders, type SignatureHeaders } from "./signature.js";

/** Options of a signer. The three credentials have no other default than the environment. */
export interface SignerOptions {
  /** The key that names the developer. Default: `PANDAPON_ACCESS_KEY` of the environment, where there is one. */
  accessKey?: string | undefined;
  /** The secret that belongs to the key. Default: `PANDAPON_ACCESS_SECRET` of the environment. */
  accessSecret?: string | undefined;
  /** The sub-account that calls; sent, not signed. Default: `PANDAPON_USER_ID` of the environment. */
  userId?: string | undefined;
  /**
   * The unit of the header `timestamp`: `"ms"` (default) as on PandaPon's endpoint pages, or `"s"` as in third-party clients.
   * PandaPon states none.
   */
  timestampUnit?: "ms" | "s" | undefined;
  /** The clock: milliseconds since 1970, UTC. Default: `Date.now`. PandaPon refuses times more than 600 s off. */
  now?: (() => number) | undefined;
  /** The source of nonces: 32 characters, new each time. Default: random letters and digits. */
  nonce?: (() => string) | undefined;
}

/**
 * Makes the headers of one request: sign anew for each one that is sent.
 * @param userId in place of the signer's own
 */
export type Signer = (userId?: string) => SignatureHeaders;

/**
 * Binds credentials, clock and nonces to a function that signs.
 *
 * ```ts
 * const sign = signer({ accessKey, accessSecret, userId });
 * await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...sign() }, body });
 * ```
 * @throws PandaPonError of kind `input` that names the option which is missing or cannot be right
 * @see {@link https://doc.pandapon.com/doc-5774404} for the headers
 */
export function signer(options: SignerOptions = {}): Signer {
  const accessKey = credential(options, "accessKey", "PANDAPON_ACCESS_KEY");
  const accessSecret = credential(options, "accessSecret", "PANDAPON_ACCESS_SECRET");
  const ownUserId = credential(options, "userId", "PANDAPON_USER_ID");
  const timestamp = timestampSource(options);
  const nonce = optionalFunction(options.nonce, "nonce") ?? randomNonce;
  return (userId = ownUserId) =>
    signatureHeaders(
      { accessKey, timestamp: timestamp(), nonce: headerText(nonce(), "nonce"), accessSecret },
      headerText(userId, "userId"),
    );
}

/** @returns a function that reads the clock as the text of the header `timestamp` */
export function timestampSource({ now: clock, timestampUnit = "ms" }: SignerOptions): () => string {
  const now = optionalFunction(clock, "now") ?? Date.now;
  if (timestampUnit !== "ms" && timestampUnit !== "s") throw inputError("timestampUnit", 'must be "ms" or "s"');
  return () => {
    const ms = now();
    if (!Number.isFinite(ms)) throw inputError("now", "must return milliseconds since 1970");
    return String(Math.floor(timestampUnit === "ms" ? ms : ms / 1000));
  };
}

/** @returns the text, if it can stand in a header and says something; the value itself is never shown */
function headerText(value: unknown, name: string): string {
  if (typeof value === "string" && /^[\x21-\x7e]+$/.test(value)) return value;
  throw inputError(name, "must be visible ASCII text");
}

function credential(options: SignerOptions, name: "accessKey" | "accessSecret" | "userId", variable: string): string {
  const value = options[name] ?? (environment(variable) || undefined);
  if (value === undefined || value === "") {
    throw inputError(name, `is missing: pass it, or set ${variable} in the environment`);
  }
  return headerText(value, name);
}

/** A variable of the environment, where the platform has one and lets it be read. */
function environment(name: string): string | undefined {
  // Not declared by web platforms, and the runtime leans on no platform's types.
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  try {
    return process?.env?.[name];
  } catch {
    return undefined; // Deno without --allow-env
  }
}
