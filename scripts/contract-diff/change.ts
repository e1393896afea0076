// What contract-diff reports: a change of the contract, and what it means for users of the package.
import type { Impact } from "../core/impact.js";
import type { Bump } from "./version.js";

/** A place that a change affects. */
export interface Use {
  /** Absent if the change belongs to no single operation: servers, tags, the name of a shape. */
  operationId?: string;
  /** `body/orderId`, `response/data/refundId`, `query/x`; empty for the operation as a whole. The pushed message of a webhook is `body`. */
  place: string;
}

/** A line of an input (counted from 1), and the JSON Pointer into the bundle. */
export interface SourceSpot {
  file: string;
  line: number;
  pointer: string;
}

export interface Change {
  impact: Impact;
  /** A short name for what changed: `required`, `type`, `unit`, `effect`, `removed`, … */
  kind: string;
  /** What changed, worded to follow a place. */
  message: string;
  /** At least one, sorted. A change of a shape that several operations share is one change. */
  uses: Use[];
  /** In OLD; absent if it is new. */
  old?: SourceSpot;
  /** In NEW; absent if it was removed. */
  new?: SourceSpot;
}

export interface ContractDiff {
  /** The most severe first. */
  changes: Change[];
  version: {
    current: string;
    bump: Bump;
    next: string;
    /** `info.version` of NEW. */
    stated: string;
  };
}

/** The operation and the place, as far as there are any. */
export const useText = (use: Use | undefined): string => [use?.operationId, use?.place].filter(Boolean).join(" ");
