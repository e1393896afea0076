// Finds the end of JSON that spans several lines, and the line of each of its fields.
import { type Place, itemOf, under } from "../../../core/place.js";
import type { Line } from "./lines.js";

export interface JsonBlock {
  /** Its lines, without spaces around them. */
  text: string;
  /** The index of its first line. */
  first: number;
  /** The index of the line after its last. */
  end: number;
  closed: boolean;
}

export const beginsJson = (text: string): boolean => text.startsWith("{") || text.startsWith("[");

/**
 * Takes a JSON object or list from the lines, up to the bracket that closes it.
 * @param from the column, from 0, where it begins on the first line
 * @param stops whether a line cannot be part of it
 */
export function jsonBlock(
  lines: readonly Line[],
  first: number,
  from: number,
  stops: (text: string) => boolean,
): JsonBlock {
  const pieces: string[] = [];
  let depth = 0;
  for (let at = first; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? "";
    const start = at === first ? from : 0;
    if (at > first && stops(text)) return { text: pieces.join("\n"), first, end: at, closed: false };
    const close = closing(text, start, depth);
    if (close.at !== undefined) {
      pieces.push(text.slice(start, close.at));
      return { text: pieces.join("\n"), first, end: at + 1, closed: true };
    }
    depth = close.depth;
    pieces.push(text.slice(start));
  }
  return { text: pieces.join("\n"), first, end: lines.length, closed: false };
}

/** The column after the bracket that closes the outermost one. Quoted text never continues on the next line. */
function closing(text: string, start: number, depth: number): { depth: number; at?: number } {
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "{" || character === "[")) depth += 1;
    else if (!quoted && (character === "}" || character === "]")) {
      depth -= 1;
      if (depth === 0) return { depth, at: at + 1 };
    }
  }
  return { depth };
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\]:,\n]|[^\s"{}[\]:,]+/g;

/** The line of each place, counted from 0 at the first line of the block. */
export function linesOfPlaces(text: string, root: Place): Map<Place, number> {
  const found = new Map<Place, number>();
  const open: { place: Place; list: boolean }[] = [];
  let here = root;
  let key: string | undefined;
  let line = 0;
  const note = (place: Place): void => void (found.has(place) || found.set(place, line));
  const value = (): void => {
    const around = open.at(-1);
    if (around?.list === true) note((here = itemOf(around.place)));
    else if (around === undefined) note((here = root));
  };
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      value();
      open.push({ place: here, list: token === "[" });
      key = undefined;
    } else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const around = open.at(-1);
      if (around !== undefined && key !== undefined) note((here = under(around.place, key)));
    } else if (token !== ",") {
      value();
      key = token.startsWith('"') ? unquoted(token) : token;
    }
  }
  return found;
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}
