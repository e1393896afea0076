// Notes what a node of the document says and its reader does not read, so that no fact of a page is lost silently.
import { isObject, type Located, type Node } from "../../../core/node.js";
import type { Place } from "../../../core/place.js";
import { keptLabel } from "../../page/field.js";
import { withoutPersonalText } from "../../page/personal.js";
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
    noteValue(page, [...pointer, key], place, key, value);
  }
}

/** Notes one value that is not read. */
export function noteValue(
  page: PageParts,
  pointer: Located["pointer"],
  place: Place,
  what: string,
  value: unknown,
): void {
  page.note(pointer, { kind: "not read", place, what, value: shown(page, value) });
}

/** Notes one value that may be about a person. */
export function noteExample(
  page: PageParts,
  pointer: Located["pointer"],
  place: Place,
  what: string,
  value: unknown,
): void {
  page.note(pointer, { kind: "not read", place, what, value: page.digest(value) });
}

/** A short value as it is, any other as its digest. */
function shown(page: PageParts, value: unknown): string {
  if (typeof value === "string") return keptLabel(withoutPersonalText(value)) ?? '""';
  return typeof value === "object" && value !== null ? page.digest(value) : String(value);
}

/** Apifox' key of this name, or that of Apidog, its international twin. */
export const apifox = (node: Node, name: string): unknown => node[`x-apifox-${name}`] ?? node[`x-apidog-${name}`];
