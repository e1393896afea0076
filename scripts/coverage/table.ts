// The coverage table: how many entries of each group are described completely, partly or only listed.
import { isDescribed, type NavigationEntry } from "../core/navigation.js";
import type { Completeness, Operation } from "../core/openapi.js";
import { aligned, markdownLines } from "./columns.js";

/** An entry of PandaPon's navigation, with how completely the contract describes it. */
export interface CoverageEntry extends NavigationEntry {
  operationId?: string;
  summary?: string;
  effect?: Operation["x-effect"];
  request: Completeness;
  response: Completeness;
  /** Whether its request or answer also has facts that are not PandaPon's word. */
  upstream: boolean;
}

export interface CoverageRow {
  group: string;
  complete: number;
  partial: number;
  listed: number;
  total: number;
  /** How many of the complete and partial ones also have facts that are not PandaPon's word. */
  upstream: number;
}

const isComplete = (entry: CoverageEntry): boolean => entry.request === "complete" && entry.response === "complete";

/** One row per group, in the order of PandaPon's navigation, and the sum. */
export function coverageTable(entries: readonly CoverageEntry[]): { rows: CoverageRow[]; sum: CoverageRow } {
  const rows = new Map<string, CoverageRow>();
  const none = { complete: 0, partial: 0, listed: 0, total: 0, upstream: 0 };
  const sum: CoverageRow = { group: "All", ...none };
  for (const entry of entries) {
    const { group, upstream } = entry;
    const row = rows.get(group) ?? { group, ...none };
    rows.set(group, row);
    const column = !isDescribed(entry) ? "listed" : isComplete(entry) ? "complete" : "partial";
    for (const one of [row, sum]) {
      one[column] += 1;
      one.total += 1;
      if (upstream) one.upstream += 1;
    }
  }
  return { rows: [...rows.values()], sum };
}

const HEAD = ["Group", "Complete", "Partial", "Listed only", "All", "With upstream facts"];
const cells = ({ group, complete, partial, listed, total, upstream }: CoverageRow): string[] => [
  group,
  ...[complete, partial, listed, total, upstream].map(String),
];
const isNumber = (column: number): boolean => column > 0;

/** The table in Markdown. */
export function markdownTable(entries: readonly CoverageEntry[]): string {
  const { rows, sum } = coverageTable(entries);
  const bold = cells(sum).map((cell) => `**${cell}**`);
  return markdownLines([HEAD, ...rows.map(cells), bold], isNumber).join("\n");
}

/** The lines of the table for a terminal. */
export function terminalTable(entries: readonly CoverageEntry[]): string[] {
  const { rows, sum } = coverageTable(entries);
  const lines = aligned([HEAD, ...rows.map(cells), cells(sum)], isNumber);
  return lines.map((line) => line.join("  "));
}
