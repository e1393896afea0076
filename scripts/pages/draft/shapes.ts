// Makes components of the objects of a draft that the page has a name for. If there is an equal component already, it is used.
import { typesOf, type Schema } from "../../core/openapi.js";
import { shapeName } from "./contract.js";
import { inOrder, type Drafted, type Drafting } from "./drafting.js";
import { shapeNameOf } from "./names.js";

/** The beginning of references before they are made relative to their file. */
export const REFERENCE = "component:";

/** A shape with fewer properties may equal another one by chance. */
const TELLING = 2;

/** The schema with references for the objects in it. */
export function splitBelow({ shape: _, properties, items, ...schema }: Drafted, drafting: Drafting): Drafted {
  const split = (one: Drafted): Drafted => withReference(splitBelow(one, drafting), one.shape, drafting);
  const members = Object.entries(properties ?? {}).map(([name, one]): [string, Drafted] => [name, split(one)]);
  return inOrder({
    ...schema,
    ...(properties && { properties: Object.fromEntries(members) }),
    ...(items && { items: split(items) }),
  });
}

/** A reference to the object's component, or the object itself if there is none and the page has no name for it. */
function withReference(schema: Drafted, named: string | undefined, drafting: Drafting): Drafted {
  const types = typesOf(schema);
  if (schema.properties === undefined || types.some((type) => type !== "object" && type !== "null")) return schema;
  const { "x-required": mark, ...object } = { ...schema, type: "object" };
  const name = equalShape(object, drafting) ?? newShape(object, named, drafting);
  if (name === undefined) return schema;
  const ref = { $ref: REFERENCE + name };
  const either = types.includes("null") ? { anyOf: [ref, { type: "null" }] } : ref;
  return inOrder({ ...(mark && { "x-required": mark }), ...either });
}

function newShape(
  schema: Drafted,
  named: string | undefined,
  { shapes, placement, notes }: Drafting,
): string | undefined {
  const { folder, prefix } = placement.shapes;
  const name = named === undefined ? undefined : shapeNameOf(named, prefix, shapes.keys());
  if (name === undefined) return undefined;
  shapes.set(name, { schema, file: `components/schemas/${folder}/${name}.yaml` });
  notes.line(`Check the new component ${name}.`);
  return name;
}

/** A component that allows the same values, preferably in the folder for new ones. */
function equalShape(schema: Drafted, { shapes, placement }: Drafting): string | undefined {
  if (Object.keys(schema.properties ?? {}).length < TELLING) return undefined;
  const form = JSON.stringify(formOf(schema));
  const equal = [...shapes].filter(([, shape]) => JSON.stringify(formOf(shape.schema)) === form);
  return (equal.find(([, { file }]) => file.split("/").includes(placement.shapes.folder)) ?? equal[0])?.[0];
}

/** Equal for schemas that allow the same values: names, types, formats, closed lists and required marks. */
function formOf(schema: Schema): unknown {
  const properties = Object.entries(schema.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    schema.$ref && shapeName(schema.$ref.replace(REFERENCE, "")),
    [schema.format, schema["x-required"], schema["x-id"]],
    [typesOf(schema), schema.enum ?? [], schema.required ?? []].map((list) => list.map(String).sort()),
    properties.map(([name, one]) => [name, formOf(one)]),
    schema.items && formOf(schema.items),
    [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(formOf),
  ];
}
