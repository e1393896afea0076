// Reads YAML and JSON without losing digits, and finds the lines of values.
import { parse } from "lossless-json";
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type ScalarTag,
} from "yaml";
import { readNumber } from "./exact-json.js";
import type { Pointer } from "./pointer.js";

export interface YamlText {
  value: unknown;
  /** Finds the line, from 1, of the value at these keys; if there is none, that of the nearest value around it. */
  line: (keys: Pointer) => number;
}

export class Unreadable extends Error {
  /** From 1. */
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** @throws Unreadable if the text is neither YAML nor JSON, or if its aliases stand for too many values */
export const readYaml = (text: string): YamlText =>
  /^\s*[{[]/.test(text) ? readJson(text) : new YamlReader(text).read();

function readJson(text: string): YamlText {
  let yaml: YamlText | undefined;
  try {
    return {
      value: parse(text, undefined, readNumber),
      line: (keys) => (yaml ??= new YamlReader(text).read()).line(keys),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    throw new Unreadable(message, at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length);
  }
}

/** How many values a document may hold once its aliases are written out. */
const MOST_VALUES = 1_000_000;

// The library's own tags lose the digits of integers beyond 2^53.
const exactInteger: ScalarTag = {
  tag: "tag:yaml.org,2002:int",
  default: true,
  test: /^(?:[-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i,
  resolve: (text) => readNumber(BigInt(text).toString()),
};

interface Anchor {
  value: unknown;
  offset: number;
  /** How many values it stands for; infinite while it is read, because an alias in it never ends. */
  size: number;
}

/**
 * Makes values of the library's nodes in one pass. It keeps one number per value, because the nodes of many pages need too much memory.
 * The library's own check for names that are there twice takes a time that grows with the square of their number.
 */
class YamlReader {
  readonly #lines = new LineCounter();
  /** Where the members of each object and list begin. */
  readonly #offsets = new Map<object, Record<string, number>>();
  readonly #anchors = new Map<string, Anchor>();
  readonly #text: string;
  #size = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): YamlText {
    const { contents, errors } = parseDocument(this.#text, {
      lineCounter: this.#lines,
      customTags: (tags) => [exactInteger, ...tags],
      stringKeys: true,
      prettyErrors: false,
      keepSourceTokens: false,
      uniqueKeys: false,
    });
    const [error] = errors;
    if (error !== undefined) this.#refuse(error.message, error.pos[0]);
    const value = this.#valueOf(contents);
    return { value, line: (keys) => this.#lineOf(value, keys) };
  }

  #valueOf(node: unknown): unknown {
    this.#size += 1;
    if (isAlias(node)) return this.#aliased(node.source, startOf(node));
    if (isScalar(node)) {
      if (node.anchor !== undefined)
        this.#anchors.set(node.anchor, { value: node.value, offset: startOf(node), size: 1 });
      return node.value;
    }
    if (!isCollection(node)) return null;
    // Lists are written by index like objects by name.
    const value = (isMap(node) ? {} : []) as Record<string, unknown>;
    const offsets: Record<string, number> = {};
    this.#offsets.set(value, offsets);
    const anchor = { value, offset: startOf(node), size: Number.POSITIVE_INFINITY };
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, anchor);
    const before = this.#size;
    for (const [index, item] of node.items.entries()) {
      const [key, member] = isPair(item) ? [item.key, item.value] : [item, item];
      const name = isPair(item) && isScalar(key) ? String(key.value) : String(index);
      if (Object.hasOwn(value, name)) this.#refuse(`the name ${name} is there twice`, startOf(key));
      // Assigning to the name `__proto__` would set the prototype.
      const made = { value: this.#valueOf(member), enumerable: true, writable: true, configurable: true };
      if (name === "__proto__") Object.defineProperty(value, name, made);
      else value[name] = made.value;
      offsets[name] = startOf(key);
    }
    anchor.size = this.#size - before + 1;
    return value;
  }

  #aliased(name: string, offset: number): unknown {
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) return this.#refuse(`the alias *${name} has no anchor`, offset);
    this.#size += anchor.size;
    if (this.#size > MOST_VALUES) {
      const [first = anchor] = this.#anchors.values();
      this.#refuse(`its aliases stand for more than ${MOST_VALUES} values`, first.offset);
    }
    return anchor.value;
  }

  #lineOf(value: unknown, keys: Pointer): number {
    let at = 0;
    let here = value;
    for (const key of keys) {
      const offsets = typeof here === "object" && here !== null ? this.#offsets.get(here) : undefined;
      if (offsets === undefined || !Object.hasOwn(offsets, key)) break;
      at = offsets[key] ?? at;
      here = (here as Record<string, unknown>)[key];
    }
    return this.#lines.linePos(at).line;
  }

  #refuse(message: string, offset: number): never {
    throw new Unreadable(message, this.#lines.linePos(offset).line);
  }
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
