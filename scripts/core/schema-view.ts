// Reads schemas through `$ref`, allOf, anyOf and oneOf, in one document or in many files.
import type { Schema } from "./openapi.js";
import { isObject } from "./node.js";
import { stepsOf } from "./pointer.js";
import { referredIn } from "./refs.js";

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
    if (!isObject(node)) return node;
    const found = referredIn(document)({ node, file: "", pointer: [] });
    // A bundle's `$ref` leads to a node of the kind that belongs in its place: `verifyBundle` checks it.
    return found === undefined ? node : (found.node as T);
  };

/**
 * The schema itself and every part it is composed of, `$ref`s followed.
 * @param decoded whether text that holds JSON counts as what it holds, as for the client, which decodes it
 */
export function partsOf(
  placed: PlacedSchema,
  follow: Follow,
  decoded = false,
  seen = new Set<Schema>(),
): PlacedSchema[] {
  const target = follow(placed);
  if (target === undefined || seen.has(target.schema)) return [];
  seen.add(target.schema);
  const { allOf = [], anyOf = [], oneOf = [], contentSchema } = target.schema;
  const content = decoded ? contentSchema : undefined;
  const inner = [...(content === undefined ? [] : [content]), ...allOf, ...anyOf, ...oneOf];
  return [
    ...(content === undefined ? [target] : []),
    ...inner.flatMap((schema) => partsOf({ schema, from: target.from }, follow, decoded, seen)),
  ];
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
export function propertiesOf(placed: PlacedSchema, follow: Follow, decoded = false): Map<string, PlacedSchema[]> {
  const found = new Map<string, PlacedSchema[]>();
  for (const { schema: part, from } of partsOf(placed, follow, decoded)) {
    for (const [name, schema] of Object.entries(part.properties ?? {})) {
      found.set(name, [...(found.get(name) ?? []), { schema, from }]);
    }
  }
  return found;
}

/** The schemas of the value that a JSON Pointer leads to, such as `/data/items`; empty if no schema declares it. */
export const schemasAt = (placed: PlacedSchema, pointer: string, follow: Follow): PlacedSchema[] =>
  stepsOf(pointer)
    .reduce((here, name) => here.flatMap((one) => propertiesOf(one, follow, true).get(name) ?? []), [placed])
    .flatMap((one) => partsOf(one, follow, true));
