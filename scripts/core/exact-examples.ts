// Examples with ids beyond 2^53. YAML loaders round such integers, so the contract writes them in quotes.
import { isObject } from "./node.js";
import { isId, typesOf, type Schema } from "./openapi.js";
import { itemOf, under, type Place } from "./place.js";

/** How an id travels: as a JSON integer, as text, or as either. */
export type Wire = "integer" | "string" | "either";

/** How an id of these schemas travels; undefined if they hold no id. */
export function wireOf(schemas: readonly Schema[]): Wire | undefined {
  const ids = schemas.filter(isId);
  if (ids.length === 0) return undefined;
  const types = ids.flatMap(typesOf);
  return !types.includes("integer") ? "string" : types.includes("string") ? "either" : "integer";
}

/** Whether a value is a 64-bit integer beyond 2^53, or the digits of one. */
export const isLongInteger = (value: unknown): boolean =>
  (typeof value === "string" || typeof value === "bigint") &&
  /^-?[1-9]\d{15,18}$/.test(String(value)) &&
  !Number.isSafeInteger(Number(value)) &&
  BigInt.asIntN(64, BigInt(value)) === BigInt(value);

/** The schemas of each value, as valuesIn finds them. */
export type Values = ReadonlyMap<Place, readonly Schema[]>;

/** The schemas of the value at a place of an example. What a map holds is found like the items of a list. */
export function schemasAt(values: Values, place: Place): readonly Schema[] {
  const found = place
    .split("/")
    .reduce((here, step) => (values.has(`${here}/${step}`) ? `${here}/${step}` : itemOf(here)));
  return values.get(found) ?? [];
}

/** How the id at a place of an example travels; undefined if it is not an id. */
export const wireAt = (values: Values, place: Place): Wire | undefined => wireOf(schemasAt(values, place));

interface Exemplified {
  example?: unknown;
  examples?: unknown;
}

/**
 * Replaces the quoted ids in the examples of a schema, a parameter or a media type, wherever the schema has an integer.
 * @param valuesOf finds the values inside maps too
 * @param integer makes the integer of digits
 */
export function unquoteExamples(node: Exemplified, valuesOf: () => Values, integer: (digits: string) => unknown): void {
  let values: Values | undefined;
  const unquoted = (example: unknown): unknown =>
    mapScalars(example, (value, place) => {
      if (typeof value !== "string" || !isLongInteger(value)) return value;
      values ??= valuesOf();
      return wireAt(values, place) === "integer" ? integer(value) : value;
    });
  const { example, examples } = node;
  if (example !== undefined) node.example = unquoted(example);
  if (Array.isArray(examples)) node.examples = examples.map(unquoted);
  else if (isObject(examples)) {
    for (const one of Object.values(examples)) {
      if (isObject(one) && "value" in one) one["value"] = unquoted(one["value"]);
    }
  }
}

/** A copy of a value, such as an example, each scalar replaced by what `scalar` returns. */
export function mapScalars(
  given: unknown,
  scalar: (value: unknown, place: Place) => unknown,
  place: Place = "",
): unknown {
  if (Array.isArray(given)) return given.map((item) => mapScalars(item, scalar, itemOf(place)));
  if (!isObject(given)) return scalar(given, place);
  const members = Object.entries(given);
  return Object.fromEntries(members.map(([name, one]) => [name, mapScalars(one, scalar, under(place, name))]));
}
