// The page of one operation or webhook: as HTML, and as Markdown.
import { plainText } from "../../core/markdown.js";
import { withLinks, operationFile, sectionFile, wayTo } from "../site/links.js";
import { escapeHtml } from "../site/shell.js";
import type { FieldRow, LanguageSite, OperationPage } from "../site/site.js";
import type { Words } from "../site/words.js";
import { html, inlineHtml, pre } from "./markdown.js";
import { codeBlock, codeSpan, inLine, whole } from "../site/markdown.js";

/** Turns the links of a text into links between the files of one language. */
export const linked = (markdown: string, from: string, extension: "html" | "md"): string =>
  withLinks(markdown, (kind, name, anchor) =>
    wayTo((kind === "section" ? sectionFile : operationFile)(name, extension) + anchor, from),
  );

/** The parts of a page that are tables and code, in their order. */
const partsOf = (page: OperationPage, words: Words) => {
  const isWebhook = page.kind === "webhook";
  return {
    tables: [
      { title: words.parameters, fields: page.parameters, note: "" },
      { title: isWebhook ? words.message : words.requestBody, ...page.request },
      { title: words.answer, ...page.response },
    ].filter(({ fields }) => fields.length > 0),
    examples: [
      { title: isWebhook ? words.messageExample : words.requestExample, text: page.requestExample },
      { title: words.responseExample, text: page.responseExample },
    ].flatMap(({ title, text }) => (text === undefined ? [] : { title, text })),
  };
};

/** Says on a page of another language what the mark of texts in English means, if the page has one. */
const untranslatedNote = (page: OperationPage, { words, language }: LanguageSite): string =>
  language !== "en" && JSON.stringify(page).includes(words.untranslatedMark) ? words.untranslated : "";

/** HTML without the heading of the page. */
export function operationHtml(page: OperationPage, site: LanguageSite): string {
  const { words } = site;
  const note = untranslatedNote(page, site);
  const file = operationFile(page.id);
  const { tables, examples } = partsOf(page, words);
  const method = page.kind === "webhook" ? "" : `<span class="method">${page.method}</span> `;
  return [
    `<p>${method}<code>${escapeHtml(page.path)}</code></p>`,
    html(linked(page.description, file, "html")),
    note && `<p class="soft">${inlineHtml(note)}</p>`,
    ...(page.samples.length > 0 ? [`<h2 id="code">${escapeHtml(words.samples)}</h2>`] : []),
    ...page.samples.map(
      ({ label, source }, index) =>
        `<details${index === 0 ? " open" : ""}><summary>${escapeHtml(label)}</summary>${pre(source)}</details>`,
    ),
    ...tables.map(
      ({ title, fields, note }) =>
        `<h2>${escapeHtml(title)}</h2>${note && `<p>${inlineHtml(note)}</p>`}${table(fields, words, file)}`,
    ),
    ...examples.map(({ title, text }) => `<h2>${escapeHtml(title)}</h2>${pre(text)}`),
    ...(page.contradictions.length > 0
      ? [
          `<h2 id="contradictions">${escapeHtml(words.contradictions)}</h2>`,
          `<ul>${page.contradictions.map((line) => `<li>${inlineHtml(line)}</li>`).join("")}</ul>`,
        ]
      : []),
  ].join("\n");
}

function table(fields: readonly FieldRow[], words: Words, file: string): string {
  const hasMarks = fields.some(({ mark }) => mark !== "");
  const head = [words.field, words.type, ...(hasMarks ? [words.mark] : []), words.meaning, words.example];
  const rows = fields.map(({ name, type, mark, description, example }) =>
    [
      // A long name breaks behind a dot.
      `<td><code>${escapeHtml(name).replaceAll(".", ".<wbr>")}</code></td>`,
      `<td class="type">${escapeHtml(type)}</td>`,
      hasMarks ? `<td class="mark">${escapeHtml(mark)}</td>` : "",
      `<td>${inlineHtml(linked(description, file, "html"))}</td>`,
      `<td>${example === undefined ? "" : `<code>${escapeHtml(example)}</code>`}</td>`,
    ].join(""),
  );
  return `<div class="wide" tabindex="0"><table class="fields${hasMarks ? " marks" : ""}"><thead><tr>${head
    .map((one) => `<th>${escapeHtml(one)}</th>`)
    .join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table></div>`;
}

/** The whole page as Markdown. */
export function operationMarkdown(page: OperationPage, site: LanguageSite): string {
  const { words } = site;
  const note = untranslatedNote(page, site);
  const file = operationFile(page.id, "md");
  const { tables, examples } = partsOf(page, words);
  const method = page.kind === "webhook" ? "" : `${page.method.toUpperCase()} `;
  return `${[
    `# ${plainText(page.title)}`,
    codeSpan(method + page.path),
    whole(linked(page.description, file, "md")),
    ...(note ? [note] : []),
    ...tables.map(({ title, fields, note }) => `## ${title}\n\n${note && `${inLine(note)}\n\n`}${list(fields, file)}`),
    ...examples.map(({ title, text }) => `## ${title}\n\n${codeBlock(text, "json")}`),
    ...(page.samples.length > 0 ? [`## ${words.samples}`] : []),
    ...page.samples.map(({ label, lang, source }) => `### ${label}\n\n${codeBlock(source, lang)}`),
    ...(page.contradictions.length > 0
      ? [`## ${words.contradictions}`, page.contradictions.map((line) => `- ${inLine(line)}`).join("\n")]
      : []),
  ].join("\n\n")}\n`;
}

/** Fields as a nested list, which language models read better than a wide table. */
const list = (fields: readonly FieldRow[], file: string): string =>
  fields
    .map(({ name, depth, type, mark, description, example }) => {
      const kind = [type, mark].filter(Boolean).join(", ");
      const shown = example === undefined || example === "" ? "" : ` ${codeSpan(example)}`;
      const text = inLine(linked(description, file, "md"));
      return `${"  ".repeat(Math.max(depth, 0))}- ${codeSpan(name)} (${kind}) ${text}${shown}`.trimEnd();
    })
    .join("\n");
