// What contract-diff reports: one change of the contract, and what it means for users of the package.
import type { Impact } from "../core/impact.js";

/** Where a change is felt. */
export interface Use {
  /** Nothing where the change is felt by no one operation: servers, tags, a shape's name. */
  operationId?: string;
  /** `body/orderId`, `response/data/refundId`, `query/x`; empty where the whole operation is meant. The pushed message of a webhook is `body`. */
  place: string;
}

/** A line of an input, from 1, and the JSON Pointer into the bundle. */
export interface SourceSpot {
  file: string;
  line: number;
  pointer: string;
}

export interface Change {
  impact: Impact;
  /** A short name for what changed: `required`, `type`, `unit`, `effect`, `removed`, … */
  kind: string;
  /** What changed, in words that stand behind a place. */
  message: string;
  /** One or more: a shape that several operations share is one change. Sorted. */
  uses: Use[];
  /** In OLD; nothing where it is new. */
  old?: SourceSpot;
  /** In NEW; nothing where it is gone. */
  new?: SourceSpot;
}

/** The part of the version that rises. */
export type Bump = "major" | "minor" | "patch" | "none";

export interface ContractDiff {
  /** The gravest first. */
  changes: Change[];
  version: {
    current: string;
    bump: Bump;
    next: string;
    /** `info.version` of NEW. */
    stated: string;
  };
}
