// What a difference means for programs that call the API.
import type { Impact } from "../../core/impact.js";
import { partOf, type Place } from "../../core/place.js";
import type { DescribedOperation } from "../contract/described.js";
import type { Allowance } from "./finding.js";

/** Callers may send more than before, but they may not rely on reading less. */
const SENT: Record<Allowance, Impact> = {
  more: "additive",
  fewer: "breaking",
  others: "breaking",
  "in addition": "additive",
  "the same": "documentation",
};
const READ: Record<Allowance, Impact> = { ...SENT, more: "breaking", fewer: "additive" };

/** @param kind for a callback, our side reads the pushed message and sends the answer */
export function impactOf(allows: Allowance, place: Place, kind: DescribedOperation["kind"] = "operation"): Impact {
  const read = place !== "" && partOf(place) === (kind === "callback" ? "body" : "response");
  return (read ? READ : SENT)[allows];
}
