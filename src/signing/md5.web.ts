// MD5 for platforms without one, such as workers. Node uses md5.node.ts: `#md5` in package.json selects the file.
import { md5 as digest } from "@noble/hashes/legacy.js";

/** @returns the MD5 of the text's UTF-8 bytes: 32 lower-case hexadecimal digits */
export function md5(text: string): string {
  return Array.from(digest(new TextEncoder().encode(text)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
