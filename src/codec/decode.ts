// Decodes the text of an answer: keeps every digit, makes ids strings, parses JSON inside text.
import type { Positions } from "../operations/table.js";
import { parseExact } from "./parse.js";
import { isObject } from "./pointer.js";
import { treeOf, type PositionTree } from "./positions.js";

/**
 * Decodes an answer. Ids that the contract declares become strings, even if they came as numbers. Text that the contract
 * declares as JSON is parsed; it stays text if it is not JSON.
 * @throws SyntaxError if the whole text is not JSON
 */
export function decode(text: string, positions: Positions): unknown {
  return settle(parseExact(text), treeOf(positions));
}

function settle(value: unknown, tree: PositionTree): unknown {
  if (typeof value === "string" && tree.jsonText) {
    try {
      return settle(parseExact(value), { ...tree, jsonText: false });
    } catch {
      return value; // not JSON, so it stays text
    }
  }
  if (typeof value === "number" && tree.int64 !== undefined && Number.isSafeInteger(value)) return String(value);
  if (!isObject(value)) return value;
  const { members } = tree;
  const each = members?.get("*");
  if (each !== undefined && Array.isArray(value)) return value.map((item: unknown) => settle(item, each));
  // Changed in place: the value was just parsed and nobody else holds it.
  for (const key of each === undefined ? (members?.keys() ?? []) : Object.keys(value)) {
    const below = members?.get(key) ?? each;
    if (below !== undefined && Object.hasOwn(value, key)) value[key] = settle(value[key], below);
  }
  return value;
}
