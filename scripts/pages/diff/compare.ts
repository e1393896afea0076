// One page against one operation of the contract, field by field.
import type { DescribedOperation, DescribedField } from "../contract/described.js";
import { type Field, type Page } from "../page/page.js";
import { PARTS, type Part, type Place, isItem, isUnseen, isWithin, nameOf, partOf } from "../../core/place.js";
import { ListComparer, type Level } from "../../compare/lists.js";
import type { Acceptances } from "./acceptance.js";
import { Differences, type Difference } from "./differences.js";
import { Facets, isUnreadable, short, takes, typeWords } from "./facets.js";
import { ofAdded } from "./direction.js";
import { likelyRenames } from "./rename.js";

/** The `says` of a field that the page does not have. */
const ABSENT = "absent";

/** Headers of HTTP itself, not of the API. */
const TRANSPORT_HEADERS = new Set(["content-type", "accept", "user-agent"]);

/**
 * Compares the fields of a page with those of the operation that it describes.
 * @param acceptances the accepted contradictions; those that the page still shows are marked as used
 * @returns the differences that are not accepted, in the order of their places
 */
export function compareFields(page: Page, described: DescribedOperation, acceptances: Acceptances): Difference[] {
  return new Comparison(page, described, acceptances).run();
}

class Comparison {
  readonly #page: Page;
  readonly #described: DescribedOperation;
  readonly #differences: Differences;
  readonly #facets: Facets;
  /** Fields of the page whose place is not visible, by part and name. */
  readonly #unplaced = new Map<string, Place>();
  /** Fields of the contract that only the example of the page still shows, and where it shows them. */
  readonly #dropped = new Map<Place, Place>();
  readonly #lists: ListComparer;

  constructor(page: Page, described: DescribedOperation, acceptances: Acceptances) {
    this.#page = page;
    this.#described = described;
    this.#differences = new Differences(described.kind, acceptances);
    this.#facets = new Facets(page.form, this.#differences);
    const placed = [...page.fields.keys()].filter((place) => !isUnseen(place));
    for (const place of page.fields.keys()) {
      if (isUnseen(place) && !isItem(place)) this.#unplaced.set(`${partOf(place)} ${nameOf(place)}`, place);
    }
    this.#lists = new ListComparer({
      old: described.fields.keys(),
      new: placed,
      key: keyOf,
      isPair: (ours, theirs, siblings) => {
        if (!this.#isDropped(theirs, ours, siblings)) return true;
        this.#dropped.set(ours, theirs);
        return false;
      },
      counts: (place, side, level) => this.#counts(place, side, level),
      renames: (gone, come) => likelyRenames(gone, come, (one, other) => this.#alike(one, other)),
      pair: (ours, theirs) => this.#pair(theirs, ours),
      renamed: (ours, theirs) => this.#renamed(theirs, ours),
      removed: (ours) => this.#removed(ours, this.#dropped.get(ours)),
      added: (theirs, level) => this.#added(theirs, level.old),
    });
  }

