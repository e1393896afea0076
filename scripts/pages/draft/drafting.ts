// What the parts of a draft share while it is made.
import type { Schema } from "../../core/openapi.js";
import type { Place } from "../../core/place.js";
import type { Facet } from "../contract/described.js";
import type { KnownContract } from "./contract.js";
import type { Notes } from "./notes.js";
import type { Placement } from "./placement.js";

export interface Drafted extends Schema {
  default?: unknown;
  properties?: Record<string, Drafted>;
  items?: Drafted;
  "x-evidence"?: { basis?: "example"; accepted?: { at: Place; facet: Facet }[] };
}

export interface Drafting {
  contract: KnownContract;
  placement: Placement;
  /** The operation's file, relative to the spec folder. */
  file: string;
  notes: Notes;
  /** Records a contradiction in `x-evidence.accepted`. The draft accepts both sides. */
  accept: (at: Place, facet: Facet, says: string, why: string) => void;
  /** Names of integer ids, on this page or in the contract. */
  ids: ReadonlySet<string>;
}
