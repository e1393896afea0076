// Encodes inputs as JSON text: keeps every digit, puts JSON inside text where the contract says, refuses what JSON would lose.
import { inputError } from "../errors/input-error.js";
import { isObject, isRecord } from "./pointer.js";
import { PLAIN, type Tree } from "./shape.js";

/** Values by name. */
export type Inputs = Readonly<Record<string, unknown>>;

/**
 * Writes a value with `JSON.stringify`, which walks it once, and with every digit of a bigint. It refuses what `JSON.stringify`
 * would silently replace or leave out, and a value without a member that its shape requires.
 * @param at the name of the value in error messages: `orderEntryIds`
 * @param elsewhere returns what takes a member of the value, if the member does not belong into the JSON
 * @returns the JSON text; `undefined` for a value that JSON omits
 * @throws PandaPonError of kind `input` that names the field: `orderEntryIds[0]`; TypeError or RangeError for a circle or a value
 * that is too deep; and what a function of the caller throws
 */
export function encode(
  given: unknown,
  tree = PLAIN,
  at = "",
  elsewhere?: (name: string) => ((value: unknown) => void) | undefined,
): string | undefined {
  /** JSON that is inserted at the end, such as the digits of bigints. JSON.stringify writes "#" in its place. */
  const bare: string[] = [];
  /** The name and the members of each object and list, where it was met last. */
  const met = new Map<object, readonly [name: string, members: Tree["members"]]>();

  function replaced(this: Record<string, unknown>, key: string, written: unknown): unknown {
    // JSON.stringify begins with an object that holds the value under an empty name.
    const [above, members] = met.get(this) ?? [at, new Map([["", tree]])];
    const name = Array.isArray(this) ? `${above}[${key}]` : memberName(above, key);
    const here = members.get(key) ?? members.get("*") ?? PLAIN;
    const { marks } = here;
    const [kind] = marks;
    const put = this === given && elsewhere?.(key);
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
    // The toJSON of an invalid date returns null.
    const number: unknown = value ?? Object(own).valueOf();
    if (
      (isForeign && isObject(value)) ||
      (value === undefined && Array.isArray(this)) ||
      // What toJSON returns may hold toJSON itself.
      ("symbol function".includes(typeof value) && key !== "toJSON") ||
      (typeof number === "number" && !isFinite(number))
    ) {
      refuse("must be plain data");
    }
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      refuse("has lost digits: pass a string or a bigint");
    }
    if (value === undefined || value === null) {
      if (marks.endsWith("!") && (put || value === undefined)) refuse(MISSING);
      return put ? undefined : value;
    }
    // Here and below, an object counts as "true", which is not a number. So its own toString is never called.
    if ((kind === "f" || kind === "w") && !/^(?:-?\d+)?$/.test(String(isObject(value) || value))) {
      refuse(kind === "f" ? "is in fen, a whole number" : "must be a whole number");
    }
    // A string is expected to be JSON already.
    if (kind === "j") value = typeof own === "string" ? own : encode(value, { ...here, marks: marks.slice(1) }, name);
    // An example of PandaPon sends an empty string for "none".
    if (kind === "i" || (kind === "s" && (value !== "" || put))) {
      const digits = String(isObject(value) || value);
      if (!/^-?\d{1,19}$/.test(digits) || String(BigInt.asIntN(64, BigInt(digits))) !== digits) {
        refuse("must be an id: a 64-bit integer");
      }
      value = kind === "i" ? BigInt(digits) : digits;
    }
    if (put) return put(value);
    if (typeof value === "bigint" || value === "#") {
      bare.push(value === "#" ? '"#"' : String(value));
      return "#";
    }
    if (isObject(value)) met.set(value, [name, here.members]);
    return value;
  }
  const text = JSON.stringify(given, replaced);
  for (const [value, [above, members]] of met) {
    for (const [name, { marks }] of members) {
      if (marks.endsWith("!") && !Object.hasOwn(value, name)) {
        throw inputError(memberName(above, name), MISSING);
      }
    }
  }
  let next = 0;
  // Inside a text, a backslash is before each quotation mark. A colon follows the name of a member.
  return text?.replace(/(?<!\\)"#"(?!:)/g, () => bare[next++] ?? "");
}

export const MISSING = "is missing: it is required";

const memberName = (above: string, key: string): string => (above && key ? `${above}.${key}` : above + key);
