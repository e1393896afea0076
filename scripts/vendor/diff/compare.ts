// One page against one operation of the contract, field by field.
import type { Described, DescribedField } from "../contract/described.js";
import { PARTS, type Field, type Page, type Part, type Place } from "../page/page.js";
import { isItem, isUnseen, isWithin, nameOf, parentOf, partOf } from "../page/place.js";
import type { Acceptances } from "./acceptance.js";
import type { Finding, Kind, Meaning } from "./finding.js";
import { sameFormat } from "../contract/formats.js";
import { directionOf, ofAdded, ofNarrowed, ofWidened, type Direction } from "./meaning.js";
import { likelyRenames } from "./rename.js";

/** A difference before it knows its files and lines. */
export interface Difference extends Pick<
  Finding,
  "kind" | "meaning" | "place" | "says" | "contract" | "message" | "mend"
> {
  /** The place in the contract; of a field that it does not have, the nearest one around it. */
  at: Place;
}

/** What a page says of a field that it does not have. */
const ABSENT = "absent";

/** Headers that say nothing about the API. */
const TRANSPORT_HEADERS = new Set(["content-type", "accept", "user-agent"]);

/**
 * Compares the fields of a page with those of the operation that it describes.
 * @param acceptances what the contract contradicts on purpose; notes what the page still bears out
 * @returns the differences that are not accepted, in the order of their places
 */
export function compareFields(page: Page, described: Described, acceptances: Acceptances): Difference[] {
  return new Comparison(page, described, acceptances).run();
}

class Comparison {
  readonly #page: Page;
  readonly #described: Described;
  readonly #acceptances: Acceptances;
  readonly #found: Difference[] = [];
  /** Fields of the page whose place is not visible, by part and name. */
  readonly #unplaced = new Map<string, Place>();
  readonly #pageChildren: Map<Place, string[]>;
  readonly #ourChildren: Map<Place, string[]>;

  constructor(page: Page, described: Described, acceptances: Acceptances) {
    this.#page = page;
    this.#described = described;
    this.#acceptances = acceptances;
    const placed = [...page.fields.keys()].filter((place) => !isUnseen(place));
    for (const place of page.fields.keys()) {
      if (isUnseen(place) && !isItem(place)) this.#unplaced.set(`${partOf(place)} ${nameOf(place)}`, place);
    }
    this.#pageChildren = childrenOf(placed);
    this.#ourChildren = childrenOf(described.fields.keys());
  }

