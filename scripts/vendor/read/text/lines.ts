// The text of a copy as lines that can be compared: without blanks around them, without invisible characters, without empty lines.

export interface Line {
  text: string;
  /** In the source, from 1. */
  number: number;
  /** How many blanks stand in front. */
  indent: number;
}

const INVISIBLE = /[\u200B\u2060\uFEFF]+/g;
const HARD_BLANKS = /[\u00A0\u2007\u202F\u3000]/g;

export function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  const all = source
    .replaceAll(INVISIBLE, "")
    .replaceAll(HARD_BLANKS, " ")
    .split(/\r\n|[\n\r]/);
  for (const [index, raw] of all.entries()) {
    const text = raw.trim();
    if (text !== "")
      lines.push({ text, number: index + 1, indent: raw === text ? 0 : raw.length - raw.trimStart().length });
  }
  return lines;
}
