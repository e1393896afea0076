// What contract-diff reports: one change of the contract, and what it means for whoever uses the package.

/**
 * `breaking`: code that compiled may no longer compile, or it does something else. `additive`: code goes on as it is, and more can be done.
 * `documentation`: neither the types nor what the client does are touched, or only within the client.
 */
export const RATINGS = ["breaking", "additive", "documentation"] as const;
export type Rating = (typeof RATINGS)[number];

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
  rating: Rating;
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

/** The graver of two ratings. */
export const graver = (one: Rating, other: Rating): Rating =>
  RATINGS.indexOf(one) <= RATINGS.indexOf(other) ? one : other;
