// x-required: unknown of a shared shape does not hold where the operation's page shows the mark: where the operation has the field in
// `required` or in `x-optional`. There, the shape is written out without it.
import { eachSchema } from "../../core/document-schemas.js";
import type { Document, Schema } from "../../core/openapi.js";
import { targetIn } from "../../core/schema-view.js";

export function dropSettledMarks(document: Document): void {
  const target = targetIn(document);
  eachSchema(document, (schema) => {
    const { allOf, "x-optional": optional = [] } = schema;
    delete schema["x-optional"];
    if (allOf === undefined) return;
    const marked = new Set([...optional, ...[schema, ...allOf.map(target)].flatMap((one) => one.required ?? [])]);
    if (marked.size > 0) schema.allOf = allOf.map((one) => settled(one, marked, target));
  });
}

/** The same schema if it marks none of the names, else a copy of what it leads to. */
function settled(schema: Schema, names: ReadonlySet<string>, target: (schema: Schema) => Schema): Schema {
  const whole = target(schema);
  const inner = whole.allOf?.map((one) => settled(one, names, target));
  const marked = Object.entries(whole.properties ?? {}).filter(
    ([name, one]) => names.has(name) && one["x-required"] !== undefined,
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
