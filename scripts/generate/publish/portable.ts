// Writes schemas in the forms that every tool reads: one type per schema beside null, and no null in a list of values.
import { eachSchema } from "../../core/document-schemas.js";
import { typesOf, type Document, type Schema } from "../../core/openapi.js";

/** What is said of the value as a whole, whatever its type is. */
const ABOUT = new Set(
  "title description examples default deprecated readOnly writeOnly x-required x-evidence x-unit x-id".split(" "),
);
/** Keywords that only some types have. All others belong to each type. */
const TYPES_OF = new Map(
  Object.entries({
    "properties required additionalProperties minProperties maxProperties x-open": ["object"],
    "items minItems maxItems uniqueItems": ["array"],
    "minLength maxLength pattern contentMediaType contentSchema x-extensible-enum": ["string"],
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf": ["integer", "number"],
    "format x-unit": ["integer", "number", "string"],
  }).flatMap(([keywords, types]) => keywords.split(" ").map((keyword): [string, string[]] => [keyword, types])),
);

const belongs = (keyword: string, type: string): boolean => TYPES_OF.get(keyword)?.includes(type) !== false;

const jsonType = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
const isOf = (value: unknown, type: string): boolean =>
  type === "integer" ? Number.isInteger(value) : jsonType(value) === type;

/** The schema of one of the types; undefined if no value of the list has it. The unit tells an amount from an id, so it stays with the format. */
function alternative(type: string, schema: Schema): Schema | undefined {
  const values = schema.enum?.filter((value) => isOf(value, type));
  if (values?.length === 0) return undefined;
  const own = Object.entries(schema).filter(
    ([keyword]) =>
      !["type", "enum"].includes(keyword) && (keyword === "x-unit" || !ABOUT.has(keyword)) && belongs(keyword, type),
  );
  return { type, ...(values && type !== "null" && { enum: values }), ...Object.fromEntries(own) };
}

export const portable = (document: Document): void =>
  eachSchema(document, (schema) => {
    const named = typesOf(schema);
    const types = named.length > 0 ? named : [...new Set(schema.enum?.map(jsonType))];
    const values = types.filter((type) => type !== "null");
    if (values.length < 2 && schema.enum?.includes(null) !== true) return;
    const anyOf = types.map((type) => alternative(type, schema)).filter((one) => one !== undefined);
    for (const keyword of Object.keys(schema)) if (!ABOUT.has(keyword)) delete schema[keyword as keyof Schema];
    // Without a value that fits, no value is allowed.
    Object.assign(schema, anyOf.length > 0 ? { anyOf } : { not: {} });
  });
