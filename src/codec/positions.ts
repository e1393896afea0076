// Turns the positions of the operations table into a tree that can be walked together with a value.
import type { Int64Wire, RequestPositions } from "../operations/table.js";
import { namesOf } from "./pointer.js";

export interface PositionTree {
  readonly int64?: Int64Wire;
  readonly jsonText?: boolean;
  readonly fen?: boolean;
  readonly whole?: boolean;
  readonly required?: boolean;
  /** The trees of members by name. `*` is for every item of a list, and for every member that has no tree of its own. */
  readonly members?: ReadonlyMap<string, PositionTree>;
}

interface Growing {
  int64?: Int64Wire;
  jsonText?: boolean;
  fen?: boolean;
  whole?: boolean;
  required?: boolean;
  members?: Map<string, Growing>;
}

const trees = new WeakMap<RequestPositions, PositionTree>();

/** @returns the tree of the positions. It is built once and then reused. */
export function treeOf(positions: RequestPositions): PositionTree {
  const known = trees.get(positions);
  if (known !== undefined) return known;
  const root: Growing = {};
  // A table has no other kinds.
  for (const [kind, pointers] of Object.entries(positions) as [keyof RequestPositions, readonly string[]][]) {
    for (const pointer of pointers) {
      let node = root;
      for (const name of namesOf(pointer)) {
        node.members ??= new Map();
        const below = node.members.get(name) ?? {};
        node.members.set(name, below);
        node = below;
      }
      if (kind === "integer" || kind === "string" || kind === "either") node.int64 = kind;
      else node[kind] = true;
    }
  }
  trees.set(positions, root);
  return root;
}
