// How OpenAPI and Apifox spell keys and references: shared by the reader and by its check.
import { stepsOf } from "../../../core/pointer.js";

/** Apifox' key of this name, or that of Apidog, its international twin. */
export const apifox = (node: Record<string, unknown>, name: string): unknown =>
  node[`x-apifox-${name}`] ?? node[`x-apidog-${name}`];

/** The names that a `$ref` leads through. Some tools encode them for a URL. */
export function stepsOfRef(ref: string): string[] {
  try {
    return stepsOf(decodeURIComponent(ref));
  } catch {
    return stepsOf(ref);
  }
}

/** The entries of a list that have the same key. */
export function grouped<T>(list: Iterable<T>, keyOf: (one: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
