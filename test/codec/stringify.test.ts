// Values without a declared position are written as JSON.stringify writes them. What it would lose without a word is refused by name.
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { parse as losslessParse } from "lossless-json";
import { describe, expect, test } from "vitest";
import { encode } from "../../dist/src/codec/encode.js";
import { plainData, plainName } from "../support/plain-data.js";
import { treeAt, type Positions } from "../support/positions.js";
import { randomCases } from "../support/random-cases.js";
import { refusal, refused } from "../support/refusal.js";
import { same } from "../support/same.js";

const write = (value: unknown, positions: Positions): string | undefined => encode(value, treeAt(positions));
const positions: Positions = {
  integer: ["/id", "/deep/er/id"],
  string: ["/lines/*/id"],
  either: ["/by/*/id"],
  jsonText: ["/held"],
};

describe("everything else is written as JSON.stringify writes it", () => {
  test("without positions", () => {
    fc.assert(
      fc.property(plainData, (value) => {
        same(write(value, {}), JSON.stringify(value));
      }),
      randomCases(10_000),
    );
  });

  test("beside positions", () => {
    const name = plainName.filter((one) => one !== "id");
    const record = fc.dictionary(name, plainData, { noNullPrototype: false });
    // A declared container may be replaced by any value without an id in it.
    const input = fc.record(
      { other: plainData, lines: fc.oneof(plainData, fc.array(record)), by: record, deep: record, n: plainData },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (value) => {
        same(write(value, positions), JSON.stringify(value));
      }),
      randomCases(10_000),
    );
  });

  test("with the digits of each bigint in its place", () => {
    // Bigints are the only numbers here.
    const tree = fc.anything({
      key: plainName,
      values: [fc.bigInt(), fc.constantFrom("#", '"#"', '"#', "1", "", null, true)],
    });
    const withDigits = (value: unknown): unknown =>
      JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `bare ${one}` : one));
    fc.assert(
      fc.property(tree, (value) => {
        const parsed = losslessParse(write(value, {}) ?? "", undefined, (digits) => BigInt(digits));
        same(withDigits(parsed), withDigits(value));
      }),
      randomCases(10_000),
    );
  });

  test.each<[what: string, value: unknown]>([
    [
      "toJSON",
      { lines: { toJSON: () => [{ n: 1 }] }, deep: { toJSON: () => undefined }, by: { a: { toJSON: () => null } } },
    ],
    ["toJSON that returns the object itself", { lines: [{ n: 1, toJSON: returnsItself }], toJSON: returnsItself }],
    [
      "toJSON of a class",
      {
        deep: new (class {
          n = 1;
          toJSON(): object {
            return { n: this.n + 1 };
          }
        })(),
      },
    ],
    ["toJSON that gets its key", { a: { toJSON: String }, lines: [{ toJSON: (key: unknown) => [key, typeof key] }] }],
    ["toJSON that is not a function", { lines: [{ toJSON: 1 }], toJSON: "text" }],
    ["toJSON of a Map", { lines: Object.assign(new Map([[1, 2]]), { toJSON: () => [[1, 2]] }) }],
    ["a URL and a date", { at: new URL("https://example.com/a?b"), lines: [new Date(0)] }],
    ["undefined members and symbols as names", { deep: { er: undefined, [Symbol("b")]: 1 }, id: undefined }],
    ["objects around primitives", { lines: [Object(1), Object("a"), Object(false)], n: Object(""), by: Object(-0) }],
    ["lone surrogates", { "\ud800": "\udfff", lines: { "\udead": [] } }],
    ["minus zero", { deep: { m: -0 }, lines: [-0] }],
    ["an own member `__proto__`", JSON.parse('{"__proto__":{"id":1},"deep":{"__proto__":[1]}}')],
    ["inherited members", Object.create({ lines: [1] })],
    ["members that are not enumerable", Object.defineProperty({ lines: [] }, "by", { value: { n: 1 } })],
    ["the same object twice", ((one) => ({ lines: [one, one], by: { one }, deep: one }))({ n: 1 })],
    ["a list with members", { lines: Object.assign([1], { id: "x" }) }],
    [
      "getters",
      {
        lines: [
          {
            get n() {
              return [1];
            },
          },
        ],
      },
    ],
    ["proxies", new Proxy({ lines: new Proxy([1, new Proxy({ n: 1 }, {})], {}) }, {})],
    [
      "values of another realm",
      runInNewContext("({ lines: [{ n: new Number(1), at: new Date(0) }], by: Object.create(null) })"),
    ],
    [
      "instances of classes",
      {
        lines: new (class extends Array<unknown> {})(),
        n: new (class {
          n = 1;
          get m() {
            return 2;
          }
        })(),
      },
    ],
  ])("%s", (_, value) => {
    expect(write(value, positions)).toBe(JSON.stringify(value));
  });

  test("each toJSON is called once", () => {
    const keys: unknown[] = [];
    const one = { toJSON: (key: unknown) => (keys.push(key), { n: 1 }) };
    expect(write({ lines: [one], held: one, deep: { er: one } }, positions)).toBe(
      String.raw`{"lines":[{"n":1}],"held":"{\"n\":1}","deep":{"er":{"n":1}}}`,
    );
    expect(keys).toEqual(["0", "held", "er"]);
  });

  test("a toJSON that the program gave all bigints does not change what is sent", () => {
    const { prototype } = BigInt as { prototype: { toJSON?: unknown } };
    prototype.toJSON = function (this: bigint) {
      return Number(this);
    };
    try {
      const long = 2n ** 60n + 1n;
      const digits = String(long);
      expect(write({ id: long, lines: [{ id: long, n: [long] }] }, positions)).toBe(
        `{"id":${digits},"lines":[{"id":"${digits}","n":[${digits}]}]}`,
      );
    } finally {
      delete prototype.toJSON;
    }
  });
});

