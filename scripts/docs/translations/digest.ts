// Tells whether an English text has changed since it was translated.
import { createHash } from "node:crypto";

/** @returns the first 8 hexadecimal digits of the SHA-256 of a text, whatever its line endings are */
export const digestOf = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n").trim()).digest("hex").slice(0, 8);
