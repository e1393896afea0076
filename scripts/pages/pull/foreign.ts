// Keeps pages of another API out of the snapshot.
import type { Problem } from "../../core/problem.js";
import type { Index } from "../find/identify.js";
import type { ReadPage } from "../page/page.js";
import { pageProblem } from "../page/reading.js";

/** The problem with a page of another API, or undefined if the page belongs to the contract's. */
export function foreignProblem(page: ReadPage, index: Index, fix: string): Problem | undefined {
  const foreign = index.foreign(page);
  if (foreign === undefined) return undefined;
  const { source, method, path } = page;
  return pageProblem(source, page.lineOf(), `${method} ${path} belongs to another API: ${foreign}.`, fix);
}
