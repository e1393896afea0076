// The Redoc page of one language: one file that loads nothing.
import { createHash } from "node:crypto";
import { SAMPLE_LANGUAGES } from "../samples/index.js";
import { escapeHtml, head, languageSwitch, menuOf, type PageContext } from "../site/shell.js";
import { CLIENT, START } from "./client.js";
import { redocDefinition } from "./definition.js";
import { BAR, STYLE } from "./style.js";

/**
 * @param viewer Redoc's script, from `redocViewer`
 * @param labels Redoc's own words by the keys of `REDOC_LABELS`. English ones stand in for those that are missing.
 * @returns the HTML of `index.html` in the folder of the language
 * @throws Failure with code 1 if a text links to a section or an operation that is not there
 */
export function redocPage(context: PageContext, viewer: string, labels: Readonly<Record<string, string>>): string {
  const { site } = context;
  const { words } = site;
  const { definition, drawings } = redocDefinition(site);
  const options = {
    disableTelemetry: true,
    skipBundle: true,
    scrollYOffset: BAR,
    jsonSamplesExpandLevel: 4,
    // The payload itself is a tab too, if the list has it.
    codeSamples: { languages: [...SAMPLE_LANGUAGES, { key: "payload", lang: "payload", label: words.requestExample }] },
  };
  const script = `\n${CLIENT}${viewer}\n${START}\n`;
  const hash = createHash("sha256").update(script).digest("base64");
  const { title, summary: description = words.notOfficial } = site.contract.info;
  const items = menuOf(context).flatMap((group) => group.items);
  const plainPage = items.find(({ file }) => file === "coverage.html") ?? items[0];
  const link = plainPage && `<a href="${escapeHtml(plainPage.file)}">${escapeHtml(words.staticPages)}</a>\n`;
  const pages = items.map(({ file, text }) => `<li><a href="${escapeHtml(file)}">${escapeHtml(text)}</a></li>`);
  return `${head(context, { file: "", title, description, policy: policy(hash), style: STYLE })}
<body>
<header class="bar"><a class="skip" href="#/">${escapeHtml(words.skip)}</a>
<a class="home" href="#/">${escapeHtml(words.siteTitle)}</a>
${link ?? ""}${languageSwitch(context, "index.html")}</header>
<noscript><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words.notOfficial)}</p><p>${escapeHtml(words.staticPages)}</p>
<ul>${pages.join("\n")}</ul></main></noscript>
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

/** JSON in which HTML finds no end of the script. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
