// Reads one source: first checks that it can be a page, then calls the reader of its form.
import { readExport, readMarkdown } from "./openapi/index.js";
import { unread, type Reading } from "../page/reading.js";
import { readText } from "./text/index.js";
import { withoutTranslated } from "../page/translated.js";

export { PAGE_RULE, type Reading } from "../page/reading.js";

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
    return failed(
      `The page is too large: ${bytes.length} bytes, ${largest} at most.`,
      "Save one page per file, without the site around it.",
    );
  }
  const text = textOf(bytes);
  if (text === undefined) {
    return failed("This is binary data, not text.", "Save the page as text or Markdown, in UTF-8.", binaryLine(bytes));
  }
  if (text.trim() === "") return failed("The page is empty.", "Save it again.");
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    return failed("This is HTML.", "Take the page's Markdown (its address with .md at the end), or save it as text.");
  }
  return withoutTranslated(readerOf(name, text, isExport)({ name, text }));
}

function readerOf(name: string, text: string, isExport: boolean): typeof readText {
  if (isExport || /^\s*\{/.test(text) || /^(?:openapi|swagger)\s*:/m.test(text.slice(0, 2_000).split("```")[0] ?? "")) {
    return readExport;
  }
  return /\.md$/i.test(name) || /^## OpenAPI Specification/m.test(text) ? readMarkdown : readText;
}

/** The text of a file in UTF-8, or in UTF-16 with a byte order mark, as some editors save it; undefined if it is neither. */
function textOf(bytes: Uint8Array): string | undefined {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The line of the first zero byte, which text does not have. */
function binaryLine(bytes: Uint8Array): number {
  const at = bytes.indexOf(0);
  let line = 1;
  for (let index = 0; index < at; index += 1) if (bytes[index] === 0x0a) line += 1;
  return line;
}
