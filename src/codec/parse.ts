// JSON.parse without loss of digits: integers beyond 2^53 become strings of their digits, and ids and JSON text are settled by shape.
import { isObject } from "./pointer.js";
import type { Tree } from "./shape.js";

/** From here on, a JavaScript number does not hold every integer. */
const UNSAFE = 2 ** 53;
/** More zeros are not written out: a few bytes such as `1e999999999` would become a gigabyte. */
const MOST_ZEROS = 100;

/** 16 digits. V8 compiles this form to a search of every 16th character. `\d{16}` becomes a loop that takes ten times as long. */
const LONG_RUN = /\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}/;
/**
 * An integer of 16 digits or more between two JSON delimiters. A match starts only at the first digit of a run: otherwise a run
 * of a million digits that is not an integer would be scanned a million times. It does not start after a quotation mark: ids that are
 * strings already would take half of the time. With `\d{15,}` V8 would run out of stack there.
 */
const LONG_INTEGER = /-?(?<![\d"])[1-9]\d{3}\d{3}\d{3}\d{3}\d{3}\d*(?=\s*(?:[,\]}]|$))(?<=(?:^|[:,[])\s*-?\d+)/g;
/** In valid JSON: what tells whether a place is inside a string, and numbers. */
const TOKEN = /"|(?:\\.)+|-?\d[\d.eE+-]*/g;

/**
 * Parses JSON exactly. An integer that a JavaScript number cannot hold becomes a string of its digits, however it is written:
 * `9007199254740993`, `9007199254740993.0`, `9.007199254740993e15`. If that takes more than 100 zeros that are not written,
 * as in `1e300` or `1e400`, it stays what `JSON.parse` makes of it. So does everything else, unless the tree says otherwise.
 * @param tree its ids become strings, even if they came as numbers. Its JSON text is parsed; it stays text if it is not JSON.
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExact(text: string, tree?: Tree): unknown {
  let value: unknown;
  try {
    // Digits inside a string can look like an integer too. The added quotation mark then ends the string right before a digit.
    // That is never valid JSON, so the wrong text cannot be parsed.
    value = JSON.parse(LONG_RUN.test(text) ? text.replace(LONG_INTEGER, quoted) : text);
    return settle(value, tree, true);
  } catch {
    // Only valid JSON can be searched for numbers.
    if (value === undefined) JSON.parse(text);
    let inString = false;
    const json = text.replace(TOKEN, (token) => {
      if (token === '"') inString = !inString;
      return inString ? token : exact(token);
    });
    return settle(JSON.parse(json), tree);
  }
}

/** The same as `exact` for plain digits, in a third of the time. */
const quoted = (digits: string): string => (Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`);

/** @returns the digits of a number as a JSON string if it is an integer beyond 2^53; otherwise the token */
function exact(token: string): string {
  if (!(Math.abs(Number(token)) >= UNSAFE)) return token;
  if (!/[.e]/i.test(token)) return `"${token}"`;
  // The first part is always there.
  const [mantissa, exponent = 0] = token.split(/e/i) as [string, string?];
  const [whole, fraction = ""] = mantissa.split(".") as [string, string?];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point > digits.length + MOST_ZEROS || /[1-9]/.test(digits.slice(point))) return token;
  return `"${digits
    .slice(0, point)
    .padEnd(point, "0")
    .replace(/^(-?)0+/, "$1")}"`;
}

/**
 * Changes a parsed value in place: nobody else holds it.
 * @param strict whether everything is visited, and a number that may have lost digits is an error. So is a value that nests too
 *   deeply for that. Otherwise only what the tree names is visited.
 */
export function settle(value: unknown, tree: Tree | undefined, strict = false): unknown {
  if (typeof value === "number") {
    if (strict && !(Math.abs(value) < UNSAFE)) throw value;
    return (tree?.marks.includes("s") || tree?.marks.includes("i")) && Number.isSafeInteger(value)
      ? String(value)
      : value;
  }
  if (typeof value === "string") {
    if (tree?.marks[0] !== "j") return value;
    try {
      return parseExact(value, { ...tree, marks: tree.marks.slice(1) });
    } catch {
      return value; // not JSON, so it stays text
    }
  }
  if (!isObject(value) || !(strict || tree)) return value;
  const members = tree?.members;
  const each = members?.get("*");
  // Loops instead of `map` and `Object.keys`: those take a tenth of the time of parsing.
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = settle(value[index], each, strict);
    return value;
  }
  for (const name in value) {
    const member = value[name];
    const settled = settle(member, members?.get(name) ?? each, strict);
    if (settled !== member) value[name] = settled;
  }
  return value;
}
