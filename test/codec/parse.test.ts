// parseExact compared with lossless-json and JSON.parse: it accepts the same texts, and gives the same values with every digit.
import fc from "fast-check";
import { parse as losslessParse } from "lossless-json";
import { describe, expect, test } from "vitest";
import { parseExact } from "../../dist/src/codec/parse.js";
import { BORDER_INTEGERS, jsonTexts, nearlyJsonTexts, spelled, tokenRows } from "../support/json-text.js";
import { randomCases } from "../support/random-cases.js";
import { same } from "../support/same.js";

const RUNS = randomCases(10_000);

/**
 * The value of a number in JSON, by arithmetic with bigints. If an integer beyond 2^53 has more than 100 zeros that are not
 * written, it stays a number.
 */
function valueOf(number: string): unknown {
  const [, sign, whole, fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? fail(number);
  const digits = BigInt(`${whole}${fraction}`);
  const shift = Number(exponent) - fraction.length;
  if (shift > 100) return Number(number);
  const divisor = 10n ** BigInt(Math.max(0, -shift));
  const integer = (digits * 10n ** BigInt(Math.max(0, shift))) / divisor;
  return integer < 2n ** 53n || digits % divisor !== 0n ? Number(number) : `${sign}${integer}`;
}

function fail(number: string): never {
  throw new Error(`${number} is not a number in JSON`);
}

/** What lossless-json reads. */
const expected = (text: string): unknown => losslessParse(text, undefined, valueOf);

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
    ["1234567890123456789e0", "1234567890123456789"],
    ["2542285634920880794.0", "2542285634920880794"],
    ["-2542285634920880794.000", "-2542285634920880794"],
    ["2.542285634920880794e18", "2542285634920880794"],
    ["-2.542285634920880794E+18", "-2542285634920880794"],
    ["25422856349208807940e-1", "2542285634920880794"],
    ["254228563492088.0794E+4", "2542285634920880794"],
    ["0.0002542285634920880794e22", "2542285634920880794"],
    ["2542285634920880794.5", 2542285634920880794.5],
    ["2542285634920880794e-1", 254228563492088079.4],
    ["9007199254740991.0", 9007199254740991],
    ["90071992547409910e-1", 9007199254740991],
    ["9.007199254740991e15", 9007199254740991],
    ["9.007199254740992e15", "9007199254740992"],
    ["-9.007199254740992e15", "-9007199254740992"],
    ["9007199254740991.5", 9007199254740991.5],
    ["1e15", 1e15],
    ["1e16", "10000000000000000"],
    ["1e-16", 1e-16],
    ["0e400", 0],
    ["-0.0e5", -0],
    ["1e100", `1${"0".repeat(100)}`],
    ["1e101", 1e101],
    ["1e300", 1e300],
    ["1e400", Infinity],
    ["-1e999999999", -Infinity],
    ["1e1234567890123456", Infinity],
    ["1e-999999999", 0],
    [`1${"0".repeat(400)}.0`, `1${"0".repeat(400)}`],
    ['[1e16,"1e16",{"1e16":[ 1E16 ]}]', ["10000000000000000", "1e16", { "1e16": ["10000000000000000"] }]],
    [String.raw`["\\",1e16,"\"1e16\\",1e16]`, ["\\", "10000000000000000", '"1e16\\', "10000000000000000"]],
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

  test("has every digit of an integer, however it is written", () => {
    const integers = fc.oneof(
      fc.constantFrom("0", ...BORDER_INTEGERS),
      fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }).map(String),
    );
    const cases = integers.chain((digits) => fc.tuple(fc.constant(digits), spelled(fc.constant(digits))));
    fc.assert(
      fc.property(cases, ([digits, text]) => {
        const value = Number(digits);
        const [inList] = parseExact(`[${text}]`) as unknown[]; // a list as written
        // The sign of zero is JSON.parse's.
        same(value === 0 ? Math.abs(Number(inList)) : inList, Number.isSafeInteger(value) ? value : digits);
        same(parseExact(text), inList);
        same(parseExact(`{"a":{"b":${text} }}`), { a: { b: inList } });
      }),
      RUNS,
    );
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
      randomCases(20_000),
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
