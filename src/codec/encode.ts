// Encodes inputs as JSON text: keeps every digit of an id, and puts JSON inside text at the positions that the contract declares.
import { inputError } from "../errors/input-error.js";
import { isObject } from "./pointer.js";
import { type PositionTree } from "./positions.js";

/**
 * Writes a value as JSON text. Below a position without declarations it works as `JSON.stringify`.
 * @param at the name of the value in error messages: `orderEntryIds[0]`
 * @returns the JSON text; `undefined` for a value that JSON omits
 * @throws PandaPonError of kind `input` that names the field
 */
export function encode(given: unknown, tree: PositionTree | undefined, at: string): string | undefined {
  // Call it only once, as JSON.stringify does: it may return the object itself.
  const value: unknown =
    tree !== undefined && isObject(given) && typeof given["toJSON"] === "function" ? given["toJSON"]("") : given;
  if (tree === undefined || value === null || value === undefined) return plain(value, at);
  if (tree.jsonText) {
    // A string is expected to be JSON already.
    const text = typeof given === "string" ? given : encode(value, { ...tree, jsonText: false }, at);
    return text === undefined ? undefined : JSON.stringify(text);
  }
  if (tree.int64 === "integer") return int64Digits(value, at);
  // An example of PandaPon sends an empty string for "none".
  if (tree.int64 !== undefined) return `"${value === "" ? "" : int64Digits(value, at)}"`;
  if (!isObject(value)) return plain(value, at);
  const each = tree.members?.get("*");
  if (Array.isArray(value)) {
    // Unlike `map`, this visits holes.
    return `[${Array.from(value, (item, index) => encode(item, each, `${at}[${index}]`) ?? "null").join(",")}]`;
  }
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const text = encode(member, tree.members?.get(name) ?? each, at === "" ? name : `${at}.${name}`);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}

/** Whether `String(value)` is the text of the value. */
export const isScalar = (value: unknown): boolean => ["string", "number", "bigint", "boolean"].includes(typeof value);

/**
 * @returns the digits of an id
 * @throws PandaPonError of kind `input` if the value is not a 64-bit integer, or is a number that already lost digits
 */
export function int64Digits(value: unknown, at: string): string {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw inputError(at, "is a number beyond 2^53 that lost digits: pass a string or a bigint");
  }
  const digits = isScalar(value) ? String(value) : "";
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(digits) || BigInt.asIntN(64, BigInt(digits)) !== BigInt(digits)) {
    throw inputError(at, "must be an id: a 64-bit integer, as a string or a bigint");
  }
  return digits;
}

function plain(value: unknown, at: string): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    // It contains a bigint or a circular reference.
    throw inputError(at || "body", `cannot be written as JSON: ${String(cause)}`);
  }
}
