// Reads the inputs of flows. They fit the contract, but it leaves much open, and `--lenient` lets anything pass.
import { readJson } from "../../core/exact-json.js";
import { isObject } from "../../core/node.js";
import { MOST } from "../accounts/shape.js";
import type { Inputs } from "./flow.js";
import { Refusal } from "./refusal.js";

export const invalid = (message: string): Refusal => new Refusal("invalid", message);
export const notFound = (message: string): Refusal => new Refusal("notFound", message);
export const conflict = (message: string): Refusal => new Refusal("conflict", message);

export const isMissing = (value: unknown): value is null | undefined => value === undefined || value === null;

/** @returns a text that is not blank; undefined for everything else */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** @param hint what to send @throws Refusal if there is no text */
export function neededText(value: unknown, name: string, hint = ""): string {
  const text = textOf(value);
  if (text === undefined) throw invalid(`${name} is missing or empty.${hint && ` ${hint}`}`);
  return text;
}

/** @returns the digits of an id, whether it came as text, number or bigint; otherwise undefined */
export function digitsOf(value: unknown): string | undefined {
  // A number beyond 2^53 is one that was written with a fraction or an exponent: its digits are lost.
  const text = typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : value;
  return typeof text === "string" && /^\d{1,19}$/.test(text) && BigInt(text) < 2n ** 63n ? text : undefined;
}

/** @returns a text, or a number as text; empty for everything else */
export const wordsOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? String(value) : "";

/** @param hint what to send @returns the digits of an id @throws Refusal if there are none */
export function idOf(value: unknown, name: string, hint = ""): string {
  const id = digitsOf(value);
  if (id !== undefined) return id;
  throw invalid(
    `${name} ${isMissing(value) ? "is missing" : "is not an id: write all its digits, 19 at most, without a fraction or an exponent"}.${hint && ` ${hint}`}`,
  );
}

/** @throws Refusal if there are none, or one of them twice */
export function idsOf(value: unknown, name: string): string[] {
  const ids = listOf(value, name).map((one, at) => idOf(one, `${name}[${at}]`));
  const seen = new Set<string>();
  const twice = ids.find((one) => seen.size === seen.add(one).size);
  if (twice !== undefined) throw invalid(`${name} has ${twice} twice.`);
  return ids;
}

/** @throws Refusal if it is empty */
export function listOf(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid(`${name} must have at least one entry.`);
  return value;
}

export function objectOf(value: unknown, name: string): Inputs {
  if (!isObject(value)) throw invalid(`${name} must be an object.`);
  return value;
}

/** @returns a whole number, also of digits that came as text @throws Refusal if it is missing, too small or absurd */
export function wholeOf(value: unknown, name: string, least = 0, unit = ""): number {
  if (isMissing(value)) throw invalid(`${name} is missing.`);
  const number = typeof value === "number" ? value : Number(digitsOf(value) ?? Number.NaN);
  if (Number.isInteger(number) && number >= least && number <= MOST) return number;
  throw invalid(`${name} must be a whole number${unit} from ${least} to ${MOST}.`);
}

/** @returns the value of a text that holds JSON, with all digits of its numbers @throws Refusal if it is not JSON */
export function jsonIn(text: unknown, name: string): unknown {
  const read = typeof text === "string" ? readJson(text) : undefined;
  if (read === undefined) throw invalid(`${name} must be a text that holds JSON.`);
  return read.value;
}

/** The members of an address that are texts. */
export const textsOf = (address: Inputs): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter((one): one is [string, string] => typeof one[1] === "string"));

/**
 * What a table holds under an id. The id comes from a request, so names that every object has do not count.
 * @throws Refusal that names some of the ids that there are
 */
export function recordOf<T>(table: Readonly<Record<string, T>>, id: string, kind: string): T {
  const found = Object.hasOwn(table, id) ? table[id] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(table).slice(0, 3).join(", ");
  throw notFound(`This user has no ${kind} ${id.slice(0, 40)}.${known && ` There is, for example, ${known}.`}`);
}
