// What a node of a view is in the contract.
import type { Use } from "./change.js";

/** Whether callers write the values of a node, or read them. In a webhook it is the other way round: its body is received. */
export type Side = "sent" | "received";

export interface ViewSpot {
  use: Use;
  side?: Side;
  /** In the bundle. */
  pointer: string;
  /** In the bundle, by keyword: a node of the view may be made of several of the bundle's. */
  keywords?: Map<string, string>;
}

/** What holds more than one value as text, so that a change of it is one change. */
export const asText = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value;
