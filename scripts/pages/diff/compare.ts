// Compares the fields of a page with those of the operation that it describes. The result is data.
import { childrenOf, matchFields } from "../../compare/lists.js";
import { isItem, isWithin, nameOf, PARTS, partOf, under, type Part, type Place } from "../../core/place.js";
import type { DescribedField, DescribedOperation, Facet } from "../contract/described.js";
import type { Field, Page } from "../page/page.js";
import { compareFacets, takes } from "./facets.js";
import { ABSENT, type Difference } from "./finding.js";
import { likelyRenames } from "./rename.js";
import { isTabled, isTransport, isUnreadable, keyOf, unplacedKey, viewOf, type PageView } from "./view.js";

export interface ComparedFields extends Pick<PageView, "unplaced"> {
  differences: Difference[];
  /** The places of the page's fields, by those of the contract's fields that they were compared with. */
  pairs: Map<Place, Place>;
}

/** Whether an entry accepts a contradiction about a field, or one where the page says this. */
export type IsAccepted = (facet: Facet, at: Place, says?: string) => boolean;

export function compareFields(page: Page, described: DescribedOperation, isAccepted: IsAccepted): ComparedFields {
  return new FieldsOfPage(page, described, isAccepted).run();
}

class FieldsOfPage {
  readonly #page: Page;
  readonly #described: DescribedOperation;
  readonly #isAccepted: IsAccepted;
  readonly #view: PageView;
  readonly #ours: PageView["below"];
  readonly #differences: Difference[] = [];
  readonly #pairs = new Map<Place, Place>();

  constructor(page: Page, described: DescribedOperation, isAccepted: IsAccepted) {
    this.#page = page;
    this.#described = described;
    this.#isAccepted = isAccepted;
    this.#view = viewOf(page);
    this.#ours = childrenOf(described.fields.keys());
  }

