// An answer's text as a value: every digit kept, ids as strings, JSON in text parsed.
import type { Positions } from "../operations/table.js";
import { parseExact } from "./parse.js";
import { isObject } from "./pointer.js";
import { treeOf, type PositionTree } from "./positions.js";

/**
 * Decodes an answer. Ids that the contract declares become strings whatever came, text that holds JSON becomes what it holds;
 * such text which is no JSON stays text.
 * @throws SyntaxError where the text as a whole is no JSON
 */
export function decode(text: string, positions: Positions): unknown {
  return settle(parseExact(text), treeOf(positions));
}

function settle(value: unknown, tree: PositionTree): unknown {
  if (typeof value === "string" && tree.jsonText) {
    try {
      return settle(parseExact(value), { ...tree, jsonText: false });
    } catch {
      return value; // no JSON, so it stays what it is
    }
  }
  if (typeof value === "number" && tree.int64 !== undefined && Number.isSafeInteger(value)) return String(value);
  if (!isObject(value)) return value;
  const { each, members } = tree;
  if (each !== undefined && Array.isArray(value)) return value.map((item: unknown) => settle(item, each));
  // Freshly parsed: fixed in place.
  for (const key of each === undefined ? (members?.keys() ?? []) : Object.keys(value)) {
    const below = members?.get(key) ?? each;
    if (below !== undefined && Object.hasOwn(value, key)) value[key] = settle(value[key], below);
  }
  return value;
}
