// Signs and verifies webhooks: HMAC-SHA256 in the header `Authorization`, as hexadecimal digits (https://doc-en.pandapon.com/doc-6055772).
import { checkOption, WebhookError } from "./error.js";
import { decode, encode, joined } from "./raw-body.js";

/** Makes the text that is signed. The body is its text in UTF-8. */
export type WebhookBaseFunction = (parts: { accessKey: string; body: string }) => string;

/**
 * What is signed. PandaPon's pages are cut before the line that says it.
 *
 * - `"accessKey+body"` (default): the rule of PandaPon's Taobao upstream, and of a manual with the same wording. An inference.
 * - `"body"`: the other reading.
 * - `"auto"`: accepts either, and tells which one fitted.
 * - a function: your own rule.
 */
export type WebhookBase = "accessKey+body" | "body" | "auto" | WebhookBaseFunction;

/** The base that fitted. */
export type FittedBase = "accessKey+body" | "body" | "function";

/** What a webhook is verified with. */
export interface WebhookCredentials {
  accessKey: string;
  /** The AccessSecret that belongs to the key. */
  accessSecret?: string | undefined;
  /** Several secrets, of which any may have signed: the new and the old one while you change it. */
  secrets?: readonly string[] | undefined;
  /** What is signed. Default: `"accessKey+body"`. */
  base?: WebhookBase | undefined;
}

const ALGORITHM = { name: "HMAC", hash: "SHA-256" };

const importKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", encode(secret) as BufferSource, ALGORITHM, false, ["sign", "verify"]);

export const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @throws WebhookError of reason `option` if a function does not return a text; what it throws */
function signedBytes(base: Exclude<WebhookBase, "auto">, accessKey: string, body: Uint8Array): Uint8Array {
  if (base === "body") return body;
  if (base === "accessKey+body") return joined([encode(accessKey), body]);
  const text: unknown = base({ accessKey, body: decode(body) });
  // It is refused below. Its rejection must not end the process.
  if (text instanceof Promise) text.catch(() => undefined);
  checkOption(typeof text === "string", "base", "must return a text");
  return encode(text);
}

/** @throws WebhookError of reason `option` */
export function checkBase(base: unknown, isSigning: boolean): void {
  const known: unknown[] = isSigning ? ["accessKey+body", "body"] : ["accessKey+body", "body", "auto"];
  checkOption(typeof base === "function" || known.includes(base), "base", `must be a function or one of ${known}`);
}

const checkText = (value: unknown, name: string): void =>
  checkOption(typeof value === "string" && value !== "", name, "must be a text");

/** @returns 64 lower-case hexadecimal digits: the value of the header `Authorization` */
export async function sign(
  body: Uint8Array,
  {
    accessKey,
    accessSecret,
    base = "accessKey+body",
  }: { accessKey: string; accessSecret: string; base?: Exclude<WebhookBase, "auto"> | undefined },
): Promise<string> {
  checkText(accessKey, "accessKey");
  checkText(accessSecret, "accessSecret");
  checkBase(base, true);
  const data = signedBytes(base, accessKey, body);
  return hex(await crypto.subtle.sign("HMAC", await importKey(accessSecret), data as BufferSource));
}

/**
 * @returns the 32 bytes of a signature
 * @throws WebhookError of reason `authorization-missing` or `authorization-malformed`
 */
export function signatureOf(authorization: unknown): Uint8Array {
  if (authorization === undefined || authorization === null || authorization === "") {
    throw new WebhookError("authorization-missing", "There is no `Authorization`.");
  }
  if (typeof authorization !== "string" || !/^[\da-f]{64}$/i.test(authorization)) {
    throw new WebhookError("authorization-malformed", "`Authorization` is not one signature of 64 hexadecimal digits.");
  }
  return Uint8Array.from(authorization.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** Verifies a body. @throws WebhookError of reason `signature`, or what a function `base` throws */
export type Verify = (body: Uint8Array, signature: Uint8Array) => Promise<FittedBase>;

/**
 * @returns a function that imports each secret once
 * @throws WebhookError of reason `option`
 */
export function verifier({
  accessKey,
  accessSecret,
  secrets = [],
  base = "accessKey+body",
}: WebhookCredentials): Verify {
  checkText(accessKey, "accessKey");
  checkOption(Array.isArray(secrets), "secrets", "must be a list");
  const all = accessSecret === undefined ? secrets : [accessSecret, ...secrets];
  checkOption(all.length > 0, "accessSecret", "is missing");
  for (const secret of all) checkText(secret, "accessSecret");
  checkBase(base, false);
  const bases = base === "auto" ? (["accessKey+body", "body"] as const) : [base];
  let keys: Promise<CryptoKey[]> | undefined;
  return async (body, signature) => {
    // Not before the first webhook: workers do not allow it while they start.
    keys ??= Promise.all(all.map(importKey));
    for (const one of bases) {
      const data = signedBytes(one, accessKey, body) as BufferSource;
      for (const key of await keys) {
        // It compares in constant time.
        if (await crypto.subtle.verify("HMAC", key, signature as BufferSource, data)) {
          return typeof one === "function" ? "function" : one;
        }
      }
    }
    throw new WebhookError(
      "signature",
      'The signature does not match: a forged or altered body, another secret, or another `base` (try "auto").',
    );
  };
}
