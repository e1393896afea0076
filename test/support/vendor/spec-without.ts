// The contract as it was before an operation was described: no file, no $ref, and a row that only lists the page.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Named } from "../bundle.js";
import { ROOT, temporaryFolder } from "../workspace.js";

export interface Taken extends Named {
  kind: "operation" | "callback";
}

/** A copy of spec/ without these. */
export function specWithout(taken: readonly Taken[]): string {
  const spec = path.join(temporaryFolder(), "spec");
  const vendor = path.join(ROOT, "spec/vendor");
  cpSync(path.join(ROOT, "spec"), spec, { recursive: true, filter: (source) => source !== vendor });
  for (const one of taken) takeOut(spec, one);
  return spec;
}

function takeOut(spec: string, { id, path: key, kind }: Taken): void {
  const file = kind === "callback" ? `webhooks/${key}.yaml` : `paths${key}.yaml`;
  rmSync(path.join(spec, file));
  const root = path.join(spec, "openapi.yaml");
  const text = readFileSync(root, "utf8");
  const entry = `  ${key}:\n    $ref: ${file}\n`;
  if (!text.includes(entry)) throw new Error(`openapi.yaml has no entry for ${key}`);
  writeFileSync(root, text.replace(entry, ""));
  const coverage = path.join(spec, "coverage.yaml");
  const rows = readFileSync(coverage, "utf8").split(/^(?= {2}- )/m);
  const at = rows.findIndex((row) => row.includes(`    operationId: ${id}\n`));
  if (at < 0) throw new Error(`coverage.yaml has no row for ${id}`);
  rows[at] = listed(rows[at] ?? "");
  writeFileSync(coverage, rows.join(""));
}

/** A row as it stands before its page is described. */
function listed(row: string): string {
  const lines = row.replace(/^ {4}(?:operationId|webhook|reason): .*\n(?: {6}.*\n)*/gm, "");
  const edits: [RegExp, string][] = [
    [/^ {4}path: .*$/m, "    path: null"],
    [/^ {4}state: .*$/m, "    state: listed"],
    [/^ {4}request: .*$/m, "    request: unknown"],
    [/^ {4}response: .*$/m, "    response: unknown"],
    [/^ {4}status: .*$/m, "    status: unknown"],
  ];
  return `${edits.reduce((text, [from, to]) => text.replace(from, to), lines)}    reason: No page shows its path.\n`;
}
