// The Redoc page of one language: one file that loads nothing.
import { createHash } from "node:crypto";
import { escapeHtml } from "../html/escape.js";
import { folderOf, operationFile, sectionFile, wayTo } from "../site/links.js";
import type { LanguageSite } from "../site/site.js";
import { CLIENT, START } from "./client.js";
import { redocDefinition } from "./definition.js";
import { BAR, STYLE } from "./style.js";

export interface RedocPage {
  /** Redoc's script, from `redocViewer`. */
  viewer: string;
  site: LanguageSite;
  /** All languages, the first one at the root of the site. */
  languages: readonly { code: string; name: string }[];
  /** Where the site will be, with a slash at its end. Without it, the page has no canonical address. */
  url: string | undefined;
  /** Redoc's own words by the keys of `REDOC_LABELS`. English ones stand in for those that are missing. */
  labels: Readonly<Record<string, string>>;
  /** What the bar at the top links to beside the languages: coverage, downloads. Addresses are relative to the page. */
  links: readonly { text: string; href: string }[];
}

/**
 * @returns the HTML of `index.html` in the folder of the language
 * @throws Failure with code 1 if a text links to a section or an operation that is not there
 */
export function redocPage({ viewer, site, languages, url, labels, links }: RedocPage): string {
  const { words, language } = site;
  const { definition, drawings, tabs } = redocDefinition(site);
  const options = {
    disableTelemetry: true,
    skipBundle: true,
    scrollYOffset: BAR,
    jsonSamplesExpandLevel: 4,
    // The payload itself is a tab too, if the list has it.
    codeSamples: { languages: [...tabs, { key: "payload", lang: "payload", label: words.requestExample }] },
  };
  const script = `\n${CLIENT}${viewer}\n${START}\n`;
  const hash = createHash("sha256").update(script).digest("base64");
  const codes = languages.map(({ code }) => code);
  const here = `${folderOf(language, codes)}index.html`;
  const { title, summary = words.notOfficial } = site.contract.info;
  const address = (code: string): string => escapeHtml(`${url ?? ""}${folderOf(code, codes)}`);
  const heads = [
    `<link rel="canonical" href="${address(language)}">`,
    ...codes.map((code) => `<link rel="alternate" hreflang="${escapeHtml(code)}" href="${address(code)}">`),
  ];
  const switches = languages.map(({ code, name }) => {
    const way = escapeHtml(wayTo(`${folderOf(code, codes)}index.html`, here));
    const current = code === language ? ` aria-current="true"` : "";
    return `<a data-language lang="${escapeHtml(code)}" hreflang="${escapeHtml(code)}" href="${way}"${current}>${escapeHtml(name)}</a>`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(hash)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(summary)}">
${(url === undefined ? [] : heads).join("\n")}
<link rel="icon" href="${ICON}">
<style>${STYLE}</style>
</head>
<body>
<header class="bar"><a class="skip" href="#/">${escapeHtml(words.skip)}</a>
<a class="home" href="#/">${escapeHtml(words.siteTitle)}</a>
${links.map(({ text, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`).join("\n")}
${switches.length > 1 ? `<nav aria-label="${escapeHtml(words.languages)}">${switches.join("\n")}</nav>` : ""}</header>
<noscript><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words.notOfficial)}</p><p>${escapeHtml(words.staticPages)}</p>
<ul>${plainPages(site)}</ul></main></noscript>
<div id="redoc"></div>
<script type="application/json" id="docs-page">${inScript({ labels, drawings, options })}</script>
<script type="application/json" id="docs-definition">${inScript(definition)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

/**
 * The browser loads nothing and runs nothing but the one script, whatever a text of the contract holds.
 * Redoc makes its styles while it runs.
 */
const policy = (hash: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b57d0'/%3E%3Cpath d='M5 12V4h4a2.5 2.5 0 0 1 0 5H5' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

/** JSON in which HTML finds no end of the script. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const plainPages = ({ sections, groups }: LanguageSite): string =>
  [
    ...sections.map(({ slug, title }) => [sectionFile(slug), title] as const),
    ...groups.flatMap(({ operations }) => operations.map(({ id, summary }) => [operationFile(id), summary] as const)),
  ]
    .map(([file, text]) => `<li><a href="${escapeHtml(file)}">${escapeHtml(text)}</a></li>`)
    .join("\n");
