// Splits copied text into lines that can be compared: no spaces around them, no invisible characters, no empty lines. A row that is copied as cells with tabs between them is a line per cell.

export interface Line {
  text: string;
  /** In the source, from 1. */
  number: number;
  /** The number of spaces before the text. */
  indent: number;
}

const INVISIBLE = /[\u200B\u2060\uFEFF]+/g;
const HARD_BLANKS = /[\u00A0\u2007\u202F\u3000]/g;

export function linesOf(source: string): Line[] {
  const all = source
    .replace(INVISIBLE, "")
    .replace(HARD_BLANKS, " ")
    .split(/\r\n|[\n\r]/);
  const lines = all.flatMap((raw, index) => {
    const start = raw.trimStart();
    const line = { text: start.trimEnd(), number: index + 1, indent: raw.length - start.length };
    return line.text.includes("\t") ? line.text.split("\t").map((cell) => ({ ...line, text: cell.trim() })) : line;
  });
  return lines.filter(({ text }) => text !== "");
}
