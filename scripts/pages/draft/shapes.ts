// Makes components of the objects of a draft that nest deep or have a name. If the contract has the component, it is used.
import { alone } from "../../core/node.js";
import { typesOf, type Schema } from "../../core/openapi.js";
import { valuesIn, type Follow } from "../../core/schema-view.js";
import type { KnownContract } from "./contract.js";
import { shapeNameOf } from "./names.js";
import type { Notes } from "./notes.js";
import { inOrder, type Drafted } from "./schema.js";

/** The beginning of references before they are made relative to their file. */
export const REFERENCE = "#/components/schemas/";

export interface ShapeGroup {
  /** The folder below components/schemas. */
  folder: string;
  /** The beginning of its shapes' names. */
  prefix: string;
}

export interface Shapes {
  /** The new shapes, by name. */
  made: Map<string, Drafted>;
  /** Names in use, in lower case. */
  taken: Set<string>;
}

interface Splitting {
  contract: KnownContract;
  notes: Notes;
  group: ShapeGroup;
  named: ReadonlyMap<Drafted, string>;
  shapes: Shapes;
}

/** An object below this depth becomes a component; at this depth, only if it contains objects. */
const DEEPEST = 2;
/** A shape with fewer properties may equal another one by chance. */
const TELLING = 2;

/** The schema with references for its deep and its named objects. */
export function split(schema: Drafted, by: Splitting, depth = 0): Drafted {
  const { properties, items, allOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, splitMember(name, one, by, depth + 1)]),
      ),
    }),
    ...(items && { items: splitMember("", items, by, depth) }),
    ...(allOf && { allOf: allOf.map((one) => split(one, by, depth)) }),
  };
}

function splitMember(name: string, schema: Drafted, by: Splitting, depth: number): Drafted {
  if (schema.items !== undefined) return { ...schema, items: splitMember(name, schema.items, by, depth) };
  const inner = split(schema, by, depth);
  const own = Object.keys(schema.properties ?? {}).length;
  const types = typesOf(schema).filter((type) => type !== "null");
  if (own === 0 || types.join() !== "object") return inner;
  const known = own >= TELLING ? knownShape(inner, by) : undefined;
  const pageName = by.named.get(schema);
  const deep = depth > DEEPEST || (depth === DEEPEST && Object.values(schema.properties ?? {}).some(nests));
  if (known === undefined && pageName === undefined && !deep) return inner;
  return referenceTo(known ?? newShape(name, pageName, inner, by), inner, by);
}

const nests = (schema: Drafted): boolean =>
  schema.properties !== undefined || schema.items?.properties !== undefined || schema.anyOf !== undefined;

/** What replaces the object: the reference, and what is true only for this place. */
function referenceTo(name: string, schema: Drafted, { contract, shapes }: Splitting): Drafted {
  const ref = { $ref: REFERENCE + name };
  const mark: Drafted = schema["x-required"] === undefined ? {} : { "x-required": schema["x-required"] };
  const shared = contract.shapes.get(name)?.schema ?? shapes.made.get(name);
  const more = (schema.required ?? []).filter((one) => !(shared?.required ?? []).includes(one));
  const whole: Drafted = more.length === 0 ? ref : { required: more, allOf: [ref, { type: "object" }] };
  return inOrder({ ...mark, ...(typesOf(schema).includes("null") ? { anyOf: [whole, { type: "null" }] } : whole) });
}

function newShape(field: string, pageName: string | undefined, schema: Drafted, by: Splitting): string {
  const { shapes, group, notes } = by;
  const { "x-required": _, ...own } = schema;
  const shape: Drafted = { ...own, type: "object" };
  const form = formOf(shape, by);
  const twin = [...shapes.made].find(([, one]) => formOf(one, by) === form);
  if (twin !== undefined) return twin[0];
  const name = shapeNameOf({ named: pageName, field: field || "item", prefix: group.prefix }, shapes.taken);
  shapes.taken.add(name.toLowerCase());
  shapes.made.set(name, shape);
  const like = /^(.*\D)\d+$/.exec(name)?.[1];
  const other = like === undefined ? "" : `; it may be the same as ${like}`;
  notes.line(`Check the new component ${name}${other}.`);
  return name;
}

/** A shape of the contract that is equal to this one, preferably of the same group. */
function knownShape(schema: Drafted, by: Splitting): string | undefined {
  const required = new Set(schema.required ?? []);
  const form = formOf({ ...schema, type: "object" }, by);
  const fits = [...by.contract.shapes.values()].filter(
    (shape) => (shape.schema.required ?? []).every((name) => required.has(name)) && formOf(shape.schema, by) === form,
  );
  const own = fits.find((shape) => shape.file.startsWith(`components/schemas/${by.group.folder}/`));
  return (own ?? fits[0])?.name;
}

/** A text that is equal for equal schemas: names, types, formats, closed lists, and `required` below the first level. */
function formOf(schema: Schema, by: Splitting): string {
  const follow: Follow = ({ node }) => {
    const name = String(node["$ref"]).slice(REFERENCE.length);
    const target = by.shapes.made.get(name) ?? by.contract.shapes.get(name)?.schema;
    return target === undefined ? undefined : { ...alone(target), file: name };
  };
  const values = [...valuesIn(alone(schema), follow, {})].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(
    values.map(([place, parts]) => {
      const all = (read: (part: Schema) => string[]): string[] => [...new Set(parts.flatMap(read))].sort();
      return [
        place,
        all(typesOf),
        all(({ format }) => (format === undefined ? [] : [format])),
        all((part) => (part.enum ?? []).map(String)),
        place === "" ? [] : all((part) => part.required ?? []),
      ];
    }),
  );
}
