// Fetches the pages of PandaPon's sites: those of a site's list, or those named one by one.
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, readText, shownPath } from "../../core/spec-folder.js";
import { count } from "../../core/text.js";
import { pageProblem } from "../page/reading.js";
import { readSource } from "../read/index.js";
import { pageFile } from "../snapshot/read.js";
import type { Collection, Taken } from "./collection.js";
import { AT_ONCE, type Fetcher } from "./fetch.js";
import { readList, targetOf, type List, type Target } from "./list.js";
import type { KnownAnswers } from "./validators.js";

export interface SiteVisit {
  /** The contract's folder, absolute. */
  spec: string;
  collection: Collection;
  fetcher: Fetcher;
  known: KnownAnswers;
  /** Called after each page, also if it failed. */
  onPage: (target: Target) => void;
}

/** If so many pages fail before the first success, the rest of a site is not fetched. */
const PATIENCE = 12;
/** The same for pages in a row that the site does not answer for now. Each of them was requested several times. */
const BUSY = 8;

/** The pages that one value of `--site` stands for. */
interface Wanted extends List {
  /** The address of the site without a trailing slash, if these are all of its pages. */
  site?: string;
}

/** @throws Failure with code 2 if the value is neither an address nor a file */
export async function listFor(given: string, fetcher: Fetcher): Promise<Wanted> {
  const file = path.resolve(given);
  if (!/^https?:\/\//i.test(given)) {
    if (isFile(file)) return readList(readText(file), shownPath(file));
    const fix = "Start the address with https://. To read a saved page, use --from.";
    throw new Failure(2, `${given} is neither an address nor a file. ${fix}`);
  }
  if (!URL.canParse(given)) throw new Failure(2, `${given} is not a valid address.`);
  const url = new URL(given);
  const target = targetOf(url);
  if (target !== undefined) return { targets: [target], problems: [] };
  const site = `${url.origin}${url.pathname.replace(/(?:\/llms\.txt)?\/*$/, "")}`;
  const address = new URL(`${site}/llms.txt`);
  const answer = await fetcher.get(address);
  if (!("fix" in answer)) return { site, ...readList(new TextDecoder().decode(answer.bytes), address.href, address) };
  const message = `The site's list of pages ${answer.message}.`;
  const fix = `${answer.fix} Or name pages with --site, or a text file with their addresses.`;
  return { targets: [], problems: [pageProblem(address.href, 1, message, fix)] };
}

/**
 * Fetches and reads pages.
 * @returns whether any page was read, and a problem for each page that failed; if all fail, one problem for all
 */
export async function visit(targets: readonly Target[], visitor: SiteVisit) {
  const problems: Problem[] = [];
  let [read, failed, busy] = [0, 0, 0];
  const waiting = [...targets];
  const hasPatience = (): boolean => !visitor.fetcher.isOver() && busy < BUSY && (read > 0 || failed < PATIENCE);
  const takeTurns = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = hasPatience() ? waiting.shift() : undefined) {
      const { isTemporary, ...taken } = await visitPage(target, visitor);
      busy = isTemporary ? busy + 1 : 0;
      if (taken.texts.length > 0) read += 1;
      else failed += 1;
      problems.push(...taken.problems);
      visitor.onPage(target);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  const [first] = problems;
  const [next] = waiting;
  if (read > 0 && next !== undefined) {
    const reason = visitor.fetcher.isOver() ? "the pull takes too long" : "too many pages in a row failed";
    const message = `${count(waiting.length, "more page")} of the site not fetched, because ${reason}.`;
    problems.push(pageProblem(next.address.href, 1, message, "Pull again later."));
  }
  if (read > 0 || targets.length === 1 || first === undefined) return { isRead: read > 0, problems };
  const message = `None of the ${targets.length} pages could be read. Nothing is changed. ${first.message}`;
  return { isRead: false, problems: [{ ...first, message }] };
}

interface Visited extends Taken {
  /** The site did not answer for now. */
  isTemporary?: boolean | undefined;
}

async function visitPage({ id, url, address }: Target, visitor: SiteVisit): Promise<Visited> {
  const { spec, collection, fetcher, known } = visitor;
  const failed = (message: string, fix: string): Taken => ({
    texts: [],
    problems: [pageProblem(address.href, 1, message, fix)],
  });
  const file = pageFile(spec, id);
  const before = existsSync(file) ? readText(file) : "";
  const answer = await fetcher.get(address, known.of(address, before));
  if ("fix" in answer) {
    return { ...failed(`The page ${answer.message}.`, answer.fix), isTemporary: answer.isTemporary };
  }
  if (answer.bytes === undefined) return collection.keep(id, before);
  const { pages, problems } = readSource({ name: address.href, bytes: answer.bytes });
  if (pages.length > 1) return failed("The address answers with several pages.", "Save them, and use --from.");
  // The page has the id of its address, also if it shows another one.
  const taken = collection.take({ pages: pages.map((page) => ({ ...page, id, url })), problems });
  for (const text of taken.texts) known.note(address, answer.validators, text);
  return taken;
}
