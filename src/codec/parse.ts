// JSON.parse without loss of digits: integers beyond 2^53 become strings of their digits.

/** 16 digits. V8 compiles this form to a search of every 16th character. `\d{16}` becomes a loop that takes ten times as long. */
const LONG_RUN = /\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}\d{2}/;
/**
 * An integer of 16 digits or more between two JSON delimiters. A match starts only at the first digit of a run: otherwise a run
 * of a million digits that is not an integer would be scanned a million times. With `\d{15,}` V8 would run out of stack there.
 */
const LONG_INTEGER = /-?(?<!\d)[1-9]\d{3}\d{3}\d{3}\d{3}\d{3}\d*(?=\s*(?:[,\]}]|$))(?<=(?:^|[:,[])\s*-?\d+)/g;

/**
 * Parses JSON exactly. An integer that a JavaScript number cannot hold becomes a string of its digits. Everything else is parsed
 * as by `JSON.parse`.
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExact(text: string): unknown {
  if (!LONG_RUN.test(text)) return JSON.parse(text);
  try {
    // Digits inside a string can look like an integer too. The added quotation mark then ends the string right before a digit.
    // That is never valid JSON, so the wrong text cannot be parsed.
    return JSON.parse(quoteLongIntegers(text));
  } catch {
    return JSON.parse(outsideStrings(text, quoteLongIntegers));
  }
}

const quoteLongIntegers = (json: string): string =>
  json.replace(LONG_INTEGER, (digits) => (Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`));

function outsideStrings(json: string, change: (part: string) => string): string {
  let changed = "";
  for (let from = 0; from < json.length;) {
    const quote = json.indexOf('"', from);
    const open = quote === -1 ? json.length : quote;
    const close = endOfString(json, open + 1);
    changed += change(json.slice(from, open)) + json.slice(open, close);
    from = close;
  }
  return changed;
}

/** @returns the index after the quotation mark that ends the string */
function endOfString(json: string, start: number): number {
  for (let quote = json.indexOf('"', start); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let before = quote;
    while (json[before - 1] === "\\") before -= 1;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return json.length;
}
