// Refuses a bundle that refers to other documents: a viewer would load them.
import type { Refuse } from "../../core/bundle-file.js";
import { isObject } from "../../core/node.js";
import type { Pointer } from "../../core/pointer.js";

/** Calls `refuse` for the first reference that leads out of the document. */
export const refuseForeign = (document: unknown, refuse: Refuse): void => {
  const foreign = foreignIn(document);
  if (foreign !== undefined) refuse(`it refers to ${foreign.name}, which is not part of it`, ...foreign.pointer);
};

/** The first `$ref`, example or mapping that leads out of the document, and its place. */
function foreignIn(value: unknown, pointer: Pointer = []): { name: string; pointer: Pointer } | undefined {
  if (typeof value === "string") {
    const [above, between] = pointer.slice(-3);
    // A mapping may also name a schema of the document.
    const isMapped = above === "discriminator" && between === "mapping" && /[./]/.test(value);
    const isReference = pointer.at(-1) === "$ref" || pointer.at(-1) === "externalValue" || isMapped;
    return isReference && !value.startsWith("#") ? { name: value, pointer } : undefined;
  }
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = foreignIn(member, [...pointer, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
