// Reads one source: first checks that it can be a page, then calls the reader of its form.
import { readExport, readMarkdown } from "./openapi/index.js";
import { unread, type Reading } from "../page/reading.js";
import { readText } from "./text/index.js";
import { withoutTranslated } from "../page/translated.js";

export { type Reading } from "../page/reading.js";

/** The size limit of a page, in bytes. The limit of an export of the whole project is higher. */
export const LARGEST_PAGE = 5 * 1024 * 1024;
const LARGEST_EXPORT = 100 * 1024 * 1024;

export interface Bytes {
  /** A file or an address, as messages show it. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Reads a page or an export. It never throws because of the content.
 * @returns its pages, and a problem with the source's name and a line for everything that could not be read
 */
export function readSource({ name, bytes }: Bytes): Reading {
  const failed = (message: string, fix: string, line = 1): Reading => unread(name, line, message, fix);
  const isExport = /\.(?:json|ya?ml)$/i.test(name);
  const largest = isExport ? LARGEST_EXPORT : LARGEST_PAGE;
  if (bytes.length > largest) {
    const sizes = `${bytes.length} bytes, ${largest} at most`;
    return failed(`The page is too large: ${sizes}.`, "Save one page per file, without the site around it.");
  }
  const text = textOf(bytes);
  if (text === undefined) {
    // Text has no zero byte.
    const above = Buffer.from(bytes.subarray(0, Math.max(bytes.indexOf(0), 0))).toString("latin1");
    const line = above.split("\n").length;
    return failed("This is binary data, not text.", "Save the page as text or Markdown, in UTF-8.", line);
  }
  if (text.trim() === "") return failed("The page is empty.", "Save it again.");
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    return failed("This is HTML.", "Take the page's Markdown (its address with .md at the end), or save it as text.");
  }
  return withoutTranslated(readerOf(name, text, isExport)({ name, text }));
}

function readerOf(name: string, text: string, isExport: boolean): typeof readText {
  if (
    isExport ||
    /^\s*\{/.test(text) ||
    /^(?:openapi|swagger)\s*:/m.test(text.slice(0, 2_000).split(/^(?:`{3}|~{3})/m)[0] ?? "")
  ) {
    return readExport;
  }
  return /\.md$/i.test(name) || /^## OpenAPI Specification/m.test(text) ? readMarkdown : readText;
}

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark, as some editors save it; undefined if it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text;
  } catch {
    return undefined;
  }
}
