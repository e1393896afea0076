// Markdown as GitHub shows it: rendered as GFM, then what GitHub adds to the text by itself.
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

export interface ShownMarkdown {
  /** The names of the elements, each once, sorted; an element that is not closed or has unknown attributes as it is written. */
  elements: string[];
  links: string[];
  /** The text of each cell, by table and row; the head is the first row. */
  tables: string[][][];
  /** What GitHub would turn into a mention, a reference, an emoji or a formula. */
  additions: string[];
}

/** GitHub does not touch text in links and code. */
const ADDITIONS = [
  /@[\w-]+/gi,
  /[\w/.-]*#\d+/gi,
  /\bgh-\d+/gi,
  /[\da-f]{7,40}/gi,
  /\b(?:ghsa|cve)-[\w-]+/gi,
  /\w+:\/\/\S+/gi,
  /\bwww\.\S+/gi,
  /:[\w+-]+:/gi,
  /\$\S.*?\$/gi,
];
const ELEMENT = /^<(\/?)([a-z]+\d?)(?: href="([^"]*)")?>$/;

export function asGitHubShows(markdown: string): ShownMarkdown {
  // Nothing is made safe by the renderer: what gets through must be seen.
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const elements = new Set<string>();
  const shown: ShownMarkdown = { elements: [], links: [], tables: [], additions: [] };
  let untouched = 0;
  let cell: string[] | undefined;
  for (const piece of html.match(/<[^>]*>?|[^<]+/g) ?? []) {
    const [, closing, name, href] = ELEMENT.exec(piece) ?? [];
    if (!piece.startsWith("<")) {
      const text = decoded(piece);
      cell?.push(text);
      if (untouched === 0) shown.additions.push(...ADDITIONS.flatMap((pattern) => text.match(pattern) ?? []));
      continue;
    }
    elements.add(name ?? piece);
    if (href !== undefined) shown.links.push(decoded(href));
    if (name === "a" || name === "code") untouched += closing === "/" ? -1 : 1;
    if (name === "table" && closing === "") shown.tables.push([]);
    if (name === "tr" && closing === "") shown.tables.at(-1)?.push([]);
    if (name === "td" || name === "th") {
      if (closing === "") cell = [];
      else {
        shown.tables
          .at(-1)
          ?.at(-1)
          ?.push((cell ?? []).join(""));
        cell = undefined;
      }
    }
  }
  return { ...shown, elements: [...elements].sort() };
}

const decoded = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
