// Refuses a bundle that refers to other documents, which a viewer would load, or whose operations have no name.
import type { Refuse } from "../../core/bundle-file.js";
import { isObject, objectOf, type Node } from "../../core/node.js";
import { METHODS } from "../../core/openapi.js";
import type { Pointer } from "../../core/pointer.js";

/** Calls `refuse` for the first reference that leads out of the document, and for the first operation that no page can be named after. */
export const refuseForeign = (document: Node, refuse: Refuse): void => {
  for (const [key, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of METHODS) {
      const operation = objectOf(item)[method];
      if (operation !== undefined && typeof objectOf(operation)["operationId"] !== "string")
        refuse(`the operation ${method} ${key} has no operationId`, "paths", key, method);
    }
  }
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
