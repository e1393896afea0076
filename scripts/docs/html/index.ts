// The HTML pages of one language, their Markdown copies, and the lists of them.
import { operationFile, redocAnchor, redocSection, sectionFile } from "../site/links.js";

import { coverageMarkdown } from "./coverage.js";
import { layout, type Around, type Page } from "./layout.js";
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

/** @returns the files of one language, by their place below its folder */
export function htmlPages(around: Around): Map<string, string> {
  const { site } = around;
  const { words } = site;
  const files = new Map<string, string>();
  const add = (page: Page, markdown: string): void => {
    const copy = page.file.replace(/html$/, "md");
    files.set(page.file, layout({ ...page, copy }, around));
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
    const { id, summary: title } = page;
    const description = summaryOf(page.description);
    const content = operationHtml(page, words);
    const markdown = operationMarkdown(page, words);
    add({ file: operationFile(id), title, description, content, anchor: redocAnchor(tag, id) }, markdown);
  }
  const content = html(coverageMarkdown(site, "html"));
  const markdown = `# ${words.coverage}\n\n${coverageMarkdown(site, "md")}\n`;
  add({ file: "coverage.html", title: words.coverage, description: words.coverageText, content }, markdown);
  return files;
}