  run(): Difference[] {
    for (const part of PARTS) {
      if (this.#page.visible[part] === "none") continue;
      // The pages of callbacks list the headers of a call, though it is the vendor who calls and signs otherwise.
      if (this.#described.kind === "callback" && part !== "body") continue;
      this.#nowShown(part);
      if (this.#isAnotherWhole(part)) continue;
      this.#level(part, part);
      if (this.#page.fields.has(part) || this.#described.fields.has(part)) this.#pair(part, part);
      this.#unplacedOf(part);
    }
    for (const entry of this.#acceptances.entries) {
      const { at } = entry;
      const part = partOf(at);
      const unplaced = this.#unplaced.has(`${part} ${nameOf(at)}`);
      // A part of which the page lists nothing bears out nothing and gives nothing the lie.
      const folded = this.#page.visible[part] !== "table" && !this.#page.fields.has(at);
      if (unplaced || folded) this.#acceptances.used.add(entry);
    }
    return this.#found;
  }

  /** A part of which the contract says that no page shows it. */
  #nowShown(part: Part): void {
    if (part !== "body" && part !== "response") return;
    const { request, response } = this.#described.evidence;
    if ((part === "response" ? response : request) !== "unknown") return;
    const shown = [...this.#page.fields.keys()].some((place) => place === part || isWithin(place, part));
    if (!shown) return;
    this.#report("now visible", part, part, {
      says: this.#page.visible[part],
      contract: "unknown",
      meaning: "documentation",
      message: `${short(part)} is visible on the page; the contract says that no page shows it`,
      mend: "Describe what it shows, then write in x-evidence, and in coverage.yaml, how much of it that is.",
    });
  }

  /** Whether an object became a list or a text as a whole, or the reverse: its fields have not gone one by one. */
  #isAnotherWhole(part: Part): boolean {
    const field = this.#page.fields.get(part);
    const own = this.#described.fields.get(part);
    if ((field === undefined) === (own === undefined)) return false;
    const isObject = (children: ReadonlyMap<Place, Place[]>): boolean =>
      (children.get(part) ?? []).some((place) => !isItem(place));
    const theirs = field?.types ?? (isObject(this.#pageChildren) ? ["object"] : []);
    const ours = own?.types ?? new Set(isObject(this.#ourChildren) ? ["object"] : []);
    if (theirs.length === 0 || ours.size === 0 || theirs.some((type) => ours.has(type))) return false;
    const [says, contract] = [theirs.join(" | "), [...ours].join(" | ")];
    this.#acceptances.moot(part);
    return this.#report("type", part, part, {
      says,
      contract,
      meaning: "breaking",
      message: `${short(part)} is ${says} on the page, ${contract} in the contract`,
      mend: `Write ${typeWords(theirs, own?.nullable === true)} and what it holds, or record the contradiction in x-evidence.accepted.`,
    });
  }

  /** The fields directly below a place, on the page and in the contract. */
  #level(theirs: Place, ours: Place): void {
    const there = this.#pageChildren.get(theirs) ?? [];
    const here = this.#ourChildren.get(ours) ?? [];
    const byName = new Map(here.map((place) => [keyOf(place), place]));
    const come: Place[] = [];
    const dropped = new Map<Place, Place>();
    for (const place of there) {
      const match = byName.get(keyOf(place));
      if (match === undefined) come.push(place);
      else if (this.#isDropped(place, match, there)) dropped.set(match, place);
      else this.#pair(place, match);
      byName.delete(keyOf(place));
    }
    // The names in a free map are data: they come and go.
    if (this.#described.fields.get(ours)?.free === true) return;
    // What is absent on purpose is not the old name of anything.
    const missed = [...byName.values()].filter(
      (place) => this.#isMissed(place, theirs) && !this.#acceptances.silences("removed", place, ABSENT),
    );
    const gone = [...missed, ...dropped.keys()];
    const news = come.filter((place) => !(partOf(place) === "header" && TRANSPORT_HEADERS.has(keyOf(place))));
    const renames = likelyRenames(gone, news, (one, other) => this.#alike(one, other));
    for (const [one, other] of renames) this.#renamed(other, one);
    const renamed = new Set(renames.values());
    for (const place of gone) if (!renames.has(place)) this.#removed(place, dropped.get(place));
    for (const place of news) if (!renamed.has(place)) this.#added(place, ours);
  }

  #pair(theirs: Place, ours: Place): void {
    const field = this.#page.fields.get(theirs);
    const own = this.#described.fields.get(ours);
    if (field === undefined || own === undefined || own.security) return;
    const changed = this.#facets(theirs, field, ours, own);
    // Where an object became a text or a list, or an example holds null for it, its fields have not gone one by one.
    const comparable = !changed || holdsAlike(field, own);
    if (comparable && (this.#pageChildren.has(theirs) || mayHoldMembers(field))) this.#level(theirs, ours);
    else this.#acceptances.moot(ours, changed);
  }

  /** @returns whether the type differs */
  #facets(theirs: Place, field: Field, ours: Place, own: DescribedField): boolean {
    const changed = this.#type(theirs, field, ours, own);
    this.#nullable(theirs, field, ours, own);
    if (!isItem(ours) && ours.includes("/")) this.#required(theirs, field, ours, own);
    if (!changed) {
      this.#format(theirs, field, ours, own);
      this.#values(theirs, field, ours, own);
    }
    return changed;
  }

  #type(theirs: Place, field: Field, ours: Place, own: DescribedField): boolean {
    const seen = (field.seen ?? []).filter((type) => type !== "null");
    const table = field.from === "table";
    const onlyNull = table && field.types.length === 0 && field.nullable === "yes";
    const printed = onlyNull ? "null" : field.types.join(" | ");
    for (const says of [printed === "" ? "any" : printed, ...field.types, ...seen])
      this.#acceptances.claimed("type", ours, says);
    if (field.types.length === 0 && !onlyNull && seen.length === 0) this.#acceptances.unseen("type", ours);
    const claims = new Set([...field.types, ...seen]);
    if (own.types.size === 0)
      return claims.size > 0 && this.#nowTyped(theirs, ours, [...claims].sort(), field.nullable === "yes");
    const missing = [...claims].filter((type) => !takes(own.types, type));
    const wider = [...own.types].filter(
      (type) =>
        !claims.has(type) &&
        !own.concluded.has(type) &&
        !this.#acceptances.has("type", ours, type) &&
        !(type === "number" && claims.has("integer") && !table),
    );
    const contract = [...own.types].sort().join(" | ");
    if (table && claims.size === 0 && !onlyNull && this.#page.form !== "text") {
      return this.#report("type", theirs, ours, {
        says: "any",
        contract,
        meaning: ofWidened(this.#direction(ours)),
        message: `${short(theirs)} has no type on the page, ${contract} in the contract`,
        mend: "Take the type out, or record the contradiction in x-evidence.accepted.",
      });
    }
    const staysNullable = field.nullable === "yes" || (own.nullable && field.nullable === "not visible");
    const fromTable = missing.filter((type) => field.types.includes(type));
    if (missing.length > 0) {
      const says = fromTable.length > 0 ? printed : missing.join(" | ");
      const where = fromTable.length > 0 || !table ? "" : " in its example";
      return this.#report("type", theirs, ours, {
        says,
        contract,
        meaning: "breaking",
        message: `${short(theirs)} is ${says} on the page${where}, ${contract} in the contract`,
        mend: `Write ${typeWords(fromTable.length > 0 || !table ? field.types : [...own.types, ...missing], staysNullable)}, or record the contradiction in x-evidence.accepted.`,
      });
    }
    // Where the contract knows of no null, that is the difference.
    if (onlyNull && !own.nullable) return true;
    if (onlyNull || (table && field.types.length > 0 && wider.length > 0)) {
      this.#report("type", theirs, ours, {
        says: printed,
        contract,
        meaning: ofNarrowed(this.#direction(ours)),
        message: `${short(theirs)} is only ${printed} on the page, ${contract} in the contract`,
        mend: `Write ${typeWords(field.types, staysNullable)}, or record the contradiction in x-evidence.accepted.`,
      });
    }
    return onlyNull;
  }

