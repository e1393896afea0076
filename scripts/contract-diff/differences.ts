// Compares two entries, or all fields of two operations: what differs, as data. Ratings and words come later.
import { isDeepStrictEqual } from "node:util";
import { ListComparer, type Level } from "../compare/lists.js";
import { isItem, nameOf, parentOf, type Place } from "../core/place.js";
import { withoutAlternatives } from "../core/schema-fields.js";
import { pointerOfFacet, pointerTo, type Entry, type Side, type Written } from "./entry.js";
import { isAlternative, type CallerField, type Fields } from "./field.js";

/** One difference at one place. */
export interface ContractDifference {
  /** What differs: `type`, `required`, `present`, … or the name of a keyword. */
  facet: string;
  from: unknown;
  to: unknown;
  /** Without steps through alternatives; empty for the operation itself. */
  place: Place;
  /** Absent if the difference belongs to the whole contract. */
  operationId?: string;
  side?: Side;
  /** Into the two bundles. */
  old?: string;
  new?: string;
  /** Whether the value does not count, because something around its shape says otherwise. */
  overridden?: boolean;
  /** Whether what holds the field takes members that it does not name, after the change. */
  inOpen?: boolean;
  /** How the value travels, before and after; only with its type. */
  wire?: [from: string, to: string];
  /** Whether callers must send the field, or can rely on it. */
  required?: boolean;
  /** Differences that follow from this one: they are told with it. */
  inside?: ContractDifference[];
}

/** Facets that follow from another one: if that differs, they are not told too. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  type: ["wire", "values", "alternatives", "open", "x-extensible-enum", "x-evidence"],
  required: ["x-required"],
  "security scheme": ["description"],
};

/** The differences between the facets of two entries. An entry that is missing has none. */
export function compareEntries(old: Entry | undefined, next: Entry | undefined): ContractDifference[] {
  const place = withoutAlternatives((next ?? old)?.place ?? "");
  const found: ContractDifference[] = [];
  for (const facet of new Set([...(old?.facets.keys() ?? []), ...(next?.facets.keys() ?? [])])) {
    const [before, after] = [[...(old?.facets.get(facet) ?? [])], [...(next?.facets.get(facet) ?? [])]];
    // A shape keeps its values if one more is written around it.
    while (before.length > 0 && after.length > 0 && isSame(before.at(-1), after.at(-1))) {
      before.pop();
      after.pop();
    }
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      const [from, to] = [before[index], after[index]];
      if (isSame(from, to)) continue;
      found.push({
        facet: facet === "type" && isDeepStrictEqual(withoutNull(from), withoutNull(to)) ? "nullable" : facet,
        ...{ from: from?.value, to: to?.value, place },
        ...(index > 0 && { overridden: true }),
        ...(old && { old: pointerOfFacet(old, from, to) }),
        ...(next && { new: pointerOfFacet(next, to, from) }),
      });
    }
  }
  const followers = new Set(found.flatMap(({ facet }) => FOLLOWS[facet] ?? []));
  return found.filter(({ facet }) => !followers.has(facet));
}

const withoutNull = (types: Written | undefined): unknown =>
  Array.isArray(types?.value) ? types.value.filter((type) => type !== "null") : undefined;

const isSame = (one: Written | undefined, other: Written | undefined): boolean =>
  isDeepStrictEqual(one?.value, other?.value);

function compareField(from: CallerField, to: CallerField): ContractDifference[] {
  const found = compareEntries(from, to).map((one) => ({ ...one, side: to.side, required: to.required }));
  const type = found.find(({ facet }) => facet === "type");
  if (type === undefined) return found;
  if (from.wire !== to.wire) Object.assign(type, { wire: [from.wire, to.wire] });
  return found.filter(({ overridden }) => overridden !== true);
}

/** The differences between the fields of two operations. */
export function compareFields(old: Fields, next: Fields): ContractDifference[] {
  /** What was found so far; of what a type holds, in a list of its own. */
  let found: ContractDifference[] = [];

  /** A field that is new, gone or renamed. */
  const add = (
    facet: "present" | "renamed",
    [from, to]: [from: unknown, to: unknown],
    [before, after]: [before: CallerField | undefined, after: CallerField | undefined],
    level: Level,
  ): void => {
    const field = before ?? after;
    // Another number of alternatives is one difference of what holds them.
    if (field === undefined || isAlternative(field.place)) return;
    const { side, required, place } = field;
    found.push({
      ...{ facet, from, to, side, required, place: withoutAlternatives(place) },
      ...(before && { old: pointerTo(before.parts[0]) }),
      ...(after && { new: pointerTo(after.parts[0]) }),
      inOpen: next.get(level.new)?.open ?? false,
    });
  };
  const pair = (oldPlace: Place, newPlace: Place): void => {
    const [from, to] = [old.get(oldPlace), next.get(newPlace)];
    if (from === undefined || to === undefined) return;
    const own = compareField(from, to);
    found.push(...own);
    const outside = found;
    // What the value holds is new or gone with its type.
    const type = own.find(({ facet }) => facet === "type");
    if (type !== undefined) found = type.inside = [];
    lists.level({ old: oldPlace, new: newPlace });
    found = outside;
  };
  const fieldsAt = (fields: Fields, places: readonly Place[]): CallerField[] =>
    places.flatMap((place) => fields.get(place) ?? []);
  const lists = new ListComparer({
    old: old.keys(),
    new: next.keys(),
    key: (place, side) => keyOf(place, side === "old" ? old : next),
    renames: (gone, come) => renames(fieldsAt(old, gone), fieldsAt(next, come)),
    pair,
    renamed: (from, to, level) => {
      add("renamed", [nameOf(from), nameOf(to)], [old.get(from), next.get(to)], level);
      pair(from, to);
    },
    removed: (place, level) => {
      const field = old.get(place);
      add("present", [field?.wire, undefined], [field, undefined], level);
    },
    added: (place, level) => {
      const field = next.get(place);
      add("present", [undefined, field?.wire], [undefined, field], level);
    },
  });
  for (const root of new Set([...old.keys(), ...next.keys()].map((place) => parentOf(place) ?? ""))) {
    if (!old.has(root) && !next.has(root)) lists.level({ old: root, new: root });
  }
  return found;
}

/** By what two fields are the same: their names; of alternatives, what callers see of them. */
const keyOf = (place: Place, fields: Fields): string =>
  isAlternative(place) ? `|${fields.get(place)?.signature() ?? ""}` : place.slice(place.lastIndexOf("/") + 1);

/** Fields that only got another name: declared in the same words, under one name before and one after. */
function renames(gone: readonly CallerField[], come: readonly CallerField[]): Map<Place, Place> {
  const found = new Map<Place, Place>();
  if (gone.length === 0 || come.length === 0) return found;
  // Alternatives whose type or members changed are the same ones in their order.
  const alternatives = come.filter(({ place }) => isAlternative(place));
  for (const { place, words } of gone) {
    const twins = isAlternative(place)
      ? alternatives.splice(0, 1)
      : come.filter((to) => to.words() === words() && !isItem(to.place));
    const others = gone.filter((one) => one.words() === words());
    const [twin] = twins;
    if (twin === undefined) continue;
    if (isAlternative(place) || (twins.length === 1 && others.length === 1)) found.set(place, twin.place);
  }
  return found;
}
