// Writes values into Markdown so that nothing in them is taken for Markdown, HTML or an address that runs something.
import { Lexer } from "marked";

/** More backticks than a text has in a row. */
const ticksAround = (text: string, least: number): string =>
  "`".repeat(Math.max(least, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));

/** Text as code in a line. */
export const codeSpan = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  const ticks = ticksAround(line, 1);
  return ticks === "`" ? `\`${line}\`` : `${ticks} ${line} ${ticks}`;
};

/** Text as a block of code. */
export const codeBlock = (text: string, lang: string): string => {
  const ticks = ticksAround(text, 3);
  return `${ticks}${lang}\n${text.trimEnd()}\n${ticks}`;
};

/** The address of a page of another host, as a link of Markdown takes it; `#` if it is none of the web. */
export const webAddress = (url: unknown): string => {
  if (typeof url !== "string" || !URL.canParse(url)) return "#";
  const { protocol, href } = new URL(url);
  if (!/^https?:$/.test(protocol)) return "#";
  return /[()<>\s]/.test(url) ? href.replaceAll("(", "%28").replaceAll(")", "%29") : url;
};

/**
 * Markdown that can be followed by more: it has no raw HTML, which could begin a comment or a script, and no code without an end.
 */
export const whole = (markdown: string): string =>
  Lexer.lex(markdown)
    .map((token) =>
      // Only a token of code has this type.
      token.type === "code" ? `${codeBlock(String(token["text"]), String(token["lang"] ?? ""))}\n\n` : escaped(token.raw),
    )
    .join("")
    .trimEnd();

/** Markdown on one line, without raw HTML. */
export const inLine = (markdown: string): string => escaped(markdown.replaceAll(/\s+/g, " "));

/** Code and addresses in angle brackets stay. */
const escaped = (line: string): string =>
  line
    .split(/(`+[^`]*`+|<https?:[^\s<>]*>)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(/\\?<(?=[a-z/!?])/gi, "\\<")))
    .join("");
