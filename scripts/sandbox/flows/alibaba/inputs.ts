// Reads inputs. They fit the contract, but it leaves much open, and `--lenient` lets anything pass; ids come as numbers, bigints or texts.
import type { Inputs } from "../../exchange/flow.js";
import { MOST } from "../../accounts/shape.js";
import { Refusal } from "../../exchange/refusal.js";

export const invalid = (message: string): Refusal => new Refusal("invalid", message);
export const notFound = (message: string): Refusal => new Refusal("notFound", message);
export const conflict = (message: string): Refusal => new Refusal("conflict", message);

export const isMissing = (value: unknown): value is null | undefined => value === undefined || value === null;

/** @throws Refusal if it is missing or no id */
export function idOf(value: unknown, name: string): string {
  if (isMissing(value)) throw invalid(`${name} is missing.`);
  // A number beyond 2^53 is one that was written with a fraction or an exponent: its digits are lost.
  const isKept = typeof value === "string" || typeof value === "bigint" || Number.isSafeInteger(value);
  const text = isKept ? String(value) : "";
  if (text === "") throw invalid(`${name} is not an id: write all its digits, without a fraction or an exponent.`);
  if (!/^\w{1,64}$/.test(text)) throw invalid(`${name} is not an id: ${text.slice(0, 80)}`);
  return text;
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
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`${name} must be an object.`);
  return value as Inputs; // an object of JSON
}

/** @returns a whole number @throws Refusal if it is missing, too small or absurd */
export function wholeOf(value: unknown, name: string, least = 0): number {
  if (isMissing(value)) throw invalid(`${name} is missing.`);
  const number = typeof value === "bigint" || typeof value === "number" ? Number(value) : Number.NaN;
  if (!Number.isInteger(number) || number < least || number > MOST) {
    throw invalid(`${name} must be a whole number from ${least} to ${MOST}.`);
  }
  return number;
}

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** An amount in yuan with up to two decimals, as a number or as text. @returns fen, exact */
export function fenOf(value: unknown, name: string): number {
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const [, yuan, decimals = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan === undefined) throw invalid(`${name} must be an amount in yuan with up to two decimals, such as 12.5.`);
  return Number(yuan + decimals.padEnd(2, "0"));
}

/** An amount in yuan, as text with two decimals. */
export const yuanText = (fen: number): string => (fen / 100).toFixed(2);

/** What a record holds under an id. The id comes from a request, so names that every object has do not count. */
export const ownOf = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;
