// The comments of the types: what the contract says of a field, how well it is known, and an example that can be pasted.
import { readJson } from "../core/exact-json.js";
import { holdersIn, eachSchema } from "../core/document-schemas.js";
import { mapScalars, wireAt } from "../core/exact-examples.js";
import { alone } from "../core/node.js";
import type { Document, Parameter, Schema, SchemaEvidence } from "../core/openapi.js";
import type { Place } from "../core/place.js";
import { referredIn } from "../core/refs.js";
import { valuesIn } from "../core/schema-view.js";
import { basisInWords } from "./bases.js";
import { printValue } from "./print.js";
import type { Sides } from "./sides.js";

/** Rewrites descriptions and examples in place. The compiler prints both. */
export function writeComments(
  document: Document,
  { sent, sentOnly }: Sides,
  bases: ReadonlyMap<object, SchemaEvidence>,
): void {
  const follow = referredIn(document);

  /** An example as TypeScript. An id is a bigint if the type takes one, else a text; an answer has the digits of the wire. */
  const literal = (example: unknown, schema: Schema, node: object): string => {
    const text = schema.contentSchema !== undefined && typeof example === "string" ? readJson(example) : undefined;
    let values: ReadonlyMap<Place, Schema[]> | undefined;
    const isIdAt = (place: Place): boolean =>
      wireAt((values ??= valuesIn(alone(schema), follow, { decoded: true, maps: true })), place) !== undefined;
    const value = mapScalars(text === undefined ? example : text.value, (one, place) =>
      // The linter reports an example that does not fit its schema.
      typeof one === "number" && Number.isInteger(one) && isIdAt(place) ? BigInt(one) : one,
    );
    const integer = (id: bigint): string => (sentOnly.has(node) ? `${id}n` : sent.has(node) ? `"${id}"` : String(id));
    return printValue(value, { bareNames: true, integer });
  };

  for (const holder of holdersIn(document)) {
    if (!isParameter(holder)) continue;
    const { example, schema = {} } = holder;
    if (example !== undefined) holder.example = literal(example, schema, holder);
    const description = said(holder, [markInWords(holder)]);
    if (description !== undefined) holder.description = description;
  }
  eachSchema(document, (schema) => {
    const evidence = bases.get(schema);
    const remarks = [
      jsonTextInWords(schema, sent.has(schema)),
      markInWords(schema),
      evidence === undefined ? undefined : basisInWords(evidence),
    ];
    const description = said(schema, remarks);
    if (description !== undefined) schema.description = description;
    schema.examples &&= schema.examples.map((one) => literal(one, schema, schema));
  });
}

const isParameter = (holder: object): holder is Parameter => "in" in holder;

/** The description with remarks after it. After several lines, which may be a list or a table, they are a paragraph of their own. */
function said({ description }: { description?: string }, remarks: readonly (string | undefined)[]): string | undefined {
  const added = remarks.filter((one) => one !== undefined).join(" ");
  if (added === "") return description;
  if (description === undefined) return added;
  const text = description.trimEnd();
  return `${text}${text.includes("\n") ? "\n\n" : " "}${added}`;
}

const markInWords = (node: { "x-required"?: "unknown" }): string | undefined =>
  node["x-required"] === undefined ? undefined : "Whether it is required is not known.";

const jsonTextInWords = (schema: Schema, isSent: boolean): string | undefined =>
  schema.contentSchema === undefined
    ? undefined
    : isSent
      ? "Give the value; it is sent as text."
      : "This is the value; it arrives as text.";