describe("what JSON.stringify would replace or leave out", () => {
  const hostile: [what: string, value: unknown][] = [
    ["NaN", NaN],
    ["Infinity", Infinity],
    ["-Infinity", -Infinity],
    ["NaN in an object", Object(NaN)],
    ["an invalid date", new Date(NaN)],
    ["an invalid date of another realm", runInNewContext("new Date(NaN)")],
    ["an invalid date of a library", { valueOf: () => NaN, toJSON: () => null }],
    ["toJSON that returns NaN", { toJSON: () => NaN }],
    ["a function", () => 1],
    ["a class", class {}],
    ["a symbol", Symbol("a")],
    ["a symbol in an object", Object(Symbol("a"))],
    ["a Map", new Map([["n", 1]])],
    ["a Map of another realm", runInNewContext("new Map()")],
    ["a Map with a member", Object.assign(new Map(), { n: 1 })],
    ["a Set", new Set([1])],
    ["a proxy of a Set", new Proxy(new Set([1]), {})],
    ["a WeakMap", new WeakMap()],
    ["a WeakSet", new WeakSet()],
    ["a WeakRef", new WeakRef({})],
    ["a subclass of Map", new (class extends Map {})()],
    ["bytes", new Uint8Array([1, 2])],
    ["no bytes", new Float64Array()],
    ["long integers", new BigInt64Array(1)],
    ["a Buffer", Buffer.from("a")],
    ["an ArrayBuffer", new ArrayBuffer(2)],
    ["a DataView", new DataView(new ArrayBuffer(2))],
    ["search parameters", new URLSearchParams("a=1")],
    ["a form", new FormData()],
    ["a Blob", new Blob(["a"])],
    ["headers", new Headers({ a: "1" })],
    ["a request", new Request("https://example.com")],
    ["a response", new Response("{}")],
    ["a promise", Promise.resolve(1)],
    ["an error", new Error("a")],
    ["a regular expression", /a/],
    ["a signal", AbortSignal.abort()],
    ["a generator", (function* () {})()],
    ["an iterator", [1].values()],
    [
      "arguments",
      (function (..._: unknown[]) {
        return arguments;
      })(1),
    ],
    ["a stream", new ReadableStream()],
    ["the global object", globalThis],
  ];

  test.each(hostile)("%s is refused by name, in every place", (_, value) => {
    const named = (input: unknown, name: string): void => {
      expect(refused(() => write(input, positions))).toEqual(["input", name]);
    };
    named({ other: value }, "other");
    named({ other: [1, { n: value }] }, "other[1].n");
    named({ other: [[value]] }, "other[0][0]");
    named({ lines: value }, "lines");
    named({ lines: [{ id: 1 }, value] }, "lines[1]");
    named({ deep: { er: value } }, "deep.er");
    named({ deep: { er: { n: { m: value } } } }, "deep.er.n.m");
    named({ held: value }, "held");
    named({ held: [{ n: value }] }, "held[0].n");
    named({ other: { toJSON: () => ({ n: value }) } }, "other.n");
    named({ "": { "a.b": value } }, "a.b");
    expect(refused(() => encode(value, undefined, "page"))).toEqual(["input", "page"]);
  });

  test.each<[what: string, list: unknown[], name: string]>([
    ["undefined", [1, undefined], "lines[1]"],
    ["a hole", [, 1], "lines[0]"],
    ["only holes", new Array(3), "lines[0]"],
    ["toJSON that returns nothing", [1, { toJSON: () => undefined }], "lines[1]"],
    ["a function named like a method of JSON", [[{ toJSON: () => returnsItself }]], "lines[0][0]"],
  ])("%s in a list is refused by name", (_, lines, name) => {
    expect(refused(() => write({ lines }, positions))).toEqual(["input", name]);
    expect(refused(() => write({ held: { lines } }, positions))).toEqual(["input", `held.${name}`]);
  });

  test("numbers that have lost digits are refused by name, in every place, and others are not", () => {
    for (const lost of [2 ** 53, -(2 ** 53), 2542285634920880794, 1e21, 1e300, Object(2 ** 60)]) {
      expect(refused(() => write({ other: lost }, positions))).toEqual(["input", "other"]);
      expect(refused(() => write({ lines: [{ id: lost }] }, positions))).toEqual(["input", "lines[0].id"]);
      expect(refused(() => write({ lines: [[lost]] }, positions))).toEqual(["input", "lines[0][0]"]);
      expect(refused(() => write({ held: { n: lost } }, positions))).toEqual(["input", "held.n"]);
      expect(refusal(() => write({ other: lost }, positions)).message).toContain("pass a string or a bigint");
    }
    const kept = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0.1, 5e-324, 1e-7, 4503599627370497.5];
    expect(write({ lines: kept }, positions)).toBe(JSON.stringify({ lines: kept }));
  });

  test.each<[what: string, value: unknown]>([
    ["a circle", ((one) => Object.assign(one, { other: one }))({})],
    ["a circle along the positions", ((one) => Object.assign(one, { er: one }))({})],
    ["a circle of lists", ((list: unknown[]) => ({ lines: list, n: list.push(list) }))([])],
    ["a circle through a text", ((one) => Object.assign(one, { held: one }))({})],
    ["a value that is too deep", Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1)],
  ])("%s cannot be written", (_, value) => {
    expect(() => write(value, positions)).toThrow(/circular|call stack|recursion/i);
  });

  test("no error shows a value", () => {
    for (const value of [Symbol("secret"), new Error("secret"), new Map([["secret", 1]]), () => "secret"]) {
      expect(refusal(() => write({ other: value }, positions)).message).not.toContain("secret");
    }
  });
});

function returnsItself<T>(this: T): T {
  return this;
}
