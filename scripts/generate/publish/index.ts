// The published contract: the bundle, completed with what other tools need. What is written here is derived, so spec/ does not say it twice.
import type { Document } from "../../core/openapi.js";
import { nameBodies } from "./body-names.js";
import { completeOperations } from "./operations.js";
import { inStableOrder } from "./order.js";
import { portable } from "./portable.js";
import { dropSettledMarks } from "./required-marks.js";
import { nameTags } from "./tags.js";

export interface Published {
  document: Document;
  /** Where the bundle has what the published contract has as a component, by `$ref`. */
  places: ReadonlyMap<string, string>;
}

/**
 * Derives the published contract; a published one stays as it is. Changes parts of the bundle in place.
 * @throws Failure with code 1 if a schema of the contract has a name that a request or an answer needs
 */
export function publish(document: Document): Published {
  if (document["x-generated"] !== undefined) return { document, places: new Map() };
  dropSettledMarks(document);
  const places = nameBodies(document);
  completeOperations(document);
  nameTags(document);
  portable(document);
  return { document: inStableOrder(document), places };
}
