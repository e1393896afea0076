// One row of what is known of PandaPon's API.
import type { NavigationEntry } from "../core/navigation.js";
import type { Completeness } from "../core/openapi.js";

/** An entry of PandaPon's navigation, with what its operation says of it. */
export interface CoverageEntry extends NavigationEntry {
  operationId?: string;
  request: Completeness;
  response: Completeness;
}
