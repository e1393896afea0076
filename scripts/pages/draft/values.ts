// Values for examples: those of the page if they fit, else those of the contract for the same name, else invented ones.
import { isObject } from "../../core/node.js";
import { typesOf, type Schema } from "../../core/openapi.js";
import { typeOf } from "../page/example.js";

const INT32 = 2 ** 31;

/** The form of a text in each format, and an example of it. */
const FORMATS: Readonly<Record<string, { form: RegExp; example: string }>> = {
  "date-time": {
    form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
    example: "2024-05-14T14:59:37Z",
  },
  date: { form: /^\d{4}-\d\d-\d\d$/, example: "2024-05-14" },
  email: { form: /^[\w.+-]+@[\w-]+\.[\w.]+$/, example: "buyer@example.com" },
  uri: { form: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i, example: "https://www.example.com/" },
  uuid: { form: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i, example: "00000000-0000-4000-8000-000000000001" },
  int64: { form: /^/, example: "254228563492088" },
};

// Replaces the data of a person, or is a placeholder of the site.
const PLACEHOLDER = /\(withheld\)|^string$|\{\{/;
export const isPlaceholder = (value: unknown): boolean => typeof value === "string" && PLACEHOLDER.test(value);

/** What a site shows if nobody wrote a value. */
export const isFiller = (value: unknown): boolean => value === 0 || value === "";

/** A scalar in a type of the schema, or undefined if it does not fit. A long integer may be shortened. */
export function fitted(value: unknown, schema: Schema): unknown {
  const types = typesOf(schema);
  if (value === null) return types.length === 0 || types.includes("null") ? null : undefined;
  if (typeof value === "object" || value === undefined || isPlaceholder(value)) return undefined;
  const typed =
    types.length > 0 && !types.includes("string") && typeof value === "bigint" ? shortened(value) : bare(value);
  const fits =
    types.length === 0 || types.includes(typeOf(typed)) || (typeof typed === "number" && types.includes("number"));
  if (!fits || (schema.enum !== undefined && !schema.enum.includes(typed))) return undefined;
  if (schema.format === "int32" && typeof typed === "number" && Math.abs(typed) >= INT32) return undefined;
  return typeof typed !== "string" || (FORMATS[schema.format ?? ""]?.form.test(typed) ?? true) ? typed : undefined;
}

/** The first 15 digits: a JavaScript number that looks like the integer and is exact. */
const shortened = (value: bigint): number => Number(String(value).slice(0, value < 0n ? 16 : 15));
/** Long integers become text, because YAML would round them. */
const bare = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** An invented value that fits the schema, or undefined if the schema has no scalar type. */
export function plausible(schema: Schema): unknown {
  const types = typesOf(schema);
  if (types.includes("string")) return FORMATS[schema.format ?? ""]?.example ?? "example";
  if (types.includes("integer")) return schema.format === "int64" ? 254228563492088 : 1;
  if (types.includes("number")) return 19.9;
  return types.includes("boolean") ? true : undefined;
}

/** The value of a place without described members. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return isPlaceholder(value) ? "example" : bare(value);
}