  run(): ComparedFields {
    for (const part of PARTS) {
      if (this.#page.visible[part] === "none") continue;
      // The pages of callbacks list the headers of a call, but PandaPon makes the call and signs it differently.
      if (this.#described.kind === "callback" && part !== "body") continue;
      this.#nowShown(part);
      if (this.#isAnotherWhole(part)) continue;
      // The outermost object has no field of its own.
      if (this.#page.fields.has(part) && this.#described.fields.has(part)) this.#pair(part, part);
      else this.#level(part, part);
      for (const place of this.#view.unplaced.values()) if (partOf(place) === part) this.#unplaced(place, part);
    }
    return { differences: this.#differences, pairs: this.#pairs, unplaced: this.#view.unplaced };
  }

  /** A part that the page shows, although the contract says that no page shows it. */
  #nowShown(part: Part): void {
    if (this.#completeness(part) !== "unknown" || (part !== "body" && part !== "response")) return;
    if (![...this.#page.fields.keys()].some((place) => place === part || isWithin(place, part))) return;
    const says = this.#page.visible[part];
    this.#add({ kind: "now visible", allows: "the same", place: part, at: part, says, contract: "unknown" });
  }

  /** Whether an object became a list or a text as a whole, or the reverse. Its fields are not compared one by one. */
  #isAnotherWhole(part: Part): boolean {
    const field = this.#page.fields.get(part);
    const own = this.#described.fields.get(part);
    if ((field === undefined) === (own === undefined)) return false;
    const implied = (below: readonly Place[]): string[] => (below.some((place) => !isItem(place)) ? ["object"] : []);
    const theirs = field?.types ?? implied(this.#view.below(part));
    const ours = own === undefined ? implied(this.#ours(part)) : [...own.types];
    if (theirs.length === 0 || ours.length === 0 || theirs.some((type) => ours.includes(type))) return false;
    const [says, contract] = [theirs.join(" | "), ours.join(" | ")];
    const schema = { types: theirs, nullable: own?.nullable === true };
    this.#add({ kind: "type", allows: "others", place: part, at: part, says, contract, schema });
    return true;
  }

  #level(ours: Place, theirs: Place): void {
    const siblings = this.#view.below(theirs);
    const dropped = new Map(
      siblings.filter((place) => this.#isDropped(place, ours, siblings)).map((place) => [keyOf(place), place]),
    );
    // The names in a free map are data, not fields.
    const isFree = this.#described.fields.get(ours)?.free === true;
    const listed = siblings.filter((place) => !dropped.has(keyOf(place)));
    const matches = matchFields(this.#ours(ours), listed, {
      key: keyOf,
      counts: (place, side) => !isFree && (side === "new" ? !isTransport(place) : this.#isMissed(place, theirs)),
      renames: (gone, come) => this.#renames(gone, come),
    });
    for (const match of matches) {
      if (match.kind === "same") this.#pair(match.old, match.new);
      else if (match.kind === "renamed") this.#renamed(match.old, match.new);
      else if (match.kind === "added") this.#added(match.new, ours);
      else this.#removed(match.old, dropped.get(keyOf(match.old)));
    }
  }

  #pair(ours: Place, theirs: Place): void {
    const field = this.#page.fields.get(theirs);
    const own = this.#described.fields.get(ours);
    if (field === undefined || own === undefined || own.security) return;
    const otherType = this.#facets(ours, theirs, field, own);
    // If an object became a text or a list, or its example is null, its fields are not compared one by one.
    if (otherType && !holdsAlike(field, own)) return;
    this.#pairs.set(ours, theirs);
    if (this.#view.below(theirs).length > 0 || mayHoldMembers(field)) this.#level(ours, theirs);
  }

  /** @returns whether the page has another type */
  #facets(ours: Place, theirs: Place, field: Field, own: DescribedField): boolean {
    const { found, otherType } = compareFacets(field, own, {
      form: this.#page.form,
      marked: !isItem(ours) && ours.includes("/"),
      isAcceptedType: (type) => this.#isAccepted("type", ours, type),
    });
    for (const one of found) this.#add({ ...one, place: theirs, at: ours });
    return otherType;
  }

  #renames(gone: readonly Place[], come: readonly Place[]): Map<Place, Place> {
    return likelyRenames(gone, come, (ours, theirs) => {
      const own = this.#described.fields.get(ours);
      const types = this.#page.fields.get(theirs)?.types;
      if (own === undefined || types === undefined) return false;
      // A field whose absence is accepted is not the old name of another one.
      if (this.#isAccepted("place", ours) || this.#isAccepted("name", ours)) return false;
      return own.security || own.types.size === 0 || types.every((type) => takes(own.types, type));
    });
  }

  #renamed(ours: Place, theirs: Place): void {
    const names = { says: nameOf(theirs), contract: nameOf(ours) };
    this.#add({ kind: "renamed", allows: "others", place: theirs, at: ours, ...names });
    this.#pair(ours, theirs);
  }

  /** @param example its place on the page, if only an example still shows it */
  #removed(ours: Place, example?: Place): void {
    const says = example === undefined ? ABSENT : "only in the example";
    const common = { says, contract: "described", inExample: example !== undefined };
    this.#add({ kind: "removed", allows: "others", place: example ?? ours, at: ours, ...common });
  }

  #added(theirs: Place, ours: Place): void {
    const field = this.#page.fields.get(theirs);
    const says = field?.types.join(" | ") || "a field";
    const allows = field?.required === "yes" ? "fewer" : "in addition";
    this.#add({ kind: "added", allows, place: theirs, at: ours, says, contract: ABSENT });
  }

  /** A field that the page shows without its place: compared if the contract has the name once, new if it does not have it. */
  #unplaced(theirs: Place, part: Part): void {
    const same = [...this.#described.fields].filter(
      ([place]) => isWithin(place, part) && nameOf(place) === nameOf(theirs) && !this.#page.fields.has(place),
    );
    const [only] = same;
    const field = this.#page.fields.get(theirs);
    if (only !== undefined) {
      if (same.length === 1 && field !== undefined) this.#facets(only[0], theirs, field, only[1]);
      return;
    }
    // It may also be the new name of a field that was reported as gone.
    const gone = this.#differences.filter(({ kind, at }) => kind === "removed" && isWithin(at, part));
    const [renamed] = this.#renames(
      gone.map(({ at }) => at),
      [theirs],
    ).keys();
    if (renamed === undefined) return this.#added(theirs, part);
    const index = this.#differences.findIndex(({ kind, at }) => kind === "removed" && at === renamed);
    this.#differences.splice(index, 1);
    this.#renamed(renamed, theirs);
  }

  /** Whether the page would show a field of the contract if the field still existed. */
  #isMissed(ours: Place, theirs: Place): boolean {
    const own = this.#described.fields.get(ours);
    if (own === undefined || own.elsewhere || isItem(ours) || this.#view.unplaced.has(unplacedKey(ours))) return false;
    const part = partOf(ours);
    const completeness = this.#completeness(part);
    if (completeness === "unknown") return false;
    if (this.#view.isListed(theirs)) return true;
    // An example shows every field only if the contract says that this page is complete.
    if (completeness !== "complete" || !this.#isMainPage()) return false;
    const field = this.#page.fields.get(theirs);
    if (theirs === part) return part !== "header" && part !== "query";
    return field !== undefined && (isTabled(field) ? (field.seen ?? []) : field.types).includes("object");
  }

  /** Whether the table dropped a field and still lists its neighbours. Old examples often stay on the page. */
  #isDropped(theirs: Place, level: Place, siblings: readonly Place[]): boolean {
    const own = this.#described.fields.get(under(level, nameOf(theirs)));
    const field = this.#page.fields.get(theirs);
    if (own === undefined || own.elsewhere || own.exampleOnly || isItem(theirs)) return false;
    if (isTabled(field) || isUnreadable(field) || !this.#isMainPage()) return false;
    if (this.#view.unplaced.has(unplacedKey(theirs))) return false;
    return siblings.some((place) => isTabled(this.#page.fields.get(place)));
  }

  /** Whether the contract rests on this page first. */
  #isMainPage = (): boolean => this.#described.evidence.page.endsWith(`/${this.#page.id}`);

  #completeness = (part: Part): string => this.#described.evidence[part === "response" ? "response" : "request"];

  #add = (difference: Difference): void => void this.#differences.push(difference);
}

/** Whether both allow an object, or both a list. */
const holdsAlike = ({ types, seen = [] }: Field, own: DescribedField): boolean =>
  ["object", "array"].some((type) => own.types.has(type) && (types.includes(type) || seen.includes(type)));

/** Whether a field may have members by its types, although the page shows none. */
function mayHoldMembers({ from, types, seen = [] }: Field): boolean {
  const names = [...types, ...seen].filter((type) => type !== "null");
  return names.length === 0 ? from === "table" : names.some((type) => type === "object" || type === "array");
}
