// From differences of operations to changes of the contract: one change per cause, the gravest first.
import { IMPACTS } from "../core/impact.js";
import { isObject } from "../core/node.js";
import { compareText } from "../core/text.js";
import { useText, type Change, type Use } from "./change.js";
import type { ContractDifference } from "./differences.js";
import type { ComparedContract } from "./input.js";
import { rate } from "./rate.js";

/**
 * What is written differently is told if nothing else was found in it and if it is not only sorted differently: "no
 * change" means that nothing changed.
 */
function withoutNoise(found: readonly ContractDifference[]): ContractDifference[] {
  const touched = new Set<string | undefined>();
  for (const { facet, operationId, old, new: next } of found) {
    if (facet === "rewritten") continue;
    touched.add(operationId);
    // A line of a shape touches the shape: `#/components/schemas/Order`.
    for (const pointer of [old, next]) touched.add(pointer?.split("/", 4).join("/"));
  }
  return found.filter(
    ({ facet, operationId, old, from, to }) =>
      facet !== "rewritten" || (!touched.has(operationId ?? old) && canonical(from) !== canonical(to)),
  );
}

/** The same text for the same value, whatever the order of its names and the names of its shapes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === "$ref") return "";
    return isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b))) : inner;
  }) ?? "";

/** Puts together what one line of the contract changes at several places, and sorts. */
export function changesOf(
  found: readonly ContractDifference[],
  old: ComparedContract,
  next: ComparedContract,
): Change[] {
  const groups = new Map<string, { change: Omit<Change, "uses">; uses: Map<string, Use> }>();
  for (const difference of withoutNoise(found)) {
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
