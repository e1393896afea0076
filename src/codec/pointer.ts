// What a decoded value is, and what it holds at a JSON Pointer.

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Whether a value is an object whose data are its members, such as those of a class. A list is not; a Map is not. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  ({}).toString.call(value) === "[object Object]";

/**
 * @param pointer a JSON Pointer (RFC 6901) without escapes: the compiler refuses a table with one that has them
 * @returns the value there, or `undefined` if there is none
 */
export const valueAt = (value: unknown, pointer: string | undefined): unknown =>
  pointer
    ?.split("/")
    .slice(1)
    .reduce<unknown>((here, name) => (isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined), value);
