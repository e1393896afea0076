// Decoding by positions: ids become strings, text that holds JSON is parsed, and nothing else changes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExact } from "../../dist/src/codec/parse.js";
import { treeAt, type Positions } from "../support/positions.js";
import { jsonTexts, nearlyJsonTexts } from "../support/json-text.js";
import { randomCases } from "../support/random-cases.js";
import { same } from "../support/same.js";
import { answersOf, positionsOf, shapes } from "../support/shapes.js";

const ID = "1234567890123456789";
const decode = (text: string, positions: Positions): unknown => parseExact(text, treeAt(positions));

test("an answer of any shape is decoded by its positions", () => {
  const cases = shapes.chain((shape) => fc.tuple(fc.constant(positionsOf(shape)), answersOf(shape)));
  fc.assert(
    fc.property(cases, ([positions, { text, value }]) => same(decode(text, positions), value)),
    randomCases(10_000),
  );
});

test("without positions the answer is what parseExact reads", () => {
  fc.assert(
    fc.property(jsonTexts(), (text) => same(decode(text, {}), parseExact(text))),
    randomCases(10_000),
  );
});

test("any text is decoded or refused with a SyntaxError, for any positions", () => {
  const cases = fc.tuple(shapes.map(positionsOf), nearlyJsonTexts());
  fc.assert(
    fc.property(cases, ([positions, text]) => {
      try {
        decode(text, positions);
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    randomCases(10_000),
  );
});

describe("an id", () => {
  const positions: Positions = { integer: ["/id"] };

  test.each([
    ["0", "0"],
    ["-1", "-1"],
    ["9007199254740991", "9007199254740991"],
    ["9007199254740993", "9007199254740993"],
    ["-9223372036854775808", "-9223372036854775808"],
    ["7.0", "7"],
    ["70e-1", "7"],
    ["7E2", "700"],
    ["-0.0", "0"],
    [`${ID}.0`, ID],
    ["1.234567890123456789e18", ID],
    ["-12345678901234567890E-1", `-${ID}`],
    [`${ID}.5`, 1234567890123456789.5],
    [`"${ID}"`, ID],
    ['"007"', "007"],
    ['""', ""],
    ['"N/A"', "N/A"],
    ["null", null],
    ["true", true],
    ["1.5", 1.5],
    ["1e300", 1e300],
    ["[1]", [1]],
    ['{"id":1}', { id: 1 }],
  ])("%s is %j", (text, id) => {
    expect(decode(`{"id":${text}}`, positions)).toStrictEqual({ id });
  });

  test("can be an item of a list, a member of a map, or the whole answer", () => {
    const decoded = (pointer: string, text: string): unknown => decode(text, { either: [pointer] });
    expect(decoded("/ids/*", `{"ids":[1,null,${ID},"2"]}`)).toEqual({ ids: ["1", null, ID, "2"] });
    expect(decoded("/by/*/id", '{"by":{"a":{"id":1,"n":1},"b":{"id":2},"c":3}}')).toEqual({
      by: { a: { id: "1", n: 1 }, b: { id: "2" }, c: 3 },
    });
    expect(decoded("/*/*", "[[1],[2,3],4]")).toEqual([["1"], ["2", "3"], 4]);
    expect(decoded("", "1")).toBe("1");
  });

  test("declared for every member does not apply to a member that is declared by name", () => {
    const both: Positions = { integer: ["/*/id"], jsonText: ["/named/held"] };
    expect(decode('{"named":{"id":1,"held":"[]"},"a":{"id":1,"held":"[]"}}', both)).toEqual({
      named: { id: 1, held: [] },
      a: { id: "1", held: "[]" },
    });
  });
});

describe("an answer that nests deeper than a program can call functions", () => {
  const DEEP = 200_000;
  const positions: Positions = { either: ["/id", "/data/id", "/data/a/id"], jsonText: ["/data/held"] };
  const inObjects = (inner: string): string => `${'{"a":'.repeat(DEEP)}${inner}${"}".repeat(DEEP)}`;

  test.each([
    ["objects", inObjects("null")],
    ["an integer beyond 2^53", inObjects(ID)],
    ["an integer in another spelling", inObjects("1e18")],
    ["lists", `${"[".repeat(DEEP)}1${"]".repeat(DEEP)}`],
    ["JSON in text", JSON.stringify(`${"[".repeat(DEEP)}1${"]".repeat(DEEP)}`)],
  ])("is decoded at the declared positions: %s", (_, deep) => {
    const value = decode(`{"id":7,"data":{"held":${deep},"a":{"id":${ID}.0,"a":${deep}}}}`, positions);
    expect(value).toHaveProperty("id", "7");
    expect(value).toHaveProperty(["data", "a", "id"], ID);
  });

  test.each([
    ["not closed", `{"id":1,"data":${"[".repeat(DEEP)}`],
    ["not closed, with an id", `{"id":${ID},"data":${"[".repeat(DEEP)}`],
    ["not closed, with an exponent", `{"id":1e18,"data":${'{"a":'.repeat(DEEP)}`],
  ])("is refused with a SyntaxError if it is not JSON: %s", (_, text) => {
    expect(() => decode(text, positions)).toThrow(SyntaxError);
  });
});

test("an integer beyond 2^53 keeps its digits also where no id is declared, in any spelling and in text", () => {
  const text = `{"id":1,"more":[{"n":[${ID}.0, 1.5, 2e0]}],"held":${JSON.stringify(`{"n":${ID}E0,"id":1e1}`)}}`;
  expect(decode(text, { either: ["/id", "/held/id"], jsonText: ["/held"] })).toEqual({
    id: "1",
    more: [{ n: [ID, 1.5, 2] }],
    held: { n: ID, id: "10" },
  });
});

describe("text that holds JSON", () => {
  const positions: Positions = {
    integer: ["/held/list/*", "/held/more/id"],
    string: ["/held/id"],
    jsonText: ["/held", "/held/more"],
  };

  test.each<[what: string, held: unknown, value: unknown]>([
    ["an object", '{"id":1,"n":1}', { id: "1", n: 1 }],
    ["long integers, declared and not", `{"id":${ID},"n":${ID}}`, { id: ID, n: ID }],
    ["JSON text in it", `{"more":${JSON.stringify(`{"id":${ID}}`)}}`, { more: { id: ID } }],
    ["text in JSON that is not JSON", '{"id":1,"more":"{"}', { id: "1", more: "{" }],
    ["a list", "[1,2]", [1, 2]],
    ["null", "null", null],
    ["empty text", "", ""],
    ["text that is not JSON", "{'id':1}", "{'id':1}"],
    ["JSON that is cut off", '{"id":1', '{"id":1'],
    ["JSON text of a JSON text", '"{}"', "{}"],
    ["already parsed", { id: 1, list: [2], more: '{"id":3}' }, { id: "1", list: ["2"], more: { id: "3" } }],
    ["null instead of text", null, null],
    ["a number instead of text", 5, 5],
  ])("%s", (_, held, value) => {
    expect(decode(JSON.stringify({ held }), positions)).toStrictEqual({ held: value });
  });
});

describe("names that every object inherits", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "length"];
  const positions: Positions = {
    integer: names.flatMap((name) => [`/${name}`, `/${name}/id`]),
    jsonText: names.map((name) => `/${name}`),
  };

  test("do not appear if the answer does not have them", () => {
    for (const text of ["{}", "[]", '""', "5", "null"]) {
      same(decode(text, positions), JSON.parse(text));
    }
    same(decode("[1,2]", positions), [1, 2]);
  });

  test("are members like any other, and never reach a prototype", () => {
    const text = `{${names.map((name) => `"${name}":"{\\"id\\":1}"`).join(",")}}`;
    same(decode(text, positions), Object.fromEntries(names.map((name) => [name, { id: "1" }])));
    expect(Object.hasOwn(Object.prototype, "id")).toBe(false);
  });

  test("do not matter if a program added some of its own", () => {
    const added = Object.assign(Object.prototype, { added: { n: 1 } }) as { added?: unknown };
    try {
      same(decode(`{"id":${ID},"more":[{"id":1.0}]}`, { integer: ["/more/*/id"] }), { id: ID, more: [{ id: "1" }] });
    } finally {
      delete added.added;
    }
  });
});
