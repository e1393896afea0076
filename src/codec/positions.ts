// Turns the positions of the operations table into a tree that can be walked together with a value.
import type { Int64Wire, Positions } from "../operations/table.js";
import { namesOf } from "./pointer.js";

export interface PositionTree {
  readonly int64?: Int64Wire;
  readonly jsonText?: boolean;
  /** Applies to every item of a list or every member of a map. */
  readonly each?: PositionTree;
  readonly members?: ReadonlyMap<string, PositionTree>;
}

interface Growing {
  int64?: Int64Wire;
  jsonText?: boolean;
  each?: Growing;
  members?: Map<string, Growing>;
}

const trees = new WeakMap<Positions, PositionTree>();

/** @returns the tree of the positions. It is built once and then reused. */
export function treeOf(positions: Positions): PositionTree {
  const known = trees.get(positions);
  if (known !== undefined) return known;
  const root: Growing = {};
  for (const [pointer, wire] of Object.entries(positions.int64 ?? {})) grow(root, pointer).int64 = wire;
  for (const pointer of positions.jsonText ?? []) grow(root, pointer).jsonText = true;
  trees.set(positions, root);
  return root;
}

function grow(root: Growing, pointer: string): Growing {
  let node = root;
  for (const name of namesOf(pointer)) {
    if (name === "*") {
      node = node.each ??= {};
    } else {
      node.members ??= new Map();
      const below = node.members.get(name) ?? {};
      node.members.set(name, below);
      node = below;
    }
  }
  return node;
}
