// Undoes what editors, shells and body parsers do to a saved body.
import { parse, stringify } from "lossless-json";
import { tooDeepAt } from "../core/exact-json.js";

/** A body that may have been signed, and how the file differs from it. */
export interface Undone {
  /** Follows "the file": `has a line break at its end`. */
  change: string;
  fix: string;
  body: Uint8Array;
}

const VERIFY = "A program must verify the bytes as they arrive.";
const ADDED = `An editor or a shell has added that. ${VERIFY}`;
const TAKEN = `An editor or a shell has taken that off. ${VERIFY}`;
const PARSED =
  "A parser has read the body and written it again. Save and verify it before that: docs/webhooks.md shows how.";

/** As deep as the JSON is read. */
const DEEPEST = 500;

/** @returns the bodies that the file may have been, the likeliest first */
export function undone(file: Uint8Array): Undone[] {
  const isWide = file[0] === 0xff && file[1] === 0xfe;
  const text = new TextDecoder(isWide ? "utf-16le" : "utf-8").decode(file); // without a byte order mark
  const compact = rewritten(text);
  const wide = isWide ? "is UTF-16, as Windows PowerShell writes, and " : "";
  const utf8 = new TextEncoder();
  const one = (change: string, fix: string, body: string): Undone => ({ change, fix, body: utf8.encode(body) });
  return [
    one(isWide ? "is UTF-16, as Windows PowerShell writes" : "begins with a byte order mark", ADDED, text),
    one(`${wide}has a line break or spaces around the body`, ADDED, text.trim()),
    one(`${wide}has line breaks of Windows`, ADDED, text.replaceAll("\r\n", "\n")),
    one(`${wide}lacks the line break at its end`, TAKEN, `${text}\n`),
    ...(compact === undefined ? [] : [one(`${wide}is JSON that was written again`, PARSED, compact)]),
  ];
}

/** @returns the JSON without spaces, all digits and members as they were, or undefined if it is not JSON */
function rewritten(text: string): string | undefined {
  if (tooDeepAt(text, DEEPEST) !== undefined) return undefined;
  try {
    return stringify(parse(text));
  } catch {
    return undefined;
  }
}
