// The contradictions that the contract accepts on purpose: which differences they silence, and which ones the page no longer shows.
import { locationKey } from "../../core/node.js";
import { isItem, partOf } from "../../core/place.js";
import type { Acceptance, DescribedOperation, Facet } from "../contract/described.js";
import type { Field, Page } from "../page/page.js";
import type { ComparedFields, IsAccepted } from "./compare.js";
import { printedTypes } from "./facets.js";
import type { Difference, Finding, FindingKind } from "./finding.js";
import { isUnreadable, unplacedKey } from "./view.js";

/** An entry that was looked up on a page of an operation. */
export interface LookedUp {
  entry: Acceptance;
  operation: DescribedOperation;
  /** If the page no longer shows it. */
  stale?: Finding;
}

/** The entries of an operation that are about a page. */
export const entriesFor = ({ accepted }: DescribedOperation, { id }: Page): Acceptance[] =>
  accepted.filter(({ page }) => page === undefined || page === id);

export const accepts =
  (entries: readonly Acceptance[]): IsAccepted =>
  (facet, at, says) =>
    entries.some(
      (entry) => entry.at === at && entry.facet === facet && (says === undefined || isSame(entry.says, says)),
    );

/** The differences that no entry accepts. */
export const openDifferences = (entries: readonly Acceptance[], differences: readonly Difference[]): Difference[] =>
  differences.filter((difference) => !entries.some((entry) => silences(entry, difference)));

/** The entries that the page no longer shows. */
export function staleEntries(
  entries: readonly Acceptance[],
  { differences, pairs, unplaced }: ComparedFields,
  page: Page,
  { fields }: DescribedOperation,
): Acceptance[] {
  return entries.filter((entry) => {
    const { at, facet, says } = entry;
    // A format in prose cannot be looked up on a page.
    if (facet === "format" && !/^[\w-]+$/.test(says)) return false;
    if (differences.some((difference) => silences(entry, difference))) return false;
    // If the page lists nothing for this part, it neither confirms nor contradicts an entry.
    if (page.visible[partOf(at)] !== "table" && !page.fields.has(at)) return false;
    if (unplaced.has(unplacedKey(at))) return false;
    const theirs = pairs.get(at);
    const field = theirs === undefined ? undefined : page.fields.get(theirs);
    // A field of the contract that was not compared is gone, or what is around it is: that is a difference of its own.
    if (field === undefined) return !fields.has(at);
    if (facet === "required" && (isItem(at) || !at.includes("/"))) return true;
    const said = saidBy(field, facet);
    return said !== undefined && !said.some((one) => isSame(says, one));
  });
}

export const staleDifference = ({ at, facet, says }: Acceptance): Difference => ({
  kind: "stale acceptance",
  allows: "the same",
  place: at,
  at,
  says: `no longer ${says}`,
  contract: `accepts ${facet}: ${says}`,
  facet,
  value: says,
});

/** What the pages of a run show of one entry. */
export interface CheckedEntry {
  entry: Acceptance;
  operations: Set<DescribedOperation>;
  /** Undefined if one of the pages shows it. */
  stale: Finding | undefined;
}

/** Adds what one page shows of its entries, so that not every page is kept. */
export function noteEntries(checked: Map<string, CheckedEntry>, entries: readonly LookedUp[]): void {
  for (const { entry, operation, stale } of entries) {
    const key = locationKey(entry.spot);
    const known = checked.get(key) ?? { entry, operations: new Set(), stale };
    checked.set(key, known);
    known.operations.add(operation);
    if (stale === undefined) known.stale = undefined;
  }
}

/** Entries that no page shows any longer. Operations that share a shape share its entries. */
export const staleFindings = (
  checked: ReadonlyMap<string, CheckedEntry>,
  operations: readonly DescribedOperation[],
): Finding[] =>
  [...checked].flatMap(([key, { entry, operations: seen, stale }]) => {
    const has = ({ accepted }: DescribedOperation): boolean => accepted.some(({ spot }) => locationKey(spot) === key);
    // An entry about every page is stale only if every operation with it was compared.
    const isCertain = entry.page !== undefined || operations.every((one) => seen.has(one) || !has(one));
    return stale !== undefined && isCertain ? [stale] : [];
  });

/** Whether it is about a field being there, under its name. */
const isPresence = (kind: FindingKind | Facet): boolean =>
  ["added", "removed", "renamed", "place", "name"].includes(kind);

function silences(entry: Acceptance, { kind, place, at, says }: Difference): boolean {
  // For a new field, an entry names the place on the page.
  if (entry.at !== (kind === "added" ? place : at)) return false;
  return isPresence(kind) ? isPresence(entry.facet) : entry.facet === kind && isSame(entry.says, says);
}

/** "object with propId" is about the type object. */
const isSame = (entry: string, says: string): boolean =>
  entry === says || (entry.startsWith(`${says} `) && !says.includes(" "));

/** What the page says about a facet of a field, in the words of an entry; undefined if the page does not show the facet. */
function saidBy(field: Field, facet: Facet): string[] | undefined {
  const { from, types, nullable, required, format, seen = [] } = field;
  switch (facet) {
    case "type": {
      const shown = seen.filter((type) => type !== "null");
      const isShown = types.length > 0 || shown.length > 0 || printedTypes(field) === "null";
      return isShown ? [printedTypes(field), ...types, ...shown] : undefined;
    }
    case "nullable": {
      const mayBe = nullable === "yes" || seen.includes("null");
      if (!mayBe && nullable === "not visible" && (from === "table" || isUnreadable(field))) return undefined;
      // An example cannot prove that a value is never null, but one without null confirms it.
      const never = nullable === "no" || (from === "example" && types.length > 0 && nullable !== "yes");
      return [...(mayBe ? ["may be null"] : []), ...(never ? ["never null"] : [])];
    }
    case "required":
      return required === "not visible" ? undefined : [required === "yes" ? "required" : "optional"];
    case "format":
      return format === undefined || from !== "table" ? [] : [format];
    case "enum":
      return field.enum ?? field.named ?? [];
    default:
      return [];
  }
}
