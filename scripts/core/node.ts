// Parsed YAML or JSON of unknown shape.

/** An object of a parsed document. */
export type Node = Record<string, unknown>;

export const isObject = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value itself if it is an object, else an empty object. */
export const objectOf = (value: unknown): Node => (isObject(value) ? value : {});
