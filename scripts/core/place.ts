// Places: where a field is in an operation. Pages and the contract use the same ones.
import { escapeStep, unescapeStep } from "./pointer.js";

/** The parts of a page. For a callback, the pushed message is `body`, and `response` is what the receiver answers. */
export const PARTS = ["header", "path", "query", "body", "response"] as const;
export type Part = (typeof PARTS)[number];

// Where a field is: header/access-key, path/refundId, query/itemId, body/lines/*/id, response/data/refundId.
// `*` stands for each item of a list, `?` for a way that the page does not show (body/?/remark).
// The outermost object of a body has no entry of its own; a body that is not an object has one (body, response).
export type Place = string;

/** Each item of a list. */
const ITEM = "*";
/** A way that the page does not show. */
export const UNSEEN = "?";

// A name on the wire may be `*` or `?` itself; `~` tells it apart.
const escaped = (name: string): string => {
  const safe = escapeStep(name);
  return safe === ITEM || safe === UNSEEN ? `~${safe}` : safe;
};
const unescaped = (step: string): string => unescapeStep(step.replace(/^~([*?])$/, "$1"));

export const under = (place: Place, name: string): Place => `${place}/${escaped(name)}`;
export const itemOf = (place: Place): Place => `${place}/${ITEM}`;
/** A field of this name somewhere below; the page does not show where. */
export const somewhereIn = (place: Place, name: string): Place => under(`${place}/${UNSEEN}`, name);

export const partOf = (place: Place): Part => {
  const [first = ""] = place.split("/");
  const part = PARTS.find((one) => one === first);
  if (part === undefined) throw new Error(`"${place}" is not a place on a page`);
  return part;
};

/** The field's name on the wire; `*` for the items of a list, the part itself for a whole body. */
export const nameOf = (place: Place): string => unescaped(place.slice(place.lastIndexOf("/") + 1));
/** The place around a place; undefined for a part itself. */
export const parentOf = (place: Place): Place | undefined =>
  place.includes("/") ? place.slice(0, place.lastIndexOf("/")) : undefined;
export const isItem = (place: Place): boolean => place.endsWith(`/${ITEM}`);
export const isUnseen = (place: Place): boolean => place.includes(`/${UNSEEN}/`);
export const isWithin = (place: Place, ancestor: Place): boolean => place.startsWith(`${ancestor}/`);
