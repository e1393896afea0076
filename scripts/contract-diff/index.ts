// What a change of the bundle means for users of the package: each change rated, the next version, a changelog section.
import type { ContractDiff } from "./changes.js";
import type { Document } from "../core/openapi.js";
import { changesOf } from "./changes.js";
import { compareEntries, compareFields, type ContractDifference } from "./differences.js";
import { readContract } from "./input.js";
import { versionAfter } from "./version.js";
import { thingsOf, type Thing } from "./things.js";

export type { Impact } from "../core/impact.js";
export { useText, type Change, type ContractDiff } from "./changes.js";
export { changelogSection } from "./changelog.js";
export { recordChanges } from "./record.js";

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
  options.onStep?.("reading");
  const old = await readContract(options.old);
  const next = await readContract(options.new);
  options.onStep?.("comparing");
  const current = options.currentVersion ?? old.document.info.version;
  const changes = changesOf(compare(old.document, next.document), old, next);
  const impacts = changes.map(({ impact }) => impact);
  return { changes, version: { current, ...versionAfter(current, impacts), stated: next.document.info.version } };
}

function compare(old: Document, next: Document): ContractDifference[] {
  return pairUp(thingsOf(old), thingsOf(next)).flatMap(([before, after]) => {
    const operationId = before?.operationId ?? after?.operationId;
    const inside = before && after ? compareFields(before.fields, after.fields) : [];
    return [...compareEntries(before, after), ...inside].map((difference) => ({ ...difference, operationId }));
  });
}

/** Which thing of OLD is which of NEW. */
function pairUp(olds: readonly Thing[], news: readonly Thing[]): [Thing | undefined, Thing | undefined][] {
  const removed = new Set(olds);
  const pairs = news.map((one): [Thing | undefined, Thing] => [undefined, one]);
  // An operation is paired by its operationId, because that names the method of the client, or else by its path.
  for (const index of [0, 1] as const) {
    const byKey = new Map([...removed].map((one) => [one.keys[index], one]));
    for (const pair of pairs) {
      const twin = byKey.get(pair[1].keys[index]);
      if (pair[0] === undefined && twin !== undefined && removed.delete(twin)) pair[0] = twin;
    }
  }
  return [...pairs, ...[...removed].map((one): [Thing, undefined] => [one, undefined])];
}
