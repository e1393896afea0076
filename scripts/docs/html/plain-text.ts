// Text in Markdown.

/** Text in which Markdown finds nothing to interpret, on one line. */
export const plainText = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_<>[\]|]/g, "\\$&");
