// parseExact compared with lossless-json and JSON.parse: it accepts the same texts, and gives the same values with every digit.
import fc from "fast-check";
import { parse as losslessParse } from "lossless-json";
import { describe, expect, test } from "vitest";
import { parseExact } from "../../dist/src/codec/parse.js";
import { BORDER_INTEGERS, jsonTexts, nearlyJsonTexts, tokenRows } from "../support/json-text.js";
import { same } from "../support/same.js";

const RUNS = { numRuns: 10_000 };

/** What lossless-json reads, with unsafe integers as their digits. */
const expected = (text: string): unknown =>
  losslessParse(text, undefined, (digits) =>
    /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits),
  );

/** The result of reading a text: a value, or the error. */
function outcome(parse: (text: string) => unknown, text: string): { value: unknown } | { error: unknown } {
  try {
    return { value: parse(text) };
  } catch (error) {
    return { error };
  }
}

/** A value of parseExact as `JSON.parse` would give it: digits become a number if `JSON.parse` gives a number. */
function rounded(exact: unknown, plain: unknown): unknown {
  if (typeof plain === "number" && !Number.isSafeInteger(plain)) {
    return typeof exact === "string" && /^-?[1-9]\d{15,}$/.test(exact) ? Number(exact) : exact;
  }
  if (typeof exact !== "object" || exact === null || typeof plain !== "object" || plain === null) return exact;
  if (Array.isArray(exact)) return exact.map((item, index) => rounded(item, Object.values(plain)[index]));
  const other = new Map(Object.entries(plain));
  return Object.fromEntries(Object.entries(exact).map(([name, member]) => [name, rounded(member, other.get(name))]));
}

describe("the value", () => {
  test("is what lossless-json reads", () => {
    fc.assert(
      fc.property(jsonTexts({ uniqueNames: true }), (text) => {
        same(parseExact(text), expected(text));
      }),
      RUNS,
    );
  });

  // Not compared with lossless-json: it keeps the first of two members that it considers equal, such as 0 and -0, or [] and {}.
  test("is what JSON.parse reads, except for the digits, even with duplicate names", () => {
    fc.assert(
      fc.property(jsonTexts(), (text) => {
        const plain: unknown = JSON.parse(text);
        same(rounded(parseExact(text), plain), plain);
      }),
      RUNS,
    );
  });

  test.each([
    ["9007199254740991", 9007199254740991],
    ["9007199254740992", "9007199254740992"],
    ["9007199254740993", "9007199254740993"],
    ["1000000000000000", 1000000000000000],
    ["9999999999999999", "9999999999999999"],
    ["-9007199254740991", -9007199254740991],
    ["-9007199254740992", "-9007199254740992"],
    ["-9007199254740993", "-9007199254740993"],
    ["-0", -0],
    ["-0.0000000000000000", -0],
    ["1234567890123456789.0", 1234567890123456789.0],
    ["1234567890123456789e0", 1234567890123456789],
    ["1e1234567890123456", Infinity],
    ["0.1234567890123456789", 0.12345678901234568],
    ['"1234567890123456789"', "1234567890123456789"],
    ['"[1234567890123456789]"', "[1234567890123456789]"],
    ['{"1234567890123456789":1234567890123456789}', { "1234567890123456789": "1234567890123456789" }],
    ['{"a":1,"a":1234567890123456789}', { a: "1234567890123456789" }],
    ['{"a":1234567890123456789,"a":1}', { a: 1 }],
    ["[1234567890123456789,1234567890123456789]", ["1234567890123456789", "1234567890123456789"]],
    [" \n1234567890123456789\r\t", "1234567890123456789"],
    [
      String.raw`["\\",1234567890123456789,"\\\",1234567890123456789,"]`,
      ["\\", "1234567890123456789", '\\",1234567890123456789,'],
    ],
  ])("of %s", (text, value) => {
    expect(parseExact(text)).toStrictEqual(value);
  });

  test.each(BORDER_INTEGERS)("keeps the digits of %s at any place", (digits) => {
    const value = Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
    expect(parseExact(`{"a":[${digits},{"b": ${digits} }],"c":${digits}}`)).toStrictEqual({
      a: [value, { b: value }],
      c: value,
    });
  });

  test("has `__proto__` as an ordinary member, and keeps its prototype", () => {
    const value = parseExact('{"__proto__":{"id":1234567890123456789},"constructor":1}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(value as object)).toStrictEqual([
      ["__proto__", { id: "1234567890123456789" }],
      ["constructor", 1],
    ]);
  });
});

describe("accepts only the texts that JSON.parse accepts, and throws only SyntaxErrors", () => {
  test.each([
    ["nearly JSON", nearlyJsonTexts()],
    ["tokens in a row", tokenRows],
    ["any text", fc.string({ unit: "binary", maxLength: 40 })],
  ])("%s", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = outcome(JSON.parse, text);
        const exact = outcome(parseExact, text);
        if ("error" in plain) same("error" in exact && exact.error instanceof SyntaxError, true);
        else same("value" in exact && rounded(exact.value, plain.value), plain.value);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    "",
    "01234567890123456789",
    "-01234567890123456789",
    "[-01234567890123456]",
    "+1234567890123456789",
    "--1234567890123456789",
    "1234567890123456789-",
    "1234567890123456789 1234567890123456789",
    "1234567890123456789,",
    "[1234567890123456789,]",
    "[,1234567890123456789]",
    "{1234567890123456789:1}",
    '{"a":1,1234567890123456789}',
    '{"a":1,1234567890123456789:2}',
    '{"a" 1234567890123456789}',
    '"a"1234567890123456789',
    '1234567890123456789"a"',
    '["a",1234567890123456789"b"]',
    '"open ,1234567890123456789,',
    '"open \\",1234567890123456789,',
    String.raw`"\[1234567890123456789,"`,
    "\u00a01234567890123456789",
    "[\u20281234567890123456789]",
    "\ufeff[1234567890123456789]",
    '"[\n1234567890123456789]"',
  ])("refuses %j", (text) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(() => parseExact(text)).toThrow(SyntaxError);
  });
});
