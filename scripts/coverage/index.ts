// Tells how much of PandaPon's API the contract describes.
import path from "node:path";
import { isAbout, isDescribed, NAVIGATION_FILE, openNavigation } from "../core/navigation.js";
import { objectOf } from "../core/node.js";
import { METHODS, type Evidence } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { SpecFiles } from "../core/spec-files.js";
import { openSpecFolder, shownPath } from "../core/spec-folder.js";
import type { CoverageEntry } from "./entry.js";

export type { CoverageEntry } from "./entry.js";
export { coverageTable, markdownTable, terminalTable, type CoverageRow } from "./table.js";
export { writeBetweenMarkers } from "./markers.js";

/**
 * Every entry of PandaPon's navigation, in its order.
 * @throws Failure with code 2 if navigation.yaml or an operation cannot be read
 */
export function coverage(spec: string): CoverageEntry[] {
  const { dir, root } = openSpecFolder(spec);
  const entries = openNavigation(dir);
  const described = describedIn(root);
  return entries.map((entry) => {
    if (!isDescribed(entry)) return { ...entry, request: "unknown", response: "unknown" };
    const found = described.find((one) => isAbout(entry, one));
    if (found === undefined) {
      const file = shownPath(path.join(dir, NAVIGATION_FILE));
      const key = entry.webhook ?? entry.path ?? "";
      throw new Failure(2, `${file}:${entry.line} The contract does not describe ${key}. Run \`pandapon lint\`.`);
    }
    const { operationId, evidence } = found;
    return { ...entry, operationId, request: evidence.request, response: evidence.response };
  });
}

interface DescribedEntry {
  webhook: boolean;
  key: string;
  method: string;
  operationId: string;
  evidence: Evidence;
}

function describedIn(rootFile: string): DescribedEntry[] {
  const files = new SpecFiles();
  const root = files.root(rootFile);
  const found: DescribedEntry[] = [];
  for (const section of ["paths", "webhooks"] as const) {
    for (const key of Object.keys(objectOf(root.node[section]))) {
      const item = files.child(root, section, key);
      for (const method of METHODS) {
        const operation = item && files.child(item, method);
        if (operation === undefined) continue;
        const { operationId } = operation.node;
        // Lint checks the form of x-evidence.
        const evidence = objectOf(operation.node["x-evidence"]) as unknown as Evidence;
        found.push({ webhook: section === "webhooks", key, method, operationId: String(operationId), evidence });
      }
    }
  }
  return found;
}
