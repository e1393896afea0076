// Counts what looks like a row or like JSON on a page, without regard to its sections. What the reader neither read nor noted is a notice.
import type { Line } from "./lines.js";
import type { Sections } from "./found.js";
import type { Note } from "./unread.js";
import { facetIn, headingIn, isFooter, isMediaType, markIn } from "./words.js";

/** More than the types that the reader knows: a site may print them in another way one day. */
const TYPE =
  /^(?:string|integer|number|boolean|object|array|any|file|null|enum|const|oneOf|anyOf|allOf|u?int(?:32|64)?|long|float|double|decimal|map|dictionary|list)(?:\[\])?\s*(?:$|[[<({|])/i;
const UNMISTAKABLE = /^(?:array|object)\s*[[(<]/;

/** JSON, or a type: no type follows below it. */
const NO_NAME = new RegExp(`^["\\]}]|[[{,]$|${TYPE.source}`, "i");
const KNOWN: ((line: string) => unknown)[] = [markIn, facetIn, headingIn, isMediaType, isFooter];

const MEMBER = /^"(?:[^"\\]|\\.)*"\s*:/;
const NAMED = 20;

export function missedLines(lines: readonly Line[], from: number, { rowLines, otherLines }: Sections): Note[] {
  const text = (at: number): string => lines[at]?.text ?? "";
  const isName = (line: string): boolean => !NO_NAME.test(line) && !KNOWN.some((known) => known(line));
  const isRow = (at: number): boolean => UNMISTAKABLE.test(text(at)) || (TYPE.test(text(at)) && isName(text(at - 1)));
  const all = lines.flatMap((_, at) => (at > from ? [at] : []));
  const rows = all.filter((at) => isRow(at) && !rowLines.has(at) && !rowLines.has(at - 1)).map((at) => at - 1);
  const members = all.filter((at) => MEMBER.test(text(at)) && !otherLines.has(at));
  return [
    ...noteOf("what looks like a row is not read", rows),
    ...noteOf("what looks like a part of an example is not read", members),
  ];

  function noteOf(words: string, missed: readonly number[]): Note[] {
    const names = missed.slice(0, NAMED).map((at) => text(at).slice(0, 40));
    const message = `${words}, ${missed.length} in all: ${names.join(", ")}`;
    return missed.slice(0, 1).map((at) => ({ text: message, line: lines[at]?.number ?? 1 }));
  }
}
