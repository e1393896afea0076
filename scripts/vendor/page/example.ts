// Reading examples without losing digits, and what can be read off them.
import { isSafeNumber, parse, stringify } from "lossless-json";
import { isObject } from "../../contract/schema-view.js";
import type { Field, Place } from "./page.js";
import { itemOf, under } from "./place.js";

const INTEGER = /^-?\d+$/;
/** A number as its digits say: a bigint where a JavaScript number would lose some. */
export const readNumber = (digits: string): unknown =>
  INTEGER.test(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits);

/** An example's JSON text as a value, integers beyond 2^53 as bigints; nothing where the text is no JSON. */
export function readExample(text: string): { value: unknown } | undefined {
  try {
    return { value: parse(text, undefined, readNumber) };
  } catch {
    return undefined;
  }
}

/** A value as JSON text on one line, bigints digit for digit. */
export const writeExample = (value: unknown): string => stringify(value) ?? "null";

/** The JSON type of a value: `integer` for a number without a fraction. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : typeof value;
}

/** Every type that an example holds at each place, "null" among them, sorted; the outermost object itself is left out. */
function typesSeen(root: Place, examples: readonly unknown[]): Map<Place, string[]> {
  const seen = new Map<Place, Set<string>>();
  const visit = (place: Place, value: unknown): void => {
    const type = typeOf(value);
    if (place !== root || type !== "object") seen.set(place, (seen.get(place) ?? new Set()).add(type));
    if (Array.isArray(value)) for (const item of value) visit(itemOf(place), item);
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) visit(under(place, name), member);
  };
  for (const example of examples) visit(root, example);
  return new Map([...seen].map(([place, types]) => [place, [...types].sort()]));
}

/** What examples alone say of each field. */
export function fieldsOfExamples(root: Place, examples: readonly unknown[]): Map<Place, Field> {
  const fields = new Map<Place, Field>();
  for (const [place, seen] of typesSeen(root, examples)) {
    fields.set(place, {
      from: "example",
      types: seen.filter((type) => type !== "null"),
      nullable: seen.includes("null") ? "yes" : "not visible",
      required: "not visible",
    });
  }
  return fields;
}

/** Notes on the fields of a table what the page's own examples hold there. */
export function noteSeen(fields: ReadonlyMap<Place, Field>, root: Place, examples: readonly unknown[]): void {
  for (const [place, seen] of typesSeen(root, examples)) {
    const field = fields.get(place);
    if (field?.from === "table") field.seen = seen;
  }
}
