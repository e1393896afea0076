// Random values that JSON can hold without loss, as a program has them: also dates, boxed primitives and objects with toJSON.
import fc, { type Arbitrary } from "fast-check";

/** Names that a pointer, a prototype or JSON.stringify treats in its own way. */
const NAMES = ["__proto__", "toJSON", "constructor", "length", "", "#", "*", "0", "a.b", "a/b"];
/** Texts that could be taken for what the encoder writes itself. */
const TEXTS = [
  "#",
  '"#"',
  String.raw`\"#"`,
  String.raw`\\"#"`,
  '"#":',
  "\\",
  '"',
  "null",
  "[1]",
  "{}",
  "9007199254740993",
];

const plainText: Arbitrary<string> = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...TEXTS));
export const plainName: Arbitrary<string> = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...NAMES));
/** From 2^53 on, a number may have lost digits. */
const plainNumber: Arbitrary<number> = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, max: Number.MAX_SAFE_INTEGER, min: Number.MIN_SAFE_INTEGER }),
);

const scalars = [plainText, plainNumber, fc.boolean(), fc.constant(null)];
const containers = { key: plainName, maxDepth: 2, maxKeys: 4, withBoxedValues: true, withNullPrototype: true };

/** Objects that are written as another value. Their toJSON is of their class, their own, or in the value too. */
const withToJSON: Arbitrary<unknown> = fc
  .tuple(
    fc.anything({ ...containers, values: scalars }),
    fc.constantFrom<(value: unknown) => unknown>(
      (value) => new Hidden(value),
      (value) => ({ other: 1, toJSON: () => value }),
      (value) => ({ value, toJSON: returnsItself }),
      (value) => ({ value, toJSON: returnsCopy }),
      (value) => Object.assign([1], { toJSON: () => ({ value }) }),
    ),
  )
  .map(([value, made]) => made(value));

/** Values that JSON.stringify writes whole. */
export const plainData: Arbitrary<unknown> = fc.anything({
  ...containers,
  maxDepth: 3,
  values: [
    ...scalars,
    fc.date({ noInvalidDate: true }),
    withToJSON,
    fc.constantFrom<unknown>(
      { left: undefined, [Symbol("left")]: 1 },
      new (class {
        own = 1;
      })(),
    ),
  ],
});

class Hidden {
  readonly #value: unknown;
  constructor(value: unknown) {
    this.#value = value;
  }
  toJSON(): unknown {
    return this.#value;
  }
}
function returnsItself<T>(this: T): T {
  return this;
}
function returnsCopy<T extends object>(this: T): T {
  return { ...this };
}
