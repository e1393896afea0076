// A difference between a page and the contract: as the comparison finds it, and as it is reported.
import type { Impact } from "../../core/impact.js";
import type { Place } from "../../core/place.js";

export type FindingKind =
  | "added"
  | "removed"
  | "renamed"
  | "type"
  | "format"
  | "required"
  | "nullable"
  | "enum"
  | "moved"
  | "status"
  | "modified"
  | "page gone"
  | "page changed"
  | "not covered"
  | "now visible"
  | "stale acceptance";

/** A line of a file, counted from 1. */
export interface Spot {
  file: string;
  line: number;
}

export interface Finding {
  kind: FindingKind;
  impact: Impact;
  /** The page's id: `api-250313120`. */
  page: string;
  url?: string;
  /** The operation of the contract, if it has one for the page. */
  operationId?: string;
  /** The place on the page: `body/orderId`; "" for the whole page. */
  place: Place;
  /** The line in the page's source or in the snapshot; undefined if the page is gone. */
  source?: Spot;
  /** The line in spec/. */
  spec?: Spot;
  /** What the page says, and what the contract says, in a few words. */
  says: string;
  contract: string;
  /** Of a page that changed: what it said in the snapshot. */
  before?: string;
  message: string;
  fix: string;
}

/**
 * What the page allows, compared with the contract: more values, fewer values, others, something in addition,
 * or the same.
 */
export type Allowance = "more" | "fewer" | "others" | "in addition" | "the same";

/** A difference without its impact, its words, its files and lines. */
export interface Difference extends Pick<Finding, "kind" | "place" | "says" | "contract" | "before"> {
  allows: Allowance;
  /** The place in the contract; for a new field, the nearest place around it. */
  at: Place;
  /** Whether only the page's example shows it. */
  inExample?: boolean;
  /** The types that a schema has to have to agree with the page. */
  schema?: { types: readonly string[]; nullable: boolean };
  /** Of a required mark: whether the contract says that no page shows it. */
  notKnown?: boolean;
  /** The value of a list that only one side has, and whether the list is closed. */
  value?: string;
  closed?: boolean;
  /** What is different, if the kind does not say it. */
  facet?: string;
  /** Of a page that the contract does not describe: its title, or that of its entry in the navigation, and its id or file. */
  title?: string;
  draft?: string | undefined;
}

/** The `says` of a field that the page does not have. */
export const ABSENT = "absent";
