// What a change of the bundle means for whoever uses the package: each change rated, the next version, a changelog section.
import type { Change, ContractDiff } from "./change.js";
import { Failure } from "../core/problem.js";
import { changesOf } from "./collect.js";
import { compareEntries, compareFields } from "./differences.js";
import { readContract, type ComparedContract } from "./input.js";
import { pairUp } from "./operations.js";
import { bumpFor, nextVersion } from "./version.js";
import { viewer } from "./view.js";
import { compareWhole, operationsApart, rewritten } from "./whole.js";

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
 * @throws Failure with code 2 where an input cannot be read or the current version is none
 */
export async function contractDiff(options: ContractDiffOptions): Promise<ContractDiff> {
  const { onStep } = options;
  onStep?.("reading");
  const old = await readContract(options.old);
  const next = await readContract(options.new);
  const current = options.currentVersion ?? (await statedIn(old));
  // Before the work: a version that is none is a slip of the command line.
  bumpFor([], current);
  onStep?.("comparing");
  // A contract that does not hold together is the reason for whatever comparing makes of it.
  await old.verify();
  await next.verify();
  const changes = compare(old, next);
  const bump = bumpFor(
    changes.map(({ impact }) => impact),
    current,
  );
  return { changes, version: { current, bump, next: nextVersion(current, bump), stated: next.document.info.version } };
}

/** The version that a contract states. One that states none does not hold together: verifying it names the line. */
async function statedIn({ document, verify }: ComparedContract): Promise<string> {
  // What was read need not be what its type says until it is verified.
  const { info }: { info?: { version?: unknown } } = document;
  if (typeof info?.version === "string") return info.version;
  await verify();
  throw new Failure(2, "The old contract states no info.version. Give the current one with --current-version.");
}

function compare(old: ComparedContract, next: ComparedContract): Change[] {
  const paired = pairUp(old.document, next.document);
  const [viewOld, viewNew] = [viewer(old.document), viewer(next.document)];
  const found = [...compareWhole(old.document, next.document), ...operationsApart(paired)];
  for (const pair of paired.pairs) {
    const { operationId } = pair.old.operation;
    const [before, after] = [viewOld(pair.old), viewNew(pair.new)];
    const differences = [
      ...compareEntries(before.operation, after.operation),
      ...compareFields(before.fields, after.fields),
    ];
    found.push(...differences.map((difference) => ({ ...difference, operationId })));
  }
  found.push(...rewritten(old.document, next.document, paired, found));
  return changesOf(found, old, next);
}
