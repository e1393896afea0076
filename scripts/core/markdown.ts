// Writes values into Markdown so that nothing in them is taken for Markdown or HTML.

/** Text on one line in which Markdown finds nothing to interpret but code in backticks. A bar would end a cell of a table, also in code. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .split(/(`[^`]*`)/)
    .map((piece) => (/^`[^|]*`$/.test(piece) ? piece : piece.replaceAll(/[\\*_<>[\]|`]/g, "\\$&")))
    .join("");
