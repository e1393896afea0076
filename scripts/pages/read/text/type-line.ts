// Reads the line on which a page prints a field's type: `array[object (Line[]) {2}]  | null`.
import { present } from "../../page/field.js";
import type { Mark } from "../../page/page.js";
import { splitMark } from "./words.js";

export interface PrintedType {
  /** Without "null". */
  types: string[];
  nullable: boolean;
  format?: string;
  shape?: string;
  /** The type of a list's items, if it is printed. */
  items?: PrintedType;
}

const JSON_TYPES = ["string", "integer", "number", "boolean", "object", "array"];
const WORDS = `${JSON_TYPES.join("|")}|null|any|file|enum|const|oneOf|anyOf|allOf`;
const START = new RegExp(`^(?:${WORDS})\\b`);
/** A bar that is not inside a list. */
const BAR = /\s*\|\s*(?![^[<]*[\]>])/;
const LIST = /^array\s*[[<]\s*(.*?)\s*[\]>]$/;
// The name of a shape is in round brackets. It may contain brackets itself.
const SINGLE = new RegExp(
  `^(${WORDS})(?:\\s*<([\\w.-]+)>)?(?:\\s*<([\\w.-]+)>)?(?:\\s*\\((.*)\\))?(?:\\s*\\{\\d+\\})?$`,
);
const LONGEST = 300;

/** The type that a line prints, and the mark if it is on the same line; undefined if the line is anything else. */
export function typeIn(line: string): { type: PrintedType; mark?: Mark } | undefined {
  if (line.length > LONGEST || !START.test(line)) return undefined;
  const { text, mark } = splitMark(line);
  const type = typeOf(text);
  return type && { type, ...(mark && { mark }) };
}

function typeOf(text: string): PrintedType | undefined {
  const type: PrintedType = { types: [], nullable: false };
  for (const one of text.split(BAR)) {
    const list = LIST.exec(one)?.[1];
    const items = list === undefined ? undefined : typeOf(list);
    const [, word, ...more] = SINGLE.exec(items === undefined ? one : "array") ?? [];
    if (word === undefined) return undefined;
    const inAngles = more.slice(0, 2);
    const isType = (name: string | undefined): boolean => JSON_TYPES.includes(name ?? "");
    // enum<string> is a text.
    const named = [...inAngles, word === "file" ? "string" : word].find(isType);
    if (named !== undefined) type.types.push(named);
    type.nullable ||= word === "null";
    const format = word === "file" ? "binary" : inAngles.find((name) => name !== undefined && !isType(name));
    const shape = more[2]?.trim();
    Object.assign(type, { ...present<Partial<PrintedType>>({ format, shape, items }), ...type });
  }
  return type;
}

/**
 * How many lists a row is in that has this type, stands below a list, and has no name: `string` below `array [array]` is in two.
 * @returns undefined if the list prints the type of its items in full, so that no such row follows
 */
export function openItem(list: PrintedType, item: PrintedType): number | undefined {
  let depth = 0;
  let inner = list;
  for (; inner.items !== undefined; depth += 1) inner = inner.items;
  if (inner.types.includes("array")) return depth + 1;
  const isObject = inner.types.includes("object") && item.types.includes("object");
  return depth > 0 && (inner.types.length === 0 || isObject) ? depth : undefined;
}

export const isScalar = ({ types }: PrintedType): boolean =>
  types.length > 0 && !types.includes("object") && !types.includes("array");
