// Encodes inputs as JSON text: keeps every digit, puts JSON inside text where the contract says, refuses what JSON would lose.
import { inputError } from "../errors/input-error.js";
import { isObject, isRecord } from "./pointer.js";
import type { Shape } from "../operations/table.js";
import { marksOf, membersOf, shapeIn, shapeInText } from "./shape.js";

/** Values by name. */
export type Inputs = Readonly<Record<string, unknown>>;

/** Numbers that `JSON.stringify` writes as null. An invalid date is the first. */
const NOT_FINITE: readonly unknown[] = [NaN, Infinity, -Infinity];

/**
 * Writes a value with `JSON.stringify`, which walks it once, and with every digit of a bigint. What `JSON.stringify` would replace
 * or leave out without a word is refused.
 * @param at the name of the value in error messages: `orderEntryIds`
 * @returns the JSON text; `undefined` for a value that JSON omits
 * @throws PandaPonError of kind `input` that names the field: `orderEntryIds[0]`; TypeError or RangeError for a circle or a value
 * that is too deep; and what a function of the caller throws
 */
export function encode(given: unknown, shape: Shape | undefined, at = ""): string | undefined {
  /** What stands bare in the text, such as the digits of bigints. JSON.stringify writes "#" in its place. */
  const bare: string[] = [];
  /** The name and the shape of each object and list, where it was met last. */
  const met = new Map<Inputs, readonly [name: string, shape: Shape | undefined]>();

  function replaced(this: Record<string, unknown>, key: string, written: unknown): unknown {
    const isRoot = !met.has(this);
    const isItem = Array.isArray(this);
    const [above, around] = met.get(this) ?? [at];
    const name = isItem ? `${above}[${key}]` : memberName(above, key);
    const here = isRoot ? shape : shapeIn(membersOf(around), key);
    const [kind] = marksOf(here);
    const refuse = (problem: string): never => {
      throw inputError(name, problem);
    };

    const own = this[key];
    // A program may have given all bigints a toJSON.
    let value = typeof own === "bigint" ? own : written;
    // Objects such as Map hold their data where JSON.stringify does not look. What a Buffer's toJSON returns is not its data.
    const isForeign = ArrayBuffer.isView(own) || (isObject(value) && !Array.isArray(value) && !isRecord(value));
    // The primitive of a Number, String, Boolean or BigInt object.
    if (isForeign) value = Object(value).valueOf();
    if (
      (isForeign && isObject(value)) ||
      (isItem && value === undefined) ||
      // What toJSON returns may hold toJSON itself.
      ("symbol function".includes(typeof value) && key !== "toJSON") ||
      // The toJSON of an invalid date returns null.
      NOT_FINITE.includes(value ?? Object(own).valueOf())
    ) {
      refuse("must be plain data that JSON can hold");
    }
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      refuse("is a number beyond 2^53 that lost digits: pass a string or a bigint");
    }
    if (typeof value === "number" && !Number.isInteger(value)) {
      if (kind === "f") refuse("is in fen, a whole number");
      if (kind === "w") refuse("must be a whole number");
    }
    if (value === undefined || value === null) return value;
    if (kind === "j") {
      // A string is expected to be JSON already.
      if (typeof own !== "string") return encode(value, shapeInText(here), name);
      // An example of PandaPon sends an empty string for "none".
    } else if (kind === "i" || (kind === "s" && (value !== "" || isRoot))) {
      const digits = String(isObject(value) || value);
      if (!/^-?\d{1,19}$/.test(digits) || String(BigInt.asIntN(64, BigInt(digits))) !== digits) {
        refuse("must be an id: a 64-bit integer, as a string or a bigint");
      }
      value = kind === "i" ? BigInt(digits) : digits;
    }
    if (typeof value === "bigint" || value === "#") {
      bare.push(value === "#" ? '"#"' : String(value));
      return "#";
    }
    if (isObject(value)) met.set(value, [name, here]);
    return value;
  }
  const text = JSON.stringify(given, replaced);
  for (const [value, [name, here]] of met) demand(here, value, name);
  let next = 0;
  // A backslash is before a quotation mark inside a text, a colon is behind the name of a member.
  return text?.replace(/(?<!\\)"#"(?!:)/g, () => bare[next++] ?? "");
}

const memberName = (above: string, key: string): string => (above && key ? `${above}.${key}` : above + key);

/** @throws PandaPonError of kind `input` that names a member that must be there and is not */
export function demand(shape: Shape | undefined, value: Inputs, above = ""): void {
  for (const [name, member] of Object.entries(membersOf(shape))) {
    if (marksOf(member).endsWith("!") && (!Object.hasOwn(value, name) || value[name] === undefined)) {
      throw inputError(memberName(above, name), "is missing: it is required");
    }
  }
}
