// From differences of operations to changes of the contract: one change per cause, the gravest first.
import { IMPACTS } from "../core/impact.js";
import { compareText } from "../core/text.js";
import { useText, type Change, type Use } from "./change.js";
import type { ContractDifference } from "./differences.js";
import type { ComparedContract } from "./input.js";
import { rate } from "./rate.js";

/** Puts together what one line of the contract changes at several places, and sorts. */
export function changesOf(
  found: readonly ContractDifference[],
  old: ComparedContract,
  next: ComparedContract,
): Change[] {
  const groups = new Map<string, { change: Omit<Change, "uses">; uses: Map<string, Use> }>();
  for (const difference of found) {
    const { operationId, place, old: before, new: after } = difference;
    const rated = rate(difference);
    const use: Use = { ...(operationId !== undefined && { operationId }), place };
    const key = JSON.stringify([rated, before, after]);
    let group = groups.get(key);
    if (group === undefined) {
      const spots = { ...(before && { old: old.locate(before) }), ...(after && { new: next.locate(after) }) };
      group = { change: { ...rated, ...spots }, uses: new Map() };
      groups.set(key, group);
    }
    group.uses.set(useText(use), use);
  }
  return [...groups.values()]
    .map(({ change, uses }) => ({
      ...change,
      uses: [...uses].sort(([a], [b]) => compareText(a, b)).map(([, use]) => use),
    }))
    .sort(
      (a, b) =>
        IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) ||
        compareText(useText(a.uses[0]), useText(b.uses[0])) ||
        compareText(a.message, b.message),
    );
}
