// Inputs as JSON text: ids digit for digit in the form that the contract says, JSON inside text where it says so.
import { inputError } from "../errors/input-error.js";
import { isObject } from "./pointer.js";
import { type PositionTree } from "./positions.js";

/**
 * Writes a value as JSON text. Below positions that are special in nothing, this is `JSON.stringify`.
 * @param at what the caller calls this value, for errors: `orderEntryIds[0]`
 * @returns `undefined` for what JSON leaves out
 * @throws PandaPonError of kind `input` that names the field
 */
export function encode(given: unknown, tree: PositionTree | undefined, at: string): string | undefined {
  // Once, as JSON.stringify does: it may give the object itself.
  const value: unknown =
    tree !== undefined && isObject(given) && typeof given["toJSON"] === "function" ? given["toJSON"]("") : given;
  if (tree === undefined || value === null || value === undefined) return plain(value, at);
  if (tree.jsonText) {
    // Text is taken for JSON already.
    const text = typeof given === "string" ? given : encode(value, { ...tree, jsonText: false }, at);
    return text === undefined ? undefined : JSON.stringify(text);
  }
  if (tree.int64 === "integer") return int64Digits(value, at);
  // One example of PandaPon's sends an empty text for "none".
  if (tree.int64 !== undefined) return `"${value === "" ? "" : int64Digits(value, at)}"`;
  if (!isObject(value)) return plain(value, at);
  if (Array.isArray(value)) {
    // Unlike `map`, this goes through holes.
    return `[${Array.from(value, (item, index) => encode(item, tree.each, `${at}[${index}]`) ?? "null").join(",")}]`;
  }
  const members: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    const text = encode(member, tree.members?.get(name) ?? tree.each, at === "" ? name : `${at}.${name}`);
    if (text !== undefined) members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(",")}}`;
}

/** What has a text of its own. */
export const isScalar = (value: unknown): boolean => ["string", "number", "bigint", "boolean"].includes(typeof value);

/**
 * @returns the digits of an id
 * @throws PandaPonError of kind `input` for anything that is not an integer of 64 bits, or whose digits are lost already
 */
export function int64Digits(value: unknown, at: string): string {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw inputError(at, "is a number beyond 2^53, whose digits are lost: pass a string or a bigint");
  }
  const digits = isScalar(value) ? String(value) : "";
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(digits) || BigInt.asIntN(64, BigInt(digits)) !== BigInt(digits)) {
    throw inputError(at, "must be an id: an integer of 64 bits, as a string or a bigint");
  }
  return digits;
}

function plain(value: unknown, at: string): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    // A bigint or a circle somewhere in it.
    throw inputError(at || "body", `cannot be written as JSON: ${String(cause)}`);
  }
}
