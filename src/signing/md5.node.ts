// MD5 where the platform has it: Node, Bun and Deno. The other half of this pair is md5.web.ts; `#md5` picks one.
import { createHash } from "node:crypto";

/** @returns the MD5 of the text's UTF-8 bytes: 32 lower-case hexadecimal digits */
export function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
