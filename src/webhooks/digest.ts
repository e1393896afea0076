// HMAC-SHA256 and SHA-256 as hexadecimal digits, on every platform.
//
// `crypto.subtle` hands each call to a thread, which takes 100 µs on Node; `node:crypto` takes 2 µs. `process.getBuiltinModule` gets it
// without an import, so no bundler and no other platform notices. `npm run bench:webhooks` shows both.
import { bytesOf, encode, joined } from "./raw-body.js";

interface Hash {
  update(data: string | Uint8Array): Hash;
  digest(encoding: "hex"): string;
}
interface NodeCrypto {
  createHmac(algorithm: string, secret: string): Hash;
  createHash(algorithm: string): Hash;
}

/** Node since 20.16, Bun and Deno have it. Types of Node are not available here. */
const nodeCrypto = (): NodeCrypto | undefined =>
  (globalThis as { process?: { getBuiltinModule?: (name: string) => NodeCrypto } }).process?.getBuiltinModule?.(
    "node:crypto",
  );

const ALGORITHM = { name: "HMAC", hash: "SHA-256" };

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Computes the digits of bytes, or of parts in a row: that takes less time than joining them. Texts are in UTF-8. */
export type Digest<Data> = (data: Data) => string | Promise<string>;
export type SignedParts = readonly (string | Uint8Array)[];

/** @returns the HMAC-SHA256 with this secret. The key is imported once, at the first call: workers forbid it while they start. */
export function hmac(secret: string): Digest<SignedParts> {
  const node = nodeCrypto();
  if (node) {
    return (parts) =>
      parts.reduce<Hash>((hash, part) => hash.update(part), node.createHmac("sha256", secret)).digest("hex");
  }
  let key: Promise<CryptoKey> | undefined;
  return async (parts) => {
    key ??= crypto.subtle.importKey("raw", encode(secret) as BufferSource, ALGORITHM, false, ["sign"]);
    return hex(await crypto.subtle.sign("HMAC", await key, joined(parts.map(bytesOf)) as BufferSource));
  };
}

export const sha256: Digest<Uint8Array> = (data) =>
  nodeCrypto()?.createHash("sha256").update(data).digest("hex") ??
  crypto.subtle.digest("SHA-256", data as BufferSource).then(hex);
