// Counts and foreign text in messages.

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Text of one or more lines. What a terminal would obey, and marks that change the direction of text, are shown escaped, as in JSON. */
export const printable = (text: string): string =>
  text.replaceAll(
    /[^\P{Cc}\n\t]|[\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Text that stays on its line. */
export const oneLine = (text: string): string => printable(text).replaceAll("\n", "\\n");

/** Characters that a terminal shows in two columns: Chinese, Japanese, Korean, emoji. */
const WIDE = /[\u1100-\u115F\u2E80-\uFFEF\u{1F300}-\u{3FFFF}]/u;

/** How many columns a text takes, in a terminal or where a file is shown in letters of one width. */
export const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

/** As much of the beginning of a text as fits into this many columns. */
export function beginning(text: string, columns: number): string {
  let [kept, width] = ["", 0];
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

/** The order of two texts by their code units: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An object whose names are in this order. */
export const byName = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> =>
  Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)));

/** The line, from 1, of a position in a text. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split("\n").length;
