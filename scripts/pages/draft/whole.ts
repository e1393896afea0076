// Whole examples of a request and an answer: the page's example, corrected to fit the schema, or one made of the fields' examples.
import { typesOf } from "../../core/openapi.js";
import { isObject } from "../../core/node.js";
import type { Drafted } from "./schema.js";
import type { TreeNode } from "./tree.js";
import { fitted, isFiller, plain } from "./values.js";

/** The most items of a list in an example. */
const ITEMS = 2;

/**
 * A value that fits the schema.
 * @param given the value in the page's example, if it has one
 */
export function wholeExample(node: TreeNode, schema: Drafted, given: unknown): unknown {
  const types = typesOf(schema);
  if (given === null && (types.length === 0 || types.includes("null"))) return null;
  if (Array.isArray(given) && types.includes("array")) return listExample(node, schema, given);
  if (isObject(given) && types.includes("object")) return objectExample(node, schema, given);
  if (types.length === 0) return given === undefined ? null : plain(given);
  const own = fitted(given, schema);
  if (own !== undefined && !(isFiller(own) && schema.format === "int64")) return own;
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (types.includes("object")) return objectExample(node, schema, undefined);
  return types.includes("array") ? listExample(node, schema, undefined) : null;
}

function listExample({ item }: TreeNode, { items }: Drafted, given: unknown[] | undefined): unknown[] {
  if (item === undefined || items === undefined) return (given ?? []).slice(0, ITEMS).map(plain);
  return (given ?? [undefined]).slice(0, ITEMS).map((one) => wholeExample(item, items, one));
}

function objectExample(
  node: TreeNode,
  schema: Drafted,
  given: Record<string, unknown> | undefined,
): Record<string, unknown> {
  if (node.members.length === 0) return isObject(given) ? (plain(given) as Record<string, unknown>) : {};
  const required = new Set(schema.required ?? []);
  const shown = node.members.filter(
    ({ name }) => given === undefined || Object.hasOwn(given, name) || required.has(name),
  );
  return Object.fromEntries(
    shown.map((member) => [
      member.name,
      wholeExample(member, schema.properties?.[member.name] ?? {}, given?.[member.name]),
    ]),
  );
}
