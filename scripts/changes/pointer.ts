// JSON Pointers in the form that stands behind a `$ref`: `#/paths/~1shop~1order/post`.

export const below = (pointer: string, ...keys: (string | number)[]): string =>
  [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

export const stepsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The pointer of what holds it; of the root, nothing. */
export const holderOf = (pointer: string): string | undefined =>
  pointer.includes("/") ? pointer.slice(0, pointer.lastIndexOf("/")) : undefined;
