// Finds the place of each row of a table. Copied text does not show how fields nest: examples and types show it, or nothing does.
import { itemOf, nameOf, parentOf, under, type Place } from "../../../core/place.js";
import type { Row } from "./sections.js";
import type { PrintedType } from "./type-line.js";

/** The place around the members of a value of this type; undefined if it has none. */
export function insideOf(place: Place, type: PrintedType): Place | undefined {
  if (type.types.includes("object")) return place;
  return type.items === undefined ? undefined : insideOf(itemOf(place), type.items);
}

const DEEPEST = 40;

/**
 * The place of each row; undefined if the page does not show it. The rows are in the order of a walk through the tree: each is a member of the row above
 * it, or of an ancestor of that row. A row gets a place if only one of these is possible, or if examples show only one.
 * @param seen the places that the examples have
 */
export function placesOf(rows: readonly Row[], root: Place, seen: ReadonlySet<Place>): (Place | undefined)[] {
  const shown = new Set([...seen].map((place) => parentOf(place)));
  const onceInTable = onlyOnce(rows.map(({ name }) => name));
  const onceInExamples = onlyOnce([...seen].map((place) => nameOf(place)));
  const taken = new Set<Place>();
  /** The places that the next row can be a member of, from the outermost. */
  const open: Place[] = [root];
  /** Whether the next row can be a member of a row whose own place is unknown. */
  let belowUnknown = false;
  return rows.map(({ name, type }) => {
    const ways = open.filter((place) => !taken.has(under(place, name)));
    const fitting = ways.filter((place) => seen.has(under(place, name)));
    const isUnique = onceInTable.has(name) && onceInExamples.has(name);
    const isOnlyWay = !belowUnknown && ways.every((place) => place === fitting[0] || shown.has(place));
    const [only, ...others] = fitting.length > 0 ? fitting : ways;
    const isCertain = fitting.length > 0 ? isUnique || isOnlyWay : !belowUnknown;
    if (only === undefined || others.length > 0 || !isCertain) {
      belowUnknown ||= insideOf(root, type) !== undefined;
      return undefined;
    }
    const place = under(only, name);
    taken.add(place);
    const inside = insideOf(place, type);
    open.splice(open.indexOf(only) + 1);
    const isOpened = inside !== undefined && open.length < DEEPEST;
    if (isOpened) open.push(inside);
    belowUnknown = inside !== undefined && !isOpened;
    return place;
  });
}

function onlyOnce(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>();
  const all = new Set<string>();
  for (const name of names) {
    if (all.has(name)) once.delete(name);
    else once.add(name);
    all.add(name);
  }
  return once;
}
