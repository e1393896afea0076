// What a change of the bundle means for whoever uses the package: each change rated, the next version, a changelog section.
import type { ContractDiff } from "./change.js";
import type { Document } from "../core/openapi.js";
import { changesOf } from "./collect.js";
import { compareEntries, compareFields, type ContractDifference } from "./differences.js";
import { readContract } from "./input.js";
import { pairUp } from "./operations.js";
import { bumpFor, nextVersion } from "./version.js";
import { viewer } from "./view.js";
import { compareWhole } from "./whole.js";

export { IMPACTS, type Impact } from "../core/impact.js";
export type { Change, ContractDiff, SourceSpot, Use } from "./change.js";
export { changelogSection } from "./changelog.js";
export type { Bump } from "./change.js";

export interface ContractDiffOptions {
  /** A bundle in YAML or JSON, or the folder that holds `openapi.yaml`. */
  old: string;
  new: string;
  /** The version that OLD was published as. Default: its `info.version`. */
  currentVersion?: string;
  /** Told what is being done. */
  onStep?: (step: string) => void;
}

/**
 * Compares two contracts as users of the package see them: through the types, and through what the client does.
 * @throws Failure with code 2 if an input cannot be read, or if the current version is not a version number
 */
export async function contractDiff(options: ContractDiffOptions): Promise<ContractDiff> {
  const { onStep } = options;
  onStep?.("reading");
  const old = await readContract(options.old);
  const next = await readContract(options.new);
  onStep?.("comparing");
  // A contract that is invalid is the reason for any result of comparing it.
  await old.verify();
  await next.verify();
  const current = options.currentVersion ?? old.document.info.version;
  const changes = changesOf(compare(old.document, next.document), old, next);
  const bump = bumpFor(
    changes.map(({ impact }) => impact),
    current,
  );
  return { changes, version: { current, bump, next: nextVersion(current, bump), stated: next.document.info.version } };
}

function compare(old: Document, next: Document): ContractDifference[] {
  const [viewOld, viewNew] = [viewer(old), viewer(next)];
  const found = compareWhole(old, next);
  for (const pair of pairUp(old, next)) {
    const [before, after] = [pair.old && viewOld(pair.old), pair.new && viewNew(pair.new)];
    const operationId = (pair.old ?? pair.new)?.operationId;
    const differences = [
      ...compareEntries(before?.operation, after?.operation),
      ...(before && after ? compareFields(before.fields, after.fields) : []),
    ];
    found.push(...differences.map((difference) => ({ ...difference, ...(operationId && { operationId }) })));
  }
  return found;
}
