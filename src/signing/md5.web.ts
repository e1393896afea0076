// MD5 where the platform has none, as in workers. The other half of this pair is md5.node.ts; `#md5` picks one.
import { md5 as digest } from "@noble/hashes/legacy.js";

/** @returns the MD5 of the text's UTF-8 bytes: 32 lower-case hexadecimal digits */
export function md5(text: string): string {
  return Array.from(digest(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
