// Reads the shapes of the operations table, along a value.
import type { Shape, Shapes } from "../operations/table.js";

const isPair = (shape?: Shape): shape is readonly [marks: string, members: Shapes] => Array.isArray(shape);

/** @returns the marks of a value; empty if it has none */
export const marksOf = (shape?: Shape): string => (isPair(shape) ? shape[0] : typeof shape === "string" ? shape : "");

/** @returns the shapes of the members of a value */
export const membersOf = (shape?: Shape): Shapes =>
  isPair(shape) ? shape[1] : shape === undefined || typeof shape === "string" ? {} : shape;

/** @returns the shape of a member or an item. A member of a map has the shape of an item. */
export const shapeIn = (members: Shapes, name: string): Shape | undefined =>
  members[Object.hasOwn(members, name) ? name : "*"];

/** @returns the shape of the JSON in a text */
export const shapeInText = (shape?: Shape): Shape => [marksOf(shape).slice(1), membersOf(shape)];
