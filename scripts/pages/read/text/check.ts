// Counts what looks like a row on a page, without regard to its sections. What the reader neither read nor noted is a notice.
import type { Line } from "./lines.js";
import type { Note } from "./unread.js";
import { facetIn, headingIn, isFooter, isMediaType, markIn } from "./words.js";

/** More than the types that the reader knows: a site may print them in another way one day. */
const TYPE =
  /^(?:string|integer|number|boolean|object|array|any|file|null|enum|const|oneOf|anyOf|allOf|u?int(?:32|64)?|long|float|double|decimal|map|dictionary|list)(?:\[\])?\s*(?:$|[[<({|])/i;
const UNMISTAKABLE = /^(?:array|object)\s*[[(<]/;

/** JSON, or a type: no type follows below it. */
const NO_NAME = new RegExp(`^["\\]}]|[[{,]$|${TYPE.source}`, "i");
const KNOWN: ((line: string) => unknown)[] = [markIn, facetIn, headingIn, isMediaType, isFooter];

/** @param rowLines the indices of the lines with which the rows begin that are read or noted */
export function missedRows(lines: readonly Line[], from: number, rowLines: ReadonlySet<number>): Note[] {
  const text = (at: number): string => lines[at]?.text ?? "";
  const isName = (line: string): boolean => !NO_NAME.test(line) && !KNOWN.some((known) => known(line));
  const isRow = (at: number): boolean => UNMISTAKABLE.test(text(at)) || (TYPE.test(text(at)) && isName(text(at - 1)));
  const missed = lines.flatMap(({ number }, at) =>
    at > from && !rowLines.has(at) && !rowLines.has(at - 1) && isRow(at)
      ? [{ name: text(at - 1), line: number - 1 }]
      : [],
  );
  const names = missed.map(({ name }) => name.slice(0, 40)).slice(0, 20);
  return missed.slice(0, 1).map(({ line }) => {
    const text = `what looks like a row is not read, ${missed.length} in all: ${names.join(", ")}`;
    return { text, line };
  });
}
