// The impact of a difference on callers of the API: breaking, additive, or documentation only.
import type { Part } from "../../core/place.js";
import type { Impact } from "../../core/impact.js";

/** `request`: what callers send. `response`: what they read. */
export type Direction = "request" | "response";

/** For a callback, our side reads the pushed message and sends the answer. */
export const directionOf = (kind: "operation" | "callback", part: Part): Direction =>
  kind === "callback" ? (part === "body" ? "response" : "request") : part === "response" ? "response" : "request";

export const ofAdded = (direction: Direction, required: boolean): Impact =>
  direction === "request" && required ? "breaking" : "additive";

/** It breaks nothing if callers may send more, or if what they read is narrowed. The reverse breaks them. */
export const ofWidened = (direction: Direction): Impact => (direction === "request" ? "additive" : "breaking");
export const ofNarrowed = (direction: Direction): Impact => (direction === "request" ? "breaking" : "additive");
