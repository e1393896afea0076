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

/** A file and a line of it, from 1. */
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
  /** The operation of the contract; nothing where it has none for the page. */
  operationId?: string;
  /** Where on the page: `body/orderId`; empty where the whole page is meant. */
  place: string;
  /** In the page's source or in the snapshot; nothing where the page is gone. */
  source?: Spot;
  /** In spec/. */
  spec?: Spot;
  /** What the page says, and what the contract says, in few words. */
  says: string;
  contract: string;
  message: string;
  fix: string;
}
