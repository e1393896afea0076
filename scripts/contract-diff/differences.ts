// Compares two views of one operation: what differs, as data. Ratings and words come later.
import { isDeepStrictEqual } from "node:util";
import { childrenOf, matchFields, type Level } from "../compare/lists.js";
import { isItem, nameOf, parentOf, type Place } from "../core/place.js";
import { withoutAlternatives } from "../core/schema-fields.js";
import { MERGED, type CallerField, type CallerView, type Side, type Written } from "./fields.js";

/** One difference at one place. */
export interface ContractDifference {
  /** What differs: `type`, `required`, `removed`, … or the name of a keyword. */
  facet: string;
  from: unknown;
  to: unknown;
  /** Without steps through alternatives; empty for the operation itself. */
  place: Place;
  side?: Side;
  /** Into the two bundles. */
  old?: string;
  new?: string;
  /** Whether what holds the field takes members that it does not name, after the change. */
  inOpen?: boolean;
  /** How the value travels, before and after; only with its type. */
  wire?: [from: string, to: string];
  /** Whether callers must send the field, or can rely on it. */
  required?: boolean;
  /** Differences that follow from this one: they are told with it. */
  inside?: ContractDifference[];
}

export function compareViews(old: CallerView, next: CallerView): ContractDifference[] {
  return [...compareFacets(old, next), ...new FieldComparison(old.fields, next.fields).run()];
}

function compareFacets(old: CallerView, next: CallerView): ContractDifference[] {
  const found: ContractDifference[] = [];
  for (const facet of new Set([...old.facets.keys(), ...next.facets.keys()])) {
    const [from, to] = [old.facets.get(facet), next.facets.get(facet)];
    if (isDeepStrictEqual(from?.value, to?.value)) continue;
    // "description response": the facet, and the part that it is a facet of.
    const [name = "", ...place] = facet.split(" ");
    const part = name === "body" ? "body" : name === "answer" ? responsePlace(place.join(" ")) : "";
    found.push({
      facet: name === "media" ? "media type" : name,
      from: from?.value,
      to: to?.value,
      place: part,
      old: from?.pointer ?? old.pointer,
      new: to?.pointer ?? next.pointer,
    });
  }
  return found;
}

const responsePlace = (code: string): Place => (code === "200" ? "response" : `response ${code}`);

type Fields = ReadonlyMap<Place, CallerField>;

class FieldComparison {
  readonly #old: Fields;
  readonly #new: Fields;
  readonly #oldBelow: ReturnType<typeof childrenOf>;
  readonly #newBelow: ReturnType<typeof childrenOf>;
  /** What was found so far; of what a type holds, in a list of its own. */
  #found: ContractDifference[] = [];

  constructor(old: Fields, next: Fields) {
    this.#old = old;
    this.#new = next;
    this.#oldBelow = childrenOf(old.keys());
    this.#newBelow = childrenOf(next.keys());
  }

  run(): ContractDifference[] {
    const roots = [...this.#old.keys(), ...this.#new.keys()].map((place) => parentOf(place) ?? "");
    for (const root of new Set(roots)) {
      if (!this.#old.has(root) && !this.#new.has(root)) this.#level({ old: root, new: root });
    }
    return this.#found;
  }

  #level(level: Level): void {
    const matches = matchFields(this.#oldBelow(level.old), this.#newBelow(level.new), {
      key: (place, side) => keyOf(place, side === "old" ? this.#old : this.#new),
      renames: (gone, come) => renames(fieldsAt(this.#old, gone), fieldsAt(this.#new, come)),
    });
    for (const match of matches) {
      if (match.kind === "same") this.#pair(match.old, match.new);
      else if (match.kind === "renamed") this.#renamed(match.old, match.new, level);
      else if (match.kind === "removed") this.#removed(match.old, level);
      else this.#added(match.new);
    }
  }

  #pair(oldPlace: Place, newPlace: Place): void {
    const [from, to] = [this.#old.get(oldPlace), this.#new.get(newPlace)];
    if (from === undefined || to === undefined) return;
    const own = compareField(from, to);
    this.#found.push(...own);
    const type = own.find(({ facet }) => facet === "type");
    if (type === undefined) return this.#level({ old: oldPlace, new: newPlace });
    // What the value holds is new or gone with its type.
    const outside = this.#found;
    this.#found = type.inside = [];
    this.#level({ old: oldPlace, new: newPlace });
    this.#found = outside;
  }

  #renamed(oldPlace: Place, newPlace: Place, level: Level): void {
    const [from, to] = [this.#old.get(oldPlace), this.#new.get(newPlace)];
    if (from === undefined || to === undefined) return;
    if (isAlternative(oldPlace)) return this.#pair(oldPlace, newPlace);
    this.#found.push({
      ...spot(from, to),
      facet: "renamed",
      from: nameOf(oldPlace),
      to: nameOf(newPlace),
      place: withoutAlternatives(oldPlace),
      inOpen: this.#isOpen(level),
    });
    this.#pair(oldPlace, newPlace);
  }

  #removed(place: Place, level: Level): void {
    const field = this.#old.get(place);
    // Another number of alternatives is one difference of what holds them.
    if (field === undefined || isAlternative(place)) return;
    this.#found.push({ ...whole("removed", field), old: field.pointer, inOpen: this.#isOpen(level) });
  }

  #added(place: Place): void {
    const field = this.#new.get(place);
    if (field !== undefined && !isAlternative(place))
      this.#found.push({ ...whole("added", field), new: field.pointer });
  }

  /** Whether what holds the fields takes others, after the change. */
  #isOpen = (level: Level): boolean => this.#new.get(level.new)?.open ?? false;
}

const fieldsAt = (fields: Fields, places: readonly Place[]): CallerField[] =>
  places.flatMap((place) => fields.get(place) ?? []);

