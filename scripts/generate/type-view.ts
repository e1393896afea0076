// The contract as a TypeScript caller sees it: what the types need beyond the published contract, written into a copy of it.
import { eachSchema, holdersIn } from "../core/document-schemas.js";
import {
  isId,
  operationNodes,
  typesOf,
  type Document,
  type MediaType,
  type Parameter,
  type Schema,
} from "../core/openapi.js";
import { basesIn, closedInTypes } from "./bases.js";
import { writeComments } from "./comments.js";
import { sidesOf } from "./sides.js";

/** A schema with marks of ours. They are fields because the compiler copies some nodes. */
export type TypeSchema = Schema & {
  /** The type that stands for the schema. */
  "x-type"?: "Int64" | "Int64Input" | "undefined";
  /** Whether a caller may write undefined instead of leaving the property out. */
  "x-may-be-undefined"?: true;
};

/** A copy of the published contract for the compiler of types. */
export function typeView(document: Document): Document {
  const view = structuredClone(document);
  const sides = sidesOf(view);
  const bases = basesIn(view);
  const closed = closedInTypes(bases, sides.sentOnly);
  writeComments(view, sides, bases);
  eachSchema(view, (schema: TypeSchema) => {
    const isSentOnly = sides.sentOnly.has(schema);
    joinIds(schema);
    if (isId(schema)) schema["x-type"] = isSentOnly ? "Int64Input" : "Int64";
    // The type says what there is to say about the format of a number.
    if (typesOf(schema).some((type) => type === "integer" || type === "number") || isId(schema)) delete schema.format;
    if (schema["x-open"] === true && !closed.has(schema)) schema.additionalProperties = true;
    for (const [name, property] of Object.entries(schema.properties ?? {}) as [string, TypeSchema][]) {
      const isOptional = schema.required?.includes(name) !== true;
      if (isOptional && sides.sent.has(property)) property["x-may-be-undefined"] = true;
    }
    takeValueOfText(schema);
  });
  for (const holder of holdersIn(view)) {
    if ("in" in holder) mayBeUndefined(holder);
    // The examples of whole bodies and answers are left to the docs.
    else leaveOutExamples(holder);
  }
  leaveOutDefaults(view);
  return view;
}

/** An id that travels as an integer or as text has one type. */
function joinIds(schema: TypeSchema): void {
  const { anyOf = [] } = schema;
  const values: TypeSchema[] = anyOf.filter(({ type }) => type !== "null");
  if (values.length < 2 || values.some((one) => one["x-type"] === undefined)) return;
  Object.assign(schema, { type: [...new Set(anyOf.flatMap(typesOf))], format: "int64" });
  delete schema.anyOf;
}

/** Text that holds JSON has the type of what it holds. */
function takeValueOfText(schema: TypeSchema): void {
  const { contentSchema, contentMediaType, description, examples } = schema;
  if (contentSchema === undefined || contentMediaType === undefined) return;
  const anyOf: Schema[] = typesOf(schema).includes("null") ? [contentSchema, { type: "null" }] : [contentSchema];
  const mark = schema["x-may-be-undefined"];
  for (const keyword of Object.keys(schema)) delete schema[keyword as keyof TypeSchema];
  Object.assign(schema, { description, examples, anyOf, ...(mark && { "x-may-be-undefined": mark }) });
}

/** A parameter that may be left out may be undefined as well. */
function mayBeUndefined(parameter: Parameter): void {
  if (parameter.required === true || parameter.schema === undefined) return;
  // The compiler replaces a type by another one, but adds none to a schema without a type.
  const nothing: TypeSchema = { type: "string", "x-type": "undefined" };
  parameter.schema = { anyOf: [parameter.schema, nothing] };
}

/** An answer whose body no page shows tells a caller nothing. */
function leaveOutDefaults({ paths }: Document): void {
  for (const { responses } of operationNodes(paths)) {
    if (responses?.["default"]?.content === undefined) delete responses?.["default"];
  }
}

function leaveOutExamples(media: MediaType): void {
  delete media.example;
  delete media.examples;
}
