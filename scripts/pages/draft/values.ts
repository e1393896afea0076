// Values for examples: those of the page if they fit, else those of the contract for the same name, else invented ones.
import { isObject } from "../../core/node.js";
import { typesOf, type Schema } from "../../core/openapi.js";
import { typeOf } from "../page/example.js";

const INT32 = 2 ** 31;

/** Values that keep a format. What a page shows often does not. */
const OF_FORMAT: Readonly<Record<string, string>> = {
  "date-time": "2024-05-14T14:59:37Z",
  date: "2024-05-14",
  email: "buyer@example.com",
  uri: "https://www.example.com/",
  uuid: "00000000-0000-4000-8000-000000000001",
};

// Replaces the data of a person, or is a placeholder of the site.
const PLACEHOLDER = /\(withheld\)|^string$|\{\{/;
export const isPlaceholder = (value: unknown): boolean => typeof value === "string" && PLACEHOLDER.test(value);

/** What a site shows if nobody wrote a value. */
export const isFiller = (value: unknown): boolean => value === 0 || value === "";

/** A scalar in a type of the schema, or undefined if it does not fit. A long integer may be shortened. */
export function fitted(value: unknown, schema: Schema): unknown {
  const { format = "", enum: listed } = schema;
  const types = typesOf(schema);
  if (value === null) return types.includes("null") ? null : undefined;
  if (typeof value === "object" || value === undefined || isPlaceholder(value)) return undefined;
  const typed = typeof value === "bigint" && !types.includes("string") ? shortened(value) : bare(value);
  const fits = types.includes(typeOf(typed)) || (typeof typed === "number" && types.includes("number"));
  if (!fits || (listed !== undefined && !listed.includes(typed))) return undefined;
  if (typeof typed === "number") return format === "int32" && Math.abs(typed) >= INT32 ? undefined : typed;
  return Object.hasOwn(OF_FORMAT, format) ? undefined : typed;
}

/** The first 15 digits: a JavaScript number that looks like the integer and is exact. */
const shortened = (value: bigint): number => Number(String(value).slice(0, value < 0n ? 16 : 15));
/** Long integers become text, because YAML would round them. */
const bare = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** An invented value that fits the schema, or undefined if the schema has no scalar type. */
export function plausible(schema: Schema): unknown {
  const { format = "" } = schema;
  const types = typesOf(schema);
  if (types.includes("string")) return format === "int64" ? "254228563492088" : (OF_FORMAT[format] ?? "example");
  if (types.includes("integer")) return format === "int64" ? 254228563492088 : 1;
  if (types.includes("number")) return 19.9;
  return types.includes("boolean") ? true : undefined;
}

/** The value of a place without described members. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return isPlaceholder(value) ? "example" : bare(value);
}
