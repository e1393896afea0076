// The flat fields of a page as a tree, with what its examples hold at each place.
import { fieldsOfExamples } from "../page/example.js";
import type { Field, Page } from "../page/page.js";
import { type Part, type Place, UNSEEN, isItem, isUnseen, itemOf, nameOf, parentOf, partOf } from "../../core/place.js";
import { isObject } from "../../core/node.js";

export interface TreeNode {
  place: Place;
  /** The name on the wire; for the items of a list, the name of the list. */
  name: string;
  /** What the page says; undefined if the page shows only something below this place. */
  field: Field | undefined;
  members: TreeNode[];
  item: TreeNode | undefined;
  /** The values of the page's examples at this place. */
  values: unknown[];
  /** Whether the page shows fields below without their place. */
  cut: boolean;
}

/** Fields of all parts whose place the page does not show. */
export const unplaced = (page: Page): Place[] => [...page.fields.keys()].filter(isUnseen);

/** One part of a page: the fields of its table, and more fields from its examples. */
export function treeOf(page: Page, part: Part): TreeNode {
  const examples = part === "body" || part === "response" ? page.examples[part] : [];
  const fields = new Map([...page.fields].filter(([place]) => !isUnseen(place) && partOf(place) === part));
  for (const [place, field] of fieldsOfExamples(part, examples)) {
    if (!fields.has(place) && mayHold(fields, place)) fields.set(place, field);
  }
  const below = new Map<Place, Place[]>();
  const places = new Set<Place>();
  const add = (place: Place): void => {
    if (places.has(place)) return;
    places.add(place);
    const parent = parentOf(place);
    if (parent === undefined) return;
    below.set(parent, [...(below.get(parent) ?? []), place]);
    add(parent);
  };
  for (const place of fields.keys()) add(place);
  const cuts = unplaced(page).map((place) => place.slice(0, place.indexOf(`/${UNSEEN}/`)));
  const build = (place: Place, name: string, values: unknown[]): TreeNode => {
    const members = (below.get(place) ?? []).filter((one) => one !== itemOf(place));
    const hasItem = (below.get(place) ?? []).includes(itemOf(place));
    return {
      place,
      name,
      field: fields.get(place),
      members: members.map((one) => build(one, nameOf(one), valuesUnder(values, nameOf(one)))),
      item: hasItem
        ? build(
            itemOf(place),
            name,
            values.flatMap((one) => (Array.isArray(one) ? (one as unknown[]) : [])),
          )
        : undefined,
      values,
      cut: cuts.includes(place),
    };
  };
  return build(part, part, examples);
}

const valuesUnder = (values: unknown[], name: string): unknown[] =>
  values.flatMap((one) => (isObject(one) && Object.hasOwn(one, name) ? [one[name]] : []));

// Keys of maps are not names of fields: `{ "colour: red": 1 }`.
const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/** Whether a place that only an example shows can be a field: not below a scalar of the table, and not a key of a map. */
function mayHold(fields: ReadonlyMap<Place, Field>, place: Place): boolean {
  let below = place;
  for (let at = parentOf(place); at !== undefined; below = at, at = parentOf(at)) {
    if (!isItem(below) && !IDENTIFIER.test(nameOf(below))) return false;
    const field = fields.get(at);
    if (field?.from !== "table" || field.types.length === 0) continue;
    const holds = isItem(below) ? "array" : "object";
    if (![...field.types, ...(field.seen ?? [])].includes(holds)) return false;
  }
  return true;
}

/** Every node of a tree, the root first. */
export function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node;
  for (const member of node.members) yield* nodesOf(member);
  if (node.item !== undefined) yield* nodesOf(node.item);
}

/** Whether the page shows anything of a part. */
export const showsAnything = (tree: TreeNode): boolean => [...nodesOf(tree)].length > 1 || tree.field !== undefined;
