// Shapes of the operations table as lists of the places that they mark, which tests are easier to write with.
import { treeOf, type Tree } from "../../dist/src/codec/shape.js";
import type { Shape, Shapes } from "../../dist/src/index.js";

/** How an id travels: as a JSON number, as a string, or as either. */
export type Int64Wire = "integer" | "string" | "either";

/** JSON Pointers by what they mark. `*` is every item of a list, and every member that is not named. */
export type Positions = Partial<Record<Int64Wire | "jsonText" | "fen" | "whole" | "required", readonly string[]>>;

const MARKS: [mark: string, kind: keyof Positions][] = [
  ["j", "jsonText"],
  ["i", "integer"],
  ["s", "string"],
  // The table does not distinguish it: it is written as text, and every id is read in any form.
  ["s", "either"],
  ["f", "fen"],
  ["w", "whole"],
  ["!", "required"],
];

interface Growing {
  marks: string;
  members: Map<string, Growing>;
}

const namesOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The shape with these marks. */
export function shapeAt(positions: Positions): Shape {
  const root: Growing = { marks: "", members: new Map() };
  for (const [mark, kind] of MARKS) {
    for (const pointer of positions[kind] ?? []) {
      let node = root;
      for (const name of namesOf(pointer)) {
        const below = node.members.get(name) ?? { marks: "", members: new Map<string, Growing>() };
        node.members.set(name, below);
        node = below;
      }
      node.marks += mark;
    }
  }
  const shapeOf = ({ marks, members }: Growing): Shape => {
    const shapes = Object.fromEntries([...members].map(([name, member]) => [name, shapeOf(member)]));
    if (marks === "") return shapes;
    return members.size === 0 ? marks : [marks, shapes];
  };
  return shapeOf(root);
}

/** The tree with these marks. */
export const treeAt = (positions: Positions): Tree => treeOf(shapeAt(positions));

/** The places that a shape marks, each kind in order. Ids that are written as text are `string`. */
export function positionsIn(shape: Shape): Positions {
  const found: Partial<Record<keyof Positions, string[]>> = {};
  const visit = (one: Shape, at: string): void => {
    const [marks, members]: readonly [string, Shapes] =
      typeof one === "string" ? [one, {}] : one instanceof Array ? (one as [string, Shapes]) : ["", one as Shapes];
    for (const mark of marks) {
      const [, kind] = MARKS.find(([known]) => known === mark) ?? [];
      if (kind === undefined) throw new Error(`"${mark}" is not a mark`);
      (found[kind] ??= []).push(at);
    }
    for (const [name, member] of Object.entries(members)) {
      visit(member, `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    }
  };
  visit(shape, "");
  return Object.fromEntries(Object.entries(found).map(([kind, places]) => [kind, places.toSorted()]));
}
