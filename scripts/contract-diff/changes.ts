// What contract-diff reports: changes of the contract, one per cause, and what they mean for users of the package.
import { IMPACTS, type Impact } from "../core/impact.js";
import { compareText } from "../core/text.js";
import type { ContractDifference } from "./differences.js";
import type { ComparedContract, SourceSpot } from "./input.js";
import { rate } from "./rate.js";
import type { Bump } from "./version.js";

/** A place that a change affects. */
export interface Use {
  /** Absent if the change belongs to no single operation: servers, tags, the name of a shape. */
  operationId?: string | undefined;
  /** `body/orderId`, `response/data/refundId`, `query/x`; empty for the operation as a whole. The pushed message of a webhook is `body`. */
  place: string;
}

export interface Change {
  impact: Impact;
  /** A short name for what changed: `required`, `type`, `unit`, `effect`, `removed`, … */
  kind: string;
  /** What changed, worded to follow a place. */
  message: string;
  /** At least one, sorted. A change of a shape that several operations share is one change. */
  uses: Use[];
  /** In OLD; absent if it is new. */
  old?: SourceSpot;
  /** In NEW; absent if it was removed. */
  new?: SourceSpot;
}

export interface ContractDiff {
  /** The most severe first. */
  changes: Change[];
  version: {
    current: string;
    bump: Bump;
    next: string;
    /** `info.version` of NEW. */
    stated: string;
  };
}

/** The operation and the place, as far as there are any. */
export const useText = ({ operationId, place }: Use): string => [operationId, place].filter(Boolean).join(" ");

/** Puts together what one line of the contract changes at several places, and sorts. */
export function changesOf(
  found: readonly ContractDifference[],
  old: ComparedContract,
  next: ComparedContract,
): Change[] {
  const changes = new Map<string, Change>();
  const rated = withoutNoise(found)
    .map((difference) => ({ difference, use: useText(difference), told: rate(difference) }))
    .sort((a, b) => compareText(a.use, b.use) || compareText(a.told.message, b.told.message));
  for (const { difference, use, told } of rated) {
    const { operationId, place, old: before, new: after } = difference;
    const key = JSON.stringify([told, before, after]);
    const known = changes.get(key) ?? {
      ...{ ...told, uses: [] },
      ...(before !== undefined && { old: old.locate(before) }),
      ...(after !== undefined && { new: next.locate(after) }),
    };
    const last = known.uses.at(-1);
    if (last === undefined || useText(last) !== use) known.uses.push({ ...(operationId && { operationId }), place });
    changes.set(key, known);
  }
  return [...changes.values()].sort((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact));
}

/**
 * What is written differently is told if nothing else was found in it, so that "no change" means that nothing changed.
 * Another name of a shape is told once.
 */
function withoutNoise(found: readonly ContractDifference[]): ContractDifference[] {
  // A line of a shape touches the shape: `#/components/schemas/Order`.
  const shapeOf = (pointer: string | undefined): string | undefined => pointer?.split("/", 4).join("/");
  const others = found.filter(({ facet }) => facet !== "rewritten");
  const touched = new Set(others.flatMap((one) => [one.operationId, shapeOf(one.old), shapeOf(one.new)]));
  const withoutNames = (value: unknown): string =>
    JSON.stringify(value, (key, inner: unknown) => (key === "$ref" ? "" : inner));
  return found.filter(
    ({ facet, operationId, old, from, to }) =>
      facet !== "rewritten" || (!touched.has(operationId ?? old) && withoutNames(from) !== withoutNames(to)),
  );
}
