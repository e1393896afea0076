// Compares two contracts for users of the package: rates each change, and gives the next version and a changelog section.
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
  /** Called with the name of each step. */
  onStep?: (step: string) => void;
}

/**
 * Compares two contracts as users of the package see them: by their types and by what the client does.
 * @throws Failure with code 2 if an input cannot be read or the current version is not a semantic version
 */
export async function contractDiff(options: ContractDiffOptions): Promise<ContractDiff> {
  const { onStep } = options;
  onStep?.("reading");
  const old = await readContract(options.old);
  const next = await readContract(options.new);
  const current = options.currentVersion ?? (await statedIn(old));
  // Refuse a mistyped version before the work starts.
  bumpFor([], current);
  onStep?.("comparing");
  // Redocly compares in its own process while this one verifies both contracts.
  const [held, compared] = await Promise.allSettled([verified(old, next), compare(old, next)]);
  // An invalid contract is the cause of any failure to compare it.
  if (held.status === "rejected") throw held.reason;
  if (compared.status === "rejected") throw compared.reason;
  const changes = compared.value;
  const bump = bumpFor(
    changes.map(({ impact }) => impact),
    current,
  );
  return { changes, version: { current, bump, next: nextVersion(current, bump), stated: next.document.info.version } };
}

/** The version that a contract states. A contract without one is invalid: `verify` names the line. */
async function statedIn({ document, verify }: ComparedContract): Promise<string> {
  // The document matches its type only after it is verified.
  const { info }: { info?: { version?: unknown } } = document;
  if (typeof info?.version === "string") return info.version;
  await verify();
  throw new Failure(2, "The old contract has no info.version. Pass the current version with --current-version.");
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

/** An operation or a named shape that only one contract has. */
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

/** The named shapes that only one contract has. Their types are part of what the package exports. */
const shapesOnlyIn = (one: Document, other: Document): string[] =>
  Object.keys(one.components?.["schemas"] ?? {})
    .filter((name) => !(name in (other.components?.["schemas"] ?? {})))
    .map((name) => below("#", "components", "schemas", name));
