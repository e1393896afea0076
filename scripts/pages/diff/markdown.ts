// The drift report as Markdown, fit for the body of a pull request.
import { count } from "../../core/text.js";
import { IMPACTS, type Impact } from "../../core/impact.js";
import type { DiffResult, Finding } from "./index.js";

const TITLES: Record<Impact, string> = {
  breaking: "Breaking",
  additive: "Additive",
  documentation: "Documentation only",
};

/** A body for a pull request: the breaking differences first, one row each with the page, the place in spec/ and the fix. */
export function markdownReport({ pages, findings, problems }: DiffResult): string {
  const parts = [`# Drift of PandaPon's pages\n\n${summary(pages, findings, problems.length)}`];
  for (const impact of IMPACTS) {
    const some = findings.filter((finding) => finding.impact === impact);
    if (some.length > 0) parts.push(`## ${TITLES[impact]}\n\n${table(some)}`);
  }
  if (problems.length > 0) {
    const list = problems.map(({ file, line, message, fix }) => `- \`${file}:${line}\`: ${cell(message)} ${cell(fix)}`);
    parts.push(`## Not readable\n\n${list.join("\n")}`);
  }
  return `${parts.join("\n\n")}\n`;
}

function summary(pages: number, findings: readonly Finding[], problems: number): string {
  if (findings.length === 0 && problems === 0) return `${count(pages, "page")} compared: in step.`;
  const counts = IMPACTS.map(
    (impact) => `${findings.filter((finding) => finding.impact === impact).length} ${TITLES[impact].toLowerCase()}`,
  );
  return `${count(pages, "page")} compared: ${counts.join(", ")}${problems > 0 ? `, ${problems} not readable` : ""}.`;
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ page, url, operationId, message, spec, fix, kind }) => {
    const link = url === undefined ? page : `[${page}](${url})`;
    const where = spec === undefined ? "" : `\`${spec.file}:${spec.line}\``;
    return `| ${[operationId ?? "", kind, cell(message), link, where, cell(fix)].join(" | ")} |`;
  });
  return [
    "| operation | what | difference | page | in spec/ | fix |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** What a page says must not end a cell, and must not be taken for HTML, a link, a picture or the name of somebody to call. */
const cell = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll("](", "]&#40;")
    .replaceAll("@", "@\u200B");
