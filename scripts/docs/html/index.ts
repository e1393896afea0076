// The HTML pages of one language, their Markdown copies, and the lists of them.
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { operationFile, redocAnchor, redocSection, sectionFile } from "../site/links.js";
import type { PageContext } from "../site/shell.js";
import { coverageMarkdown } from "./coverage.js";
import { layout, type HtmlPage } from "./layout.js";
import { html } from "./markdown.js";
import { linked, operationHtml, operationMarkdown } from "./operation.js";

/** The first words of a Markdown text, without its marks. */
const summaryOf = (markdown: string): string =>
  markdown
    .split("\n\n")
    .find((block) => /^[\p{L}`[*]/u.test(block))
    ?.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]/g, "")
    .replaceAll(/\s+/g, " ")
    .slice(0, 200) ?? "";

/** Names that Windows reserves, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** @throws Failure with code 2 if a file cannot have the name, because of the operation, the message or the section that it is named after */
function refuseName(file: string, lower: Set<string>): void {
  const name = path.posix.basename(file, ".html");
  const fail = (why: string): Failure =>
    new Failure(2, `${name} cannot be the name of a page: ${why}. Rename the operation or the section.`);
  if (!/^[\w-][\w.-]*$/.test(file.slice(file.indexOf("/") + 1).replace(/\.html$/, ""))) {
    throw fail("it has other signs than letters of ASCII, digits, dots, hyphens and underscores");
  }
  if (RESERVED.test(name)) throw fail("Windows reserves it");
  if (lower.has(file.toLowerCase())) throw fail("another page has the same name, apart from capitals");
  lower.add(file.toLowerCase());
}

/** @returns the files of one language, by their place below its folder */
export function htmlPages(context: PageContext): Map<string, string> {
  const { site } = context;
  const { words } = site;
  const files = new Map<string, string>();
  const lower = new Set<string>();
  const add = (page: HtmlPage, markdown: string): void => {
    refuseName(page.file, lower);
    const copy = page.file.replace(/html$/, "md");
    files.set(page.file, layout({ ...page, copy }, context));
    files.set(copy, markdown);
  };
  for (const { slug, title, markdown, plain } of site.sections) {
    const file = sectionFile(slug);
    const content = html(linked(markdown, file, "html"), true);
    const description = summaryOf(markdown);
    const copy = `# ${title}\n\n${linked(plain, file, "md")}\n`;
    add({ file, title, description, content, anchor: redocSection(slug) }, copy);
  }
  const pages = site.groups.flatMap(({ tag, operations }) => operations.map((page) => ({ tag, page })));
  for (const { tag, page } of pages) {
    const { id, operationId, title } = page;
    const description = summaryOf(page.description);
    const content = operationHtml(page, site);
    const markdown = operationMarkdown(page, site);
    add({ file: operationFile(id), title, description, content, anchor: redocAnchor(tag, operationId) }, markdown);
  }
  if (site.coverage.length === 0) return files;
  const content = html(coverageMarkdown(site, "html"));
  const markdown = `# ${words.coverage}\n\n${coverageMarkdown(site, "md")}\n`;
  add({ file: "coverage.html", title: words.coverage, description: words.coverageText, content }, markdown);
  return files;
}
