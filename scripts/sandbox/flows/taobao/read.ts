// Reads inputs. With `--lenient` nothing was checked before, so any value may come.
import type { Inputs } from "../../exchange/flow.js";
import { MOST } from "../../accounts/shape.js";
import { Refusal } from "../../exchange/refusal.js";
import { readJson } from "../../../core/exact-json.js";

/** @returns the digits of an id, whether it came as text, number or bigint; `undefined` if it is no such thing */
export function idOf(value: unknown): string | undefined {
  // A number beyond 2^53 is one that was written with a fraction or an exponent: its digits are lost.
  const text = typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && /^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n ? text : undefined;
}

/** @returns a text that is there and not empty; `undefined` for everything else */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** @returns a text, or the digits of a number; empty for everything else */
export const wordsOf = (value: unknown): string => (typeof value === "string" ? value : (idOf(value) ?? ""));

/** A whole number up to 10^12, from a number or from text. */
export function wholeOf(value: unknown, least: number): number | undefined {
  const number = typeof value === "string" && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= MOST
    ? number
    : undefined;
}

/** @throws Refusal if the value is undefined */
export function need<Value>(value: Value | undefined, message: string): Value {
  if (value === undefined) throw new Refusal("invalid", message);
  return value;
}

/** @throws Refusal if the table has no such record */
export const recordOf = <Value>(table: Readonly<Record<string, Value>>, id: string, kind: string): Value =>
  foundOf(Object.hasOwn(table, id) ? table[id] : undefined, id, kind, Object.keys(table)); // ids come from requests: no inherited name counts

/**
 * @param known ids that there are, for the message
 * @throws Refusal if nothing was found
 */
export function foundOf<Value>(found: Value | undefined, id: string, kind: string, known: readonly string[]): Value {
  if (found !== undefined) return found;
  const some = known.length === 0 ? "" : ` There is, for example, ${known.slice(0, 3).join(", ")}.`;
  throw new Refusal("notFound", `There is no ${kind} ${id.slice(0, 40)}.${some}`);
}

/**
 * @param field for the message
 * @returns the value of a field whose text holds JSON, with all digits of its numbers
 * @throws Refusal if the text is not JSON
 */
export function jsonIn(text: unknown, field: string): unknown {
  const read = typeof text === "string" ? readJson(text) : undefined;
  if (read === undefined) throw new Refusal("invalid", `${field} must be a text that holds JSON.`);
  return read.value;
}

/** Text fields of an address: values that are no text are left out. */
export const textsOf = (value: Inputs): Record<string, string> =>
  Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
