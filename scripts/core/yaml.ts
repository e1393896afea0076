// Reads YAML and JSON fast and without losing digits. Line numbers are looked up only on request.
import { CORE_SCHEMA, load, Type, YAMLException } from "js-yaml";
import { parse } from "lossless-json";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { blockLine } from "./block-lines.js";
import { jsonLine } from "./json-lines.js";
import { nestsDeeper, readNumber } from "./exact-json.js";

const INTEGER = /^[-+]?\d+$/;

// js-yaml reads integers as JavaScript numbers, which lose digits.
const exactInteger = new Type("tag:yaml.org,2002:int", {
  kind: "scalar",
  resolve: (text: unknown) => typeof text === "string" && INTEGER.test(text),
  construct: (text: string) => readNumber(text.replace(/^\+/, "")),
});
const SCHEMA = CORE_SCHEMA.extend({ implicit: [exactInteger] });

const IS_JSON = /^\s*[{[]/;
/** How deep a JSON document may nest. js-yaml has a limit of its own. */
const DEEPEST = 2_500;
/** How many values a document may hold once its aliases are written out. */
const MOST_VALUES = 1_000_000;

export class Unreadable extends Error {
  /** From 1. */
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** @throws Unreadable if the text is neither YAML nor JSON, or if its aliases stand for too many values */
export function readYaml(text: string): unknown {
  let value: unknown;
  const isJson = IS_JSON.test(text);
  if (isJson && nestsDeeper(text, DEEPEST)) throw new Unreadable(`it nests deeper than ${DEEPEST} levels`, 1);
  try {
    value = isJson ? parse(text, undefined, readNumber) : load(text, { schema: SCHEMA });
  } catch (error) {
    if (error instanceof YAMLException) throw new Unreadable(error.reason, (error.mark?.line ?? 0) + 1);
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    throw new Unreadable(message, at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length);
  }
  const anchor = /(?:^|[\s[{,])&\S/.exec(text);
  if (anchor !== null && sizeOf(value, new Map()) > MOST_VALUES) {
    const line = text.slice(0, anchor.index + 1).split("\n").length;
    throw new Unreadable(`its aliases stand for more than ${MOST_VALUES} values`, line);
  }
  return value;
}

/** How many values there are if aliases are written out. The time grows with the text, not with this number. */
function sizeOf(value: unknown, known: Map<object, number>): number {
  if (typeof value !== "object" || value === null) return 1;
  const before = known.get(value);
  if (before !== undefined) return before;
  // An alias to a value around it never ends.
  known.set(value, Number.POSITIVE_INFINITY);
  const size = Object.values(value).reduce((sum: number, member) => sum + sizeOf(member, known), 1);
  known.set(value, size);
  return size;
}

/** Finds the line, from 1, of a value in a text that `readYaml` has read; if it is not found, the line of the nearest value around it. */
export function lineFinder(text: string): (keys: readonly (string | number)[]) => number {
  let parsed: { document: Document; lines: LineCounter } | undefined;
  let split: string[] | undefined;
  return (keys) => {
    if (IS_JSON.test(text)) return text.includes("\n") ? jsonLine(text, keys) : 1;
    const quick = blockLine((split ??= text.split("\n")), keys);
    if (quick !== undefined) return quick;
    if (parsed === undefined) {
      const lines = new LineCounter();
      parsed = { document: parseDocument(text, { lineCounter: lines, keepSourceTokens: false }), lines };
    }
    const { document, lines } = parsed;
    for (let length = keys.length; length > 0; length -= 1) {
      const path = keys.slice(0, length);
      const key = path.at(-1);
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      const pair = isMapLike(parent) ? parent.items.find((item) => keyText(item.key) === String(key)) : undefined;
      const node = pair?.key ?? document.getIn(path, true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}

interface MapLike {
  items: { key: unknown }[];
}
const isMapLike = (node: unknown): node is MapLike =>
  typeof node === "object" &&
  node !== null &&
  "items" in node &&
  Array.isArray(node.items) &&
  "key" in (node.items[0] ?? {});
const keyText = (key: unknown): string => (isNode(key) && "value" in key ? String(key.value) : String(key));
