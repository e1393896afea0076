// One difference between a page and the contract.
import type { Impact } from "../../core/impact.js";

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
  place: string;
  /** The line in the page's source or in the snapshot; undefined if the page is gone. */
  source?: Spot;
  /** The line in spec/. */
  spec?: Spot;
  /** What the page says, and what the contract says, in a few words. */
  says: string;
  contract: string;
  message: string;
  fix: string;
}
