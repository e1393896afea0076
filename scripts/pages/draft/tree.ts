// The flat fields of a page as a tree, with what its examples hold at each place.
import { isObject } from "../../core/node.js";
import type { Part, Place } from "../../core/place.js";
import { isItem, isUnseen, itemOf, nameOf, parentOf, partOf, under, UNSEEN } from "../../core/place.js";
import { fieldsOfExamples } from "../page/example.js";
import type { Field, Page } from "../page/page.js";

export interface TreeNode {
  place: Place;
  /** The name on the wire; for the items of a list, the name of the list. */
  name: string;
  /** What the page says; undefined if the page shows only something below this place. */
  field: Field | undefined;
  members: TreeNode[];
  item: TreeNode | undefined;
  /** The example of the field, and the values of the page's whole examples at this place. */
  values: unknown[];
  /** Whether the page shows fields below without their place. */
  cut: boolean;
}

/** One part of a page: the fields of its table, and more fields from its examples. */
export function treeOf(page: Page, part: Part): TreeNode {
  const examples = part === "body" || part === "response" ? page.examples[part] : [];
  const fields = new Map([...page.fields].filter(([place]) => partOf(place) === part));
  for (const [place, field] of fieldsOfExamples(part, examples)) {
    if (!fields.has(place) && mayHold(fields, place)) fields.set(place, field);
  }
  const nodes = new Map<Place, TreeNode>();
  const at = (place: Place): TreeNode => nodes.get(place) ?? add(place);
  const add = (place: Place): TreeNode => {
    const parent = parentOf(place);
    const list = parent !== undefined && isItem(place) ? at(parent) : undefined;
    const name = list?.name ?? nameOf(place);
    const node: TreeNode = { place, name, field: undefined, members: [], item: undefined, values: [], cut: false };
    nodes.set(place, node);
    if (list !== undefined) list.item = node;
    else if (parent !== undefined) at(parent).members.push(node);
    return node;
  };
  const root = at(part);
  for (const [place, field] of fields) {
    if (isUnseen(place)) at(place.slice(0, place.indexOf(`/${UNSEEN}/`))).cut = true;
    else Object.assign(at(place), { field, values: field.example === undefined ? [] : [field.example] });
  }
  const addValue = (place: Place, value: unknown): void => {
    const node = nodes.get(place);
    if (node === undefined) return;
    node.values.push(value);
    if (Array.isArray(value)) for (const item of value) addValue(itemOf(place), item);
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) addValue(under(place, name), member);
  };
  for (const example of examples) addValue(part, example);
  return root;
}

// Keys of maps are not names of fields: `{ "colour: red": 1 }`.
const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/** Whether a place that only an example shows can be a field: not below a scalar of the table, and not a key of a map. */
function mayHold(fields: ReadonlyMap<Place, Field>, place: Place): boolean {
  let below = place;
  for (let at = parentOf(place); at !== undefined; below = at, at = parentOf(at)) {
    if (!isItem(below) && !IDENTIFIER.test(nameOf(below))) return false;
    const field = fields.get(at);
    if (field?.from !== "table" || field.types.length === 0) continue;
    if (![...field.types, ...(field.seen ?? [])].includes(isItem(below) ? "array" : "object")) return false;
  }
  return true;
}

const TYPE_ORDER = ["string", "integer", "number", "boolean", "object", "array", "null"];

/** The types of a place: those that the page lists, those that follow from its members, and others in its examples. */
export function shownTypes({ field, item, members }: TreeNode): string[] {
  const types = new Set(field?.types ?? []);
  if (item !== undefined) types.add("array");
  if (members.length > 0) types.add("object");
  for (const type of field?.seen ?? []) if (type !== "null") types.add(type);
  if (types.has("number")) types.delete("integer");
  return TYPE_ORDER.filter((type) => types.has(type));
}

/** Every node of a tree, the root first. */
export function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const member of node.members) yield* nodesOf(member);
  if (node.item !== undefined) yield* nodesOf(node.item);
}

/** Whether the page shows anything of a part. */
export const showsAnything = ({ field, members, item }: TreeNode): boolean =>
  field !== undefined || members.length > 0 || item !== undefined;