  /** The contract names no type where no page did. */
  #nowTyped(theirs: Place, ours: Place, types: readonly string[], nullable: boolean): true {
    const says = types.join(" | ");
    return this.#report("now visible", theirs, ours, {
      says,
      contract: "no type",
      meaning: "documentation",
      message: `${short(theirs)} is ${says} on the page; the contract has no type, because no page showed it`,
      mend: `Write ${typeWords(types, nullable)}.`,
    });
  }

  #nullable(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const seen = field.seen?.includes("null") === true;
    const direction = this.#direction(ours);
    // An example cannot say that a value is never null; one without null bears it out.
    const shown = field.from === "example" && field.types.length > 0 && field.nullable !== "yes";
    if (field.nullable === "no" || shown) this.#acceptances.claimed("nullable", ours, "never null");
    if (field.nullable === "yes" || seen) this.#acceptances.claimed("nullable", ours, "may be null");
    const silent = field.nullable === "not visible" && (field.from === "table" || isUnreadable(field));
    if (silent && !seen) this.#acceptances.unseen("nullable", ours);
    if ((field.nullable === "yes" || seen) && !own.nullable && own.types.size > 0) {
      this.#report("nullable", theirs, ours, {
        says: "may be null",
        contract: "never null",
        meaning: ofWidened(direction),
        message: `${short(theirs)} may be null on the page${field.nullable === "yes" ? "" : ", by its example"}, never in the contract`,
        mend: 'Add "null" to the type.',
      });
    } else if (field.nullable === "no" && !seen && own.nullable) {
      this.#report("nullable", theirs, ours, {
        says: "never null",
        contract: "may be null",
        meaning: ofNarrowed(direction),
        message: `${short(theirs)} is never null on the page, and may be null in the contract`,
        mend: 'Take "null" out of the type, or record the contradiction in x-evidence.accepted.',
      });
    }
  }

  #required(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    if (field.required === "yes") this.#acceptances.claimed("required", ours, "required");
    if (field.required === "no") this.#acceptances.claimed("required", ours, "optional");
    if (field.required === "not visible") this.#acceptances.unseen("required", ours);
    const direction = this.#direction(ours);
    const contract = { yes: "required", no: "optional", unknown: "not known" }[own.required];
    if (field.required === "yes" && own.required !== "yes") {
      const unknown = own.required === "unknown";
      this.#report("required", theirs, ours, {
        says: "required",
        contract,
        meaning: direction === "request" ? "breaking" : "additive",
        message: `${short(theirs)} is marked required on the page, and ${contract} in the contract`,
        mend: `Add it to \`required\`${unknown ? " and take `x-required: unknown` out" : ""}.`,
      });
    } else if (field.required === "no" && (own.required === "yes" || (own.required === "unknown" && !own.shared))) {
      const unknown = own.required === "unknown";
      this.#report("required", theirs, ours, {
        says: "optional",
        contract,
        meaning: unknown ? "documentation" : direction === "request" ? "additive" : "breaking",
        message: `${short(theirs)} is marked optional on the page, and ${contract} in the contract`,
        mend: unknown ? "Take `x-required: unknown` out." : "Take it out of `required`.",
      });
    }
  }

  #format(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const { format } = field;
    if (format === undefined || field.from !== "table") return;
    this.#acceptances.claimed("format", ours, format);
    if (sameFormat(format, own.format)) return;
    const contract = own.format ?? "none";
    this.#report("format", theirs, ours, {
      says: format,
      contract,
      meaning: own.format === "int32" && format === "int64" ? ofWidened(this.#direction(ours)) : "documentation",
      message: `${short(theirs)} has the format ${format} on the page, ${contract} in the contract`,
      mend: `Write \`format: ${format}\`, or what spec/README.md asks for in its place.`,
    });
  }

  #values(theirs: Place, field: Field, ours: Place, own: DescribedField): void {
    const listed = field.enum ?? field.named;
    const known = [...own.enum, ...own.extensible];
    const closed = field.enum !== undefined || own.enum.length > 0;
    for (const value of listed ?? []) this.#acceptances.claimed("enum", ours, value);
    const direction = this.#direction(ours);
    if (field.enum !== undefined && own.enum.length === 0) {
      const values = field.enum.join(", ");
      this.#report("enum", theirs, ours, {
        says: `only ${values}`,
        contract: known.length === 0 ? "any value" : `${known.join(", ")}, and others`,
        meaning: ofNarrowed(direction),
        message: `${short(theirs)} has a closed list of values on the page (${values}), and may be anything in the contract`,
        mend: known.length === 0 ? "Write them as `enum`." : "Write them as `enum` in place of `x-extensible-enum`.",
      });
      return;
    }
    for (const value of listed ?? []) {
      if (known.includes(value)) continue;
      this.#report("enum", theirs, ours, {
        says: value,
        contract: known.join(", "),
        meaning: own.enum.length > 0 ? ofWidened(direction) : "additive",
        message: `${short(theirs)} may be "${value}" on the page; the contract does not know the value`,
        mend: `Add "${value}" to ${own.enum.length > 0 || field.enum !== undefined ? "enum" : "x-extensible-enum"}.`,
      });
    }
    // A page that lists no values at all says nothing about an open list.
    const missed = listed === undefined ? (this.#page.form === "text" ? [] : own.enum) : known;
    for (const value of missed) {
      if (field.from !== "table" || listed?.includes(value) === true) continue;
      this.#report("enum", theirs, ours, {
        says: `without ${value}`,
        contract: known.join(", "),
        meaning: closed ? ofNarrowed(direction) : "documentation",
        message: `${short(theirs)} may be "${value}" in the contract; the page does not list the value`,
        mend: `Take "${value}" out, or record the contradiction in x-evidence.accepted.`,
      });
    }
  }

  /** Whether the page would show a field of the contract that it does not show. */
  #isMissed(ours: Place, theirs: Place): boolean {
    const own = this.#described.fields.get(ours);
    const part = partOf(ours);
    if (own === undefined || own.elsewhere || this.#unplaced.has(`${part} ${nameOf(ours)}`)) return false;
    if (isItem(ours)) return false;
    const { page, request, response } = this.#described.evidence;
    const visible = part === "response" ? response : request;
    if (visible === "unknown") return false;
    if (this.#isListed(theirs, part)) return true;
    // Read off an example alone: it shows everything only where the contract says that this page does.
    return visible === "complete" && page.endsWith(`/${this.#page.id}`) && this.#isSeenAsObject(theirs, part);
  }

  /** Whether a table that listed a field lists only its neighbours now: examples are often left as they were. */
  #isDropped(theirs: Place, ours: Place, siblings: readonly Place[]): boolean {
    const own = this.#described.fields.get(ours);
    const isTabled = (place: Place): boolean => this.#page.fields.get(place)?.from === "table";
    if (own === undefined || own.elsewhere || own.exampleOnly || isItem(theirs) || isTabled(theirs)) return false;
    if (isUnreadable(this.#page.fields.get(theirs))) return false;
    if (!this.#described.evidence.page.endsWith(`/${this.#page.id}`)) return false;
    if (this.#unplaced.has(`${partOf(theirs)} ${nameOf(theirs)}`) || !siblings.some(isTabled)) return false;
    return !this.#acceptances.silences("removed", ours, ABSENT);
  }

  /** Whether the page lists, in a table, what stands below a place. */
  #isListed(place: Place, part: Part): boolean {
    if (this.#page.visible[part] !== "table") return false;
    if (place === part || this.#page.form !== "text") return true;
    return (this.#pageChildren.get(place) ?? []).some((child) => this.#page.fields.get(child)?.from === "table");
  }

  #isSeenAsObject(place: Place, part: Part): boolean {
    if (place === part) return part !== "header" && part !== "query";
    const field = this.#page.fields.get(place);
    return field !== undefined && (field.from === "example" ? field.types : (field.seen ?? [])).includes("object");
  }

  /** Whether a field of the contract and one of the page may be the same under two names. */
  #alike(ours: Place, theirs: Place): boolean {
    const own = this.#described.fields.get(ours);
    const field = this.#page.fields.get(theirs);
    if (own === undefined || field === undefined) return false;
    if (own.security) return true;
    return field.types.length === 0 || own.types.size === 0 || field.types.every((type) => takes(own.types, type));
  }

  #renamed(theirs: Place, ours: Place): void {
    const [says, contract] = [nameOf(theirs), nameOf(ours)];
    this.#report("renamed", theirs, ours, {
      says,
      contract,
      meaning: "breaking",
      message: `${short(ours)} is likely called ${says} now`,
      mend: `Rename it to ${says}; if the two are different fields, describe the one and take the other out.`,
    });
    this.#pair(theirs, ours);
  }

  /** @param inExample where the page's example still shows it, though its table does not */
  #removed(ours: Place, inExample?: Place): void {
    if (inExample !== undefined) {
      this.#report("removed", inExample, ours, {
        says: "only in the example",
        contract: "described",
        meaning: "breaking",
        message: `${short(ours)} is gone from the page's table; only the example shows it still`,
        mend: "Take it out, or record in x-evidence.accepted (facet: place) why it stays.",
      });
      return this.#acceptances.moot(ours, true);
    }
    this.#report("removed", ours, ours, {
      says: ABSENT,
      contract: "described",
      meaning: "breaking",
      message: `${short(ours)} is gone from the page`,
      mend: "Take it out, or record in x-evidence.accepted (facet: place) why it stays.",
    });
    this.#acceptances.moot(ours, true);
  }

  #added(theirs: Place, ours: Place): void {
    const field = this.#page.fields.get(theirs);
    const types = field?.types.join(" | ") ?? "";
    this.#report("added", theirs, ours, {
      says: types === "" ? "a field" : types,
      contract: "absent",
      meaning: ofAdded(this.#direction(theirs), field?.required === "yes"),
      message: `${short(theirs)} is new on the page${types === "" ? "" : ` (${types}${field?.required === "yes" ? ", required" : ""})`}`,
      mend: `Describe it${field?.required === "yes" ? " and add it to `required`" : ""}.`,
    });
  }

  /** Fields that the page shows without their place: compared where the contract has the name once, new where it has it nowhere. */
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
        this.#facets(theirs, field, only, declared);
      }
    }
  }

  /** A field without a place and without a match is one that is missing elsewhere, under a new name, or a new one. */
  #newlyNamed(theirs: Place, part: Part): void {
    const gone = this.#found.filter(({ kind, at }) => kind === "removed" && isWithin(at, part));
    const renames = likelyRenames(
      gone.map(({ at }) => at),
      [theirs],
      (one, other) => this.#alike(one, other),
    );
    const removed = gone.find(({ at }) => renames.has(at));
    if (removed === undefined) return this.#added(theirs, part);
    this.#found.splice(this.#found.indexOf(removed), 1);
    this.#renamed(theirs, removed.at);
  }

  #direction(place: Place): Direction {
    return directionOf(this.#described.kind, partOf(place));
  }

  /** @returns true, for the reader's ease: the difference is there, accepted or not */
  #report(
    kind: Kind,
    theirs: Place,
    ours: Place,
    words: { says: string; contract: string; meaning: Meaning; message: string; mend: string },
  ): true {
    // What is accepted is written down where the contract has the field; a new one, where the page has it.
    const place = kind === "added" ? theirs : ours;
    if (!this.#acceptances.silences(kind, place, words.says)) {
      this.#found.push({ kind, place: theirs, at: ours, ...words });
    }
    return true;
  }
}

