// Values without a declared position are written as JSON.stringify writes them. What it refuses is refused by name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Positions } from "../../dist/src/index.js";
import { encode } from "../../dist/src/codec/encode.js";
import { treeOf } from "../../dist/src/codec/positions.js";
import { refused } from "../support/refusal.js";
import { same } from "../support/same.js";

const write = (value: unknown, positions: Positions): string | undefined => encode(value, treeOf(positions), "");

describe("everything else is written as JSON.stringify writes it", () => {
  const positions: Positions = {
    integer: ["/id", "/deep/er/id"],
    string: ["/lines/*/id"],
    either: ["/by/*/id"],
    jsonText: ["/held"],
  };
  const anything = fc.anything({
    // Positions are declared for members of this name.
    key: fc.string().filter((name) => name !== "id"),
    maxDepth: 2,
    maxKeys: 3,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
  });

  test("without positions", () => {
    fc.assert(
      fc.property(anything, (value) => {
        same(write(value, {}), JSON.stringify(value));
      }),
      { numRuns: 10_000 },
    );
  });

  test("beside positions", () => {
    const record = fc.dictionary(fc.constantFrom("a", "b", "name", "toString"), anything, { noNullPrototype: false });
    // A declared container may be replaced by any value without an id in it.
    const input = fc.record(
      { other: anything, lines: fc.oneof(anything, fc.array(record)), by: record, deep: record, n: anything },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(input, (value) => {
        same(write(value, positions), JSON.stringify(value));
      }),
      { numRuns: 10_000 },
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
    [
      "functions and symbols",
      { lines: [() => 1, Symbol("a")], by: () => 1, deep: { er: Symbol("a"), [Symbol("b")]: 1 } },
    ],
    ["holes", { lines: new Array(3) }],
    ["lone surrogates", { "\ud800": "\udfff", lines: { "\udead": [] } }],
    ["numbers that JSON does not have", { deep: { er: NaN, n: Infinity, m: -0 }, lines: [NaN] }],
    ["an own member `__proto__`", JSON.parse('{"__proto__":{"id":1},"deep":{"__proto__":[1]}}')],
    ["inherited members", Object.create({ lines: [1] })],
    ["members that are not enumerable", Object.defineProperty({ lines: [] }, "by", { value: { n: 1 } })],
    ["the same object twice", ((one) => ({ lines: [one, one], by: { one }, deep: one }))({ n: 1 })],
    ["a list with members", { lines: Object.assign([1], { id: "x" }) }],
  ])("%s", (_, value) => {
    expect(write(value, positions)).toBe(JSON.stringify(value));
  });

  test.each<[what: string, value: unknown, name: string]>([
    ["a bigint", { other: 5n }, "other"],
    ["a bigint at a deeper level", { deep: { er: { n: { m: [5n] } } } }, "deep.er.n"],
    ["a bigint in a list", { lines: [{ id: 1 }, { n: 5n }] }, "lines[1].n"],
    ["a bigint as a container", { lines: 5n }, "lines"],
    ["a bigint as JSON text", { held: 5n }, "held"],
    ["a bigint in JSON text", { held: { n: 5n } }, "held.n"],
    ["a circle", ((one) => Object.assign(one, { other: one }))({}), "other"],
    ["a circle along the positions", ((one) => Object.assign(one, { er: one }))({}), "er"],
    ["a circle of lists", ((list: unknown[]) => ({ lines: list, n: list.push(list) }))([]), "lines[0][0]"],
    ["a bigint as the whole", 5n, "body"],
  ])("%s is refused by name", (_, value, name) => {
    expect(refused(() => write(value, positions))).toEqual(["input", name]);
  });
});

function returnsItself<T>(this: T): T {
  return this;
}
