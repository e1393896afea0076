// Texts of JSON, in all the ways in which JSON can be written, and texts that are nearly JSON.
import fc, { type Arbitrary } from "fast-check";

/** Pieces that could mislead a search for long integers. */
const TRAPS = [
  ",1234567890123456789,",
  ":-9007199254740993 ]",
  "[12345678901234567890}",
  ": 9007199254740993",
  "-1234567890123456789",
  "1234567890123456789",
  String.raw`\",9007199254740993,\"`,
  String.raw`\\`,
  String.raw`\"`,
  String.raw`\\\"`,
  "[",
  "]",
  "{",
  "}",
  ":",
  ",",
  " ",
];

const digits = (minLength: number, maxLength: number): Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(""));

/** Integers at and next to the limits of safe numbers, of 64 bits and of 16 digits. */
export const BORDER_INTEGERS = [2n ** 53n, 10n ** 15n, 10n ** 16n, 2n ** 63n, 2n ** 64n].flatMap((border) =>
  [-2n, -1n, 0n, 1n, 2n].flatMap((step) => [String(border + step), String(-border - step)]),
);

const integer: Arbitrary<string> = fc.oneof(
  fc.constantFrom("0", "-0", ...BORDER_INTEGERS),
  fc.tuple(fc.constantFrom("", "-"), fc.integer({ min: 1, max: 9 }), digits(0, 39)).map((parts) => parts.join("")),
  { arbitrary: digits(15, 17).map((text) => `1${text}`), weight: 2 },
);

/** The same value, written with a point, an exponent or both. */
export const spelled = (number: Arbitrary<string>): Arbitrary<string> =>
  fc
    .record({
      number,
      zeros: fc.nat(20),
      shift: fc.integer({ min: -25, max: 25 }),
      e: fc.constantFrom("e", "E"),
      plus: fc.constantFrom("", "+"),
    })
    .map(({ number: text, zeros, shift, e, plus }) => {
      const sign = text.startsWith("-") ? "-" : "";
      // Room to move the point to either side.
      const digits = "0".repeat(30) + text.slice(sign.length) + "0".repeat(zeros);
      const point = digits.length - zeros + shift;
      const whole = digits
        .slice(0, point)
        .padEnd(point, "0")
        .replace(/^0+(?=\d)/, "");
      const fraction = digits.slice(point);
      const exponent = shift === 0 ? "" : `${e}${shift > 0 ? "-" : plus}${Math.abs(shift)}`;
      return sign + whole + (fraction === "" ? "" : `.${fraction}`) + exponent;
    });

const number: Arbitrary<string> = fc.oneof(
  { arbitrary: integer, weight: 4 },
  { arbitrary: spelled(integer), weight: 3 },
  fc.tuple(integer, fc.constant("."), digits(1, 25)).map((parts) => parts.join("")),
  fc
    .tuple(
      integer,
      fc.constantFrom("", ".0", ".5"),
      fc.constantFrom("e", "E"),
      fc.constantFrom("", "+", "-"),
      digits(1, 3),
    )
    .map((parts) => parts.join("")),
);

/** What may be between the quotation marks of a string. */
const character: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TRAPS),
  digits(1, 25),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).map((one) => (/["\\\u0000-\u001f]/.test(one) ? "é" : one)),
  fc.constantFrom(String.raw`\/`, String.raw`\b`, String.raw`\f`, String.raw`\n`, String.raw`\r`, String.raw`\t`),
  // Includes halves of surrogate pairs, as often as other characters.
  fc
    .tuple(fc.constantFrom("00", "d8", "DC", "20"), fc.integer({ min: 0, max: 255 }))
    .map(([high, low]) => `\\u${high}${low.toString(16).padStart(2, "0")}`),
);
const string: Arbitrary<string> = fc.array(character, { maxLength: 6 }).map((parts) => `"${parts.join("")}"`);

const key: Arbitrary<string> = fc.oneof(
  { arbitrary: string, weight: 2 },
  fc.constantFrom('"a"', '"b"', '"__proto__"', '"constructor"', '"toString"', '"1234567890123456789"', '""'),
);

const space: Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constant(""), weight: 3 },
  fc.array(fc.constantFrom(" ", "\n", "\r", "\t"), { minLength: 1, maxLength: 3 }).map((list) => list.join("")),
);

/** @returns texts that are JSON, a few levels deep; names of members can be duplicate unless set otherwise */
export function jsonTexts({ uniqueNames = false } = {}): Arbitrary<string> {
  const spaced = (text: Arbitrary<string>): Arbitrary<string> =>
    fc.tuple(space, text, space).map((parts) => parts.join(""));
  const { value } = fc.letrec<{ value: string }>((tie) => {
    const size = { maxLength: 4, depthIdentifier: "json" } as const;
    const member = fc.tuple(spaced(key), tie("value"));
    const members = uniqueNames
      ? fc.uniqueArray(member, { ...size, selector: ([name]): unknown => JSON.parse(name) })
      : fc.array(member, size);
    return {
      value: spaced(
        fc.oneof(
          { depthIdentifier: "json", maxDepth: 4 },
          { arbitrary: number, weight: 4 },
          { arbitrary: string, weight: 2 },
          fc.constantFrom("true", "false", "null"),
          { arbitrary: fc.array(tie("value"), size).map((items) => `[${items.join(",") || " "}]`), weight: 3 },
          { arbitrary: members.map((list) => `{${list.map((one) => one.join(":")).join(",")}}`), weight: 3 },
        ),
      ),
    };
  });
  return value;
}

const EDITS = [
  ...`"\\[]{}:,-+.eE0195 tn\n`,
  "\u00a0",
  "\u0000",
  "\ufeff",
  "1234567890123456789",
  "01",
  '",',
  '":',
  "//",
];

/** @returns JSON texts with one to three places changed: some are still JSON, most are not */
export function nearlyJsonTexts(): Arbitrary<string> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(2),
    put: fc.oneof(fc.constant(""), fc.constantFrom(...EDITS)),
  });
  return fc.tuple(jsonTexts(), fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((changed, { at, removed, put }) => {
      const index = Math.floor(at * changed.length);
      return changed.slice(0, index) + put + changed.slice(index + removed);
    }, text),
  );
}

/** @returns a few tokens of JSON in a row, without grammar */
export const tokenRows: Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...TRAPS, '"', "\\", "-", "0", ".", "e5", "null", "\t", "\u00a0"), integer), {
    maxLength: 9,
  })
  .map((tokens) => tokens.join(""));
