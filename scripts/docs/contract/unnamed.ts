// Refuses a bundle whose operations have no name.
import type { Refuse } from "../../core/bundle-file.js";
import { objectOf, type Node } from "../../core/node.js";
import { METHODS } from "../../core/openapi.js";

/** Calls `refuse` for the first operation that no page can be named after. */
export function refuseUnnamed(document: Node, refuse: Refuse): void {
  for (const [key, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of METHODS) {
      const operation = objectOf(item)[method];
      if (operation !== undefined && typeof objectOf(operation)["operationId"] !== "string") {
        refuse(`the operation ${method} ${key} has no operationId`, "paths", key, method);
      }
    }
  }
}
