// Failures on demand: the rules that `fail` adds, and which of them a request meets.
import type { ReadRequest } from "../gateway/read.js";

/** What goes wrong. */
export type FaultKind =
  | "slow"
  | "status-500"
  | "status-429"
  | "reset-before"
  | "reset-after"
  | "cut-body"
  | "html-page"
  | "envelope-error"
  | "second-level"
  | "content-type";

export interface FaultRule {
  /** An operationId, or a glob such as `alibaba.orders.*`. Default: every operation. */
  operation?: string;
  /** Which of its calls fail. Default: all. */
  when?: (call: { operation: string; inputs: ReadRequest["inputs"]; userId: string }) => boolean;
  /** How many calls fail. Default: 1. */
  times?: number;
  kind: FaultKind;
}

export class Faults {
  /** @returns a function that takes the rule back */
  add(rule: FaultRule): () => void {
    void rule;
    return () => undefined;
  }

  /** Takes the fault of a call: of the first rule that fits, or of a magic input. */
  take(call: ReadRequest): FaultRule | undefined {
    void call;
    return undefined;
  }

  clear(): void {
    // nothing yet
  }
}
