// The types that examples show of fields.
import { isObject } from "../../core/node.js";
import { type Place, itemOf, under } from "../../core/place.js";
import type { Pointer } from "../../core/pointer.js";
import { bareField } from "./field.js";
import type { Field } from "./page.js";

/** The JSON type of a value: `integer` for a number without a fraction. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "bigint") return "integer";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : typeof value;
}

/**
 * The fields as examples show them. The outermost object itself is left out.
 * @param found is told of the first value at each place: the example's index, and the keys that lead to the value in it
 */
export function fieldsOfExamples(
  root: Place,
  examples: readonly unknown[],
  found?: (place: Place, index: number, keys: Pointer) => void,
): Map<Place, Field> {
  const fields = new Map<Place, Field>();
  const note = (place: Place, type: string): void => {
    const field = fields.get(place) ?? bareField("not visible");
    fields.set(place, field);
    if (type === "null") field.nullable = "yes";
    else if (!field.types.includes(type)) field.types = [...field.types, type].sort();
  };
  const visit = (place: Place, value: unknown, index: number, keys: Pointer): void => {
    const type = typeOf(value);
    if (!fields.has(place)) found?.(place, index, keys);
    if (place !== root || type !== "object") note(place, type);
    if (Array.isArray(value))
      for (const [at, item] of value.entries()) visit(itemOf(place), item, index, [...keys, at]);
    if (!isObject(value)) return;
    for (const [name, member] of Object.entries(value)) visit(under(place, name), member, index, [...keys, name]);
  };
  for (const [index, example] of examples.entries()) visit(root, example, index, []);
  return fields;
}

/** Notes on the fields of a table which types the page's own examples hold there. */
export function noteSeen(fields: ReadonlyMap<Place, Field>, inExamples: ReadonlyMap<Place, Field>): void {
  for (const [place, { types, nullable }] of inExamples) {
    const field = fields.get(place);
    if (field?.from === "table") field.seen = nullable === "yes" ? [...types, "null"].sort() : types;
  }
}
