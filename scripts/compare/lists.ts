// The one comparer of lists of fields: which field of one list is which of the other. What a pair means is up to the caller.
import { nameOf, parentOf, type Place } from "../core/place.js";

/** Two places whose fields are compared with each other. */
export interface Level {
  old: Place;
  new: Place;
}

export interface ComparedLists {
  /** The places of all fields. */
  old: Iterable<Place>;
  new: Iterable<Place>;
  /** By what two fields of one level are the same. Default: their names. */
  key?: (place: Place, side: "old" | "new") => string;
  /** Which of the fields that only one list has are one field under two names. */
  renames: (gone: readonly Place[], come: readonly Place[]) => ReadonlyMap<Place, Place>;
  /** A field that both lists have. It may ask for the level inside. */
  pair: (old: Place, next: Place) => void;
  renamed: (old: Place, next: Place, level: Level) => void;
  removed: (old: Place, level: Level) => void;
  added: (next: Place, level: Level) => void;
  /** Whether two fields of one name count as a pair. The old one counts as removed if not. */
  isPair?: (old: Place, next: Place, siblings: readonly Place[]) => boolean;
  /** Whether a field that only one list has counts. */
  counts?: (place: Place, side: "old" | "new", level: Level) => boolean;
}

export class ListComparer {
  readonly #lists: ComparedLists;
  readonly #old: ReadonlyMap<Place, readonly Place[]>;
  readonly #new: ReadonlyMap<Place, readonly Place[]>;

  constructor(lists: ComparedLists) {
    this.#lists = lists;
    this.#old = childrenOf(lists.old);
    this.#new = childrenOf(lists.new);
  }

  /** The fields directly below a place. */
  below(side: "old" | "new", place: Place): readonly Place[] {
    return (side === "old" ? this.#old : this.#new).get(place) ?? [];
  }

  /** Compares the fields directly below two places. */
  level(level: Level): void {
    const { key = nameOf, isPair = () => true, counts = () => true, renames, pair, ...tell } = this.#lists;
    const [olds, news] = [this.below("old", level.old), this.below("new", level.new)];
    const byKey = new Map(olds.map((place) => [key(place, "old"), place]));
    const come: Place[] = [];
    const left: Place[] = [];
    for (const next of news) {
      const name = key(next, "new");
      const old = byKey.get(name);
      byKey.delete(name);
      if (old === undefined) come.push(next);
      else if (isPair(old, next, news)) pair(old, next);
      else left.push(old);
    }
    const gone = [...[...byKey.values()].filter((place) => counts(place, "old", level)), ...left];
    const fresh = come.filter((place) => counts(place, "new", level));
    const renamed = renames(gone, fresh);
    for (const [old, next] of renamed) tell.renamed(old, next, level);
    for (const old of gone) if (!renamed.has(old)) tell.removed(old, level);
    const taken = new Set(renamed.values());
    for (const next of fresh) if (!taken.has(next)) tell.added(next, level);
  }
}

/** The fields directly below each place. A field without one above it stands below the empty place. */
function childrenOf(places: Iterable<Place>): Map<Place, Place[]> {
  const known = new Set(places);
  const children = new Map<Place, Place[]>();
  for (const place of known) {
    const above = parentOf(place) ?? "";
    const list = children.get(above);
    if (list === undefined) children.set(above, [place]);
    else list.push(place);
  }
  return children;
}
