// The plain text of a rendered page.
import { pageProblem, type Reading, type Source } from "../reading.js";

export function readText({ name }: Source): Reading {
  return { pages: [], problems: [pageProblem(name, 1, "Text cannot be read yet.", "")] };
}
