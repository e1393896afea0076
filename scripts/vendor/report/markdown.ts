// The drift report as Markdown, fit for the body of a pull request.
import { count } from "../../cli/reporter.js";
import { MEANINGS, type DiffResult, type Finding, type Meaning } from "../diff/index.js";

const TITLES: Record<Meaning, string> = {
  breaking: "Breaking",
  additive: "Additive",
  documentation: "Documentation only",
};

/** A body for a pull request: the breaking differences first, one row each with the page, the place in spec/ and the mend. */
export function markdownReport({ pages, findings, problems }: DiffResult): string {
  const parts = [`# Drift of the vendor's pages\n\n${summary(pages, findings, problems.length)}`];
  for (const meaning of MEANINGS) {
    const some = findings.filter((finding) => finding.meaning === meaning);
    if (some.length > 0) parts.push(`## ${TITLES[meaning]}\n\n${table(some)}`);
  }
  if (problems.length > 0) {
    const list = problems.map(
      ({ file, line, message, mend }) => `- \`${file}:${line}\`: ${cell(message)} ${cell(mend)}`,
    );
    parts.push(`## Not readable\n\n${list.join("\n")}`);
  }
  return `${parts.join("\n\n")}\n`;
}

function summary(pages: number, findings: readonly Finding[], problems: number): string {
  if (findings.length === 0 && problems === 0) return `${count(pages, "page")} compared: in step.`;
  const counts = MEANINGS.map(
    (meaning) => `${findings.filter((finding) => finding.meaning === meaning).length} ${TITLES[meaning].toLowerCase()}`,
  );
  return `${count(pages, "page")} compared: ${counts.join(", ")}${problems > 0 ? `, ${problems} not readable` : ""}.`;
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(({ page, url, operationId, message, spec, mend, kind }) => {
    const link = url === undefined ? page : `[${page}](${url})`;
    const where = spec === undefined ? "" : `\`${spec.file}:${spec.line}\``;
    return `| ${[operationId ?? "", kind, cell(message), link, where, cell(mend)].join(" | ")} |`;
  });
  return [
    "| operation | what | difference | page | in spec/ | mend |",
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
