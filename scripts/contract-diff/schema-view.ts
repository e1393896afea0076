// A schema as callers see it: TypeScript types, with allOf and `$ref` merged. How a value travels is kept beside them in `x-wire`.
import { isObject } from "../core/node.js";
import { typesOf, type Document, type Schema } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";
import { itemOf, under } from "../core/place.js";
import { below } from "../core/pointer.js";
import { asText, type Side, type ViewSpot } from "./spot.js";

/** One of the schemas that a node of the view is made from. */
interface SchemaPart {
  schema: Schema;
  pointer: string;
  /** Text on the wire; callers see its content. */
  text?: true;
}

interface Gathered {
  parts: SchemaPart[];
  /** Each is a list of alternatives. An alternative "null" sets `nullable` instead. */
  choices: SchemaPart[][];
  nullable: boolean;
}

interface Scope {
  document: Document;
  /** The schemas that callers only send. */
  sent: ReadonlySet<object>;
  /** Gets an entry for every node of the view. */
  spots: Map<string, ViewSpot>;
  operationId: string;
}

/** Makes the view of a schema: `pointer` leads into the bundle, `to` into the view. */
type Viewer = (schema: Schema, pointer: string, to: string, place: string, side: Side) => Record<string, unknown>;

/** Prefix of a keyword that another one of the same name hides. */
export const INNER = "x-inner-";

/** The place of nodes that are made only to compare them. No pointer leads there. */
const SCRATCH = "scratch";

/** Keywords that the view does not copy, because it expresses them in another way. */
const MERGED = new Set([
  ...["$ref", "allOf", "anyOf", "oneOf", "type", "format", "const", "enum", "contentMediaType", "contentSchema"],
  ...["properties", "required", "items", "additionalProperties"],
]);

export function schemaViewer({ document, sent, spots, operationId }: Scope): Viewer {
  const target = targetIn(document);

  function gather(schema: Schema, pointer: string, above: readonly Schema[] = []): Gathered {
    const { $ref } = schema;
    const found: Gathered = { parts: [{ schema, pointer }], choices: [], nullable: false };
    if (above.includes(schema)) return { ...found, parts: [] };
    const inside = [...above, schema];
    const add = (other: Gathered): void => {
      found.parts.push(...other.parts);
      found.choices.push(...other.choices);
      found.nullable ||= other.nullable;
    };
    if ($ref !== undefined) add(gather(target(schema), $ref, inside));
    (schema.allOf ?? []).forEach((part, index) => add(gather(part, below(pointer, "allOf", index), inside)));
    for (const keyword of ["anyOf", "oneOf"] as const) {
      const all = (schema[keyword] ?? []).map((one, index): SchemaPart => ({
        schema: one,
        pointer: below(pointer, keyword, index),
      }));
      const rest = all.filter((one) => !isNull(target(one.schema)));
      if (rest.length < all.length) found.nullable = true;
      const [only] = rest;
      if (only !== undefined && rest.length === 1) add(gather(only.schema, only.pointer, inside));
      else if (rest.length > 1) found.choices.push(rest);
    }
    if (schema.contentSchema !== undefined) {
      found.parts[0] = { schema, pointer, text: true };
      if (typesOf(schema).includes("null")) found.nullable = true;
      add(gather(schema.contentSchema, below(pointer, "contentSchema"), inside));
    }
    return found;
  }

  function view(
    parts: readonly SchemaPart[],
    to: string,
    place: string,
    side: Side,
    above: readonly Schema[],
  ): Record<string, unknown> {
    const all = parts.map(({ schema, pointer }) => gather(schema, pointer));
    const choices: SchemaPart[][] = [];
    const wires: string[] = [];
    for (const list of all.flatMap((one) => one.choices)) {
      const seen = list.map((one) => view([one], SCRATCH, place, side, above));
      const [only, ...others] = list.filter((_, at) => seen.findIndex((one) => shape(one) === shape(seen[at])) === at);
      if (only === undefined) continue;
      if (others.length > 0) choices.push([only, ...others]);
      // An object, or text that holds the same object: callers see no difference.
      else {
        all.push(gather(only.schema, only.pointer));
        wires.push(seen.map((one) => String(one["x-wire"])).join(" | "));
      }
    }
    const merged = all.flatMap((one) => one.parts);
    const schemas = merged.map(({ schema }) => schema);
    const keywords = new Map<string, string>();
    const [first] = merged;
    spots.set(to, { use: { operationId, place }, side, pointer: first?.pointer ?? "#", keywords });
    if (schemas.some((schema) => isComposite(schema) && above.includes(schema))) return { "x-circle": true };
    const inside = [...above, ...schemas];

    const types = callerTypes(
      merged,
      all.some((one) => one.nullable),
      sent,
    );
    const shown: Record<string, unknown> = {
      ...(types && { type: types }),
      "x-wire": wires.join(" | ") || wireText(merged),
    };
    for (const { schema, pointer } of merged) {
      for (const [keyword, value] of Object.entries(schema)) {
        if (!keywords.has(keyword)) keywords.set(keyword, below(pointer, keyword));
        if (MERGED.has(keyword)) continue;
        // The outermost value wins: a description beside a `$ref` hides the one of the shape, which keeps a name of its own.
        const name = keyword in shown ? `${INNER}${keyword}` : keyword;
        const text = keyword.startsWith("x-") || name !== keyword ? asText(value) : value;
        shown[name] = name in shown ? `${String(shown[name])}\n${String(text)}` : text;
        if (name !== keyword) keywords.set(name, below(pointer, keyword));
      }
      for (const name of schema.required ?? []) {
        if (!keywords.has(`required ${name}`)) keywords.set(`required ${name}`, below(pointer, "required"));
      }
    }
    keywords.set("x-wire", keywords.get("format") ?? keywords.get("type") ?? first?.pointer ?? "#");

    const values = schemas.find((schema) => schema.enum !== undefined)?.enum ?? constant(schemas);
    if (values !== undefined) shown["enum"] = values;
    const required = [...new Set(schemas.flatMap((schema) => schema.required ?? []))].sort();
    if (required.length > 0) shown["required"] = required;

    const properties = propertiesOf(merged);
    // Also if there are none yet, so that the first field is a change by itself.
    if (properties.size > 0 || types?.includes("object")) {
      shown["properties"] = Object.fromEntries(
        [...properties].map(([name, same]) => [
          name,
          view(same, below(to, "properties", name), under(place, name), side, inside),
        ]),
      );
    }
    const items = partsAt(merged, "items");
    if (items.length > 0) shown["items"] = view(items, below(to, "items"), itemOf(place), side, inside);
    const further = partsAt(merged, "additionalProperties");
    if (further.length > 0) {
      shown["additionalProperties"] = view(further, below(to, "additionalProperties"), itemOf(place), side, inside);
    } else if (schemas.some((schema) => schema.additionalProperties === true)) shown["additionalProperties"] = true;

    const [branches, ...others] = choices.map((list, index) => {
      const holder = index === 0 ? below(to, "anyOf") : below(to, "allOf", index - 1, "anyOf");
      return list.map((one, at) => view([one], below(holder, at), place, side, inside));
    });
    if (branches !== undefined) shown["anyOf"] = branches;
    if (others.length > 0) shown["allOf"] = others.map((anyOf) => ({ anyOf }));
    return shown;
  }

  return (schema, pointer, to, place, side) => view([{ schema, pointer }], to, place, side, []);
}

