// What a change of the bundle means for whoever uses the package: each change rated, the next version, a changelog section.
import type { ContractDiff } from "./change.js";
import type { Document } from "../core/openapi.js";
import { changesOf } from "./collect.js";
import { compareEntries, compareFields, type ContractDifference } from "./differences.js";
import { readContract } from "./input.js";
import { versionAfter } from "./version.js";
import { viewsOf, type CallerView } from "./view.js";
import { compareWhole } from "./whole.js";

export { IMPACTS, type Impact } from "../core/impact.js";
export type { Change, ContractDiff, SourceSpot, Use } from "./change.js";
export { changelogSection } from "./changelog.js";
export type { Bump } from "./version.js";

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
  const impacts = changes.map(({ impact }) => impact);
  return { changes, version: { current, ...versionAfter(current, impacts), stated: next.document.info.version } };
}

function compare(old: Document, next: Document): ContractDifference[] {
  const found = compareWhole(old, next);
  for (const [before, after] of pairUp(viewsOf(old), viewsOf(next))) {
    const { operationId } = before ?? after;
    const differences = compareEntries(before?.operation, after?.operation);
    if (before && after) differences.push(...compareFields(before.fields, after.fields));
    found.push(...differences.map((difference) => ({ ...difference, operationId })));
  }
  return found;
}

type Pair = [CallerView, CallerView | undefined] | [undefined, CallerView];

/** Which operation of OLD is which of NEW. The operationId comes first, because it names the method of the client. */
function pairUp(olds: readonly CallerView[], news: readonly CallerView[]): Pair[] {
  const pairs: Pair[] = [];
  const removed = new Set(olds);
  let added = news;
  for (const key of ["operationId", "call"] as const) {
    const byKey = new Map([...removed].map((one) => [one[key], one]));
    added = added.filter((one) => {
      const twin = byKey.get(one[key]);
      if (twin === undefined || !removed.delete(twin)) return true;
      pairs.push([twin, one]);
      return false;
    });
  }
  return [
    ...pairs,
    ...[...removed].map((one): Pair => [one, undefined]),
    ...added.map((one): Pair => [undefined, one]),
  ];
}
