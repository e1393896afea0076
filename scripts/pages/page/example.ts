// The types that examples show of fields.
import { isObject } from "../../core/node.js";
import type { Field } from "./page.js";
import { type Place, itemOf, under } from "../../core/place.js";

/** The JSON type of a value: `integer` for a number without a fraction. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : typeof value;
}

/** The types that examples hold at each place, including "null", sorted. The outermost object itself is left out. */
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

/** The fields as examples show them. */
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

/** Notes on the fields of a table which types the page's own examples hold there. */
export function noteSeen(fields: ReadonlyMap<Place, Field>, root: Place, examples: readonly unknown[]): void {
  for (const [place, seen] of typesSeen(root, examples)) {
    const field = fields.get(place);
    if (field?.from === "table") field.seen = seen;
  }
}
