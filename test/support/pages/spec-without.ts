// The contract as it was before an operation was described: no file, no `$ref`, and a navigation entry that only lists the page.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nodeAt, type Named } from "../bundle.js";
import { ROOT, temporaryFolder } from "../workspace.js";

export interface Taken extends Named {
  kind: "operation" | "callback";
}

/** A copy of spec/ without these operations and webhooks. */
export function specWithout(taken: readonly Taken[]): string {
  const spec = path.join(temporaryFolder(), "spec");
  const pages = path.join(ROOT, "spec/pages");
  cpSync(path.join(ROOT, "spec"), spec, { recursive: true, filter: (source) => source !== pages });
  for (const one of taken) takeOut(spec, one);
  forgetReads(spec, new Set(taken.map(({ id }) => id)));
  return spec;
}

/** A write cannot name a read that is not described yet. */
function forgetReads(spec: string, taken: ReadonlySet<string>): void {
  for (const name of readdirSync(path.join(spec, "paths"), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const file = path.join(spec, "paths", name);
    const text = readFileSync(file, "utf8");
    const named = /x-check-with:\n {4}operation: (\S+)\n {4}how:.*(?:\n {6}.*)*/g;
    writeFileSync(
      file,
      text.replace(named, (own, id: string) => (taken.has(id) ? "x-check-with: none" : own)),
    );
  }
}

function takeOut(spec: string, { id, path: key, kind, operation }: Taken): void {
  const file = kind === "callback" ? `webhooks/${key}.yaml` : `paths${key}.yaml`;
  rmSync(path.join(spec, file));
  const root = path.join(spec, "openapi.yaml");
  const text = readFileSync(root, "utf8");
  const entry = `  ${key}:\n    $ref: ${file}\n`;
  if (!text.includes(entry)) throw new Error(`openapi.yaml has no entry for ${key}`);
  writeFileSync(root, text.replace(entry, ""));
  const navigation = path.join(spec, "navigation.yaml");
  const entries = readFileSync(navigation, "utf8").split(/^(?= {2}- )/m);
  const described = kind === "callback" ? `    webhook: ${key}\n` : `    path: ${key}\n`;
  const at = entries.findIndex((entry) => entry.includes(described));
  if (at < 0) throw new Error(`navigation.yaml has no entry for ${id}`);
  // The entry as it was before its page was described.
  const page = String(nodeAt(operation, "x-evidence")["page"]);
  const listed = `    page: ${page}\n    reason: No page shows its path.\n`;
  entries[at] = (entries[at] ?? "").replace(described, listed);
  writeFileSync(navigation, entries.join(""));
}
