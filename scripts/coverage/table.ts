// The coverage table: how many entries of each group are described completely, partly or only listed.
import { isDescribed } from "../core/navigation.js";
import type { CoverageEntry } from "./entry.js";

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
const cells = (row: CoverageRow): string[] => [
  row.group,
  String(row.complete),
  String(row.partial),
  String(row.listed),
  String(row.total),
];

/** The table in Markdown, its columns aligned as prettier aligns them. */
export function markdownTable(entries: readonly CoverageEntry[]): string {
  const { rows, sum } = coverageTable(entries);
  const bold = cells(sum).map((cell) => `**${cell}**`);
  const [head = "", ...body] = aligned([HEAD, ...rows.map(cells), bold], " | ");
  const rule = widthsOf([HEAD, ...rows.map(cells), bold]).map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return [head, rule.join(" | "), ...body].map((line) => `| ${line} |`).join("\n");
}

export function terminalTable(entries: readonly CoverageEntry[]): string {
  const { rows, sum } = coverageTable(entries);
  return aligned([HEAD, ...rows.map(cells), cells(sum)], "  ").join("\n");
}

const widthsOf = (lines: readonly string[][]): number[] =>
  HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));

/** Lines of one width: the first column to the left, numbers to the right. */
function aligned(lines: readonly string[][], separator: string): string[] {
  const widths = widthsOf(lines);
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(cell).join(separator));
}
