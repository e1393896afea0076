// Parsed YAML or JSON of unknown shape.
import type { Pointer } from "./pointer.js";

/** An object of a parsed document. */
export type Node = Record<string, unknown>;

export const isObject = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value itself if it is an object, else an empty object. */
export const objectOf = (value: unknown): Node => (isObject(value) ? value : {});

/** Whether it is an object or a list. */
export const isCollection = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The value itself if it is a list, else an empty list. */
export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The texts of a list. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** A node of a document, and where it stands. */
export interface Located {
  node: Node;
  /** The file, or "" if there is only one document. */
  file: string;
  pointer: Pointer;
  /** Tells apart several readings of one node, such as a shape with members that were replaced. */
  variant?: string;
}

/** A node that stands for itself: the outermost one, or one of the only document. */
export const alone = (node: object): Located => ({ node: { ...node }, file: "", pointer: [] });

/** The same text for the same place, and no other. */
export const locationKey = ({ file, pointer, variant = "" }: Omit<Located, "node">): string =>
  `${file}#${pointer.join("/")}${variant}`;

/** A member of a node, its `$ref` not followed. */
export function memberOf({ node, file, pointer }: Located, ...keys: (string | number)[]): Located | undefined {
  let value: unknown = node;
  // Lists are read by index like objects by name.
  for (const key of keys) value = isObject(value) || Array.isArray(value) ? (value as Node)[key] : undefined;
  return isObject(value) ? { node: value, file, pointer: [...pointer, ...keys] } : undefined;
}
