// Writes ids in examples as integers where they travel as integers. The contract has them in quotes, because YAML loaders round them.
import { eachSchema, holdersIn } from "../../core/document-schemas.js";
import { unquoteExamples, type Values } from "../../core/exact-examples.js";
import { alone } from "../../core/node.js";
import type { Document, Schema } from "../../core/openapi.js";
import { referredIn } from "../../core/refs.js";
import { valuesIn } from "../../core/schema-view.js";

/** The long ids become bigints, which print as bare digits. */
export function withBareIds(document: Document): void {
  const follow = referredIn(document);
  const valuesOf = (schema: Schema): Values => valuesIn(alone(schema), follow, { maps: true });
  for (const holder of holdersIn(document)) unquoteExamples(holder, () => valuesOf(holder.schema ?? {}), BigInt);
  eachSchema(document, (schema) => unquoteExamples(schema, () => valuesOf(schema), BigInt));
}
