// Reads the line on which a page prints a field's type: `array[object (Line[]) {2}]  | null`.
import type { Mark } from "../../page/page.js";
import { markIn } from "./words.js";

export interface PrintedType {
  /** Sorted, without "null". */
  types: string[];
  nullable: boolean;
  format?: string;
  shape?: string;
  /** The type of a list's items, if it is printed. */
  items?: PrintedType;
}

const WORDS = "string|integer|number|boolean|object|array|null|any|file|enum|const|oneOf|anyOf|allOf";
const START = new RegExp(`^(?:${WORDS})\\b`);
const BEGINNINGS = new Set(WORDS.split("|").map((word) => word.slice(0, 3)));
const JSON_TYPES = new Set(["string", "integer", "number", "boolean", "object", "array"]);
const LONGEST = 300;
const DEEPEST = 20;

export interface TypeLine {
  type: PrintedType;
  /** The mark after the type, if the copied text has both on one line. */
  mark?: Mark;
}

// Every page has the same few types.
const KNOWN = new Map<string, TypeLine>();
const MOST_KNOWN = 1_000;

/** The type that a line prints; undefined if the line is anything else. */
export function typeIn(line: string): TypeLine | undefined {
  if (line.length > LONGEST || !BEGINNINGS.has(line.slice(0, 3))) return undefined;
  const known = KNOWN.get(line);
  if (known !== undefined) return known;
  const read = typeLine(line);
  if (read !== undefined && KNOWN.size < MOST_KNOWN) KNOWN.set(line, read);
  return read;
}

function typeLine(line: string): TypeLine | undefined {
  const read = union(line, 0);
  const rest = read === undefined ? "" : line.slice(read.end).trim();
  if (read === undefined || rest === "") return read && { type: read.type };
  const mark = markIn(rest);
  return mark && { type: read.type, mark };
}

interface Read {
  type: PrintedType;
  end: number;
}

function union(line: string, depth: number, from = 0): Read | undefined {
  if (depth > DEEPEST) return undefined;
  let end = from;
  const type: PrintedType = { types: [], nullable: false };
  for (;;) {
    const one = single(line, depth, end);
    if (one === undefined) return undefined;
    const { types, nullable, ...facets } = one.type;
    Object.assign(type, { ...facets, ...type });
    type.types = [...new Set([...type.types, ...types])].sort();
    type.nullable ||= nullable;
    end = one.end;
    const bar = /^\s*\|\s*/.exec(line.slice(end));
    if (bar === null) return { type, end };
    end += bar[0].length;
  }
}

function single(line: string, depth: number, from: number): Read | undefined {
  const [word] = START.exec(line.slice(from)) ?? [];
  if (word === undefined) return undefined;
  const type: PrintedType = { types: JSON_TYPES.has(word) ? [word] : [], nullable: word === "null" };
  if (word === "file") Object.assign(type, { types: ["string"], format: "binary" });
  let end = from + word.length;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(line.slice(end));
    if (found === null) return undefined;
    end += found[0].length;
    return found[1] ?? "";
  };
  if (word === "array" && take(/^\s*\[\s*/) !== undefined) {
    const items = union(line, depth + 1, end);
    if (items === undefined) return undefined;
    type.items = items.type;
    end = items.end;
    if (take(/^\s*\]/) === undefined) return undefined;
  }
  const inside = take(/^\s*<([\w.-]+)>/);
  if (inside !== undefined && JSON_TYPES.has(inside)) type.types = [inside];
  else if (inside !== undefined) type.format = inside;
  if (word === "enum" || word === "const") type.format = take(/^\s*<([\w.-]+)>/) ?? type.format ?? "";
  const shape = bracketed(line, end);
  if (shape !== undefined) {
    type.shape = shape.name;
    end = shape.end;
  }
  take(/^\s*\{\d+\}/);
  if (type.format === "") delete type.format;
  return { type, end };
}

/** A name in round brackets. The name may contain brackets. */
function bracketed(line: string, from: number): { name: string; end: number } | undefined {
  const start = from + (/^\s*/.exec(line.slice(from))?.[0].length ?? 0);
  if (line[start] !== "(") return undefined;
  let depth = 0;
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === "(") depth += 1;
    if (line[at] === ")") depth -= 1;
    if (depth === 0) return { name: line.slice(start + 1, at).trim(), end: at + 1 };
  }
  return undefined;
}
