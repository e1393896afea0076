// JSON Pointers: `/data/items`, or `#/paths/~1shop~1order/post` in a `$ref`.

/** A name as a step of a pointer. */
export const escapeStep = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** The name that a step of a pointer stands for. */
export const unescapeStep = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");

export const below = (pointer: string, ...keys: (string | number)[]): string =>
  [pointer, ...keys.map((key) => escapeStep(String(key)))].join("/");

/** The names that a pointer leads through, unescaped. */
export const stepsOf = (pointer: string): string[] => pointer.split("/").slice(1).map(unescapeStep);

/** The keys that lead to a node of a document. */
export type Pointer = readonly (string | number)[];
