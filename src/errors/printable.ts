// Makes foreign text safe for error messages.

/** The longest message, in UTF-16 units. */
const LONGEST = 1_000;

/** Control, invisible and unassigned characters and halves of surrogate pairs: a terminal or a log may act on them. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** @returns the text, cut to a length, with unsafe characters as `\u{…}` */
export const printable = (text: string, longest = LONGEST): string =>
  (text.length > longest ? `${text.slice(0, longest)}…` : text).replace(
    UNSAFE,
    (unsafe) => `\\u{${unsafe.codePointAt(0)?.toString(16)}}`,
  );
