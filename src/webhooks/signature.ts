// Signs and verifies webhooks: HMAC-SHA256 in the header `Authorization`, as hexadecimal digits (https://doc-en.pandapon.com/doc-6055772).
import { checkOption, WebhookError } from "./error.js";
import { hmac, type SignedParts } from "./digest.js";
import { decode } from "./raw-body.js";

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

const BOTH = ["accessKey+body", "body"] as const;

/** What a webhook is signed with, for tests. */
export interface TestCredentials {
  accessKey: string;
  accessSecret: string;
  /** What is signed. Default: `"accessKey+body"`. */
  base?: Exclude<WebhookBase, "auto"> | undefined;
}

/** What a webhook is verified with. */
export interface WebhookCredentials {
  /** The AccessKey, as in calls. */
  accessKey: string;
  /** The AccessSecret that belongs to the key. */
  accessSecret?: string | undefined;
  /** Several secrets, of which any may have signed: the new and the old one while you change it. */
  secrets?: readonly string[] | undefined;
  /** What is signed. Default: `"accessKey+body"`. */
  base?: WebhookBase | undefined;
}

/** @throws WebhookError of reason `option` if a function does not return a text; what it throws */
function signedBytes(base: Exclude<WebhookBase, "auto">, accessKey: string, body: Uint8Array): SignedParts {
  if (base === "body") return [body];
  if (base === "accessKey+body") return [accessKey, body];
  const text: unknown = base({ accessKey, body: decode(body) });
  // It is refused below. Its rejection must not end the process.
  if (text instanceof Promise) text.catch(() => undefined);
  checkOption(typeof text === "string", "base", "must return a text");
  return [text];
}

/** @throws WebhookError of reason `option` */
function basesOf(base: WebhookBase = "accessKey+body"): readonly Exclude<WebhookBase, "auto">[] {
  if (typeof base === "function") return [base];
  if (base === "auto") return BOTH;
  checkOption(BOTH.includes(base), "base", 'must be a function, "auto", "body" or "accessKey+body"');
  return [base];
}

/** A line break at the end, as of a file that holds a secret, would refuse every message. */
const checkText = (value: unknown, name: string): void =>
  checkOption(typeof value === "string" && value !== "" && value === value.trim(), name, "must be a trimmed text");

/** @returns 64 lower-case hexadecimal digits: the value of the header `Authorization` */
export async function sign(body: Uint8Array, { accessKey, accessSecret, base }: TestCredentials): Promise<string> {
  checkText(accessKey, "accessKey");
  checkText(accessSecret, "accessSecret");
  const [first = "body"] = basesOf(base);
  return hmac(accessSecret)(signedBytes(first, accessKey, body));
}

/**
 * @returns the lower-case digits of a signature
 * @throws WebhookError of reason `authorization-missing` or `authorization-malformed`
 */
export function signatureOf(authorization: unknown): string {
  if (!authorization) throw new WebhookError("authorization-missing", "not sent");
  if (typeof authorization !== "string" || !/^[\da-f]{64}$/i.test(authorization)) {
    throw new WebhookError("authorization-malformed", "not 64 hexadecimal digits, once");
  }
  return authorization.toLowerCase();
}

/** Compares two texts of 64 characters. The time that it takes does not tell how many are right. */
function isSame(one: string, other: string): boolean {
  let difference = 0;
  for (let at = 0; at < 64; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** Verifies a body. @throws WebhookError of reason `signature`, or what a function `base` throws */
export type Verify = (body: Uint8Array, signature: string) => Promise<FittedBase>;

/**
 * @returns a function that imports each secret once
 * @throws WebhookError of reason `option`
 */
export function verifier({ accessKey, accessSecret, secrets = [], base }: WebhookCredentials): Verify {
  checkText(accessKey, "accessKey");
  checkOption(Array.isArray(secrets), "secrets", "must be a list");
  const all = accessSecret === undefined ? secrets : [accessSecret, ...secrets];
  checkOption(all.length > 0, "accessSecret", "is missing");
  for (const secret of all) checkText(secret, "accessSecret");
  const bases = basesOf(base);
  const digests = all.map(hmac);
  return async (body, signature) => {
    for (const one of bases) {
      const data = signedBytes(one, accessKey, body);
      for (const digest of digests) {
        const digits = digest(data);
        // Awaiting what is there takes as long as a third of the HMAC.
        if (isSame(typeof digits === "string" ? digits : await digits, signature)) {
          return typeof one === "function" ? "function" : one;
        }
      }
    }
    throw new WebhookError("signature", 'forged, altered, or another secret or `base` (try "auto")');
  };
}
