// MD5 of the platform, for Node, Bun and Deno. Other platforms use md5.web.ts: `#md5` in package.json selects the file.
import { createHash } from "node:crypto";

/** @returns the MD5 of the text's UTF-8 bytes: 32 lower-case hexadecimal digits */
export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
