// Reads the line on which a page prints a field's type: `array[object (Line[]) {2}]  | null`.
import { present } from "../../page/field.js";
import type { Mark } from "../../page/page.js";
import { markIn } from "./words.js";

export interface PrintedType {
  /** Without "null". */
  types: string[];
  nullable: boolean;
  format?: string;
  shape?: string;
  /** The type of a list's items, if it is printed. */
  items?: PrintedType;
}

export interface TypeLine {
  type: PrintedType;
  /** The mark after the type, if the copied text has both on one line. */
  mark?: Mark;
}

const JSON_TYPES = ["string", "integer", "number", "boolean", "object", "array"];
const WORD = new RegExp(`\\s*(${JSON_TYPES.join("|")}|null|any|file|enum|const|oneOf|anyOf|allOf)\\b`, "y");
const OPENING = /\s*\[/y;
const CLOSING = /\s*\]/y;
const IN_ANGLES = /\s*<([\w.-]+)>/y;
// The name of a shape may contain brackets.
const SHAPE = /\s*\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/y;
const SIZE = /\s*\{\d+\}/y;
const BAR = /\s*\|/y;
const LONGEST = 300;

/** The type that a line prints; undefined if the line is anything else. */
export function typeIn(line: string): TypeLine | undefined {
  if (line.length > LONGEST) return undefined;
  const cursor = new Cursor(line);
  const type = typeAt(cursor);
  const rest = cursor.rest();
  const mark = markIn(rest);
  return type === undefined || (rest !== "" && mark === undefined) ? undefined : present<TypeLine>({ type, mark });
}

/** Types with bars between them. */
function typeAt(cursor: Cursor): PrintedType | undefined {
  const type: PrintedType = { types: [], nullable: false };
  do {
    const word = cursor.take(WORD)?.[1];
    if (word === undefined) return undefined;
    const isList = word === "array" && cursor.take(OPENING) !== undefined;
    const items = isList ? typeAt(cursor) : undefined;
    if (isList && (items === undefined || cursor.take(CLOSING) === undefined)) return undefined;
    if (items !== undefined) type.items ??= items;
    const inAngles = [cursor.take(IN_ANGLES)?.[1], cursor.take(IN_ANGLES)?.[1]].flatMap((one) => one ?? []);
    const named = [word === "file" ? "string" : word, ...inAngles].filter((one) => JSON_TYPES.includes(one));
    // enum<string> and number<integer>: the inner type is the precise one.
    type.types = [...new Set([...type.types, ...named.slice(-1)])];
    type.nullable ||= word === "null";
    const format = word === "file" ? "binary" : inAngles.find((one) => !JSON_TYPES.includes(one));
    if (format !== undefined) type.format ??= format;
    const shape = cursor.take(SHAPE)?.[1];
    if (shape !== undefined) type.shape ??= shape.trim();
    cursor.take(SIZE);
  } while (cursor.take(BAR) !== undefined);
  return type;
}

/** Takes pieces from a line, from left to right. */
class Cursor {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  rest(): string {
    return this.#line.slice(this.#at).trim();
  }
}
