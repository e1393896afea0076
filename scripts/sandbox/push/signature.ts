// Signs a push. It is another scheme than that of requests: HMAC-SHA256 in the header `Authorization` (https://doc-en.pandapon.com/doc-6055772).
import { Failure } from "../../core/problem.js";

/**
 * What is signed. PandaPon's pages are cut before the line that says it. The default follows a manual of the same wording (Lazada's);
 * `"body"` is the other reading.
 */
export type PushBase = "accessKey+body" | "body" | ((parts: { accessKey: string; body: string }) => string);

export function pushBase(base: PushBase, accessKey: string, body: string): string {
  if (typeof base === "function") return base({ accessKey, body });
  return base === "body" ? body : accessKey + body;
}

/**
 * @returns HMAC-SHA256 of the base in UTF-8, as 64 lower-case hexadecimal digits
 * @throws Failure with code 2 if the platform gives no `crypto.subtle`
 */
export async function pushSignature(base: string, accessSecret: string): Promise<string> {
  const { subtle } = signing();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const utf8 = new TextEncoder();
  const key = await subtle.importKey("raw", utf8.encode(accessSecret), algorithm, false, ["sign"]);
  const digest = new Uint8Array(await subtle.sign("HMAC", key, utf8.encode(base)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @throws Failure with code 2 that says where pushes can be signed */
export function signing(): typeof globalThis.crypto {
  // The types say that it is always there.
  const own: { subtle?: unknown } | undefined = globalThis.crypto;
  if (own?.subtle !== undefined) return globalThis.crypto;
  throw new Failure(
    2,
    "Pushes cannot be signed here: there is no crypto.subtle. A page has it only over https or at http://localhost. Serve the page so, or leave out the push URL.",
  );
}
