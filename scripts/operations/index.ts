// Lists the operations and webhooks of a contract, and chooses some of them.
import path from "node:path";
import { installedPackage, RUNTIME_PACKAGE } from "../core/installed.js";
import { texts } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { suggestion } from "../core/nearest-operation.js";
import { matching } from "../core/operation-ids.js";
import { SpecFiles, type PlacedOperation } from "../core/spec-files.js";
import { isFile, openSpecFolder, shownPath } from "../core/spec-folder.js";
import type { ListedOperation } from "./list.js";

export { listLines, type ListedOperation } from "./list.js";

export interface OperationList {
  /** What they are read from: `pandapon-openapi 0.1.0`, or the spec folder as messages show it. */
  source: string;
  operations: ListedOperation[];
}

export interface ListOptions {
  /** The folder whose `pandapon-openapi` is meant (default: the working folder). */
  dir?: string;
  /** The folder of a contract to list instead. */
  spec?: string;
}

/**
 * Every operation and webhook of the installed bundle, or of a spec folder, sorted as the contract has them.
 * @throws Failure with code 2 if there is no bundle, or if the contract cannot be read
 */
export function listOperations({ dir = ".", spec }: ListOptions = {}): OperationList {
  if (spec === undefined) {
    const { bundle, version } = installedPackage(path.resolve(dir));
    return { source: `${RUNTIME_PACKAGE} ${version}`, operations: operationsIn(new SpecFiles(bundle), bundle) };
  }
  const folder = openSpecFolder(spec);
  return { source: shownPath(folder.dir), operations: operationsIn(new SpecFiles(folder.dir), folder.root) };
}

/** The folder of the contract that commands mean if none is named: `spec` if it holds a contract. */
export const ownSpec = (): string | undefined => (isFile(path.join("spec", "openapi.yaml")) ? "spec" : undefined);

const operationsIn = (files: SpecFiles, file: string): ListedOperation[] => files.operations(file).map(listed);

function listed({ webhook, key, method, operation }: PlacedOperation): ListedOperation {
  const { operationId, summary = "", tags, "x-effect": effect } = operation.node;
  return {
    kind: webhook ? "webhook" : "operation",
    operationId: typeof operationId === "string" ? operationId : key,
    method: method.toUpperCase(),
    path: key,
    ...(!webhook && typeof effect === "string" && { effect }),
    summary: typeof summary === "string" ? summary : "",
    tags: texts(tags),
  };
}

export interface Filter {
  /** An operation is chosen if one of them matches its operationId; all are chosen if there is none. */
  globs?: readonly string[];
  /** Words that all have to be in the operationId, path, summary or tags. */
  search?: string;
}

/**
 * @throws Failure with code 1 if a glob matches nothing, or if nothing is left; it names the nearest operation
 */
export function filterOperations(operations: readonly ListedOperation[], filter: Filter): ListedOperation[] {
  const { globs = [], search = "" } = filter;
  const ids = operations.map(({ operationId }) => operationId);
  const chosen = new Set(globs.length === 0 ? ids : globs.flatMap((glob) => matchedBy(glob, ids)));
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = operations
    .filter(({ operationId }) => chosen.has(operationId))
    .filter((one) => {
      const text = [one.operationId, one.path, one.summary, ...one.tags].join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    });
  if (found.length > 0) return found;
  const among = globs.length === 0 ? "" : ` among the ${chosen.size} that the globs match`;
  throw new Failure(1, `No operation has the words "${search}"${among}. ${suggestion(words.join("."), ids)}`);
}

/**
 * The operationIds that a glob matches.
 * @throws Failure with code 1 if it matches none
 */
function matchedBy(glob: string, ids: readonly string[]): string[] {
  const found = matching(glob, ids);
  if (found.length > 0) return found;
  throw new Failure(1, `"${glob}" matches no operation. ${suggestion(glob, ids)}`);
}
