// Turns the row of a page in coverage.yaml into a described one, or adds it, and leaves every other byte as it is.
import { isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { Completeness, Evidence } from "../../contract/openapi.js";
import type { CoverageEntry } from "../../coverage/coverage-file.js";
import type { ReadPage } from "../page/page.js";
import type { Placement } from "./placement.js";
import { plainYaml } from "./yaml-text.js";

/** The row of a drafted operation, its fields in the order of the other rows. */
export function describedRow(page: ReadPage, placement: Placement, operationId: string, evidence: Evidence): object {
  const { row } = placement;
  const callback = page.kind === "callback";
  const reason = reasonOf(evidence);
  return {
    platform: placement.platform,
    group: placement.group,
    title: row?.title ?? (page.title === "" ? operationId : page.title),
    titleZh: row === undefined ? (page.language === "zh" && page.title !== "" ? page.title : null) : row.titleZh,
    kind: page.kind,
    method: page.method,
    ...(callback ? { webhook: page.path } : { path: page.path }),
    operationId,
    state: "described",
    request: evidence.request,
    response: evidence.response,
    status: evidence.status,
    page: evidence.page,
    modified: evidence.modified === "unknown" ? null : evidence.modified,
    ...(row?.extra === true && { extra: true }),
    ...(reason !== "" && { reason }),
  };
}

const HOW_MUCH: Record<Completeness, (what: string) => string> = {
  complete: () => "",
  partial: (what) => `Of the ${what} only a part is visible.`,
  unknown: (what) => `Nothing of the ${what} is visible.`,
};

const reasonOf = ({ request, response }: Evidence): string =>
  [HOW_MUCH[request]("request"), HOW_MUCH[response]("answer")].filter((text) => text !== "").join(" ");

/**
 * The text of coverage.yaml with the row in it.
 * @param replaced the row that it takes the place of; without one it stands behind the last row of its group
 */
export function withRow(text: string, row: object, replaced: CoverageEntry | undefined): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const list = parseDocument(text).get("entries", true);
  const items = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  const lineOf = (at: number): number => text.slice(0, at).split("\n").length;
  const old = items.find((item) => replaced !== undefined && lineOf(item.range?.[0] ?? 0) === replaced.line);
  const { platform, group } = row as { platform: string; group: string };
  const like = items.filter((item) => item.get("platform") === platform && item.get("group") === group).at(-1);
  const beside = old ?? like ?? items.at(-1);
  const start = beside?.range?.[0] ?? 0;
  const indent = " ".repeat(start - text.lastIndexOf("\n", start - 1) - 1);
  const lines = plainYaml(row)
    .trimEnd()
    .split("\n")
    .join(eol + indent);
  if (beside === undefined) return `${text.replace(/\s*$/, eol)}${blockOf(lines, eol)}`;
  const end = endOf(text, beside);
  if (old !== undefined) return text.slice(0, start) + lines + text.slice(end);
  return `${text.slice(0, end)}${eol}${indent.slice(0, -2)}- ${lines}${text.slice(end)}`;
}

/** The first row of an empty file. */
const blockOf = (lines: string, eol: string): string => `  - ${lines.split(eol).join(`${eol}    `)}${eol}`;

/** Where the last value of a row ends, without the line break behind it. */
function endOf(text: string, row: YAMLMap): number {
  let end = row.range?.[1] ?? text.length;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return end;
}
