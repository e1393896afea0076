// What the parts of a draft share while it is made.
import type { Schema } from "../../core/openapi.js";
import type { KnownContract } from "./contract.js";
import type { Notes } from "./notes.js";
import type { Placement } from "./placement.js";

export interface Drafted extends Schema {
  default?: unknown;
  properties?: Record<string, Drafted>;
  items?: Drafted;
  "x-evidence"?: { basis: "example" };
}

/** A contradiction on the page, for `x-evidence.accepted`. The draft accepts both sides. */
export interface AcceptedEntry {
  at: string;
  facet: "type" | "nullable" | "format" | "required";
  page: string;
  says: string;
  why: string;
}

export interface Drafting {
  contract: KnownContract;
  placement: Placement;
  /** The operation's file, relative to the spec folder. */
  file: string;
  notes: Notes;
  accept: (at: string, facet: AcceptedEntry["facet"], says: string, why: string) => void;
  /** Names of integer ids, on this page or in the contract. */
  ids: ReadonlySet<string>;
}

/** The order of keywords in the contract. */
const ORDER = [
  ...["$ref", "type", "format", "required", "additionalProperties", "x-required", "x-id", "x-unit", "enum"],
  ...["x-extensible-enum", "default", "x-evidence", "allOf", "anyOf", "properties", "items", "examples"],
];
const rank = ([key]: [string, unknown]): number => ORDER.indexOf(key);
export const inOrder = (schema: Drafted): Drafted =>
  Object.fromEntries(Object.entries(schema).sort((a, b) => rank(a) - rank(b)));
