// What a page shows beside its list of fields.
import { childrenOf } from "../../compare/lists.js";
import { isItem, isUnseen, nameOf, partOf, PARTS, type Place } from "../../core/place.js";
import type { Field, Page } from "../page/page.js";

export interface PageView {
  /** The fields directly below a place. */
  below: (place: Place) => readonly Place[];
  /** The fields whose place is not visible, by part and name as `unplacedKey` gives them. */
  unplaced: ReadonlyMap<string, Place>;
  /** Whether a table lists the fields below a place. */
  isListed: (place: Place) => boolean;
}

export const unplacedKey = (place: Place): string => `${partOf(place)} ${nameOf(place)}`;

export function viewOf({ fields, form, visible }: Page): PageView {
  const places = [...fields.keys()];
  const below = childrenOf(places.filter((place) => !isUnseen(place)));
  const hidden = places.filter((place) => isUnseen(place) && !isItem(place));
  return {
    below,
    unplaced: new Map(hidden.map((place) => [unplacedKey(place), place])),
    isListed: (place) =>
      visible[partOf(place)] === "table" &&
      (form !== "text" ||
        PARTS.some((part) => part === place) ||
        below(place).some((one) => isTabled(fields.get(one)))),
  };
}

export const isTabled = (field: Field | undefined): boolean => field?.from === "table";

/** Whether the page has the field, but nothing about it can be read. */
export const isUnreadable = (field: Field | undefined): boolean =>
  field?.from === "example" && field.types.length === 0 && field.nullable === "not visible";

/** Header names are compared without case. */
export const keyOf = (place: Place): string =>
  partOf(place) === "header" ? nameOf(place).toLowerCase() : nameOf(place);

const TRANSPORT_HEADERS = new Set(["content-type", "accept", "user-agent"]);
/** Whether it is a header of HTTP itself, not of the API. */
export const isTransport = (place: Place): boolean => partOf(place) === "header" && TRANSPORT_HEADERS.has(keyOf(place));
