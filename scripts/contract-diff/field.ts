// A field as callers see it: with the types of TypeScript, however its schema is composed.
import { closedValues, flattened, saidBy, united, type Allowed, type Composition } from "../core/composition.js";
import { isObject, objectOf, texts, type Located, type Node } from "../core/node.js";
import { isId } from "../core/openapi.js";
import { nameOf, type Place } from "../core/place.js";
import type { SchemaField } from "../core/schema-fields.js";
import { located, type Entry } from "./entry.js";

/** Whether callers write a value, or read it. In a webhook it is the other way round: its body is received. */
export type Side = "sent" | "received";

export interface CallerField extends Entry {
  side: Side;
  /** How it travels: `integer<int64> | null`. */
  wire: string;
  required: boolean;
  /** Whether it takes members that it does not name. */
  open: boolean;
  /** What callers see of it, without words and samples. */
  signature: () => string;
  /** The same for two fields that are declared in the same words. */
  words: () => string;
}
export type Fields = ReadonlyMap<Place, CallerField>;

/** What the types know of nodes beyond their keywords. */
interface TypedNodes {
  /** Those that callers send and never receive: their ids may be bigints. */
  sentOnly: ReadonlySet<object>;
  /** Open ones whose types are closed. */
  closed: ReadonlySet<object>;
}

/** Keywords that are compared in another form. */
const MERGED = new Set([
  ...["$ref", "allOf", "anyOf", "oneOf", "type", "format", "const", "enum", "contentMediaType", "contentSchema"],
  ...["properties", "required", "items", "additionalProperties", "x-open"],
  // Of what holds a schema.
  ...["name", "in", "schema", "content", "headers"],
]);

/** @param holder what holds the schema from outside: a parameter, a header, a body or an answer */
export function fieldOf(
  { place, required, declared, combined, parts: schemas, holders }: SchemaField,
  side: Side,
  { sentOnly, closed }: TypedNodes,
  holder: Located | undefined,
): CallerField {
  const all = holder === undefined ? schemas : [holder, ...schemas];
  const [first = located({}, "#"), ...others] = all;
  const facets: Entry["facets"] = new Map();
  for (const part of all) {
    for (const [keyword, value] of Object.entries(part.node)) {
      if (MERGED.has(keyword)) continue;
      const known = facets.get(keyword) ?? [];
      facets.set(keyword, [...known, { value, part, keyword }]);
    }
  }
  const wire = wireText(schemas);
  const types = united(
    combined.map((one) => saidBy(one, (node) => namedTypes(node, sentOnly), { content: true })),
  )?.sort();
  const open = isOpen(schemas, closed);
  const requirer = holder ?? holders.find(({ node }) => texts(node["required"]).includes(nameOf(place)));
  /** A facet that the schemas make together: the first of these keywords stands for it. */
  const merged = (name: string, value: unknown, ...keywords: string[]): void => {
    const keyword = keywords.find((one) => schemas.some(({ node }) => one in node));
    const part = schemas.find(({ node }) => keyword !== undefined && keyword in node);
    facets.set(name, [{ value, part, keyword }]);
  };
  merged("type", types, "type");
  merged("wire", wire, "format", "type");
  merged(
    "values",
    united(combined.map((one) => saidBy(one, (node) => closedValues(node, text), { content: true }))),
    "enum",
    "const",
  );
  if (types?.includes("object")) merged("open", open, "x-open", "additionalProperties");
  facets.set("required", [{ value: required, part: requirer, keyword: "required" }]);
  return {
    ...{ place, side, wire, required, open, facets, parts: [first, ...others] },
    signature: () => declared.map(signature).join(),
    words: () => JSON.stringify(declared.map(({ self }) => self.node)),
  };
}

/** Whether a schema takes members that it does not name: it says so, or names none at all. */
function isOpen(parts: readonly Located[], closed: ReadonlySet<object>): boolean {
  const named = parts.some(({ node }) => isObject(node["properties"]) && Object.keys(node["properties"]).length > 0);
  return (
    !named ||
    parts.some(
      ({ node }) => (node["x-open"] === true && !closed.has(node)) || node["additionalProperties"] !== undefined,
    )
  );
}

/** The names of TypeScript's types. */
function namedTypes(node: Node, sentOnly: ReadonlySet<object>): Allowed {
  const named = [node["type"]].flat().filter((one) => typeof one === "string");
  if (named.length === 0) return isObject(node["properties"]) ? ["object"] : undefined;
  const names = named.flatMap((one) => {
    if (one !== "null" && isId(node)) return sentOnly.has(node) ? ["bigint", "string"] : ["string"];
    return [one === "integer" ? "number" : one];
  });
  return [...new Set(names)];
}

export const text = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");

function wireText(parts: readonly Located[]): string {
  const holding = parts.filter(({ node }) => isObject(node["contentSchema"]));
  const wire = (holding.length > 0 ? holding : parts).map(({ node }) => node);
  const types = new Set(wire.flatMap(({ type }) => (typeof type === "string" ? [type] : texts(type))));
  const nullLast = types.delete("null") ? ["null"] : [];
  const format = wire.find((node) => node["format"] !== undefined)?.["format"];
  const named = [...types].sort().map((type) => (format === undefined ? type : `${type}<${text(format)}>`));
  return `${[...named, ...nullLast].join(" | ") || "any"}${holding.length > 0 ? " of JSON" : ""}`;
}

/** What callers see of a composition, to tell alternatives apart: types and members, without words and samples. */
function signature(one: Composition): string {
  const shown = flattened(one, true).flatMap(({ node: { type, properties, contentSchema } }) => [
    ...(isObject(contentSchema) ? [] : [type].flat().filter((name) => name !== undefined && name !== "null")),
    ...Object.entries(objectOf(properties)).map(([name, member]) =>
      JSON.stringify([name, objectOf(member)["type"] ?? objectOf(member)["$ref"]]),
    ),
  ]);
  return [...new Set(shown)].sort().join();
}

const isScalar = (one: Composition): boolean =>
  flattened(one, false).every(
    ({ node }) =>
      !isObject(node["properties"]) && ![node["type"]].flat().some((type) => type === "object" || type === "array"),
  );

/** Whether callers can tell the alternatives apart. Scalars are one value of several types. */
export const areDistinct = (list: readonly Composition[]): boolean =>
  !list.every(isScalar) && new Set(list.map(signature)).size > 1;

/** Whether the place is one of several alternatives. */
export const isAlternative = (place: Place): boolean => /\/\|\d+$/.test(place);
