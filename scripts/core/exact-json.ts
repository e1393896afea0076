// JSON without losing digits: integers beyond 2^53 are read as bigints and written digit for digit.
import { isSafeNumber, parse, stringify } from "lossless-json";

const INTEGER = /^-?\d+$/;

/** @returns the number that the digits stand for: a bigint if a JavaScript number would lose some of them */
export const readNumber = (digits: string): unknown =>
  INTEGER.test(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits);

/** @returns the value of a JSON text, or `undefined` if the text is not JSON */
export function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: parse(text, undefined, readNumber) };
  } catch {
    return undefined;
  }
}

/** @returns the value as JSON text on one line */
export const writeJson = (value: unknown): string => stringify(value) ?? "null";
