// What a difference means for whoever calls the API: what was right before may fail now, there is more than before, or only words changed.
import type { Part } from "../../core/place.js";
import type { Impact } from "../../core/impact.js";

/** `request`: what callers send. `response`: what they read, a pushed message as well. */
export type Direction = "request" | "response";

/** A pushed message is what the receiver reads, and what it answers is what it sends. */
export const directionOf = (kind: "operation" | "callback", part: Part): Direction =>
  kind === "callback" ? (part === "body" ? "response" : "request") : part === "response" ? "response" : "request";

export const ofAdded = (direction: Direction, required: boolean): Impact =>
  direction === "request" && required ? "breaking" : "additive";

/** What callers may send grows, or what they read is narrowed: nobody notices. The other way round somebody does. */
export const ofWidened = (direction: Direction): Impact => (direction === "request" ? "additive" : "breaking");
export const ofNarrowed = (direction: Direction): Impact => (direction === "request" ? "breaking" : "additive");
