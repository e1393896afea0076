// Writes schemas in the forms that every tool reads: one type per schema beside null, and no null in a list of values.
import { eachSchema } from "../../core/document-schemas.js";
import { typesOf, type Document, type Schema } from "../../core/openapi.js";

/** What is said of the value as a whole, whatever its type is. */
const ABOUT = new Set(
  "title description examples default deprecated readOnly writeOnly x-required x-evidence x-unit x-id".split(" "),
);
/** Keywords that only one type has. All others belong to scalars. */
const TYPE_OF: Readonly<Record<string, string>> = {
  ...{ properties: "object", required: "object", additionalProperties: "object", "x-open": "object", items: "array" },
  ...{ contentMediaType: "string", contentSchema: "string", "x-extensible-enum": "string" },
};

const belongs = (keyword: string, type: string): boolean =>
  Object.hasOwn(TYPE_OF, keyword) ? TYPE_OF[keyword] === type : type !== "object" && type !== "array";
const jsonType = (value: unknown): string =>
  typeof value === "number" ? (Number.isInteger(value) ? "integer" : "number") : typeof value;

/** The schema of one of the types. The unit tells an amount from an id, so it stays with the format. */
function alternative(type: string, schema: Schema): Schema {
  const own = Object.entries(schema).filter(
    ([keyword]) => keyword === "x-unit" || (keyword !== "type" && !ABOUT.has(keyword) && belongs(keyword, type)),
  );
  const one: Schema = { type, ...Object.fromEntries(own) };
  if (one.enum)
    one.enum = one.enum.filter(
      (value) => jsonType(value) === type || (type === "number" && jsonType(value) === "integer"),
    );
  return one;
}

export const portable = (document: Document): void =>
  eachSchema(document, (schema) => {
    const types = typesOf(schema);
    const values = types.filter((type) => type !== "null");
    if (values.length < 2 && schema.enum?.includes(null) !== true) return;
    const anyOf = types.map((type): Schema => (type === "null" ? { type } : alternative(type, schema)));
    for (const keyword of Object.keys(schema)) if (!ABOUT.has(keyword)) delete schema[keyword as keyof Schema];
    Object.assign(schema, { anyOf });
  });
