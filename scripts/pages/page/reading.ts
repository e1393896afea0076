// What reading one source gives: the pages in it, and what could not be read.
import type { Problem } from "../../core/problem.js";
import type { ReadPage } from "./page.js";

export interface Source {
  /** As it is shown to a person: a file or an address. */
  name: string;
  text: string;
}

export interface Reading {
  /** A page whose id the source does not show has the id "". */
  pages: ReadPage[];
  /** Each names the source and a line of it. */
  problems: Problem[];
}

export const PAGE_RULE = "page";

export const pageProblem = (source: string, line: number, message: string, fix: string): Problem => ({
  file: source,
  line,
  column: 1,
  rule: PAGE_RULE,
  message,
  fix,
});
