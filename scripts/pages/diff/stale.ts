// Accepted contradictions that no page shows any more, after all pages of a run.
import { locationKey } from "../../core/node.js";
import type { Acceptance, DescribedContract, DescribedOperation } from "../contract/described.js";
import type { ReadPage } from "../page/page.js";
import type { Finding } from "./finding.js";
import { aboutPage, findingOf, specLine } from "./report.js";

/** An entry that this run could check, and the first page that it is about. */
interface CheckedEntry {
  entry: Acceptance;
  isShown: boolean;
  page: ReadPage;
  /** The operations that have the entry and were compared with a page. */
  operations: Set<DescribedOperation>;
}

/** Several operations have one entry if it is on a shape that they share. */
export type CheckedEntries = Map<string, CheckedEntry>;

export function note(
  checked: CheckedEntries,
  page: ReadPage,
  operation: DescribedOperation,
  { entries, stale }: { entries: readonly Acceptance[]; stale: readonly Acceptance[] },
): void {
  for (const entry of entries) {
    const key = locationKey(entry.spot);
    const known = checked.get(key) ?? { entry, isShown: false, page, operations: new Set() };
    known.isShown ||= !stale.includes(entry);
    checked.set(key, known);
    known.operations.add(operation);
  }
}

export function staleFindings(checked: CheckedEntries, contract: DescribedContract): Finding[] {
  return [...checked].flatMap(([key, { entry, isShown, page, operations }]) => {
    // Only if every operation with the entry was compared is it certain that no page says so any more.
    const isOpen = ({ accepted }: DescribedOperation): boolean =>
      accepted.some(({ spot }) => locationKey(spot) === key);
    const left = contract.operations.some((operation) => !operations.has(operation) && isOpen(operation));
    if (isShown || (entry.page === undefined && left)) return [];
    const { at, facet, says } = entry;
    const [operation] = operations;
    return findingOf(
      {
        ...{ kind: "stale acceptance", allows: "the same", place: at, at, facet, value: says },
        ...{ says: `no longer ${says}`, contract: `accepts ${facet}: ${says}` },
      },
      { ...aboutPage(page, at), operation, spec: specLine(contract, entry.spot) },
    );
  });
}