/** The children of each place; a star's children are those of the items. */
function childrenOf(places: Iterable<Place>): Map<Place, Place[]> {
  const children = new Map<Place, Place[]>();
  for (const place of places) {
    const parent = parentOf(place);
    if (parent === undefined) continue;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [place]);
    else list.push(place);
  }
  return children;
}

/** Whether the page has the field, and nothing can be read of it. */
const isUnreadable = (field: Field | undefined): boolean =>
  field?.from === "example" && field.types.length === 0 && field.nullable === "not visible";

/** Whether both take an object, or both a list. */
const holdsAlike = ({ types, seen = [] }: Field, own: DescribedField): boolean =>
  ["object", "array"].some((type) => own.types.has(type) && (types.includes(type) || seen.includes(type)));

/** Whether the page's own words for a field leave room for members, though it shows none. */
function mayHoldMembers({ from, types, seen = [] }: Field): boolean {
  const names = [...types, ...seen].filter((type) => type !== "null");
  return names.length === 0 ? from === "table" : names.some((type) => type === "object" || type === "array");
}

/** Names of headers are the same in any case. */
const keyOf = (place: Place): string => (partOf(place) === "header" ? nameOf(place).toLowerCase() : nameOf(place));

/** Whether a value of this type fits: an integer is a number as well. */
const takes = (types: ReadonlySet<string>, type: string): boolean =>
  types.has(type) || (type === "integer" && types.has("number"));

const short = (place: Place): string => `\`${place}\``;

/** Types as a schema has them. */
function typeWords(types: Iterable<string>, nullable: boolean): string {
  const words = [...new Set(types), ...(nullable ? ['"null"'] : [])];
  return words.length === 1 && !nullable ? `\`type: ${words.join("")}\`` : `\`type: [${words.join(", ")}]\``;
}
