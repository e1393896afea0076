// JSON.parse without loss of digits: integers beyond 2^53 become strings of their digits, and values are settled by position.
import { isObject } from "./pointer.js";
import type { PositionTree } from "./positions.js";

/** From here on, a JavaScript number does not hold every integer. */
const UNSAFE = 2 ** 53;
/** What nests deeper is visited later: recursion has a limit. */
const DEEPEST = 500;
/** More zeros are not written out: a few bytes such as `1e999999999` would become a gigabyte. */
const MOST_ZEROS = 100;

/** 16 digits. V8 compiles this form to a search of every 16th character. `\d{16}` becomes a loop that takes ten times as long. */
const LONG_RUN = /\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}/;
/**
 * An integer of 16 digits or more between two JSON delimiters. A match starts only at the first digit of a run: otherwise a run
 * of a million digits that is not an integer would be scanned a million times. With `\d{15,}` V8 would run out of stack there.
 */
const LONG_INTEGER = /-?(?<!\d)[1-9]\d{3}\d{3}\d{3}\d{3}\d{3}\d*(?=\s*(?:[,\]}]|$))(?<=(?:^|[:,[])\s*-?\d+)/g;
/** In valid JSON: what tells whether a place is inside a string, and numbers. */
const TOKEN = /"|(?:\\.)+|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON exactly. An integer that a JavaScript number cannot hold becomes a string of its digits, however it is written:
 * `9007199254740993`, `9007199254740993.0`, `9.007199254740993e15`. If that takes more than 100 zeros that are not written,
 * as in `1e300` or `1e400`, it stays what `JSON.parse` makes of it. So does everything else, unless the tree says otherwise.
 * @param tree ids in it become strings, and JSON text is parsed; it stays text if it is not JSON
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExact(text: string, tree: PositionTree = {}): unknown {
  let value: unknown;
  try {
    // Digits inside a string can look like an integer too. The added quotation mark then ends the string right before a digit.
    // That is never valid JSON, so the wrong text cannot be parsed.
    value = JSON.parse(LONG_RUN.test(text) ? quoteLongIntegers(text) : text);
    const later: Later = [];
    value = settle(value, tree, later);
    for (const one of later) settle(...one, later);
    return value;
  } catch {
    // Only valid JSON can be searched for numbers.
    if (value === undefined) JSON.parse(text);
    return settle(JSON.parse(quoteUnsafeIntegers(text)), tree);
  }
}

const quoteLongIntegers = (json: string): string =>
  json.replace(LONG_INTEGER, (digits) => (Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`));

/** @param json valid JSON */
function quoteUnsafeIntegers(json: string): string {
  let inString = false;
  return json.replace(TOKEN, (token) => {
    if (token === '"') inString = !inString;
    if (inString || !(Math.abs(Number(token)) >= UNSAFE)) return token;
    const [mantissa = "", exponent = 0] = token.toLowerCase().split("e");
    const [whole = "", fraction = ""] = mantissa.split(".");
    const digits = whole + fraction;
    const point = whole.length + Number(exponent);
    if (point > digits.length + MOST_ZEROS || /[1-9]/.test(digits.slice(point))) return token;
    return `"${digits
      .slice(0, point)
      .padEnd(point, "0")
      .replace(/^(-?)0+/, "$1")}"`;
  });
}

/** What nests deep. Not functions: the variables that they hold would make each visit slower. */
type Later = [value: unknown, tree: PositionTree | undefined][];

/**
 * Changes a parsed value in place: nobody else holds it.
 * @param later if given, everything is visited, and a number that may have lost digits is an error. Otherwise only what the tree
 *   names is visited.
 */
function settle(value: unknown, tree: PositionTree | undefined, later?: Later, depth = 0): unknown {
  if (typeof value === "number") {
    if (later && !(Math.abs(value) < UNSAFE)) throw new RangeError();
    return tree?.int64 !== undefined && Number.isSafeInteger(value) ? String(value) : value;
  }
  if (typeof value === "string") {
    if (!tree?.jsonText) return value;
    try {
      return parseExact(value, { ...tree, jsonText: false });
    } catch {
      return value; // not JSON, so it stays text
    }
  }
  if (!isObject(value) || !(later || tree)) return value;
  if (later && depth > DEEPEST) {
    later.push([value, tree]);
    return value;
  }
  const members = tree?.members;
  const each = members?.get("*");
  const below = depth + 1;
  // Loops instead of `map` and `Object.keys`: those take a tenth of the time of parsing.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = settle(value[index], each, later, below);
    return value;
  }
  for (const name in value) {
    // If a program added an object to `Object.prototype`, it would be a member of itself without end.
    if (depth === DEEPEST && !Object.hasOwn(value, name)) continue;
    const member = value[name];
    const settled = settle(member, members?.get(name) ?? each, later, below);
    if (settled !== member) value[name] = settled;
  }
  return value;
}
