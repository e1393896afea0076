// The names that someone may have meant.
import leven from "leven";
import { compareText } from "./text.js";

/** @returns up to three names, the most similar first */
export const nearest = (given: string, names: readonly string[]): string[] =>
  names
    .map((name) => ({ name, distance: leven(name.toLowerCase(), given.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || compareText(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name);
