// Compares two views of one operation: what differs, as data. Ratings and words come later.
import { isDeepStrictEqual } from "node:util";
import { isItem, nameOf, parentOf, type Place } from "../core/place.js";
import { withoutAlternatives } from "../core/schema-fields.js";
import { MERGED, type CallerField, type CallerView, type Side, type Written } from "./fields.js";

/** One difference at one place. */
export interface Difference {
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
  inside?: Difference[];
}

export function compareViews(old: CallerView, next: CallerView): Difference[] {
  return [...compareFacets(old, next), ...new FieldComparison(old.fields, next.fields).run()];
}

function compareFacets(old: CallerView, next: CallerView): Difference[] {
  const found: Difference[] = [];
  for (const facet of new Set([...old.facets.keys(), ...next.facets.keys()])) {
    const [from, to] = [old.facets.get(facet), next.facets.get(facet)];
    if (isDeepStrictEqual(from?.value, to?.value)) continue;
    // "description response": the facet, and the part that it is a facet of.
    const [name = "", ...place] = facet.split(" ");
    const part = name === "body" ? "body" : name === "answer" ? responsePlace(place.join(" ")) : "";
    found.push({
      facet: name === "media" ? "media type" : name,
      ...{
        from: from?.value,
        to: to?.value,
        place: part,
        old: from?.pointer ?? old.pointer,
        new: to?.pointer ?? next.pointer,
      },
    });
  }
  return found;
}

const responsePlace = (code: string): Place => (code === "200" ? "response" : `response ${code}`);

type Fields = ReadonlyMap<Place, CallerField>;

class FieldComparison {
  readonly #old: Fields;
  readonly #new: Fields;
  readonly #oldChildren: Map<Place, Place[]>;
  readonly #newChildren: Map<Place, Place[]>;

  constructor(old: Fields, next: Fields) {
    this.#old = old;
    this.#new = next;
    this.#oldChildren = childrenOf(old);
    this.#newChildren = childrenOf(next);
  }

  run(): Difference[] {
    return this.#level("");
  }

  /** The fields directly below a place. */
  #level(oldPlace: Place, newPlace = oldPlace): Difference[] {
    const found: Difference[] = [];
    const olds = this.#fieldsBelow(this.#old, this.#oldChildren, oldPlace);
    const news = this.#fieldsBelow(this.#new, this.#newChildren, newPlace);
    const gone: CallerField[] = [];
    for (const [name, from] of olds) {
      const to = news.get(name);
      if (to === undefined) gone.push(from);
      else found.push(...this.#pair(from, to));
    }
    const come = [...news].filter(([name]) => !olds.has(name)).map(([, to]) => to);
    const inOpen = this.#new.get(newPlace)?.open ?? false;
    const renamed = renames(gone, come);
    for (const from of gone) {
      const to = renamed.get(from);
      if (to === undefined) {
        if (!isAlternative(from.place)) found.push({ ...whole("removed", from), old: from.pointer, inOpen });
      } else {
        const names = { from: nameOf(from.place), to: nameOf(to.place) };
        found.push({ facet: "renamed", ...names, ...spot(from, to), inOpen, place: withoutAlternatives(from.place) });
        found.push(...this.#pair(from, to));
      }
    }
    const taken = new Set(renamed.values());
    for (const to of come) {
      if (!taken.has(to) && !isAlternative(to.place)) found.push({ ...whole("added", to), new: to.pointer });
    }
    return found;
  }

  #fieldsBelow(fields: Fields, children: Map<Place, Place[]>, place: Place): Map<string, CallerField> {
    const below = new Map<string, CallerField>();
    for (const child of children.get(place) ?? []) {
      const field = fields.get(child);
      if (field !== undefined) below.set(child.slice(place.length), field);
    }
    return below;
  }

  #pair(from: CallerField, to: CallerField): Difference[] {
    const own = compareField(from, to);
    const inside = this.#level(from.place, to.place);
    const type = own.find(({ facet }) => facet === "type");
    if (type === undefined) return [...own, ...inside];
    // What it holds is new or gone with the type.
    type.inside = inside;
    return own;
  }
}

const isAlternative = (place: Place): boolean => /\/\|\d+$/.test(place);

const whole = (facet: string, field: CallerField): Difference => ({
  facet,
  ...{ from: facet === "removed" ? field.wire : undefined, to: facet === "added" ? field.wire : undefined },
  ...{ place: withoutAlternatives(field.place), side: field.side, required: field.required },
});

function childrenOf(fields: Fields): Map<Place, Place[]> {
  const children = new Map<Place, Place[]>();
  for (const place of fields.keys()) {
    // Outermost values stand below the empty place, parameters below their part.
    const up = parentOf(place) ?? "";
    const parent = up === "" || fields.has(up) ? up : "";
    children.set(parent, [...(children.get(parent) ?? []), place]);
  }
  return children;
}

/** Fields that only got another name: declared in the same words, under one name before and one after. */
function renames(gone: readonly CallerField[], come: readonly CallerField[]): Map<CallerField, CallerField> {
  const found = new Map<CallerField, CallerField>();
  for (const from of gone) {
    const twins = come.filter((to) => to.words === from.words && !isItem(to.place));
    const [twin] = twins;
    const others = gone.filter((one) => one.words === from.words);
    if (twin !== undefined && twins.length === 1 && others.length === 1) found.set(from, twin);
  }
  return found;
}

const spot = (from: CallerField, to: CallerField): Pick<Difference, "place" | "side" | "old" | "new"> => ({
  place: withoutAlternatives(to.place),
  side: to.side,
  old: from.pointer,
  new: to.pointer,
});

/** What the type of a value brings with it, and says nothing more than that. */
const WITH_THE_TYPE = new Set(["wire", "values", "x-extensible-enum", "open", "x-evidence", "inner"]);

function compareField(from: CallerField, to: CallerField): Difference[] {
  const found: Difference[] = [];
  const place = spot(from, to);
  const add = (facet: string, before: unknown, after: unknown, at: Pick<Difference, "old" | "new"> = {}): void => {
    found.push({ ...place, facet, from: before, to: after, required: to.required, ...at });
  };
  const keyword = (name: string): Pick<Difference, "old" | "new"> => pointersOf(name, from, to);

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
function pointersOf(name: string, from: CallerField, to: CallerField): Pick<Difference, "old" | "new"> {
  const written = (field: CallerField): Written | undefined => field.keywords.get(name)?.[0];
  const [before, after] = [written(from), written(to)];
  const holder = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf("/"));
  /** The schema of the same place in the other bundle: a shape that several operations share is one line. */
  const beside = (other: Written | undefined, field: CallerField): string =>
    other !== undefined && field.pointers.includes(holder(other.pointer)) ? holder(other.pointer) : field.pointer;
  return { old: before?.pointer ?? beside(after, from), new: after?.pointer ?? beside(before, to) };
}
