// What all HTML pages have in common: the head, the way to the other pages, and the end.
import { folderOf, operationFile, sectionFile, wayTo } from "../site/links.js";
import type { LanguageSite } from "../site/site.js";
import { escapeHtml } from "./escape.js";
import { STYLE } from "./style.js";

/** The pages load nothing and run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  /** Below the folder of the language: `operations/alibaba.orders.get.html`. */
  file: string;
  title: string;
  /** For search engines; plain text. */
  description: string;
  /** HTML. */
  content: string;
  /** Where the Redoc page shows the same: `operation/…`. Without it, its beginning. */
  anchor?: string;
  /** Whether other languages have no such page. */
  isAlone?: boolean;
  /** The file of its Markdown copy. */
  copy?: string;
}

export interface PageContext {
  site: LanguageSite;
  /** All languages, the first one at the root. */
  languages: readonly { code: string; name: string }[];
  /** Where the site will be, with a slash at its end. Without it, no page has a canonical address. */
  url: string | undefined;
  /** The files at the root of the site that hold the contract: `openapi.yaml`. */
  downloads: readonly string[];
}

/** From the folder of a language to the root of the site. */
export const wayToRoot = (language: string, languages: PageContext["languages"]): string => {
  const codes = languages.map(({ code }) => code);
  return wayTo("", folderOf(language, codes));
};

/** The whole page. */
export function layout(page: HtmlPage, context: PageContext): string {
  const { site, languages, url } = context;
  const { words, language } = site;
  const codes = languages.map(({ code }) => code);
  const here = folderOf(language, codes) + page.file;
  const to = (file: string): string => escapeHtml(wayTo(file, page.file));
  const address = (code: string): string => escapeHtml(`${url ?? ""}${folderOf(code, codes)}${page.file}`);
  const heads =
    url === undefined || page.isAlone
      ? []
      : [
          `<link rel="canonical" href="${address(language)}">`,
          ...codes.map((code) => `<link rel="alternate" hreflang="${escapeHtml(code)}" href="${address(code)}">`),
        ];
  const others = languages
    .filter(({ code }) => code !== language)
    .map(({ code, name }) => {
      const way = wayTo(folderOf(code, codes) + (page.isAlone ? "index.html" : page.file), here);
      return `<a lang="${escapeHtml(code)}" hreflang="${escapeHtml(code)}" href="${escapeHtml(way)}">${escapeHtml(name)}</a>`;
    });
  const reference = wayTo("index.html", page.file) + (page.anchor === undefined ? "" : `#${page.anchor}`);
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · ${escapeHtml(words.siteTitle)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
${heads.join("\n")}
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#_content">${escapeHtml(words.skip)}</a>
<header><a class="home" href="${to("index.html")}">${escapeHtml(words.siteTitle)}</a>
<a href="${escapeHtml(reference)}">${escapeHtml(words.reference)}</a>
<a href="#_all">${escapeHtml(words.menu)}</a>
${others.length > 0 ? `<nav aria-label="${escapeHtml(words.languages)}">${others.join(" ")}</nav>` : ""}</header>
<main id="_content">
<h1>${escapeHtml(page.title)}</h1>
${page.content}
</main>
<nav class="all" id="_all" aria-label="${escapeHtml(words.menu)}">
<h2>${escapeHtml(words.menu)}</h2>
${menu(context, to)}
</nav>
<footer><p>${escapeHtml(words.notOfficial)}${page.copy === undefined ? "" : ` <a href="${to(page.copy)}">${escapeHtml(words.asMarkdown)}</a>`}</p></footer>
</body>
</html>
`;
}

/** Links to all pages of the language. */
function menu({ site, languages, downloads }: PageContext, to: (file: string) => string): string {
  const { sections, groups, words } = site;
  const root = wayToRoot(site.language, languages);
  const list = (title: string, items: readonly (readonly [string, string])[]): string =>
    `<details><summary>${escapeHtml(title)}</summary><ul>${items
      .map(([file, text]) => `<li><a href="${to(file)}">${escapeHtml(text)}</a></li>`)
      .join("")}</ul></details>`;
  return [
    list(words.guide, [
      ...sections.map(({ slug, title }) => [sectionFile(slug), title] as const),
      ...(site.coverage.length === 0 ? [] : [["coverage.html", words.coverage] as const]),
    ]),
    ...groups.map(({ title, operations }) =>
      list(
        title,
        operations.map(({ id, summary }) => [operationFile(id), summary] as const),
      ),
    ),
    ...(downloads.length === 0
      ? []
      : [
          list(
            words.downloads,
            downloads.map((file) => [root + file, file] as const),
          ),
        ]),
  ].join("\n");
}
