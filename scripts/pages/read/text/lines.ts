// Splits copied text into lines that can be compared: no spaces around them, no invisible characters, no empty lines.

export interface Line {
  text: string;
  /** In the source, from 1. */
  number: number;
  /** The number of spaces before the text. */
  indent: number;
}

const INVISIBLE = /[\u200B\u2060\uFEFF]+/g;
const HARD_BLANKS = /[\u00A0\u2007\u202F\u3000]/g;
const ANY_OF_THEM = /[\u200B\u2060\uFEFF\u00A0\u2007\u202F\u3000]/;

export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const plain = ANY_OF_THEM.test(source) ? source.replace(INVISIBLE, "").replace(HARD_BLANKS, " ") : source;
  const all = plain.split(plain.includes("\r") ? /\r\n|[\n\r]/ : "\n");
  for (const [index, raw] of all.entries()) {
    const text = raw.trim();
    if (text !== "")
      lines.push({ text, number: index + 1, indent: raw === text ? 0 : raw.length - raw.trimStart().length });
  }
  return lines;
}
