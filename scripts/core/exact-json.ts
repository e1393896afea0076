// JSON without losing digits: integers beyond 2^53 are read as bigints and written digit for digit.
import { isSafeNumber, parse, stringify } from "lossless-json";

const INTEGER = /^-?\d+$/;

/** @returns the number that the digits stand for: a bigint if a JavaScript number would lose some of them */
export const readNumber = (digits: string): unknown =>
  INTEGER.test(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits);

/** How deep JSON may nest, as in YAML. Every walk through a value is recursive, and deeper ones can overflow the stack. */
const DEEPEST = 100;

/** @returns the value of a JSON text, or `undefined` if the text is not JSON or nests deeper than 100 levels */
export function readJson(text: string): { value: unknown } | undefined {
  if (tooDeepAt(text, DEEPEST) !== undefined) return undefined;
  try {
    return { value: parse(text, undefined, readNumber) };
  } catch {
    return undefined;
  }
}

/** Where a JSON text nests deeper than this many levels; undefined if it does not. */
export function tooDeepAt(text: string, levels: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInString && sign === "\\") at += 1;
    else if (sign === '"') isInString = !isInString;
    else if (!isInString && (sign === "[" || sign === "{")) depth += 1;
    else if (!isInString && (sign === "]" || sign === "}")) depth -= 1;
    if (depth > levels) return at;
  }
  return undefined;
}

/** @returns the value as JSON text: on one line, or indented by so many spaces */
export const writeJson = (value: unknown, indent?: number): string => stringify(value, undefined, indent) ?? "null";
