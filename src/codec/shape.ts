// Turns the shapes of the operations table into trees that can be walked together with a value.
import type { Shape, Shapes } from "../operations/table.js";

/** A shape with both parts. In a Map, a name is found several times as fast as in objects of many shapes. */
export interface Tree {
  readonly marks: string;
  readonly members: ReadonlyMap<string, Tree>;
}

const trees = new WeakMap<object, Tree>();
/** The tree of ordinary JSON. */
export const PLAIN: Tree = { marks: "", members: new Map() };

/** @returns the tree of a shape. It is built once and then reused. */
export function treeOf(shape: Shape): Tree {
  if (typeof shape === "string") return { ...PLAIN, marks: shape };
  let tree = trees.get(shape);
  if (tree === undefined) {
    // A list is a pair. TypeScript does not tell it from the other shape, because it is readonly.
    const [marks, members] = (Array.isArray(shape) ? shape : ["", shape]) as readonly [string, Shapes];
    tree = { marks, members: new Map(Object.entries(members).map(([name, member]) => [name, treeOf(member)])) };
    trees.set(shape, tree);
  }
  return tree;
}
