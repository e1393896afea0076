// From differences of operations to changes of the contract: one change per cause, the gravest first.
import { IMPACTS } from "../core/impact.js";
import { compareText } from "../core/text.js";
import type { Change, Use } from "./change.js";
import type { ContractDifference } from "./differences.js";
import type { ComparedContract } from "./input.js";
import { rate } from "./rate.js";

/** A difference, and the operation that it was found in; without one it belongs to the whole contract. */
export interface FoundDifference {
  operationId?: string;
  difference: ContractDifference;
}

/** Puts together what one line of the contract changes at several places, and sorts. */
export function changesOf(found: readonly FoundDifference[], old: ComparedContract, next: ComparedContract): Change[] {
  const groups = new Map<string, Change>();
  for (const { operationId, difference } of found) {
    const { kind, impact, message } = rate(difference);
    const use: Use = { ...(operationId !== undefined && { operationId }), place: difference.place };
    const key = JSON.stringify([kind, impact, message, difference.old, difference.new]);
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, {
        impact,
        kind,
        message,
        uses: [use],
        ...(difference.old !== undefined && { old: old.locate(difference.old) }),
        ...(difference.new !== undefined && { new: next.locate(difference.new) }),
      });
    } else if (!known.uses.some((one) => useText(one) === useText(use))) known.uses.push(use);
  }
  const changes = [...groups.values()];
  for (const { uses } of changes) uses.sort((a, b) => compareText(useText(a), useText(b)));
  return changes.sort(
    (a, b) =>
      IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact) ||
      compareText(useText(a.uses[0]), useText(b.uses[0])) ||
      compareText(a.message, b.message),
  );
}

const useText = (use: Use | undefined): string => [use?.operationId, use?.place].filter(Boolean).join(" ");
