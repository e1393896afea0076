// Reads schemas through `$ref`, allOf, anyOf and oneOf, in one document or in many files.
import type { Schema } from "./openapi.js";
import { isObject } from "./node.js";
import { stepsOf, unescapeStep } from "./pointer.js";

/** A schema and the file it is written in, to follow a relative `$ref` in it. */
export interface PlacedSchema {
  schema: Schema;
  from: string;
}

/** Follows one `$ref`; undefined if it leads nowhere. Returns a schema without `$ref` as it is. */
export type Follow = (placed: PlacedSchema) => PlacedSchema | undefined;

/** Follows `$ref`s inside one bundled document. */
export function followIn(document: unknown): Follow {
  const target = targetIn(document);
  return ({ schema, from }) => ({ schema: target(schema), from });
}

/** The target of a node's `$ref` in a bundled document; the node itself if it has none. */
export const targetIn =
  (document: unknown) =>
  <T extends object>(node: T): T => {
    const ref = "$ref" in node ? node.$ref : undefined;
    if (typeof ref !== "string") return node;
    let found: unknown = document;
    for (const step of ref.replace(/^#\//, "").split("/")) {
      found = isObject(found) ? found[unescapeStep(step)] : undefined;
    }
    // A bundle's `$ref` leads to a node of the kind that belongs in its place: `verifyBundle` checks it.
    return isObject(found) ? targetIn(document)(found as T) : node;
  };

/** The schema itself and every part it is composed of, `$ref`s followed. */
export function partsOf(placed: PlacedSchema, follow: Follow, seen = new Set<Schema>()): PlacedSchema[] {
  const target = follow(placed);
  if (target === undefined || seen.has(target.schema)) return [];
  seen.add(target.schema);
  const { allOf = [], anyOf = [], oneOf = [] } = target.schema;
  const composed = [...allOf, ...anyOf, ...oneOf];
  return [target, ...composed.flatMap((schema) => partsOf({ schema, from: target.from }, follow, seen))];
}

/** The parts of a schema, and of what its lists hold. */
export function partsWithItems(placed: PlacedSchema, follow: Follow): PlacedSchema[] {
  const own = partsOf(placed, follow);
  const items = own.flatMap(({ schema, from }) =>
    schema.items === undefined ? [] : partsOf({ schema: schema.items, from }, follow),
  );
  return [...own, ...items];
}

/** The properties that the schema and its parts declare, by name: several schemas if several parts declare the same name. */
export function propertiesOf(placed: PlacedSchema, follow: Follow): Map<string, PlacedSchema[]> {
  const found = new Map<string, PlacedSchema[]>();
  for (const part of partsOf(placed, follow)) {
    for (const [name, schema] of Object.entries(part.schema.properties ?? {})) {
      found.set(name, [...(found.get(name) ?? []), { schema, from: part.from }]);
    }
  }
  return found;
}

/** The parts of a schema as the client decodes the value: text that holds JSON counts as what it holds. */
export function decodedParts(placed: PlacedSchema, follow: Follow, seen = new Set<Schema>()): PlacedSchema[] {
  return partsOf(placed, follow, seen).flatMap((part) => {
    const { contentSchema } = part.schema;
    return contentSchema === undefined
      ? [part]
      : decodedParts({ schema: contentSchema, from: part.from }, follow, seen);
  });
}

/** The schemas of the value that a JSON Pointer leads to, such as `/data/items`; empty if no schema declares it. */
export function schemasAt(placed: PlacedSchema, pointer: string, follow: Follow): PlacedSchema[] {
  let here = decodedParts(placed, follow);
  for (const name of stepsOf(pointer)) {
    here = here
      .flatMap(({ schema: { properties = {} }, from }) =>
        Object.entries(properties).flatMap(([key, schema]) => (key === name ? [{ schema, from }] : [])),
      )
      .flatMap((one) => decodedParts(one, follow));
  }
  return here;
}
