// What a difference means for whoever calls the API: what was right before may fail now, there is more than before, or only words changed.
import type { Meaning } from "./finding.js";

/** `request`: what callers send. `response`: what they read, a pushed message as well. */
export type Direction = "request" | "response";

export const ofAdded = (direction: Direction, required: boolean): Meaning =>
  direction === "request" && required ? "breaking" : "additive";

/** What callers may send grows, or what they read is narrowed: nobody notices. The other way round somebody does. */
export const ofWidened = (direction: Direction): Meaning => (direction === "request" ? "additive" : "breaking");
export const ofNarrowed = (direction: Direction): Meaning => (direction === "request" ? "breaking" : "additive");
