// Makes components of the objects of a draft that the page has a name for. If there is an equal component already, it is used.
import { typesOf, type Schema } from "../../core/openapi.js";
import { shapeName, type Shape } from "./contract.js";
import { shapeNameOf } from "./names.js";
import type { Notes } from "./notes.js";
import { inOrder, type Drafted } from "./drafting.js";

/** The beginning of references before they are made relative to their file. */
export const REFERENCE = "component:";

/** A shape with fewer properties may equal another one by chance. */
const TELLING = 2;

export interface Splitting {
  /** The components that there are; new ones are added. */
  shapes: Map<string, Shape>;
  /** The folder of new components, and the beginning of their names. */
  place: { folder: string; prefix: string };
  notes: Notes;
}

/** The schema with references for the objects in it. */
export function splitBelow({ shape: _, properties, items, ...schema }: Drafted, by: Splitting): Drafted {
  const split = (one: Drafted): Drafted => referenceFor(one.shape, splitBelow(one, by), by);
  const members = Object.entries(properties ?? {}).map(([name, one]) => [name, split(one)]);
  return inOrder({
    ...schema,
    ...(properties && { properties: Object.fromEntries(members) as Record<string, Drafted> }),
    ...(items && { items: split(items) }),
  });
}

/** A reference to the object's component, or the object itself if there is none and the page has no name for it. */
function referenceFor(named: string | undefined, schema: Drafted, { shapes, place, notes }: Splitting): Drafted {
  const types = typesOf(schema);
  const count = Object.keys(schema.properties ?? {}).length;
  if (count === 0 || types.some((type) => type !== "object" && type !== "null")) return schema;
  const { "x-required": mark, ...rest } = schema;
  const object: Drafted = { ...rest, type: "object" };
  const form = JSON.stringify(formOf(object));
  const equal = [...shapes].filter(([, one]) => count >= TELLING && JSON.stringify(formOf(one.schema)) === form);
  const own = equal.find(([, { file }]) => file.startsWith(`components/schemas/${place.folder}/`)) ?? equal[0];
  let name = own?.[0];
  if (name === undefined) {
    name = named === undefined ? undefined : shapeNameOf(named, place.prefix, shapes.keys());
    if (name === undefined) return schema;
    shapes.set(name, { schema: object, file: `components/schemas/${place.folder}/${name}.yaml` });
    notes.line(`Check the new component ${name}.`);
  }
  const ref = { $ref: REFERENCE + name };
  return inOrder({
    ...(mark && { "x-required": mark }),
    ...(types.includes("null") ? { anyOf: [ref, { type: "null" }] } : ref),
  });
}

/** Equal for schemas that allow the same values: names, types, formats, closed lists and required marks. */
function formOf(schema: Schema): unknown {
  const properties = Object.entries(schema.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    schema.$ref && shapeName(schema.$ref.replace(REFERENCE, "")),
    [...typesOf(schema)].sort(),
    [schema.format, schema["x-required"], schema["x-id"]],
    [...(schema.enum ?? [])].map(String).sort(),
    [...(schema.required ?? [])].sort(),
    properties.map(([name, one]) => [name, formOf(one)]),
    schema.items && formOf(schema.items),
    [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(formOf),
  ];
}
