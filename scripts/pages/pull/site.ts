// Fetches the pages of PandaPon's sites: those of a site's list, or those named one by one.
import { existsSync } from "node:fs";
import type { Problem } from "../../core/problem.js";
import { readText } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { pageProblem } from "../page/reading.js";
import { readSource } from "../read/index.js";
import { pageFile } from "../snapshot/read.js";
import type { Collection } from "./collection.js";
import { AT_ONCE, Unfetched, type Fetcher } from "./fetch.js";
import { readList, type List, type Target } from "./list.js";
import type { KnownAnswers } from "./validators.js";

export interface SiteVisit {
  /** The contract's folder, absolute. */
  spec: string;
  collection: Collection;
  fetcher: Fetcher;
  known: KnownAnswers;
  problems: Problem[];
  /** Adds the id of a page that its site says did not change. */
  unchanged: Set<string>;
  /** Called after each page, also if it failed. */
  onPage: (target: Target) => void;
}

/** After so many failures without a success, the rest of a site is not fetched. */
const PATIENCE = 12;

/**
 * Fetches the list of a site's pages.
 * @param site its address, without a trailing slash
 * @returns the endpoint pages, sorted by address; none if there is no usable list, which is a problem
 */
export async function listOf(site: string, fetcher: Fetcher): Promise<List> {
  const address = new URL(`${site}/llms.txt`);
  const failed = (message: string, fix: string): Problem => pageProblem(address.href, 1, message, fix);
  try {
    const answer = await fetcher.get(address);
    const { targets, problems } = readList(new TextDecoder().decode(answer?.bytes), address.href, address);
    if (targets.length === 0) {
      const fix = "Check the list: the addresses of endpoints end in api-1 or 1e0.md.";
      problems.push(failed("The list has no pages of endpoints.", fix));
    }
    return { targets: targets.sort((a, b) => compareText(a.address.href, b.address.href)), problems };
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    if (error.status === undefined) return { targets: [], problems: [failed(`The site ${error.message}.`, error.fix)] };
    const message = `The site has no list of pages: llms.txt answers ${error.status}.`;
    const fix = `Name the pages (--site ${site}/api-1 …), or a text file with their addresses (--site pages.txt).`;
    return { targets: [], problems: [failed(message, fix)] };
  }
}

/**
 * Fetches and reads pages. Each page that fails adds a problem; if all fail, there is one problem for all.
 * @returns whether any page was read
 */
export async function visit(targets: readonly Target[], visitor: SiteVisit): Promise<boolean> {
  const failures: Problem[][] = [];
  let pages = 0;
  const queue = targets.values();
  const takeTurns = async (): Promise<void> => {
    for (const target of queue) {
      if (pages === 0 && failures.length >= PATIENCE) return;
      const { isRead, problems } = await visitPage(target, visitor);
      if (isRead) {
        pages += 1;
        visitor.problems.push(...problems);
      } else failures.push(problems);
      visitor.onPage(target);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  const [first] = failures.flat();
  if (pages > 0 || targets.length === 1 || first === undefined) visitor.problems.push(...failures.flat());
  else {
    const message = `None of the ${targets.length} pages could be read. Nothing is changed. ${first.message}`;
    visitor.problems.push({ ...first, message });
  }
  return pages > 0;
}

async function visitPage(target: Target, visitor: SiteVisit): Promise<{ isRead: boolean; problems: Problem[] }> {
  const { id, url, address } = target;
  const { spec, collection, fetcher, known, unchanged } = visitor;
  const failed = (message: string, fix: string) => ({
    isRead: false,
    problems: [pageProblem(address.href, 1, message, fix)],
  });
  try {
    const file = pageFile(spec, id);
    const answer = await fetcher.get(address, existsSync(file) ? known.of(address, readText(file)) : {});
    if (answer === undefined) {
      unchanged.add(id);
      return { isRead: true, problems: [] };
    }
    const { pages, problems } = readSource({ name: address.href, bytes: answer.bytes });
    if (pages.length > 1) return failed("The address answers with several pages.", "Save them, and use --from.");
    // The page has the id of its address, also if it shows another one.
    const taken = collection.take({ pages: pages.map((page) => ({ ...page, id, url })), problems });
    for (const { text } of taken.pages) known.note(address, answer.validators, text);
    return { isRead: taken.pages.length > 0, problems: taken.problems };
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    return failed(`The page ${error.message}.`, error.fix);
  }
}
