// What a change of the bundle means for whoever uses the package: each change rated, the next version, a changelog section.
import type { Document } from "../core/openapi.js";
import type { Change, ContractDiff, Use } from "./change.js";
import { Failure } from "../core/problem.js";
import { changesOf, findingsOf, type PlacedChange } from "./collect.js";
import { readContract, type ComparedContract } from "./input.js";
import { pairUp, pointerOf, type Listed } from "./pairs.js";
import { below } from "../core/pointer.js";
import { redoclyDiff } from "./redocly-diff.js";
import { unseen } from "./unseen.js";
import { bumpFor, nextVersion } from "./version.js";
import { viewOf, type ViewEntry } from "./view.js";

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
  // Redocly compares in a process of its own, while this one holds both to what a contract is.
  const [held, compared] = await Promise.allSettled([verified(old, next), compare(old, next)]);
  // Where a contract does not hold together, that is the reason, whatever comparing made of it.
  if (held.status === "rejected") throw held.reason;
  if (compared.status === "rejected") throw compared.reason;
  const changes = compared.value;
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

async function verified(old: ComparedContract, next: ComparedContract): Promise<void> {
  await old.verify();
  await next.verify();
}

async function compare(old: ComparedContract, next: ComparedContract): Promise<Change[]> {
  const found = pairUp(old.document, next.document);
  const { pairs, removed, added } = found;
  const entries = (side: "old" | "new"): ViewEntry[] =>
    pairs.map((pair) => ({ name: `/${pair.old.operation.operationId}`, listed: pair[side] }));
  const [before, after] = [viewOf(old.document, entries("old")), viewOf(next.document, entries("new"))];
  const seen = findingsOf(await redoclyDiff(before.document, after.document), before, after);
  const findings = [
    ...seen,
    ...removed.map((one) => whole(operationUse(one), callText(one), { old: pointerOf(one) })),
    ...added.map((one) => whole(operationUse(one), callText(one), { new: pointerOf(one) })),
    ...shapesOnlyIn(old.document, next.document).map((at) => whole(shapeUse(at), "named type", { old: at })),
    ...shapesOnlyIn(next.document, old.document).map((at) => whole(shapeUse(at), "named type", { new: at })),
    ...unseen(old.document, next.document, pairs, seen),
  ];
  return changesOf(findings, old, next);
}

/** An operation or a named shape that is in one contract only. */
function whole(use: Use, text: string, at: { old: string } | { new: string }): PlacedChange {
  const gone = "old" in at;
  return {
    ...{ kind: gone ? "removed" : "added", impact: gone ? "breaking" : "additive" },
    ...{ message: `${gone ? "is gone" : "is new"} (${text})`, use },
    ...at,
  };
}

const operationUse = ({ operation: { operationId } }: Listed): Use => ({ operationId, place: "" });
const shapeUse = (pointer: string): Use => ({ place: pointer.slice("#/".length) });
const callText = ({ section, method, key }: Listed): string =>
  section === "paths" ? `${method.toUpperCase()} ${key}` : `webhook ${key}`;

/** The shapes whose names one contract alone has: the package exports their types. */
const shapesOnlyIn = (one: Document, other: Document): string[] =>
  Object.keys(one.components?.["schemas"] ?? {})
    .filter((name) => !(name in (other.components?.["schemas"] ?? {})))
    .map((name) => below("#", "components", "schemas", name));
