// Makes texts of the contract and of flows safe for Markdown.

/** Text on one line in which Markdown finds nothing to interpret but code. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith("`") ? piece : piece.replaceAll(/[\\*_<>[\]|`]/g, "\\$&")))
    .join("");
