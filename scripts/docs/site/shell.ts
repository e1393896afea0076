// What the HTML pages and the Redoc page share: the head, the switch of languages, and the list of all pages.
import { folderOf, operationFile, sectionFile, wayTo } from "./links.js";
import { codeSpan } from "./markdown.js";
import type { LanguageSite } from "./site.js";

export interface PageContext {
  site: LanguageSite;
  /** All languages, the first one at the root. */
  languages: readonly { code: string; name: string }[];
  /** Where the site will be, with a slash at its end. Without it, no page has a canonical address. */
  url: string | undefined;
  /** The files at the root of the site that hold the contract: `openapi.yaml`. */
  downloads: readonly string[];
}

interface PageHead {
  /** Below the folder of the language: `operations/alibaba.orders.get.html`; empty for the page of the folder itself. */
  file: string;
  title: string;
  /** For search engines; plain text. */
  description: string;
  /** The Content-Security-Policy. */
  policy: string;
  style: string;
  /** Whether other languages have no such page. */
  isAlone?: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text in which HTML finds nothing to interpret, in an element or in an attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** The folder of a language, with a slash at its end; empty for the first language. */
const folderIn = ({ languages }: Pick<PageContext, "languages">, language: string): string =>
  folderOf(
    language,
    languages.map(({ code }) => code),
  );

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b57d0'/%3E%3Cpath d='M5 12V4h4a2.5 2.5 0 0 1 0 5H5' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

/** A page up to its body. */
export function head(context: PageContext, { file, title, description, policy, style, isAlone }: PageHead): string {
  const { site, languages, url } = context;
  const address = (code: string): string => escapeHtml(`${url ?? ""}${folderIn(context, code)}${file}`);
  const addresses = [
    `<link rel="canonical" href="${address(site.language)}">`,
    ...languages.map(
      ({ code }) => `<link rel="alternate" hreflang="${escapeHtml(code)}" href="${address(code)}">`,
    ),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(description)}">
${url === undefined || isAlone ? "" : addresses.join("\n")}
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>`;
}

/** Links to the same page in each language; nothing if there is one language. */
export function languageSwitch(context: PageContext, file: string): string {
  const { site, languages } = context;
  if (languages.length < 2) return "";
  const here = folderIn(context, site.language) + file;
  const links = languages.map(({ code, name }) => {
    const current = code === site.language ? ` aria-current="true"` : "";
    const way = escapeHtml(wayTo(folderIn(context, code) + file, here));
    return `<a lang="${escapeHtml(code)}" hreflang="${escapeHtml(code)}" href="${way}"${current}>${escapeHtml(name)}</a>`;
  });
  return `<nav aria-label="${escapeHtml(site.words.languages)}">${links.join("\n")}</nav>`;
}

interface MenuItem {
  /** Below the folder of the language. */
  file: string;
  text: string;
  /** Markdown: how one calls an operation, and its path. */
  about?: string;
}

/** All pages of the language in groups, and the downloads. */
export function menuOf(context: PageContext): { title: string; items: MenuItem[] }[] {
  const { sections, groups, words, coverage, language } = context.site;
  const root = wayTo("", folderIn(context, language));
  return [
    {
      title: words.guide,
      items: [
        ...sections.map(({ slug, title }) => ({ file: sectionFile(slug), text: title })),
        ...(coverage.length === 0 ? [] : [{ file: "coverage.html", text: words.coverage }]),
      ],
    },
    ...groups.map(({ title, operations }) => ({
      title,
      items: operations.map(({ id, summary, path, method, kind }) => ({
        ...{ file: operationFile(id), text: summary },
        about: (kind === "webhook" ? [path] : [id, `${method.toUpperCase()} ${path}`]).map(codeSpan).join(" "),
      })),
    })),
    { title: words.downloads, items: context.downloads.map((file) => ({ file: root + file, text: file })) },
  ].filter(({ items }) => items.length > 0);
}
