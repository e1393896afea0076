// Reads spec/coverage.yaml: every entry of the vendor's navigation, and how far the contract describes it.
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import type { Completeness } from "../contract/openapi.js";
import { readText } from "../contract/spec-folder.js";

export interface CoverageEntry {
  platform: string;
  group: string;
  title: string;
  titleZh: string | null;
  kind: "operation" | "callback";
  method: string | null;
  path: string | null;
  webhook?: string;
  operationId?: string;
  state: "described" | "listed";
  request: Completeness;
  response: Completeness;
  status: string;
  page: string | null;
  pageFrom?: "navigation-order";
  modified: string | null;
  extra?: true;
  reason?: string;
  /** The line of the file where the entry begins. */
  line: number;
}

export interface CoverageFile {
  entries: CoverageEntry[];
  problem?: { line: number; column: number; message: string; mend: string };
}

const NEEDED: (keyof Omit<CoverageEntry, "line">)[] = [
  "platform",
  "group",
  "title",
  "kind",
  "state",
  "request",
  "response",
  "status",
];
const STATES = ["described", "listed"];

/** @throws Failure with code 2 where the file cannot be read */
export function readCoverage(file: string): CoverageFile {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines });
  const broken = (at: number, message: string, mend: string): CoverageFile => {
    const { line, col } = lines.linePos(at);
    return { entries: [], problem: { line, column: col, message, mend } };
  };
  const [error] = document.errors;
  if (error !== undefined) {
    const [first = ""] = error.message.split("\n");
    return broken(error.pos[0], first, "Correct the YAML.");
  }
  const list = document.get("entries", true);
  if (!isSeq(list))
    return broken(
      0,
      "coverage.yaml has no list `entries`.",
      "Write `entries:` and a row for each entry of the navigation.",
    );
  const entries: CoverageEntry[] = [];
  for (const node of list.items) {
    const at = isMap(node) ? (node.range?.[0] ?? 0) : 0;
    // What is read as text is checked to be text right here; the rest is shown as it is.
    const row = (isMap(node) ? node.toJSON() : {}) as Omit<CoverageEntry, "line">;
    const missing = NEEDED.filter((key) => typeof row[key] !== "string");
    if (missing.length > 0) {
      return broken(at, `This entry has no text for ${missing.join(", ")}.`, "Fill every field of the row.");
    }
    if (!STATES.includes(row.state))
      return broken(at, `This entry has the state "${row.state}".`, "Write described or listed.");
    entries.push({ ...row, line: lines.linePos(at).line });
  }
  return { entries };
}
