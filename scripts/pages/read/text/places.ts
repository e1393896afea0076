// Finds the place of each row of a table. Copied text does not show how fields nest: examples and types show it, or nothing does.
import { itemOf, isUnseen, nameOf, parentOf, partOf, somewhereIn, under, type Place } from "../../../core/place.js";
import type { Row } from "./found.js";
import { openItem, type PrintedType } from "./type-line.js";

/** The place around the members of a value of this type; undefined if it has none. */
export function insideOf(place: Place, type: PrintedType): Place | undefined {
  if (type.types.includes("object")) return place;
  return type.items === undefined ? undefined : insideOf(itemOf(place), type.items);
}

const DEEPEST = 40;

/** The place of a row without a name, which describes the items of the list above it. */
function itemIn(place: Place, list: PrintedType, { type }: Row, seen: ReadonlySet<Place>): Place {
  const depth = openItem(list, type);
  if (depth === undefined || place.split("/").length > DEEPEST) return place;
  const items = Array.from({ length: depth }, () => "/*").join("");
  const isShallow =
    depth > 1 && type.types.includes("array") && !seen.has(`${place}${items}/*`) && seen.has(`${place}${items}`);
  return place + (isShallow ? items.slice(2) : items);
}

/**
 * The place of each row; in an unseen way below the part if the page does not show it. The rows are in the order of a walk through the tree: each is a member of the row above
 * it, or of an ancestor of that row. A row gets a place if only one of these is possible, or if examples show only one.
 * @param seen the places that the examples have
 */
export function placesOf(
  rows: readonly Row[],
  { root, whole }: { root: Place; whole: PrintedType | undefined },
  seen: ReadonlySet<Place>,
): Place[] {
  const part = partOf(root);
  const shown = new Set([...seen].map((place) => parentOf(place)));
  const onceInTable = onlyOnce(rows.map(({ name }) => name));
  const onceInExamples = onlyOnce([...seen].map((place) => nameOf(place)));
  const taken = new Set<Place>();
  /** The places that the next row can be a member of, from the outermost. */
  const open: Place[] = [root];
  /** Whether the next row can be a member of a row whose own place is unknown. */
  let belowUnknown = false;
  /** The last row, or the whole. */
  let above = { place: part as Place, type: whole };
  const opened = (place: Place, type: PrintedType): Place => {
    const inside = insideOf(place, type);
    const isOpened = inside !== undefined && open.length < DEEPEST;
    if (isOpened) open.push(inside);
    belowUnknown = inside !== undefined && !isOpened;
    return place;
  };
  const placeOf = (row: Row): Place => {
    const { name, type } = row;
    if (name === "") {
      const place = above.type === undefined ? above.place : itemIn(above.place, above.type, row, seen);
      const isOpen = insideOf(place, type) === open.at(-1);
      return isOpen || isUnseen(place) ? place : opened(place, type);
    }
    const ways = open.filter((place) => !taken.has(under(place, name)));
    const fitting = ways.filter((place) => seen.has(under(place, name)));
    const isUnique = onceInTable.has(name) && onceInExamples.has(name);
    const isOnlyWay = !belowUnknown && ways.every((place) => place === fitting[0] || shown.has(place));
    const [only, ...others] = fitting.length > 0 ? fitting : ways;
    const isCertain = fitting.length > 0 ? isUnique || isOnlyWay : !belowUnknown;
    if (only === undefined || others.length > 0 || !isCertain) {
      belowUnknown ||= insideOf(root, type) !== undefined;
      return somewhereIn(part, name);
    }
    const place = under(only, name);
    taken.add(place);
    open.splice(open.indexOf(only) + 1);
    return opened(place, type);
  };
  return rows.map((row) => {
    const place = placeOf(row);
    above = { place, type: row.type };
    return place;
  });
}

function onlyOnce(names: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (all.has(name) ? repeated : all).add(name);
  return new Set(names.filter((name) => !repeated.has(name)));
}
