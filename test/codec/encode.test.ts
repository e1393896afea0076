// Encoding by positions: ids are written digit for digit in the form of the wire, and JSON as text.
import { inspect } from "node:util";
import fc from "fast-check";
import { parse as losslessParse } from "lossless-json";
import { describe, expect, test } from "vitest";
import { encode } from "../../dist/src/codec/encode.js";
import { parseExact } from "../../dist/src/codec/parse.js";
import { treeAt, type Int64Wire, type Positions } from "../support/positions.js";
import { randomCases } from "../support/random-cases.js";
import { refusal, refused } from "../support/refusal.js";
import { same } from "../support/same.js";
import { inputsOf, positionsOf, shapes } from "../support/shapes.js";

const ID = "1234567890123456789";
const write = (value: unknown, positions: Positions): string | undefined => encode(value, treeAt(positions));

test("an input of any shape is written by its positions, is not modified, and decodes to the same values", () => {
  const cases = shapes.chain((shape) => fc.tuple(fc.constant(positionsOf(shape)), inputsOf(shape)));
  fc.assert(
    fc.property(cases, ([positions, { input, text, value }]) => {
      // A copy would lose toJSON and symbols.
      const before = inspect(input, { depth: null, showHidden: true });
      same(write(input, positions), text);
      same(inspect(input, { depth: null, showHidden: true }), before);
      // lossless-json is an independent check that it is JSON.
      losslessParse(text);
      same(parseExact(text, treeAt(positions)), value);
    }),
    randomCases(10_000),
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
        same(parseExact(text, treeAt(positions)), { id: digits });
      }),
      randomCases(10_000),
    );
  });

  test.each<[id: unknown, digits: string]>([
    [0, "0"],
    [-0, "0"],
    ["0", "0"],
    [-1, "-1"],
    [9007199254740991, "9007199254740991"],
    [9007199254740993n, "9007199254740993"],
    [Object(9007199254740993n), "9007199254740993"],
    [Object(5), "5"],
    [Object("5"), "5"],
    [{ toJSON: () => ID }, ID],
    [{ toJSON: () => 5n }, "5"],
    ["9223372036854775807", "9223372036854775807"],
    ["-9223372036854775808", "-9223372036854775808"],
  ])("%o is accepted", (id, digits) => {
    expect(write({ id }, { integer: ["/id"] })).toBe(`{"id":${digits}}`);
  });

  test("can be null or left out; in a list it cannot be left out", () => {
    const positions: Positions = { integer: ["/id", "/ids/*"] };
    expect(write({ id: null }, positions)).toBe('{"id":null}');
    expect(write({ id: undefined }, positions)).toBe("{}");
    expect(write({ ids: [ID, null, 1] }, positions)).toBe(`{"ids":[${ID},null,1]}`);
    expect(refused(() => write({ ids: [ID, undefined] }, positions))).toEqual(["input", "ids[1]"]);
    expect(refused(() => write({ ids: [1, , 2] }, positions))).toEqual(["input", "ids[1]"]);
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
    { toString: () => "1" },
    Object.assign(() => 1, { toString: () => "1" }),
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

describe("a whole number", () => {
  const positions: Positions = {
    fen: ["/fen", "/lines/*/fen", "/held/fen"],
    whole: ["/count", "/lines/*/count", "/counts/*", "/held/count"],
    jsonText: ["/held"],
  };

  test.each([19.9, -0.5, 5e-324, 1e-7, Object(1.5), { toJSON: () => 0.1 }])(
    "has no fraction: %o is refused by name",
    (value) => {
      const message = (input: unknown): string => refusal(() => write(input, positions)).message;
      expect(message({ fen: value })).toBe("`fen` is in fen, a whole number");
      expect(message({ count: value })).toBe("`count` must be a whole number");
      expect(message({ lines: [{}, { fen: value }] })).toContain("`lines[1].fen` is in fen");
      expect(message({ lines: [{ count: value }] })).toContain("`lines[0].count` must");
      expect(message({ counts: [1, value] })).toContain("`counts[1]` must");
      expect(message({ held: { fen: value } })).toContain("`held.fen` is in fen");
      expect(message({ held: { count: value } })).toContain("`held.count` must");
    },
  );

  test.each(["19.9", "1e3", " 5", "+5", "0x10", "many", true, {}, [], [5], new Date(0)])(
    "is refused by name: %o",
    (value) => {
      const message = (input: unknown): string => refusal(() => write(input, positions)).message;
      expect(message({ fen: value })).toContain("`fen` is in fen, a whole number");
      expect(message({ counts: [1, value] })).toContain("`counts[1]` must be a whole number");
    },
  );

  test("stays as it is if it has none, is the text of one, or is nothing", () => {
    for (const value of [1990, 0, -1, 2 ** 53 - 1, 1e3, "", "1990", "-1", null, undefined]) {
      const text = JSON.stringify({ fen: value, count: value });
      expect(write({ fen: value, count: value }, positions)).toBe(text);
      expect(write({ held: { fen: value, count: value } }, positions)).toBe(JSON.stringify({ held: text }));
    }
    expect(write({ fen: 2n ** 60n, counts: [5n] }, positions)).toBe(`{"fen":${2n ** 60n},"counts":[5]}`);
  });

  test("is not asked for elsewhere", () => {
    expect(write({ quantity: 1.5, lines: [{ price: 1.5 }, 1.5] }, positions)).toBe(
      '{"quantity":1.5,"lines":[{"price":1.5},1.5]}',
    );
  });
});

describe("a member that must be there", () => {
  const positions: Positions = {
    integer: ["/lines/*/id"],
    jsonText: ["/held"],
    required: ["/a", "/to/name", "/lines/*/id", "/lines/*/to", "/lines/*/to/name", "/by/*/n", "/held/n", "/x~1y"],
  };
  const whole = { a: 1, "x/y": 1 };

  test.each<[what: string, input: object, name: string]>([
    ["absent", {}, "a"],
    ["undefined", { a: undefined }, "a"],
    ["absent, with a name to escape", { a: 1 }, "x/y"],
    ["absent in an object", { ...whole, to: {} }, "to.name"],
    ["undefined in an object", { ...whole, to: { name: undefined } }, "to.name"],
    ["absent in an item", { ...whole, lines: [{ id: 1, to: { name: "" } }, { to: {} }] }, "lines[1].id"],
    ["absent in an object of an item", { ...whole, lines: [{ id: 1, to: {} }] }, "lines[0].to.name"],
    ["absent in a map", { ...whole, by: { x: { n: 1 }, y: {} } }, "by.y.n"],
    ["absent in a text", { ...whole, held: {} }, "held.n"],
    ["inherited", { ...whole, to: Object.create({ name: 1 }) as unknown }, "to.name"],
    ["in a list instead of an object", { ...whole, to: [] }, "to.name"],
    ["absent in what toJSON returns", { ...whole, to: { name: 1, toJSON: () => ({}) } }, "to.name"],
  ])("and is %s, is named", (_, input, name) => {
    expect(refused(() => write(input, positions))).toEqual(["input", name]);
    expect(refusal(() => write(input, positions)).message).toContain("is missing");
  });

  test.each<[what: string, input: object]>([
    ["may be null or empty", { ...whole, a: null, "x/y": "", to: { name: [] } }],
    [
      "is not asked for in an object, a list or a text that is not there",
      { ...whole, to: null, lines: null, held: null },
    ],
    ["is not asked for in an empty list or map", { ...whole, lines: [], by: {} }],
    ["is not asked for in other values", { ...whole, to: "text", lines: "text", by: 1, held: "{}" }],
    ["is not asked for elsewhere", { ...whole, other: {}, more: [{ to: {} }] }],
    [
      "may belong to a class",
      {
        ...whole,
        to: new (class {
          name = 1;
        })(),
      },
    ],
    [
      "may have a getter",
      {
        ...whole,
        to: {
          get name() {
            return 1;
          },
        },
      },
    ],
  ])("%s", (_, input) => {
    expect(write(input, positions)).toBe(JSON.stringify(input));
  });

  test("is asked for after the values that are there", () => {
    expect(refused(() => write({ other: NaN }, positions))).toEqual(["input", "other"]);
    expect(refused(() => write({ lines: [{ id: "x" }] }, positions))).toEqual(["input", "lines[0].id"]);
  });
});
