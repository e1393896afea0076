// Takes JSON that spans several lines from copied text.
import type { Line } from "./lines.js";
import { headingIn, modifiedIn } from "./words.js";

export interface JsonBlock {
  text: string;
  /** The index of its first line. */
  first: number;
  /** The index of the line after its last. */
  end: number;
  closed: boolean;
}

/** Whether a line cannot be part of JSON. */
export function stopsJson(text: string): boolean {
  const heading = headingIn(text);
  return (heading !== undefined && heading !== "example") || modifiedIn(text) !== undefined;
}

export const beginsJson = (text: string): boolean => /^[{[]/.test(text);

/** Quoted text, which never continues on the next line, or a bracket. */
const QUOTED_OR_BRACKET = /"(?:[^"\\]|\\.)*"?|[{}[\]]/g;

/**
 * Takes a JSON object or list from the lines, up to the bracket that closes it.
 * @param from the column, from 0, where it begins on the first line
 */
export function jsonBlock(lines: readonly Line[], first: number, from: number): JsonBlock {
  const pieces: string[] = [];
  // Only the first line has no indentation, so that the members are not taken for those of a YAML document.
  const block = (end: number, closed: boolean): JsonBlock => ({ text: pieces.join("\n "), first, end, closed });
  let depth = 0;
  for (let at = first; at < lines.length; at += 1) {
    const text = (lines[at]?.text ?? "").slice(at === first ? from : 0);
    if (at > first && stopsJson(text)) return block(at, false);
    for (const { 0: sign, index } of text.matchAll(QUOTED_OR_BRACKET)) {
      if (sign === "{" || sign === "[") depth += 1;
      else if (sign === "}" || sign === "]") depth -= 1;
      else continue;
      if (depth > 0) continue;
      pieces.push(text.slice(0, index + 1));
      return block(at + 1, true);
    }
    pieces.push(text);
  }
  return block(lines.length, false);
}
