// Fetches the pages of PandaPon's sites: those of a site's list, or those named one by one.
import { existsSync } from "node:fs";
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, readText, shownPath } from "../../core/spec-folder.js";
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

/** After so many failures without a success, the rest of a site is not fetched. */
const PATIENCE = 12;

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
  let [read, failed] = [0, 0];
  const queue = targets.values();
  const takeTurns = async (): Promise<void> => {
    for (const target of queue) {
      if (read === 0 && failed >= PATIENCE) return;
      const taken = await visitPage(target, visitor);
      if (taken.texts.length > 0) read += 1;
      else failed += 1;
      problems.push(...taken.problems);
      visitor.onPage(target);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  const [first] = problems;
  if (read > 0 || targets.length === 1 || first === undefined) return { isRead: read > 0, problems };
  const message = `None of the ${targets.length} pages could be read. Nothing is changed. ${first.message}`;
  return { isRead: false, problems: [{ ...first, message }] };
}

async function visitPage({ id, url, address }: Target, visitor: SiteVisit): Promise<Taken> {
  const { spec, collection, fetcher, known } = visitor;
  const failed = (message: string, fix: string): Taken => ({
    texts: [],
    problems: [pageProblem(address.href, 1, message, fix)],
  });
  const file = pageFile(spec, id);
  const before = existsSync(file) ? readText(file) : "";
  const answer = await fetcher.get(address, known.of(address, before));
  if ("fix" in answer) return failed(`The page ${answer.message}.`, answer.fix);
  if (answer.bytes === undefined) return collection.keep(id, before);
  const { pages, problems } = readSource({ name: address.href, bytes: answer.bytes });
  if (pages.length > 1) return failed("The address answers with several pages.", "Save them, and use --from.");
  // The page has the id of its address, also if it shows another one.
  const taken = collection.take({ pages: pages.map((page) => ({ ...page, id, url })), problems });
  for (const text of taken.texts) known.note(address, answer.validators, text);
  return taken;
}
