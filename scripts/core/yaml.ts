// Reads YAML and JSON without losing digits, and finds the lines of values.
import { parse } from "lossless-json";
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { ScalarTag, YAMLMap, YAMLSeq } from "yaml";
import { readNumber, tooDeepAt } from "./exact-json.js";
import { jsonLines } from "./json-lines.js";
import type { Pointer } from "./pointer.js";

export interface YamlText {
  value: unknown;
  /** Finds the line, from 1, of the value at these keys; if there is none, that of the nearest value around it. */
  line: (keys: Pointer) => number;
}

export class Unreadable extends Error {
  /** From 1. */
  readonly line: number;
  readonly fix: string;
  constructor(message: string, line: number, fix = "Correct the YAML.") {
    super(message);
    this.line = line;
    this.fix = fix;
  }
}

/** How deep a document may nest. */
const DEEPEST = 2_500;
/** How many values a document may hold once its aliases are written out. */
const MOST_VALUES = 1_000_000;
/** The same for a file of a contract: to lint more values takes over ten seconds. */
export const MOST_IN_CONTRACT = 100_000;

// The library's own tags lose the digits of integers beyond 2^53.
const exactInteger: ScalarTag = {
  tag: "tag:yaml.org,2002:int",
  default: true,
  test: /^(?:[-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i,
  resolve: (text) => readNumber(BigInt(text).toString()),
};

/** @throws Unreadable if the text is neither YAML nor JSON, or if its aliases stand for too many values */
export function readYaml(text: string, most = MOST_VALUES): YamlText {
  const deep = tooDeepAt(text, DEEPEST);
  if (deep !== undefined) {
    throw new Unreadable(`it nests deeper than ${DEEPEST} levels`, text.slice(0, deep).split("\n").length);
  }
  if (!/^\s*[{[]/.test(text)) return readNodes(text, most);
  let lines: YamlText["line"] | undefined;
  try {
    return {
      value: parse(text, undefined, readNumber),
      line: (keys) => (text.includes("\n") ? (lines ??= jsonLines(text))(keys) : 1),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    throw new Unreadable(message, at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length);
  }
}

/** Makes values of the library's nodes in one pass, and keeps one number per value: the nodes of many pages need too much memory. */
function readNodes(text: string, most: number): YamlText {
  const lines = new LineCounter();
  /** Where the members of each object and list begin. */
  const starts = new Map<unknown, Record<string, number>>();
  const anchors = new Map<string, { value: unknown; start: number; size: number }>();
  let size = 0;
  const refuse = (message: string, start: number): never => {
    throw new Unreadable(message, lines.linePos(start).line);
  };

  function valueOf(node: unknown): unknown {
    const before = size;
    size += 1;
    if (isAlias(node)) return aliased(node.source, startOf(node));
    const value = isCollection(node) ? collected(node) : isScalar(node) ? node.value : null;
    if (isNode(node) && node.anchor !== undefined)
      anchors.set(node.anchor, { value, start: startOf(node), size: size - before });
    return value;
  }

  function collected(node: YAMLMap | YAMLSeq): unknown {
    const own: Record<string, number> = {};
    const members = node.items.map((item, index): [name: string, value: unknown] => {
      const [key, member] = isPair(item) ? [item.key, item.value] : [item, item];
      const name = isPair(item) && isScalar(key) ? String(key.value) : String(index);
      // The library's own check takes a time that grows with the square of the number of names.
      if (Object.hasOwn(own, name)) refuse(`the name ${name} is there twice`, startOf(key));
      own[name] = startOf(key);
      return [name, valueOf(member)];
    });
    const value: unknown = isMap(node) ? Object.fromEntries(members) : members.map(([, member]) => member);
    starts.set(value, own);
    return value;
  }

  function aliased(name: string, start: number): unknown {
    const anchor = anchors.get(name) ?? refuse(`the alias *${name} has no anchor before it`, start);
    size += anchor.size;
    const [first = anchor] = anchors.values();
    if (size > most) refuse(`its aliases stand for more than ${most} values`, first.start);
    return anchor.value;
  }

  const { contents, errors } = parseDocument(text, {
    lineCounter: lines,
    customTags: (tags) => [exactInteger, ...tags],
    stringKeys: true,
    prettyErrors: false,
    keepSourceTokens: false,
    uniqueKeys: false,
  });
  const [error] = errors;
  if (error !== undefined) refuse(error.message, error.pos[0]);
  const value = valueOf(contents);
  return {
    value,
    line(keys) {
      let at = 0;
      let here = value;
      for (const key of keys) {
        const own = starts.get(here) ?? {};
        if (!Object.hasOwn(own, key)) break;
        at = own[key] ?? at;
        // Only objects and lists have members; lists are read by index like objects by name.
        here = (here as Record<string, unknown>)[key];
      }
      return lines.linePos(at).line;
    },
  };
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
