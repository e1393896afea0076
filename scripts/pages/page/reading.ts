// The result of reading one source: its pages, and problems for what could not be read.
import type { Problem } from "../../core/problem.js";
import type { ReadPage } from "./page.js";

export interface Source {
  /** A file or an address, as messages show it. */
  name: string;
  text: string;
}

export interface PageProblem extends Problem {
  /** The notice that this problem reports, and the page's `pageHead`. A pull or a diff does not repeat it if the snapshot has it. */
  notice?: { page: string; text: string };
}

export interface Reading {
  /** If the source does not show the id of a page, the id is "". */
  pages: ReadPage[];
  /** Each has the source as its file, and a line of it. */
  problems: PageProblem[];
}

const PAGE_RULE = "page";

/** A source that could not be read at all. */
export const unread = (source: string, line: number, message: string, fix: string): Reading => ({
  pages: [],
  problems: [pageProblem(source, line, message, fix)],
});

export const pageHead = ({ method, path }: Pick<ReadPage, "method" | "path">): string => `${method} ${path}`;

/** The problem as it is shown. */
export const withoutNotice = ({ notice: _, ...problem }: PageProblem): Problem => problem;

/**
 * The problems of a reading without those that report a known notice.
 * @param noticesOf the known notices of a page
 */
export function newProblems(
  { pages, problems }: Reading,
  noticesOf: (page: ReadPage) => readonly string[],
): PageProblem[] {
  const known = new Map(pages.map((page) => [pageHead(page), noticesOf(page)]));
  return problems.filter(({ notice }) => notice === undefined || !known.get(notice.page)?.includes(notice.text));
}

/** A notice of a page as a problem. The next pull knows it. */
export const noticeProblem = (page: ReadPage, text: string, line = page.lineOf()): PageProblem => ({
  ...pageProblem(
    page.source,
    line,
    `The page could not be read in full: ${text}.`,
    "Check the page. The next pull does not repeat this.",
  ),
  notice: { page: pageHead(page), text },
});

export const pageProblem = (source: string, line: number, message: string, fix: string): Problem => ({
  file: source,
  line,
  column: 1,
  rule: PAGE_RULE,
  message,
  fix,
});
