// Examples: the page's values if they fit the schema, else those of the contract for the same name, else invented ones.
import { isLongInteger } from "../../core/exact-examples.js";
import { isObject } from "../../core/node.js";
import { isId, typesOf, type Schema } from "../../core/openapi.js";
import { typeOf } from "../page/example.js";
import type { Drafted } from "./drafting.js";

/** The most items of a list in an example. */
const ITEMS = 2;
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
const isFiller = (value: unknown): boolean => value === 0 || value === "";

/** Long integers become text, because YAML would round them. */
const bare = (value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
/** The first 15 digits: a JavaScript number that looks like the integer and is exact. */
const shortened = (value: bigint): number => Number(String(value).slice(0, value < 0n ? 16 : 15));

/** A scalar in a type of the schema, or undefined if it does not fit. A long integer may be shortened, unless it is an id. */
export function fitted(value: unknown, schema: Schema): unknown {
  const { format = "", enum: listed } = schema;
  const types = typesOf(schema);
  if (value === null) return types.includes("null") ? null : undefined;
  if (typeof value === "object" || value === undefined || isPlaceholder(value)) return undefined;
  if (isId(schema) && types.includes("integer") && isLongInteger(value)) {
    return listed === undefined || listed.includes(value) ? String(value) : undefined;
  }
  const typed = typeof value === "bigint" && !types.includes("string") ? shortened(value) : bare(value);
  const fits = types.includes(typeOf(typed)) || (typeof typed === "number" && types.includes("number"));
  // YAML and JavaScript round longer integers.
  if (typeof typed === "number" && !types.includes("number") && !Number.isSafeInteger(typed)) return undefined;
  if (!fits || (listed !== undefined && !listed.includes(typed))) return undefined;
  if (typeof typed === "number") return format === "int32" && Math.abs(typed) >= INT32 ? undefined : typed;
  return Object.hasOwn(OF_FORMAT, format) ? undefined : typed;
}

/**
 * The example of one scalar: a value of the page, else a listed one, else one of the contract.
 * @returns whether it is from the page, too
 */
export function scalarExample(
  schema: Schema,
  shown: readonly unknown[],
  known: readonly Schema[],
): { example: unknown; own: boolean } {
  // Null is not a useful example.
  const fitting = (from: readonly unknown[]): unknown[] =>
    from.map((value) => fitted(value, schema)).filter((value) => value !== undefined && value !== null);
  const [own] = fitting(shown).filter((value) => !isFiller(value));
  if (own !== undefined) return { example: own, own: true };
  const listed = schema.enum ?? schema["x-extensible-enum"] ?? [];
  const [other] = fitting([...listed, ...known.flatMap((one) => one.examples ?? []), ...shown]);
  return { example: other ?? plausible(schema), own: false };
}

/** An invented value that fits the schema. */
function plausible(schema: Schema): unknown {
  const { format = "" } = schema;
  const types = typesOf(schema);
  if (isId(schema)) return "2542285634920880794";
  if (types.includes("string")) return OF_FORMAT[format] ?? "example";
  if (types.includes("integer")) return 1;
  return types.includes("number") ? 19.9 : true;
}

/**
 * A whole value that fits the schema.
 * @param given the value in the page's example, if it has one
 */
export function wholeExample(schema: Drafted, given: unknown): unknown {
  const types = typesOf(schema);
  if (types.length === 0) return given === undefined ? null : plain(given);
  if (Array.isArray(given) && types.includes("array")) return listExample(schema, given);
  if (isObject(given) && types.includes("object")) return objectExample(schema, given);
  const own = fitted(given, schema);
  if (own !== undefined && !(isFiller(own) && isId(schema))) return own;
  if (schema.examples !== undefined) return schema.examples[0];
  if (types.includes("object")) return objectExample(schema, undefined);
  return types.includes("array") ? listExample(schema, undefined) : null;
}

function listExample({ items }: Drafted, given: unknown[] | undefined): unknown[] {
  if (items === undefined) return (given ?? []).slice(0, ITEMS).map(plain);
  return (given ?? [undefined]).slice(0, ITEMS).map((one) => wholeExample(items, one));
}

function objectExample({ properties, required = [] }: Drafted, given: Record<string, unknown> | undefined): unknown {
  if (properties === undefined) return plain(given ?? {});
  const shown = Object.entries(properties).filter(
    ([name]) => given === undefined || Object.hasOwn(given, name) || required.includes(name),
  );
  const members = new Map(Object.entries(given ?? {}));
  return Object.fromEntries(shown.map(([name, one]) => [name, wholeExample(one, members.get(name))]));
}

/** The value of a place without described members. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return isPlaceholder(value) ? "example" : bare(value);
}
