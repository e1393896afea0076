// Fetches the pages of PandaPon's sites: those of a site's list, or those named one by one.
import type { Problem } from "../../core/problem.js";
import type { Index } from "../find/identify.js";
import type { ReadPage } from "../page/page.js";
import { readSource, type Reading } from "../read/index.js";
import { pageProblem, withoutNotice } from "../page/reading.js";
import type { ListedPage } from "../snapshot/read.js";
import type { Collection } from "./collection.js";
import { foreignProblem } from "./foreign.js";
import { Unfetched, type Fetcher } from "./fetch.js";
import { readList, type Target } from "./list.js";
import type { KnownAnswers } from "./validators.js";

export interface SiteVisit {
  collection: Collection;
  fetcher: Fetcher;
  known: KnownAnswers;
  index: Index;
  /** Called after each page, also if it failed. */
  onPage: (target: Target) => void;
}

/** After so many failures without a success, the rest of a site is not fetched. */
const PATIENCE = 12;
const FOREIGN_FIX = "The page is left out. If the contract's API is served there now, add the server to openapi.yaml.";

/**
 * Fetches the list of a site's pages.
 * @param site its address, without a trailing slash
 * @returns the endpoint pages, sorted by address, or undefined if there is no usable list: then a problem is added
 */
export async function listOf(site: string, { collection, fetcher }: SiteVisit): Promise<Target[] | undefined> {
  const address = new URL(`${site}/llms.txt`);
  const failed = (message: string, fix: string): undefined => {
    collection.problems.push(siteProblem(address, message, fix));
  };
  let text: string;
  try {
    const answer = await fetcher.get(address);
    text = new TextDecoder().decode(answer?.bytes);
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    if (error.status !== 404 && error.status !== 410) return failed(`The site ${error.message}.`, error.fix);
    return failed(
      `The site has no list of pages: llms.txt answers ${error.status}.`,
      `Name the pages (--site ${site}/api-1 …), or a text file with their addresses (--site pages.txt).`,
    );
  }
  const { targets, problems } = readList(text, address.href, address, address.origin);
  collection.problems.push(...problems);
  if (targets.length === 0) {
    return failed(
      "The list has no pages of endpoints.",
      "Check the list: the addresses of endpoints end in api-1 or 1e0.md.",
    );
  }
  return targets.sort((a, b) => (a.address.href < b.address.href ? -1 : 1));
}

/** The entries of a site in `sites.json`. */
export const listed = (targets: readonly Target[]): Record<string, ListedPage> =>
  Object.fromEntries(targets.map(({ id, title, folder, path }) => [id, { title, folder, path }]));

/**
 * Fetches and reads pages. Each page that fails adds a problem; if all fail, there is one problem for all.
 * @returns whether any page was read
 */
export async function visit(targets: readonly Target[], visitor: SiteVisit): Promise<boolean> {
  const failures: Problem[][] = [];
  let pages = 0;
  await Promise.all(
    targets.map(async (target) => {
      const problems = await visitPage(target, visitor, () => pages === 0 && failures.length >= PATIENCE);
      if (problems === undefined) pages += 1;
      else failures.push(problems);
      visitor.onPage(target);
    }),
  );
  const { problems } = visitor.collection;
  if (pages > 0 || targets.length === 1) problems.push(...failures.flat());
  else {
    const [first] = failures.flat();
    if (first !== undefined) {
      const message = `None of the ${targets.length} pages could be read. Nothing is changed. ${first.message}`;
      problems.push({ ...first, message });
    }
  }
  return pages > 0;
}

/** @returns why a page was not read, or undefined if it was read or did not change */
async function visitPage(
  { id, url, address }: Target,
  { collection, fetcher, known, index }: SiteVisit,
  isHopeless: () => boolean,
): Promise<Problem[] | undefined> {
  try {
    const before = known.of(address, id);
    const answer = await fetcher.get(address, before, isHopeless);
    if (answer === undefined) {
      collection.keep(id);
      return undefined;
    }
    const reading = ownPage(readSource({ name: address.href, bytes: answer.bytes }), { id, url, index });
    if (reading.pages.length === 0) return reading.problems.map(withoutNotice);
    const text = collection.take(reading).get(id);
    if (text === undefined) known.forget(address);
    else known.note(address, answer, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unfetched)) throw error;
    return [siteProblem(address, `The page ${error.message}.`, error.fix)];
  }
}

/** The page of an address has the id of the address, also if the page shows another one. A page of another API is refused. */
function ownPage({ pages, problems }: Reading, { id, url, index }: { id: string; url: string; index: Index }): Reading {
  const [page, second] = pages;
  if (page === undefined) return { pages: [], problems };
  if (second !== undefined) {
    const many = pageProblem(
      second.source,
      second.lineOf(),
      "The address answers with several pages.",
      "Save them, and use --from.",
    );
    return { pages: [], problems: [...problems, many] };
  }
  const own: ReadPage = { ...page, id, url };
  const foreign = foreignProblem(own, index, FOREIGN_FIX);
  return foreign === undefined ? { pages: [own], problems } : { pages: [], problems: [foreign] };
}

const siteProblem = (address: URL, message: string, fix: string): Problem => pageProblem(address.href, 1, message, fix);
