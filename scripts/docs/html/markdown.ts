// Markdown to HTML.
import { Marked, Renderer, type Tokens } from "marked";
import { escapeHtml } from "../site/shell.js";

/** Addresses that a link may have. */
const SAFE = /^(?:https?:|mailto:|#|\.{0,2}\/|[\w.-]+(?:[/#]|$))/i;

/** The anchor of a heading: the same for the same text, in any script. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

/** The anchor, or with a number if another heading has it. */
function free(anchor: string, taken: Set<string>): string {
  const base = anchor || "part";
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
  taken.add(name);
  return name;
}

/**
 * @param trusted whether raw HTML stays: that of flows, which are drawn here. Otherwise it is shown as text.
 * @returns HTML without scripts and without links that run one
 */
export function html(markdown: string, trusted = false): string {
  const taken = new Set<string>();
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag): string => (trusted ? text : escapeHtml(text)),
      image: ({ text }: Tokens.Image): string => escapeHtml(text),
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const content = this.parser.parseInline(tokens);
        // A text of the contract can have the headings of the page that shows it.
        if (!trusted) return `<h${depth}>${content}</h${depth}>\n`;
        const anchor = free(anchorOf(text), taken);
        return `<h${depth} id="${escapeHtml(anchor)}">${content}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link): string {
        const content = this.parser.parseInline(tokens);
        return SAFE.test(href) ? `<a href="${escapeHtml(href)}">${content}</a>` : content;
      },
      // A wide table scrolls by itself, also by the keyboard.
      table(token: Tokens.Table): string {
        return `<div class="wide" tabindex="0">${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
      code({ text }: Tokens.Code): string {
        return pre(text);
      },
    },
  });
  // It is not asynchronous.
  return marked.parse(markdown, { async: false });
}

/** One paragraph, without the paragraph's element. */
export const inlineHtml = (markdown: string): string =>
  html(markdown)
    .trim()
    .replace(/^<p>([\s\S]*)<\/p>$/, (all, inner: string) => (inner.includes("<p>") ? all : inner));

/** Code, which scrolls by itself. */
export const pre = (text: string): string => `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>\n`;
