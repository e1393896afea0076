// Encoding by positions: ids are written digit for digit in the form of the wire, and JSON as text.
import fc from "fast-check";
import { parse as losslessParse } from "lossless-json";
import { describe, expect, test } from "vitest";
import type { Int64Wire, Positions } from "../../dist/src/index.js";
import { decode } from "../../dist/src/codec/decode.js";
import { encode } from "../../dist/src/codec/encode.js";
import { treeOf } from "../../dist/src/codec/positions.js";
import { refusal, refused } from "../support/refusal.js";
import { same } from "../support/same.js";
import { inputsOf, positionsOf, shapes } from "../support/shapes.js";

const ID = "1234567890123456789";
const write = (value: unknown, positions: Positions): string | undefined => encode(value, treeOf(positions), "");

test("an input of any shape is written by its positions, is not modified, and decodes to the same values", () => {
  const cases = shapes.chain((shape) => fc.tuple(fc.constant(positionsOf(shape)), inputsOf(shape)));
  fc.assert(
    fc.property(cases, ([positions, { input, text, value }]) => {
      const before = structuredClone(input);
      const written = write(input, positions);
      same(written, text);
      same(input, before);
      // lossless-json is an independent check that it is JSON.
      losslessParse(text);
      same(decode(text, positions), value);
    }),
    { numRuns: 10_000 },
  );
});

describe("an id", () => {
  const wires: [wire: Int64Wire, written: (digits: string) => string][] = [
    ["integer", (digits) => digits],
    ["string", (digits) => `"${digits}"`],
    ["either", (digits) => `"${digits}"`],
  ];

  test.each(wires)("of 64 bits is written digit for digit if the wire is %s", (wire, written) => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
        const digits = String(id);
        const positions: Positions = { [wire]: ["/id"] };
        const text = `{"id":${written(digits)}}`;
        same(write({ id }, positions), text);
        same(write({ id: digits }, positions), text);
        if (Number.isSafeInteger(Number(id))) same(write({ id: Number(id) }, positions), text);
        same(decode(text, positions), { id: digits });
      }),
      { numRuns: 10_000 },
    );
  });

  test.each<[id: unknown, digits: string]>([
    [0, "0"],
    [-0, "0"],
    ["0", "0"],
    [-1, "-1"],
    [9007199254740991, "9007199254740991"],
    [9007199254740993n, "9007199254740993"],
    ["9223372036854775807", "9223372036854775807"],
    ["-9223372036854775808", "-9223372036854775808"],
  ])("%o is accepted", (id, digits) => {
    expect(write({ id }, { integer: ["/id"] })).toBe(`{"id":${digits}}`);
  });

  test("can be null or left out; in a list it becomes null, as in JSON.stringify", () => {
    const positions: Positions = { integer: ["/id", "/ids/*"] };
    expect(write({ id: null }, positions)).toBe('{"id":null}');
    expect(write({ id: undefined }, positions)).toBe("{}");
    expect(write({ ids: [ID, null, undefined, 1] }, positions)).toBe(`{"ids":[${ID},null,null,1]}`);
    expect(write({ ids: [, 1, ,] }, positions)).toBe('{"ids":[null,1,null]}');
  });

  test("can be an empty text if the wire is text: an example of PandaPon sends one", () => {
    expect(write({ id: "" }, { string: ["/id"] })).toBe('{"id":""}');
    expect(write({ id: "" }, { either: ["/id"] })).toBe('{"id":""}');
    expect(refused(() => write({ id: "" }, { integer: ["/id"] }))).toEqual(["input", "id"]);
  });

  const WRONG: unknown[] = [
    ..."1e3| 1|1 |1\n|+1|01|-0|-01|--1|-|1.0|1.5|0x10|1_000|１２|abc|null|9223372036854775808|-9223372036854775809".split(
      "|",
    ),
    "9".repeat(20),
    1.5,
    NaN,
    Infinity,
    -Infinity,
    2 ** 53,
    -(2 ** 53),
    1e21,
    5e-324,
    2n ** 63n,
    -(2n ** 63n) - 1n,
    true,
    [],
    ["1"],
    {},
    { valueOf: () => 1 },
    new Date(0),
    Object(1n),
    () => 1,
    Symbol("1"),
  ];

  test.each(WRONG.map((id) => [id]))("%o is refused by name, at every place and for every wire form", (id) => {
    for (const wire of ["integer", "string", "either"] as const) {
      const positions: Positions = {
        [wire]: ["/id", "/lines/*/ids/*", "/by/*/id", "/held/*/id"],
        jsonText: ["/held"],
      };
      const named = (input: unknown, name: string): void => {
        expect(refused(() => write(input, positions))).toEqual(["input", name]);
      };
      named({ id }, "id");
      named({ lines: [{ ids: [] }, { ids: ["1", id] }] }, "lines[1].ids[1]");
      named({ by: { a: { id: 1 }, b: { id } } }, "by.b.id");
      named({ held: [{ id }] }, "held[0].id");
    }
  });

  test("is refused for lost digits if it is an unsafe number, but not if it has letters", () => {
    const message = (id: unknown): string => refusal(() => write({ id }, { string: ["/id"] })).message;
    expect(message(2 ** 53)).toContain("pass a string or a bigint");
    expect(message(2 ** 53)).toContain("lost");
    expect(message("12a")).not.toContain("lost");
    expect(message("secret-12a")).not.toContain("secret");
  });
});

describe("text that holds JSON", () => {
  const positions: Positions = {
    integer: ["/held/id"],
    string: ["/held/more/id"],
    jsonText: ["/held", "/held/more"],
  };

  test.each<[what: string, held: unknown, inside: string]>([
    ["an object", { id: ID, n: 1 }, `{"id":${ID},"n":1}`],
    ["JSON text in it", { more: { id: 5n } }, String.raw`{"more":"{\"id\":\"5\"}"}`],
    ["a list", [1, "a"], '[1,"a"]'],
    ["a number", 5, "5"],
    ["a text that is already JSON", `{"id":${ID} }`, `{"id":${ID} }`],
    ["a text that is not JSON", "{", "{"],
    ["a date", new Date(0), '"1970-01-01T00:00:00.000Z"'],
  ])("%s", (_, held, inside) => {
    expect(write({ held }, positions)).toBe(JSON.stringify({ held: inside }));
  });

  test("null and undefined are not text", () => {
    expect(write({ held: null }, positions)).toBe('{"held":null}');
    expect(write({ held: undefined }, positions)).toBe("{}");
    expect(write({ held: { more: null } }, positions)).toBe(JSON.stringify({ held: '{"more":null}' }));
  });
});
