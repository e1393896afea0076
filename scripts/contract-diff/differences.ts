// Compares two entries, or all fields of two operations: what differs, as data. Ratings and words come later.
import { isDeepStrictEqual } from "node:util";
import { childrenOf, matchFields } from "../compare/lists.js";
import { isItem, nameOf, parentOf, type Place } from "../core/place.js";
import { withoutAlternatives } from "../core/schema-fields.js";
import { pointerOfFacet, pointerTo, type Entry, type Written } from "./entry.js";
import { isAlternative, type CallerField, type Fields, type Side } from "./field.js";

/** One difference at one place. */
export interface ContractDifference {
  /** What differs: `type`, `required`, `present`, … or the name of a keyword. */
  facet: string;
  /** The value before and after; `undefined` if there is none. */
  from: unknown;
  to: unknown;
  /** Without steps through alternatives; empty for the operation itself. */
  place: Place;
  /** Absent if the difference belongs to the whole contract. */
  operationId?: string | undefined;
  /** Into the two bundles. */
  old?: string;
  new?: string;
  /** Whether the value does not count, because the same facet is written around it. */
  overridden?: boolean;
  /** Only of a field. */
  side?: Side;
  /** Whether callers must send the field, or can rely on it. */
  required?: boolean;
  /** How the value travels, before and after. */
  wire?: readonly [from: string, to: string];
  /** Whether what holds the field takes members that it does not name, after the change. */
  inOpen?: boolean;
  /** Differences that follow from this one: they are told with it. */
  inside?: ContractDifference[];
}

/** Facets that follow from another one: if that differs, they are not told too. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  type: ["wire", "values", "alternatives", "open", "x-extensible-enum", "x-evidence"],
  nullable: ["wire"],
  required: ["x-required"],
};

/** The differences between two entries. If one of them is missing, its first facet is the only difference. */
export function compareEntries(old: Entry | undefined, next: Entry | undefined): ContractDifference[] {
  const place = withoutAlternatives((next ?? old)?.place ?? "");
  const found: ContractDifference[] = [];
  for (const name of new Set([...(old?.facets.keys() ?? []), ...(next?.facets.keys() ?? [])])) {
    const [before, after] = [[...(old?.facets.get(name) ?? [])], [...(next?.facets.get(name) ?? [])]];
    // One more value around the others leaves these as they are.
    while (before.length > 0 && after.length > 0 && isSame(before.at(-1), after.at(-1))) {
      before.pop();
      after.pop();
    }
    for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
      const [from, to] = [before[index], after[index]];
      if (isSame(from, to)) continue;
      found.push({
        facet: name === "type" && isDeepStrictEqual(withoutNull(from), withoutNull(to)) ? "nullable" : name,
        ...{ from: from?.value, to: to?.value, place },
        ...(old && { old: pointerOfFacet(old, from, to) }),
        ...(next && { new: pointerOfFacet(next, to, from) }),
        ...(index > 0 && { overridden: true }),
      });
    }
    if (old === undefined || next === undefined) return found;
  }
  const followers = new Set(found.flatMap(({ facet }) => FOLLOWS[facet] ?? []));
  const isOther = found.some(({ facet }) => facet === "type");
  return found.filter(({ facet, overridden }) => !followers.has(facet) && !(isOther && overridden));
}

const isSame = (one: Written | undefined, other: Written | undefined): boolean =>
  one?.value === other?.value || isDeepStrictEqual(one?.value, other?.value);
const withoutNull = (types: Written | undefined): unknown =>
  Array.isArray(types?.value) ? types.value.filter((type) => type !== "null") : undefined;

/** The differences between the fields of two operations. */
export function compareFields(old: Fields, next: Fields): ContractDifference[] {
  /** What was found so far; of what a type holds, in a list of its own. */
  let found: ContractDifference[] = [];

  const pair = (from: CallerField | undefined, to: CallerField | undefined): void => {
    if (from === undefined || to === undefined) return;
    const ofField = { side: to.side, required: to.required, wire: [from.wire, to.wire] as const };
    const own = compareEntries(from, to).map((one): ContractDifference => ({ ...one, ...ofField }));
    found.push(...own);
    const outside = found;
    // What the value holds is new or gone with its type.
    const type = own.find(({ facet }) => facet === "type");
    if (type !== undefined) found = type.inside = [];
    level(from.place, to.place);
    found = outside;
  };
  /** A field that is new, gone or renamed. */
  const add = (from: CallerField | undefined, to: CallerField | undefined, holder: Place): void => {
    const field = from ?? to;
    // Another number of alternatives is one difference of what holds them.
    if (field === undefined || isAlternative(field.place)) return;
    const renamed = from !== undefined && to !== undefined;
    const shown = (one: CallerField | undefined): unknown => one && (renamed ? nameOf(one.place) : one.wire);
    found.push({
      facet: renamed ? "renamed" : "present",
      ...{ from: shown(from), to: shown(to), place: withoutAlternatives(field.place) },
      ...(from && { old: pointerTo(from.parts[0]) }),
      ...(to && { new: pointerTo(to.parts[0]) }),
      ...{ side: field.side, required: field.required, inOpen: next.get(holder)?.open ?? false },
    });
  };
  const fieldAt = (fields: Fields) => (place: Place) => fields.get(place) ?? [];
  const [oldBelow, newBelow] = [childrenOf(old.keys()), childrenOf(next.keys())];
  const level = (from: Place, to: Place): void => {
    const matches = matchFields(oldBelow(from), newBelow(to), {
      // Alternatives are the same if callers see the same of them, and other fields by their names.
      key: (place, side) =>
        isAlternative(place)
          ? `|${(side === "old" ? old : next).get(place)?.signature() ?? ""}`
          : place.slice(place.lastIndexOf("/") + 1),
      renames: (gone, come) => renames(gone.flatMap(fieldAt(old)), come.flatMap(fieldAt(next))),
    });
    for (const match of matches) {
      const before = "old" in match ? old.get(match.old) : undefined;
      const after = "new" in match ? next.get(match.new) : undefined;
      if (match.kind !== "same") add(before, after, to);
      pair(before, after);
    }
  };
  for (const root of new Set([...old.keys(), ...next.keys()].map((place) => parentOf(place) ?? ""))) {
    if (!old.has(root) && !next.has(root)) level(root, root);
  }
  return found;
}

/** Fields that only got another name: declared in the same words, under one name before and one after. */
function renames(gone: readonly CallerField[], come: readonly CallerField[]): Map<Place, Place> {
  const found = new Map<Place, Place>();
  // Alternatives whose type or members changed are the same ones in their order.
  const alternatives = come.filter(({ place }) => isAlternative(place));
  for (const field of gone) {
    const isTwin = (one: CallerField): boolean => one.words() === field.words() && !isItem(one.place);
    const [twin, ...more] = isAlternative(field.place) ? alternatives.splice(0, 1) : come.filter(isTwin);
    if (twin === undefined || more.length > 0) continue;
    if (isAlternative(field.place) || gone.filter(isTwin).length === 1) found.set(field.place, twin.place);
  }
  return found;
}
