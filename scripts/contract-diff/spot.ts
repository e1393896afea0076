// Links a node of a view to the contract.
import type { Use } from "./change.js";

/** Whether callers write the values of a node or read them. The body of a webhook is received. */
export type Side = "sent" | "received";

export interface ViewSpot {
  use: Use;
  side?: Side;
  /** Pointer into the bundle. */
  pointer: string;
  /** Pointers into the bundle by keyword: a node of the view may be made from several nodes of the bundle. */
  keywords?: Map<string, string>;
}

/** @returns an object or a list as JSON text, so that any change in it is one change */
export const asText = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value;
