// Turns the positions of the operations table into a tree that can be walked together with a value.
import type { Int64Wire, Positions } from "../operations/table.js";
import { namesOf } from "./pointer.js";

export interface PositionTree {
  readonly int64?: Int64Wire;
  readonly jsonText?: boolean;
  /** The trees of members by name. `*` is for every item of a list, and for every member that has no tree of its own. */
  readonly members?: ReadonlyMap<string, PositionTree>;
}

interface Growing {
  int64?: Int64Wire;
  jsonText?: boolean;
  members?: Map<string, Growing>;
}

const trees = new WeakMap<Positions, PositionTree>();

/** @returns the tree of the positions. It is built once and then reused. */
export function treeOf(positions: Positions): PositionTree {
  const known = trees.get(positions);
  if (known !== undefined) return known;
  const root: Growing = {};
  for (const kind of ["integer", "string", "either", "jsonText"] as const) {
    for (const pointer of positions[kind] ?? []) {
      let node = root;
      for (const name of namesOf(pointer)) {
        node.members ??= new Map();
        const below = node.members.get(name) ?? {};
        node.members.set(name, below);
        node = below;
      }
      if (kind === "jsonText") node.jsonText = true;
      else node.int64 = kind;
    }
  }
  trees.set(positions, root);
  return root;
}
