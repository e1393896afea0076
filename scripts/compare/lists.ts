// The one comparer of lists of fields: which field of one list is which of the other. What that means is up to the caller.
import { nameOf, parentOf, type Place } from "../core/place.js";

/** One field of two lists. */
export type FieldMatch =
  | { kind: "same" | "renamed"; old: Place; new: Place }
  | { kind: "removed"; old: Place }
  | { kind: "added"; new: Place };

export interface Matching {
  /** By what two fields are the same. Default: their names. */
  key?: (place: Place, side: "old" | "new") => string;
  /** Whether a field that only one list has counts. */
  counts?: (place: Place, side: "old" | "new") => boolean;
  /** Which of the fields that only one list has are one field under two names. */
  renames?: (gone: readonly Place[], come: readonly Place[]) => ReadonlyMap<Place, Place>;
}

/** Compares two lists: first the fields that both have, then the renamed, the removed and the added ones. */
export function matchFields(
  olds: readonly Place[],
  news: readonly Place[],
  { key = nameOf, counts = () => true, renames = () => new Map() }: Matching = {},
): FieldMatch[] {
  const byKey = new Map(olds.map((place) => [key(place, "old"), place]));
  const matches: FieldMatch[] = [];
  const come: Place[] = [];
  for (const next of news) {
    const name = key(next, "new");
    const old = byKey.get(name);
    byKey.delete(name);
    if (old === undefined) come.push(next);
    else matches.push({ kind: "same", old, new: next });
  }
  const gone = [...byKey.values()].filter((place) => counts(place, "old"));
  const fresh = come.filter((place) => counts(place, "new"));
  const renamed = renames(gone, fresh);
  const taken = new Set(renamed.values());
  for (const [old, next] of renamed) matches.push({ kind: "renamed", old, new: next });
  for (const old of gone) if (!renamed.has(old)) matches.push({ kind: "removed", old });
  for (const next of fresh) if (!taken.has(next)) matches.push({ kind: "added", new: next });
  return matches;
}

/** The fields directly below each place. A field without one above it is below the empty place. */
export function childrenOf(places: Iterable<Place>): (place: Place) => readonly Place[] {
  const children = new Map<Place, Place[]>();
  for (const place of new Set(places)) {
    const above = parentOf(place) ?? "";
    const list = children.get(above);
    if (list === undefined) children.set(above, [place]);
    else list.push(place);
  }
  return (place) => children.get(place) ?? [];
}
