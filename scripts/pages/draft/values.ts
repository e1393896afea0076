// Values for examples: those of the page if they fit, else those of the contract for the same name, else invented ones.
import { typesOf, type Schema } from "../../core/openapi.js";
import { isObject } from "../../core/node.js";
import { typeOf } from "../page/example.js";

const INT32 = 2 ** 31;
const FORMATS: Readonly<Record<string, RegExp>> = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[\w.+-]+@[\w-]+\.[\w.]+$/,
  uri: /^[a-z][a-z0-9+.-]*:\/\/\S+$/i,
  uuid: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
};

// Replaces the data of a person, or is a placeholder of the site.
const PLACEHOLDER = /\(withheld\)|^string$|\{\{/;
export const isPlaceholder = (value: unknown): boolean => typeof value === "string" && PLACEHOLDER.test(value);

/** What a site shows if nobody wrote a value. */
export const isFiller = (value: unknown): boolean => value === 0 || value === "";

/** The first 15 digits: a JavaScript number that looks like the integer and is exact. */
const shortened = (value: bigint): number => Number(String(value).slice(0, value < 0n ? 16 : 15));

/** A scalar in a type of the schema, or undefined if it does not fit. A long integer may be shortened. */
export function fitted(value: unknown, schema: Schema): unknown {
  const types = typesOf(schema);
  if (value === null) return types.length === 0 || types.includes("null") ? null : undefined;
  if (typeof value === "object" || value === undefined || isPlaceholder(value)) return undefined;
  const asTyped = types.length === 0 || types.includes("string") ? bare(value) : toNumber(value);
  const fits = types.length === 0 || types.includes(typeOf(asTyped)) || (isNumber(asTyped) && types.includes("number"));
  if (!fits || (schema.enum !== undefined && !schema.enum.includes(asTyped))) return undefined;
  if (schema.format === "int32" && typeof asTyped === "number" && Math.abs(asTyped) >= INT32) return undefined;
  const form = typeof asTyped === "string" ? FORMATS[schema.format ?? ""] : undefined;
  return form === undefined || form.test(String(asTyped)) ? asTyped : undefined;
}

const isNumber = (value: unknown): boolean => typeof value === "number";
const bare = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
const toNumber = (value: unknown): unknown => (typeof value === "bigint" ? shortened(value) : value);

const PLAUSIBLE: [name: RegExp, value: string][] = [
  [/phone|mobile|^tel/i, "10000000001"],
  [/mail$/i, "buyer@example.com"],
  [/(?:url|link|image|img|pic)s?$/i, "https://img.example.com/item-1.jpg"],
  [/post_?code|zip/i, "000000"],
  [/address$|street/i, "1 Example Street"],
  [/time|date/i, "2024-05-14 14:59:37"],
  [/price|fee|amount|payment/i, "19.90"],
  [/name$|receiver|consignee|contact/i, "Test Buyer"],
  [/remark|desc|reason|message|note/i, "An example"],
];
const OF_FORMAT: Readonly<Record<string, string>> = {
  "date-time": "2024-05-14T14:59:37Z",
  date: "2024-05-14",
  email: "buyer@example.com",
  uri: "https://www.example.com/",
  uuid: "00000000-0000-4000-8000-000000000001",
  int64: "254228563492088",
};

/** An invented value that fits the schema and the name, or undefined if the schema has no type. */
export function plausible(name: string, schema: Schema): unknown {
  const [listed] = schema.enum ?? schema["x-extensible-enum"] ?? [];
  if (listed !== undefined) return listed;
  const types = typesOf(schema);
  if (types.includes("string")) {
    return OF_FORMAT[schema.format ?? ""] ?? PLAUSIBLE.find(([pattern]) => pattern.test(name))?.[1] ?? "example";
  }
  if (types.includes("integer")) {
    if (schema.format === "int64") return 254228563492088;
    return schema.format === "double-int" && /time|date/i.test(name) ? 1715669977082 : 1;
  }
  if (types.includes("number")) return 19.9;
  if (types.includes("boolean")) return true;
  return types.includes("null") ? null : undefined;
}

/** The value of a place without described members. Long integers become text, because YAML would round them. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return isPlaceholder(value) ? "example" : bare(value);
}

/** Whether a text is a JSON object or list. */
export function holdsJson(value: unknown): boolean {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
