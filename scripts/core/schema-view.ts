// Looks values up in a schema, by the places that the walker gives them.
import { isObject, type Located } from "./node.js";
import type { Schema } from "./openapi.js";
import type { Place } from "./place.js";
import { referredIn } from "./refs.js";
import { walkSchema } from "./schema-fields.js";

/** Returns what the `$ref` of a schema leads to; undefined if it leads nowhere. */
export type Follow = (at: Located) => Located | undefined;

/** The target of a node's `$ref` in a bundled document; the node itself if it has none. */
export const targetIn =
  (document: unknown) =>
  <T extends object>(node: T): T => {
    const found = isObject(node) ? referredIn(document)({ node, file: "", pointer: [] }) : undefined;
    // A bundle's `$ref` leads to a node of the kind that belongs in its place: `verifyBundle` checks it.
    return found === undefined ? node : (found.node as T);
  };

interface View {
  /** Whether text that holds JSON counts as what it holds, as for the client, which decodes it. */
  decoded?: boolean;
  /** Whether values inside the members are looked up too; "items" for no values but the whole and the items of a list. */
  deep?: boolean | "items";
  /** Whether the values of a map are looked up too, as the items of a list are. */
  maps?: boolean;
}

/** The schemas of each value, `$ref`s followed, by place: "" for the whole, `/data/items`, `/lines/*` for the items of a list. */
export function valuesIn(
  schema: Located,
  follow: Follow,
  { decoded = false, deep = true, maps = false }: View,
): Map<Place, Schema[]> {
  const found = new Map<Place, Schema[]>();
  walkSchema(schema, "", false, {
    follow,
    content: decoded,
    maps,
    visit({ place, parts }) {
      // The parts of a schema are schemas.
      const schemas = parts.map(({ node }) => node as Schema).filter(({ $ref }) => $ref === undefined);
      found.set(place, decoded ? schemas.filter(({ contentSchema }) => contentSchema === undefined) : schemas);
      if (place !== "" || deep !== "items") return deep === true || place === "";
      return parts.some(({ node }) => isObject(node["items"]));
    },
  });
  return found;
}
