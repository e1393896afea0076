// The coverage table: how many entries of each group are described completely, partly or only listed.
import { isDescribed, type NavigationEntry } from "../core/navigation.js";
import type { Completeness } from "../core/openapi.js";

/** An entry of PandaPon's navigation, with how completely the contract describes it. */
export interface CoverageEntry extends NavigationEntry {
  operationId?: string;
  request: Completeness;
  response: Completeness;
}

export interface CoverageRow {
  group: string;
  complete: number;
  partial: number;
  listed: number;
  total: number;
}

const isComplete = (entry: CoverageEntry): boolean => entry.request === "complete" && entry.response === "complete";

/** One row per group, in the order of PandaPon's navigation, and the sum. */
export function coverageTable(entries: readonly CoverageEntry[]): { rows: CoverageRow[]; sum: CoverageRow } {
  const rows = new Map<string, CoverageRow>();
  const sum: CoverageRow = { group: "All", complete: 0, partial: 0, listed: 0, total: 0 };
  for (const entry of entries) {
    const { group } = entry;
    const row = rows.get(group) ?? { group, complete: 0, partial: 0, listed: 0, total: 0 };
    rows.set(group, row);
    const column = !isDescribed(entry) ? "listed" : isComplete(entry) ? "complete" : "partial";
    for (const one of [row, sum]) {
      one[column] += 1;
      one.total += 1;
    }
  }
  return { rows: [...rows.values()], sum };
}

const HEAD = ["Group", "Complete", "Partial", "Listed only", "All"];
const cells = ({ group, complete, partial, listed, total }: CoverageRow): string[] => [
  group,
  ...[complete, partial, listed, total].map(String),
];

/** The table in Markdown, its columns aligned as prettier aligns them. */
export function markdownTable(entries: readonly CoverageEntry[]): string {
  const { rows, sum } = coverageTable(entries);
  const bold = cells(sum).map((cell) => `**${cell}**`);
  const [head = [], ...body] = aligned([HEAD, ...rows.map(cells), bold]);
  const rule = head.map(({ length }, column) => (column === 0 ? "-".repeat(length) : `${"-".repeat(length - 1)}:`));
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** The lines of the table for a terminal. */
export function terminalTable(entries: readonly CoverageEntry[]): string[] {
  const { rows, sum } = coverageTable(entries);
  const lines = aligned([HEAD, ...rows.map(cells), cells(sum)]);
  return lines.map((line) => line.join("  "));
}

/** Cells of one width per column: the first column to the left, numbers to the right. */
function aligned(lines: readonly string[][]): string[][] {
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))),
  );
}
