// Whole examples of a request and an answer: the page's example, corrected to fit the schema, or one made of the fields' examples.
import { isObject } from "../../core/node.js";
import { typesOf } from "../../core/openapi.js";
import type { Drafted } from "./drafting.js";
import { fitted, isFiller, plain } from "./values.js";

/** The most items of a list in an example. */
const ITEMS = 2;

/**
 * A value that fits the schema.
 * @param given the value in the page's example, if it has one
 */
export function wholeExample(schema: Drafted, given: unknown): unknown {
  const types = typesOf(schema);
  if (types.length === 0) return given === undefined ? null : plain(given);
  if (Array.isArray(given) && types.includes("array")) return listExample(schema, given);
  if (isObject(given) && types.includes("object")) return objectExample(schema, given);
  const own = fitted(given, schema);
  if (own !== undefined && !(isFiller(own) && schema.format === "int64")) return own;
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
  return Object.fromEntries(shown.map(([name, one]) => [name, wholeExample(one, given?.[name])]));
}
