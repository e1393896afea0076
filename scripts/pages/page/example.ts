// The types that examples show of fields.
import { isObject } from "../../core/node.js";
import { type Place, itemOf, under } from "../../core/place.js";
import type { Field } from "./page.js";

/** The JSON type of a value: `integer` for a number without a fraction. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : typeof value;
}

/** The fields as examples show them. The outermost object itself is left out. */
export function fieldsOfExamples(root: Place, examples: readonly unknown[]): Map<Place, Field> {
  const seen = new Map<Place, Set<string>>();
  const visit = (place: Place, value: unknown): void => {
    const type = typeOf(value);
    if (place !== root || type !== "object") seen.set(place, (seen.get(place) ?? new Set()).add(type));
    if (Array.isArray(value)) for (const item of value) visit(itemOf(place), item);
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) visit(under(place, name), member);
  };
  for (const example of examples) visit(root, example);
  const fieldOf = (types: ReadonlySet<string>): Field => ({
    from: "example",
    types: [...types].filter((type) => type !== "null").sort(),
    nullable: types.has("null") ? "yes" : "not visible",
    required: "not visible",
  });
  return new Map([...seen].map(([place, types]) => [place, fieldOf(types)]));
}

/** Notes on the fields of a table which types the page's own examples hold there. */
export function noteSeen(fields: ReadonlyMap<Place, Field>, root: Place, examples: readonly unknown[]): void {
  for (const [place, { types, nullable }] of fieldsOfExamples(root, examples)) {
    const field = fields.get(place);
    if (field?.from === "table") field.seen = nullable === "yes" ? [...types, "null"].sort() : types;
  }
}
