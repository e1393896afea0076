// Values printed as JSON and as TypeScript literals: the same value comes back, in lines that a person can read.
import fc from "fast-check";
import { expect, test } from "vitest";
import { printValue } from "../../scripts/dist/generate/print.js";

test("as JSON, any value comes back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(printValue(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("as a TypeScript literal, any value comes back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // In a literal, the name __proto__ would set the prototype.
      fc.pre(!JSON.stringify(value).includes("__proto__"));
      const evaluated: unknown = new Function(`return ${printValue(value, { bareNames: true })};`)();
      expect(evaluated).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([
  ["a short list", ["string", "null"], '["string", "null"]'],
  ["a short object", { a: 1, "b-c": [] }, '{ "a": 1, "b-c": [] }'],
  ["a member without a value", { a: undefined, b: 1 }, '{ "b": 1 }'],
  ["a long object", { name: "x".repeat(110), b: 1 }, `{\n  "name": "${"x".repeat(110)}",\n  "b": 1\n}`],
])("%s", (_what, value, text) => {
  expect(printValue(value)).toBe(text);
});

test("names are bare where TypeScript allows it", () => {
  expect(printValue({ a: 1, "b-c": 2, "3": 3 }, { bareNames: true })).toBe('{ "3": 3, a: 1, "b-c": 2 }');
});
