// x-required: unknown of a shared shape does not hold where an operation requires the field. There, the shape is written out without the mark.
import { eachSchema } from "../../core/document-schemas.js";
import type { Document, Schema } from "../../core/openapi.js";
import { targetIn } from "../../core/schema-view.js";

export function dropSettledMarks(document: Document): void {
  const target = targetIn(document);
  eachSchema(document, (schema) => {
    if (schema.allOf === undefined) return;
    const required = new Set([schema, ...schema.allOf].flatMap((one) => one.required ?? []));
    if (required.size > 0) schema.allOf = schema.allOf.map((one) => settled(one, required, target));
  });
}

/** The same schema if it marks none of the names, else a copy of what it leads to. */
function settled(schema: Schema, required: ReadonlySet<string>, target: (schema: Schema) => Schema): Schema {
  const whole = target(schema);
  const inner = whole.allOf?.map((one) => settled(one, required, target));
  const marked = Object.entries(whole.properties ?? {}).filter(
    ([name, one]) => required.has(name) && one["x-required"] !== undefined,
  );
  const isSame = marked.length === 0 && (inner ?? []).every((one, index) => one === whole.allOf?.[index]);
  if (isSame) return schema;
  const without = marked.map(([name, { "x-required": _mark, ...property }]): [string, Schema] => [name, property]);
  return structuredClone({
    ...whole,
    ...(inner && { allOf: inner }),
    ...(marked.length > 0 && { properties: { ...whole.properties, ...Object.fromEntries(without) } }),
  });
}
