// parseExact on long and hostile texts: its time grows in proportion to their length.
import { describe, expect, test } from "vitest";
import { parseExact } from "../../dist/src/codec/parse.js";

const ID = "1234567890123456789";
const digits = (length: number): string => "1".repeat(length);
const spaces = (length: number): string => " \n".repeat(length / 2);
/** A string that the search for long integers takes for an integer at first. */
const TRAP = `"a,${ID},"`;

/** Texts of about `length` characters. */
const LONG: [name: string, make: (length: number) => string][] = [
  ["one integer", digits],
  ["a decimal with all its digits before the point", (length) => `[${digits(length)}.5]`],
  ["a decimal with all its digits after the point", (length) => `[0.${digits(length)}]`],
  ["digits in a string", (length) => `["${digits(length)}"]`],
  ["digits in a string, before a comma", (length) => `["x${digits(length)},"]`],
  ["digits that end a string, after a colon", (length) => `["x:${digits(length)}"]`],
  ["not JSON: digits, then a letter", (length) => `[${digits(length)}x]`],
  ["white space around an integer", (length) => `[${spaces(length / 2)}${ID}${spaces(length / 2)}]`],
  ["white space in a string, after an integer", (length) => `["[${ID}${spaces(length).replaceAll("\n", " ")}x"]`],
  ["white space in a string, before an integer", (length) => `["x${spaces(length).replaceAll("\n", " ")}${ID},"]`],
  ["not JSON: white space between integers", (length) => `[${`${ID}${spaces(100)}`.repeat(length / 120)}]`],
  [
    "a string of backslashes, and one that looks like an integer",
    (length) => `["${"\\\\".repeat(length / 2)}",${TRAP}]`,
  ],
  [
    "a string of quotation marks, and one that looks like an integer",
    (length) => `["${'\\"'.repeat(length / 2)}",${TRAP}]`,
  ],
  ["not JSON: only backslashes", (length) => `${ID}${"\\".repeat(length)}"${"\\".repeat(length)}`],
  ["an integer with a point after it", (length) => `[${digits(length)}.0]`],
  ["an integer with zeros after the point", (length) => `[${ID}.${"0".repeat(length)}]`],
  ["an integer with zeros before it", (length) => `[0.${"0".repeat(length)}${ID}e${length + 19}]`],
  ["an integer whose exponent takes its zeros away", (length) => `[${ID}${"0".repeat(length)}e-${length}]`],
  ["a number with a long exponent", (length) => `[1e${digits(length)}]`],
  ["not JSON: many exponents", (length) => `[1e16,${"1e".repeat(length / 2)}]`],
  ["not JSON: many points", (length) => `[1e16,${"1.".repeat(length / 2)}]`],
  ["not JSON: many signs", (length) => `[1e16,${"-".repeat(length)}]`],
  ["integers with exponents", (length) => `[${Array.from({ length: length / 5 }, () => "1e16").join(",")}]`],
  ["numbers with exponents that stay numbers", (length) => `[${"1e300,".repeat(length / 6)}1]`],
  ["an integer with an exponent, and backslashes", (length) => `[1e16,"${"\\\\".repeat(length / 2)}"]`],
  ["an integer with an exponent, and quotation marks", (length) => `[1e16,"${'\\"'.repeat(length / 2)}"]`],
  ["an integer with an exponent, and digits in a string", (length) => `[1e16,"${digits(length)}"]`],
  ["an integer with an exponent, and exponents in a string", (length) => `[1e16,"${"1e16".repeat(length / 4)}"]`],
  ["an integer with an exponent, and empty strings", (length) => `[1e16${',""'.repeat(length / 3)}]`],
  ["lists in lists", (length) => `${"[".repeat(length / 2)}${ID}${"]".repeat(length / 2)}`],
  ["objects in objects", (length) => `${'{"a":'.repeat(length / 6)}1e16${"}".repeat(length / 6)}`],
  ["records", (length) => `[${Array.from({ length: length / 40 }, () => `{"id":${ID},"name":"a"}`).join(",")}]`],
  ["strings that look like integers", (length) => `[${Array.from({ length: length / 25 }, () => TRAP).join(",")}]`],
];

function attempt(text: string): void {
  try {
    parseExact(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}

/** The shortest of a few runs, in CPU time, so that a busy machine does not matter. */
function shortestTime(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

test.each(LONG)("a text of ten times the length takes about as long as ten texts: %s", (_, make) => {
  const [short, long] = [make(30_000), make(300_000)];
  attempt(long);
  const tenTexts = shortestTime(() => {
    for (let count = 0; count < 10; count += 1) attempt(short);
  });
  // Quadratic growth would take ten times as long as ten texts. Times of a few milliseconds prove nothing.
  expect(shortestTime(() => attempt(long))).toBeLessThan(Math.max(3 * tenTexts, 3_000));
});

test.each([
  ["quotation marks", '\\"'],
  ["backslashes", "\\\\"],
  ["digits", "12"],
  ["exponents", "e5"],
  ["points", "1."],
])("reads 1 MB of %s in a string beside an integer with an exponent", (_, pair) => {
  const text = JSON.stringify([ID]).replace("]", `,1e16,"${pair.repeat(500_000)}"]`);
  expect(parseExact(text)).toEqual([ID, "10000000000000000", JSON.parse(`"${pair.repeat(500_000)}"`)]);
});

test.each(["1e16", "1e300", ID, `${ID}.0`])("reads 500 000 lists in lists around %s", (number) => {
  let value = parseExact(`${"[".repeat(500_000)}${number}${"]".repeat(500_000)}`);
  let depth = 0;
  for (; Array.isArray(value); depth += 1) value = value[0] as unknown;
  expect([depth, value]).toEqual([500_000, parseExact(number)]);
});

describe("reads all of 10 MB", () => {
  const MB = 1_000_000;
  const LIMIT_MS = 10_000;

  test("of short records", { timeout: LIMIT_MS }, () => {
    const text = `[${Array.from({ length: 250_000 }, (_, index) => `{"id":${ID},"name":"n","n":${index}}`).join(",")}]`;
    const value = parseExact(text);
    expect(value).toHaveLength(250_000);
    expect(value).toHaveProperty("249999", { id: ID, name: "n", n: 249_999 });
  });

  test("of strings that look like integers, among integers", { timeout: LIMIT_MS }, () => {
    const text = `[${Array.from({ length: 250_000 }, () => `${TRAP},${ID}`).join(",")}]`;
    const value = parseExact(text);
    expect(value).toHaveLength(500_000);
    expect(value).toHaveProperty("499998", `a,${ID},`);
    expect(value).toHaveProperty("499999", ID);
  });

  test("of one string", { timeout: LIMIT_MS }, () => {
    const value = parseExact(`[${ID},"${`,${ID},`.repeat((10 * MB) / 21)}"]`);
    expect(value).toEqual([ID, `,${ID},`.repeat((10 * MB) / 21)]);
  });

  test("of one integer", { timeout: LIMIT_MS }, () => {
    expect(parseExact(` ${digits(10 * MB)} `)).toBe(digits(10 * MB));
  });

  test("of white space", { timeout: LIMIT_MS }, () => {
    expect(parseExact(`[${spaces(5 * MB)}-${ID}${spaces(5 * MB)}]`)).toEqual([`-${ID}`]);
  });
});
