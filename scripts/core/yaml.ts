// Reads YAML and JSON without losing digits, and finds the lines of values.
import { CORE_SCHEMA, load, Type, YAMLException } from "js-yaml";
import type { EventType, State } from "js-yaml";
import { parse } from "lossless-json";
import { isCollection } from "./node.js";
import { lineAt } from "./text.js";
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

/** How deep JSON may nest. */
const DEEPEST = 2_500;
/** How deep YAML may nest: js-yaml takes more of the stack per level. */
const DEEPEST_YAML = 1_000;
/** How many values a document may hold once its aliases are written out. */
const MOST_VALUES = 1_000_000;
/** The same for a file of a contract: to lint more values takes over ten seconds. */
export const MOST_IN_CONTRACT = 100_000;

// The library's own type loses the digits of integers beyond 2^53.
const INTEGER = /^(?:[-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i;
const exactInteger = new Type("tag:yaml.org,2002:int", {
  kind: "scalar",
  resolve: (text: unknown) => typeof text === "string" && INTEGER.test(text),
  construct: (text: string) => readNumber(BigInt(text).toString()),
});
const OPTIONS = { schema: CORE_SCHEMA.extend({ implicit: [exactInteger] }), maxDepth: DEEPEST_YAML };

/** @throws Unreadable if the text is neither YAML nor JSON, or if its aliases stand for too many values */
export function readYaml(text: string, most = MOST_VALUES): YamlText {
  if (!/^\s*[{[]/.test(text)) {
    const { value, lines } = readNodes(text, most);
    return { value, line: (keys) => lineOf(keys, value, lines) };
  }
  const deep = tooDeepAt(text, DEEPEST);
  if (deep !== undefined) throw new Unreadable(`it nests deeper than ${DEEPEST} levels`, lineAt(text, deep));
  let lines: YamlText["line"] | undefined;
  try {
    return {
      value: parse(text, undefined, readNumber),
      line: (keys) => (text.includes("\n") ? (lines ??= jsonLines(text))(keys) : 1),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    throw new Unreadable(message, at === undefined ? 1 : lineAt(text, Number(at)));
  }
}

/** The lines of the members of each object and list. */
type MemberLines = Map<unknown, Record<string, number>>;

/** What is known of a node while the collection around it is read. */
interface OpenNode {
  /** From 1. */
  line: number;
  /** Where the text of the node begins. Space, a tag or an anchor may come first. */
  start: number;
  /** Set if the node is the name of a member. */
  name: string | undefined;
  value: unknown;
  children: OpenNode[];
}

/**
 * Follows one parse of js-yaml, and keeps one number per member. `parseDocument` of the library `yaml` gives lines too, but takes
 * eight times as long, and its nodes of many pages need too much memory.
 */
function readNodes(text: string, most: number): { value: unknown; lines: MemberLines } {
  const lines: MemberLines = new Map();
  /** How many values each object and list holds if aliases are written out. */
  const sizes = new Map<unknown, number>();
  const around: OpenNode[] = [];
  let hasRoot = false;
  let hasAlias = false;

  function open(state: State): void {
    if (around.length === 0 && hasRoot) {
      const separator = text.lastIndexOf("\n---", state.position);
      throw new Unreadable("it holds more than one document", lineAt(text, separator + 1));
    }
    hasRoot = true;
    around.push({ line: state.line + 1, start: state.position, name: undefined, value: undefined, children: [] });
  }

  function close(state: State): void {
    const node = around.pop();
    if (node === undefined) return;
    const value: unknown = state.result;
    if (isCollection(value)) closeCollection(node, value, state);
    if (isName(node, state)) {
      if (isCollection(value))
        throw new Unreadable("a list or an object is a name, but keys must be strings", node.line);
      node.name = nameOf(node, state);
      // The library makes the name of the member of this.
      state.result = node.name;
    }
    node.value = value;
    around.at(-1)?.children.push(node);
  }

  function closeCollection(node: OpenNode, value: object, state: State): void {
    const isAlias = state.kind !== "mapping" && state.kind !== "sequence";
    if (sizes.has(value)) {
      // The library also opens a node twice, to find out whether it is the first name of an object.
      hasAlias ||= isAlias;
      return;
    }
    const name = isAlias ? /(?:^|\s)\*[^\s,[\]{}]+/.exec(state.input.slice(node.start, state.position)) : null;
    if (name !== null) throw new Unreadable(`the alias ${name[0].trim()} has no anchor before it`, node.line);
    lines.set(value, Array.isArray(value) ? linesOfItems(value, node.children) : linesOfMembers(node.children));
    if (sizeOf(value, sizes) > most && hasAlias) {
      const anchor = /(?:^|[\s[{,])&\S/.exec(text);
      throw new Unreadable(`its aliases stand for more than ${most} values`, lineAt(text, (anchor?.index ?? 0) + 1));
    }
  }

  const listener = (event: EventType, state: State): void => (event === "open" ? open(state) : close(state));
  try {
    return { value: load(text, { ...OPTIONS, listener }) ?? null, lines };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // An error without a place is about the whole text.
    const line = (error.mark as YAMLException["mark"] | undefined)?.line ?? 0;
    throw new Unreadable(reasonOf(error, around), line + 1);
  }
}

function lineOf(keys: Pointer, value: unknown, lines: MemberLines): number {
  let at = 1;
  let here = value;
  for (const key of keys) {
    const own = lines.get(here) ?? {};
    if (!Object.hasOwn(own, key)) break;
    at = own[key] ?? at;
    // Only objects and lists have members; lists are read by index like objects by name.
    here = (here as Record<string, unknown>)[key];
  }
  return at;
}

function reasonOf({ reason }: YAMLException, around: OpenNode[]): string {
  if (around.length >= DEEPEST_YAML) return `it nests deeper than ${DEEPEST_YAML} levels`;
  const last = around.at(-1)?.children.findLast(({ name }) => name !== undefined)?.name;
  return reason === "duplicated mapping key" && last !== undefined ? `the name ${last} is there twice` : reason;
}

/** A name is known by the sign before or after it: the library tells only at its end whether a node is an object. */
function isName(node: OpenNode, { input, line, position }: State): boolean {
  if (input[node.start - 1] === "?") return true;
  if (line + 1 !== node.line) return false;
  let at = position;
  while (input[at] === " " || input[at] === "\t") at += 1;
  return input[at] === ":";
}

/** The name as it is written: 1.0 is not 1. */
function nameOf(node: OpenNode, { input, kind, position, result }: State): string {
  if (kind !== "scalar" || typeof result === "string") return String(result);
  return input.slice(node.start, position).trim().split(/\s/).at(-1) ?? "";
}

function linesOfMembers(children: OpenNode[]): Record<string, number> {
  const own: Record<string, number> = {};
  for (const { name, line } of children) if (name !== undefined) own[name] = line;
  return own;
}

function linesOfItems(items: unknown[], children: OpenNode[]): Record<string, number> {
  const own: Record<string, number> = {};
  let at = 0;
  for (const [index, item] of items.entries()) {
    const child = children[at];
    // The library skips an item that is empty.
    if (child === undefined || (item === null && child.value !== null)) continue;
    own[index] = child.line;
    // An item such as `a: 1` between brackets is two nodes.
    at += child.name === undefined ? 1 : 2;
  }
  return own;
}

/** The members that are collections have been counted before. Only `a: 1` between brackets is an object without a node. */
function sizeOf(value: object, sizes: Map<unknown, number>): number {
  let size = 1;
  for (const member of Object.values(value) as unknown[]) {
    size += isCollection(member) ? (sizes.get(member) ?? sizeOf(member, sizes)) : 1;
  }
  sizes.set(value, size);
  return size;
}