const isNull = (schema: Schema): boolean => typesOf(schema).join() === "null";
const isComposite = (schema: Schema): boolean => schema.properties !== undefined || schema.items !== undefined;

/** @returns the sorted names of the TypeScript types; `undefined` if any value is allowed. An id in a request may be a bigint too. */
function callerTypes(parts: readonly SchemaPart[], nullable: boolean, sent: ReadonlySet<object>): string[] | undefined {
  let types: string[] | undefined;
  for (const { schema, text } of parts) {
    const own = text ? [] : typesOf(schema);
    if (own.length === 0) continue;
    const named = new Set(own.flatMap((type) => namesOf(type, schema, sent)));
    types = types === undefined ? [...named] : types.filter((type) => named.has(type));
  }
  types ??= parts.some(({ schema }) => schema.properties !== undefined) ? ["object"] : undefined;
  if (types === undefined) return undefined;
  return [...new Set(nullable ? [...types, "null"] : types)].sort();
}

function namesOf(type: string, schema: Schema, sent: ReadonlySet<object>): string[] {
  if (type !== "null" && schema.format === "int64") return sent.has(schema) ? ["bigint", "string"] : ["string"];
  return [type === "integer" ? "number" : type];
}

/** How a value travels: `integer<int64> | null`. */
function wireText(parts: readonly SchemaPart[]): string {
  const text = parts.some((part) => part.text);
  const wire = text ? parts.filter((part) => part.text) : parts;
  const types = [...new Set(wire.flatMap(({ schema }) => typesOf(schema)))].sort();
  const format = wire.find(({ schema }) => schema.format !== undefined)?.schema.format;
  const named = types.map((type) => (type === "null" ? type : type + (format === undefined ? "" : `<${format}>`)));
  return `${named.sort(nullLast).join(" | ") || "any"}${text ? " of JSON" : ""}`;
}

const nullLast = (one: string, other: string): number => Number(one === "null") - Number(other === "null");

const constant = (schemas: readonly Schema[]): unknown[] | undefined => {
  const found = schemas.find((schema) => "const" in schema);
  return found !== undefined && "const" in found ? [found.const] : undefined;
};

function propertiesOf(parts: readonly SchemaPart[]): Map<string, SchemaPart[]> {
  const found = new Map<string, SchemaPart[]>();
  for (const { schema, pointer } of parts) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      found.set(name, [...(found.get(name) ?? []), { schema: property, pointer: below(pointer, "properties", name) }]);
    }
  }
  return found;
}

const partsAt = (parts: readonly SchemaPart[], keyword: "items" | "additionalProperties"): SchemaPart[] =>
  parts.flatMap(({ schema, pointer }) => {
    const inner = schema[keyword];
    return isObject(inner) ? [{ schema: inner as Schema, pointer: below(pointer, keyword) }] : [];
  });

/** What callers see of a node, as text to compare it with another node. */
function shape(node: unknown, names = false): string {
  if (Array.isArray(node)) return `[${node.map((item) => shape(item)).join()}]`;
  if (!isObject(node)) return JSON.stringify(node) ?? "";
  return Object.entries(node)
    .filter(([key]) => names || !(key.startsWith("x-") || key === "description" || key === "examples"))
    .map(([key, value]) => `${key}:{${shape(value, !names && key === "properties")}}`)
    .sort()
    .join();
}