  run(): Difference[] {
    for (const part of PARTS) {
      if (this.#page.visible[part] === "none") continue;
      // The pages of callbacks list the headers of a call, but PandaPon makes the call and signs it differently.
      if (this.#described.kind === "callback" && part !== "body") continue;
      this.#nowShown(part);
      if (this.#isAnotherWhole(part)) continue;
      this.#lists.level({ old: part, new: part });
      if (this.#page.fields.has(part) || this.#described.fields.has(part)) this.#pair(part, part);
      this.#unplacedOf(part);
    }
    for (const entry of this.#differences.acceptances.entries) {
      const { at } = entry;
      const part = partOf(at);
      const unplaced = this.#unplaced.has(`${part} ${nameOf(at)}`);
      // If the page lists nothing for this part, it neither confirms nor contradicts an entry.
      const folded = this.#page.visible[part] !== "table" && !this.#page.fields.has(at);
      if (unplaced || folded) this.#differences.acceptances.used.add(entry);
    }
    return this.#differences.found;
  }

  /** Reports a part that the page shows, although the contract says that no page shows it. */
  #nowShown(part: Part): void {
    if (part !== "body" && part !== "response") return;
    const { request, response } = this.#described.evidence;
    if ((part === "response" ? response : request) !== "unknown") return;
    const shown = [...this.#page.fields.keys()].some((place) => place === part || isWithin(place, part));
    if (!shown) return;
    this.#differences.report("now visible", part, part, {
      says: this.#page.visible[part],
      contract: "unknown",
      impact: "documentation",
      message: `${short(part)} is visible on the page; the contract says that no page shows it`,
      fix: "Describe what the page shows, and update x-evidence (complete or partial).",
    });
  }

  /** Reports an object that became a list or a text as a whole, or the reverse. Its fields are not reported one by one. */
  #isAnotherWhole(part: Part): boolean {
    const field = this.#page.fields.get(part);
    const own = this.#described.fields.get(part);
    if ((field === undefined) === (own === undefined)) return false;
    const isObject = (side: "old" | "new"): boolean => this.#lists.below(side, part).some((place) => !isItem(place));
    const theirs = field?.types ?? (isObject("new") ? ["object"] : []);
    const ours = own?.types ?? new Set(isObject("old") ? ["object"] : []);
    if (theirs.length === 0 || ours.size === 0 || theirs.some((type) => ours.has(type))) return false;
    const [says, contract] = [theirs.join(" | "), [...ours].join(" | ")];
    this.#differences.acceptances.settle(part);
    return this.#differences.report("type", part, part, {
      says,
      contract,
      impact: "breaking",
      message: `${short(part)} is ${says} on the page, ${contract} in the contract`,
      fix: `Write ${typeWords(theirs, own?.nullable === true)} and what it holds, or record the contradiction in x-evidence.accepted.`,
    });
  }

  /** Whether a field that only the page or only the contract has is a difference. */
  #counts(place: Place, side: "old" | "new", level: Level): boolean {
    // The names in a free map are data, not fields.
    if (this.#described.fields.get(level.old)?.free === true) return false;
    if (side === "new") return !(partOf(place) === "header" && TRANSPORT_HEADERS.has(keyOf(place)));
    // A field whose absence is accepted is not the old name of another one.
    return this.#isMissed(place, level.new) && !this.#differences.acceptances.silences("removed", place, ABSENT);
  }

  #pair(theirs: Place, ours: Place): void {
    const field = this.#page.fields.get(theirs);
    const own = this.#described.fields.get(ours);
    if (field === undefined || own === undefined || own.security) return;
    const changed = this.#facets.compare(theirs, field, ours, own);
    // If an object became a text or a list, or its example is null, its fields are not reported one by one.
    const comparable = !changed || holdsAlike(field, own);
    const hasMembers = this.#lists.below("new", theirs).length > 0;
    if (comparable && (hasMembers || mayHoldMembers(field))) this.#lists.level({ old: ours, new: theirs });
    else this.#differences.acceptances.settle(ours, changed);
  }

  /** Whether the page would show a field of the contract if the field still existed. */
  #isMissed(ours: Place, theirs: Place): boolean {
    const own = this.#described.fields.get(ours);
    const part = partOf(ours);
    if (own === undefined || own.elsewhere || this.#unplaced.has(`${part} ${nameOf(ours)}`)) return false;
    if (isItem(ours)) return false;
    const { page, request, response } = this.#described.evidence;
    const visible = part === "response" ? response : request;
    if (visible === "unknown") return false;
    if (this.#isListed(theirs, part)) return true;
    // An example shows every field only if the contract says that this page is complete.
    return visible === "complete" && page.endsWith(`/${this.#page.id}`) && this.#isSeenAsObject(theirs, part);
  }

  /** Whether the table dropped a field and still lists its neighbours. Old examples often stay on the page. */
  #isDropped(theirs: Place, ours: Place, siblings: readonly Place[]): boolean {
    const own = this.#described.fields.get(ours);
    const isTabled = (place: Place): boolean => this.#page.fields.get(place)?.from === "table";
    if (own === undefined || own.elsewhere || own.exampleOnly || isItem(theirs) || isTabled(theirs)) return false;
    if (isUnreadable(this.#page.fields.get(theirs))) return false;
    if (!this.#described.evidence.page.endsWith(`/${this.#page.id}`)) return false;
    if (this.#unplaced.has(`${partOf(theirs)} ${nameOf(theirs)}`) || !siblings.some(isTabled)) return false;
    return !this.#differences.acceptances.silences("removed", ours, ABSENT);
  }

  /** Whether a table of the page lists the fields below a place. */
  #isListed(place: Place, part: Part): boolean {
    if (this.#page.visible[part] !== "table") return false;
    if (place === part || this.#page.form !== "text") return true;
    return this.#lists.below("new", place).some((child) => this.#page.fields.get(child)?.from === "table");
  }

  #isSeenAsObject(place: Place, part: Part): boolean {
    if (place === part) return part !== "header" && part !== "query";
    const field = this.#page.fields.get(place);
    return field !== undefined && (field.from === "example" ? field.types : (field.seen ?? [])).includes("object");
  }

  /** Whether a field of the contract and one of the page may be the same field with two names. */
  #alike(ours: Place, theirs: Place): boolean {
    const own = this.#described.fields.get(ours);
    const field = this.#page.fields.get(theirs);
    if (own === undefined || field === undefined) return false;
    if (own.security) return true;
    return field.types.length === 0 || own.types.size === 0 || field.types.every((type) => takes(own.types, type));
  }

  #renamed(theirs: Place, ours: Place): void {
    const [says, contract] = [nameOf(theirs), nameOf(ours)];
    this.#differences.report("renamed", theirs, ours, {
      says,
      contract,
      impact: "breaking",
      message: `${short(ours)} is likely called ${says} now`,
      fix: `Rename it to ${says}. If they are two fields, describe the new one and remove the old one.`,
    });
    this.#pair(theirs, ours);
  }

  /** @param inExample its place on the page, if the example still shows it although the table does not */
  #removed(ours: Place, inExample?: Place): void {
    if (inExample !== undefined) {
      this.#differences.report("removed", inExample, ours, {
        says: "only in the example",
        contract: "described",
        impact: "breaking",
        message: `${short(ours)} is gone from the page's table; only the example still shows it`,
        fix: "Remove it, or record in x-evidence.accepted (facet: place) why it stays.",
      });
      return this.#differences.acceptances.settle(ours, true);
    }
    this.#differences.report("removed", ours, ours, {
      says: ABSENT,
      contract: "described",
      impact: "breaking",
      message: `${short(ours)} is gone from the page`,
      fix: "Remove it, or record in x-evidence.accepted (facet: place) why it stays.",
    });
    this.#differences.acceptances.settle(ours, true);
  }

  #added(theirs: Place, ours: Place): void {
    const field = this.#page.fields.get(theirs);
    const types = field?.types.join(" | ") ?? "";
    this.#differences.report("added", theirs, ours, {
      says: types === "" ? "a field" : types,
      contract: "absent",
      impact: ofAdded(this.#differences.direction(theirs), field?.required === "yes"),
      message: `${short(theirs)} is new on the page${types === "" ? "" : ` (${types}${field?.required === "yes" ? ", required" : ""})`}`,
      fix: `Describe it${field?.required === "yes" ? " and add it to `required`" : ""}.`,
    });
  }

  /** Fields that the page shows without their place: compared if the contract has the name once, new if it does not have it. */
  #unplacedOf(part: Part): void {
    for (const [key, theirs] of this.#unplaced) {
      if (!key.startsWith(`${part} `)) continue;
      const name = nameOf(theirs);
      const field = this.#page.fields.get(theirs);
      const taken = (place: Place): boolean => this.#page.fields.has(place);
      const own = [...this.#described.fields.keys()].filter(
        (place) => isWithin(place, part) && nameOf(place) === name && !taken(place),
      );
      const [only] = own;
      const declared = only === undefined ? undefined : this.#described.fields.get(only);
      if (only === undefined) this.#newlyNamed(theirs, part);
      else if (own.length === 1 && field !== undefined && declared !== undefined) {
        this.#facets.compare(theirs, field, only, declared);
      }
    }
  }

  /** A field without a place and without a match is a new field, or a missing field with a new name. */
  #newlyNamed(theirs: Place, part: Part): void {
    const gone = this.#differences.found.filter(({ kind, at }) => kind === "removed" && isWithin(at, part));
    const renames = likelyRenames(
      gone.map(({ at }) => at),
      [theirs],
      (one, other) => this.#alike(one, other),
    );
    const removed = gone.find(({ at }) => renames.has(at));
    if (removed === undefined) return this.#added(theirs, part);
    this.#differences.withdraw(removed);
    this.#renamed(theirs, removed.at);
  }
}

/** Whether both allow an object, or both a list. */
const holdsAlike = ({ types, seen = [] }: Field, own: DescribedField): boolean =>
  ["object", "array"].some((type) => own.types.has(type) && (types.includes(type) || seen.includes(type)));

/** Whether a field may have members by its types, although the page shows none. */
function mayHoldMembers({ from, types, seen = [] }: Field): boolean {
  const names = [...types, ...seen].filter((type) => type !== "null");
  return names.length === 0 ? from === "table" : names.some((type) => type === "object" || type === "array");
}

/** Header names are compared without case. */
const keyOf = (place: Place): string => (partOf(place) === "header" ? nameOf(place).toLowerCase() : nameOf(place));
