// An entry of PandaPon's navigation, with how completely the contract describes it.
import type { NavigationEntry } from "../core/navigation.js";
import type { Completeness } from "../core/openapi.js";

export interface CoverageEntry extends NavigationEntry {
  operationId?: string;
  request: Completeness;
  response: Completeness;
}
