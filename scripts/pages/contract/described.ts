// What the contract says, in the words in which pages are read: each operation as a flat list of fields, each with its place in spec/.
import type { Completeness } from "../../core/openapi.js";
import type { Part, Place } from "../../core/place.js";
import type { Location, SpecFiles } from "../../core/spec-files.js";

/** Whether a field has to be there: `unknown` where no page shows it. */
export type Needed = "yes" | "no" | "unknown";

export interface DescribedField {
  /** JSON types that the contract takes, without "null"; empty where it says nothing. */
  types: Set<string>;
  /** Of these, the types that no page shows: conclusions. */
  concluded: Set<string>;
  nullable: boolean;
  required: Needed;
  format?: string;
  /** Values of a closed list. */
  enum: string[];
  /** Values that are known of an open list. */
  extensible: string[];
  /** Declared in a component that other operations may use as well. */
  shared: boolean;
  /** Known from the manual, from v2 or not from PandaPon: no v1 page has to show it. */
  elsewhere: boolean;
  /** Known from an example: no table has to list it. */
  exampleOnly: boolean;
  /** Any name may stand in the object: its names are data, not fields. */
  free: boolean;
  /** A header or a query parameter that proves who calls: only its presence is compared. */
  security: boolean;
  spot: Location;
}

export type Facet = "type" | "nullable" | "required" | "enum" | "format" | "place" | "name";

/** A contradiction that stays on purpose. */
export interface Acceptance {
  at: Place;
  facet: Facet;
  /** The id of the page that says so; nothing for every page. */
  page?: string;
  says: string;
  spot: Location;
}

export interface DescribedOperation {
  operationId: string;
  kind: "operation" | "callback";
  /** Upper case. */
  method: string;
  /** Of a callback: the message type. */
  path: string;
  evidence: {
    page: string;
    otherPages: string[];
    modified: string;
    status: string;
    request: Completeness;
    response: Completeness;
  };
  fields: Map<Place, DescribedField>;
  accepted: Acceptance[];
  spot: Location;
  /** Where the schemas of whole bodies stand. */
  wholes: Map<Part, Location>;
}

export interface DescribedContract {
  operations: DescribedOperation[];
  /** Hosts of the servers. */
  hosts: string[];
  /** The names of all headers and query parameters that prove who calls, in lower case. */
  credentials: Set<string>;
  sources: SpecFiles;
}

/** The id of a page: the last part of its address. */
export const idOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

export function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).host : undefined;
}
