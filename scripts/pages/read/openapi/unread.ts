// Notes what a node of the document says and its reader does not read, so that no fact of a page is lost silently.
import { isObject, type Located } from "../../../core/node.js";
import type { Place } from "../../../core/place.js";
import type { PageParts } from "./parts.js";

/** What a reader takes of a node, by name: whether it can read the value. */
export type Readable = Readonly<Record<string, (value: unknown) => boolean>>;

export const isAny = (): boolean => true;
export const isText = (value: unknown): boolean => typeof value === "string";
export const isMark = (value: unknown): boolean => typeof value === "boolean";
export const isList = (value: unknown): boolean => Array.isArray(value);
export const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
export const areObjects = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);
export const hasObjects = (value: unknown): boolean => isObject(value) && Object.values(value).every(isObject);

/** Keywords of which `false` says something. */
const FALSE_SAYS = /^(?:additional|unevaluated|items$|contains$|propertyNames$|not$|if$|then$|else$|explode$)/;

/** Keys of Apifox and of other tools, and those that name or describe a schema for tools only. */
const NO_FACT = /^(?:x-|\$(?:schema|id|anchor|comment|defs|dynamicAnchor)$|definitions$)/;

function saysNothing(key: string, value: unknown): boolean {
  if (NO_FACT.test(key) || value === undefined || value === null || value === "") return true;
  if (value === false) return !FALSE_SAYS.test(key);
  if (key === "additionalProperties" && value === true) return true;
  return typeof value === "object" && Object.keys(value).length === 0 && key !== "not";
}

/** Notes the members of a node that are not read. */
export function noteUnread(page: PageParts, { node, pointer }: Located, place: Place, read: Readable): void {
  for (const [key, value] of Object.entries(node)) {
    if (read[key]?.(value) === true || saysNothing(key, value)) continue;
    page.noteValue([...pointer, key], place, key, value);
  }
}
