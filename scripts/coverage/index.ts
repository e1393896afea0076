// Tells how much of PandaPon's API the contract describes.
import path from "node:path";
import { commandFor } from "../core/command-text.js";
import { isAbout, isDescribed, NAVIGATION_FILE, openNavigation } from "../core/navigation.js";
import { isObject, type Node } from "../core/node.js";
import type { HttpMethod, Operation } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { SpecFiles } from "../core/spec-files.js";
import { openSpecFolder, shownPath, type SpecFolder } from "../core/spec-folder.js";
import type { CoverageEntry } from "./table.js";
import { hasUpstreamFacts } from "./upstream.js";

export { operationsPage } from "./operations.js";
export { coverageTable, markdownTable, terminalTable, type CoverageEntry, type CoverageRow } from "./table.js";
export { writeBetweenMarkers, writeIfChanged } from "./write.js";

/**
 * Every entry of PandaPon's navigation, in its order.
 * @throws Failure with code 2 if navigation.yaml or an operation cannot be read
 */
export function coverage(spec: string): CoverageEntry[] {
  const { dir, root } = openSpecFolder(spec);
  const entries = openNavigation(dir);
  const described = describedIn({ dir, root });
  return entries.map((entry) => {
    if (!isDescribed(entry)) return { ...entry, request: "unknown", response: "unknown", upstream: false };
    const found = described.find((one) => isAbout(entry, one));
    const fail = (what: string): Failure => {
      const file = shownPath(path.join(dir, NAVIGATION_FILE));
      return new Failure(2, `${file}:${entry.line} ${what}. Run \`${commandFor(dir, "lint")}\`.`);
    };
    const key = entry.webhook ?? entry.path ?? "";
    if (found === undefined) throw fail(`The contract does not describe ${key}`);
    if (!isObject(found.operation["x-evidence"])) throw fail(`The operation of ${key} has no x-evidence`);
    // Lint checks the rest of its form.
    const operation = found.operation as unknown as Operation;
    const { operationId, summary, "x-effect": effect, "x-evidence": evidence } = operation;
    const { page, request, response } = evidence;
    const { upstream } = found;
    return { ...entry, operationId, ...(summary && { summary }), effect, page, request, response, upstream };
  });
}

interface Described {
  webhook: boolean;
  key: string;
  method: HttpMethod;
  operation: Node;
  upstream: boolean;
}

/** The operations of the contract, as navigation.yaml names them. */
function describedIn({ dir, root }: SpecFolder): Described[] {
  const files = new SpecFiles(dir);
  return files.operations(root).map(({ item, operation, ...named }) => ({
    ...named,
    operation: operation.node,
    upstream: hasUpstreamFacts(files, item, operation),
  }));
}
