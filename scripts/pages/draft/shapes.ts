// Which objects of a draft become components: those that nest deep or have a name; one that the contract has is referred to instead.
import { isObject } from "../../core/node.js";
import { typesOf, type Schema } from "../../core/openapi.js";
import { partsOf, propertiesOf, type Follow } from "../../core/schema-view.js";
import type { KnownContract } from "./contract.js";
import { shapeNameOf } from "./names.js";
import type { Notes } from "./notes.js";
import { inOrder, type Drafted } from "./schema.js";

/** Stands where a `$ref` will be written: which file it is written in is not known here. */
export const REFERENCE = "#/components/schemas/";

export interface ShapeGroup {
  /** The folder below components/schemas. */
  folder: string;
  /** What the names of its shapes begin with. */
  prefix: string;
}

export interface Shapes {
  /** The new ones, by name. */
  made: Map<string, Drafted>;
  /** Names that are taken, in lower case. */
  taken: Set<string>;
}

interface Splitting {
  contract: KnownContract;
  notes: Notes;
  group: ShapeGroup;
  named: ReadonlyMap<Drafted, string>;
  shapes: Shapes;
}

/** Deeper than this an object becomes a component, and one level above it where it holds objects itself. */
const DEEPEST = 2;
/** A smaller shape equals others by chance. */
const TELLING = 2;

/** The schema with its deep and its named objects as references. */
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

/** What stays where the object stood: the reference, and what is said of this place alone. */
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
  const other = like === undefined ? "" : `; the contract has another ${like}, and the two may be one`;
  notes.line(`Check the new component ${name}${other}.`);
  return name;
}

/** A shape of the contract's that takes and gives the same as this one; its own group's before others'. */
function knownShape(schema: Drafted, by: Splitting): string | undefined {
  const required = new Set(schema.required ?? []);
  const form = formOf({ ...schema, type: "object" }, by);
  const fits = [...by.contract.shapes.values()].filter(
    (shape) => (shape.schema.required ?? []).every((name) => required.has(name)) && formOf(shape.schema, by) === form,
  );
  const own = fits.find((shape) => shape.file.startsWith(`components/schemas/${by.group.folder}/`));
  return (own ?? fits[0])?.name;
}

/** What a schema takes, as text: names, types, formats, closed lists, and below the first level what is required. */
function formOf(schema: Schema, by: Splitting): string {
  const follow: Follow = (placed) => {
    const name = placed.schema.$ref?.startsWith(REFERENCE) ? placed.schema.$ref.slice(REFERENCE.length) : undefined;
    if (name === undefined) return placed;
    const target = by.shapes.made.get(name) ?? by.contract.shapes.get(name)?.schema;
    return target === undefined ? undefined : { ...placed, schema: target };
  };
  const visit = (one: Schema, above: readonly Schema[]): unknown => {
    const parts = partsOf({ schema: one, from: "" }, follow).map((part) => part.schema);
    if (parts.some((part) => above.includes(part))) return "itself";
    const within = [...above, ...parts];
    const all = <T>(read: (part: Schema) => T[]): T[] => [...new Set(parts.flatMap(read))].sort();
    const properties = [...propertiesOf({ schema: one, from: "" }, follow)].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      all(typesOf),
      all((part) => (part.format === undefined ? [] : [part.format])),
      all((part) => (part.enum ?? []).map(String)),
      above.length === 0 ? [] : all((part) => part.required ?? []),
      properties.map(([name, placed]) => [name, placed.map((part) => visit(part.schema, within))]),
      parts.filter((part) => isObject(part.items)).map((part) => visit(part.items ?? {}, within)),
    ];
  };
  return JSON.stringify(visit(schema, []));
}