/** By what two fields are the same: their names; of alternatives, what callers see of them. */
const keyOf = (place: Place, fields: Fields): string =>
  isAlternative(place) ? `|${fields.get(place)?.signature ?? ""}` : place.slice(place.lastIndexOf("/"));

const isAlternative = (place: Place): boolean => /\/\|\d+$/.test(place);

const whole = (facet: "removed" | "added", field: CallerField): ContractDifference => ({
  facet,
  from: facet === "removed" ? field.wire : undefined,
  to: facet === "added" ? field.wire : undefined,
  place: withoutAlternatives(field.place),
  side: field.side,
  required: field.required,
});

/** Fields that only got another name: declared in the same words, under one name before and one after. */
function renames(gone: readonly CallerField[], come: readonly CallerField[]): Map<Place, Place> {
  const found = new Map<Place, Place>();
  // Alternatives whose type or members changed are the same ones in their order.
  const [oldAlternatives, newAlternatives] = [gone, come].map((fields) =>
    fields.filter((one) => isAlternative(one.place)),
  );
  for (const [index, { place }] of (oldAlternatives ?? []).entries()) {
    const twin = newAlternatives?.[index];
    if (twin !== undefined) found.set(place, twin.place);
  }
  for (const { place, words } of gone.filter((one) => !isAlternative(one.place))) {
    const twins = come.filter((to) => to.words === words && !isItem(to.place));
    const [twin] = twins;
    const others = gone.filter((one) => one.words === words);
    if (twin !== undefined && twins.length === 1 && others.length === 1) found.set(place, twin.place);
  }
  return found;
}

const spot = (from: CallerField, to: CallerField): Pick<ContractDifference, "place" | "side" | "old" | "new"> => ({
  place: withoutAlternatives(to.place),
  side: to.side,
  old: from.pointer,
  new: to.pointer,
});

/** Facets that follow from the type of a value: if it is another one, they are not told too. */
const WITH_THE_TYPE = new Set(["wire", "values", "x-extensible-enum", "open", "x-evidence", "inner"]);

function compareField(from: CallerField, to: CallerField): ContractDifference[] {
  const found: ContractDifference[] = [];
  const place = spot(from, to);
  const add = (
    facet: string,
    before: unknown,
    after: unknown,
    at: Pick<ContractDifference, "old" | "new"> = {},
  ): void => {
    found.push({ ...place, facet, from: before, to: after, required: to.required, ...at });
  };
  const keyword = (name: string): Pick<ContractDifference, "old" | "new"> => pointersOf(name, from, to);

  if (!isDeepStrictEqual(from.types, to.types)) {
    const nullOnly = isDeepStrictEqual(withoutNull(from.types), withoutNull(to.types));
    add(nullOnly ? "nullable" : "type", from.types, to.types, keyword("type"));
    if (from.wire !== to.wire) Object.assign(found[0] ?? {}, { wire: [from.wire, to.wire] });
  } else if (from.alternatives !== to.alternatives) add("alternatives", from.alternatives, to.alternatives);
  if (from.wire !== to.wire) {
    const nullOnly = withoutNullWord(from.wire) === withoutNullWord(to.wire);
    if (!(nullOnly && found.some(({ facet }) => facet === "nullable")))
      add(
        "wire",
        from.wire,
        to.wire,
        keyword(from.keywords.has("format") || to.keywords.has("format") ? "format" : "type"),
      );
  }
  if (from.required !== to.required) {
    const at = (one: CallerField): string => one.requiredAt ?? one.pointer;
    add("required", from.required, to.required, { old: at(from), new: at(to) });
  }
  if (!isDeepStrictEqual(from.values, to.values)) add("values", from.values, to.values, keyword("enum"));
  if (from.open !== to.open && hasMembers(from, to)) add("open", from.open, to.open, keyword("additionalProperties"));
  for (const name of new Set([...from.keywords.keys(), ...to.keywords.keys()])) {
    if (MERGED.has(name)) continue;
    const [before, after] = [valuesAt(from, name), valuesAt(to, name)];
    if (!isDeepStrictEqual(before[0], after[0])) add(name, before[0], after[0], keyword(name));
    if (!isDeepStrictEqual(before.slice(1), after.slice(1))) {
      add("inner", before.slice(1), after.slice(1), keyword(name));
    }
  }
  const type = found.some(({ facet }) => facet === "type");
  const required = found.some(({ facet }) => facet === "required");
  return found.filter(({ facet }) => !(type && WITH_THE_TYPE.has(facet)) && !(required && facet === "x-required"));
}

const valuesAt = (field: CallerField, name: string): unknown[] =>
  (field.keywords.get(name) ?? []).map(({ value }) => value);

const hasMembers = (from: CallerField, to: CallerField): boolean =>
  from.types?.includes("object") === true && to.types?.includes("object") === true;

const withoutNull = (types: readonly string[] | undefined): string[] | undefined =>
  types?.filter((type) => type !== "null");
const withoutNullWord = (wire: string): string => wire.replace(" | null", "");

/** Where a keyword is written on both sides. Where it is missing, what would hold it stands for it. */
function pointersOf(name: string, from: CallerField, to: CallerField): Pick<ContractDifference, "old" | "new"> {
  const written = (field: CallerField): Written | undefined => field.keywords.get(name)?.[0];
  const [before, after] = [written(from), written(to)];
  const holder = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf("/"));
  /** The schema of the same place in the other bundle: a shape that several operations share is one line. */
  const beside = (other: Written | undefined, field: CallerField): string =>
    other !== undefined && field.pointers.includes(holder(other.pointer)) ? holder(other.pointer) : field.pointer;
  return { old: before?.pointer ?? beside(after, from), new: after?.pointer ?? beside(before, to) };
}
