// `pandapon pages pull`: updates the snapshot of PandaPon's pages, from the sites or from saved pages.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, openSpecFolder, readText, shownPath } from "../../core/spec-folder.js";
import { changesInSnapshot, type Finding } from "../diff/index.js";
import { readFiles, sourceFiles } from "../find/sources.js";
import type { Index } from "../find/identify.js";
import { readKnown, type Known } from "../find/known.js";
import type { ReadPage } from "../page/page.js";
import { pageIdIn } from "../page/page-id.js";
import { pageProblem, type Reading } from "../page/reading.js";
import { readBefore, readSites, SITES_FILE, snapshotFolder, snapshotIds, type Sites } from "../snapshot/read.js";
import { sitesText } from "../snapshot/sites.js";
import { checkSnapshotFolder, writeSnapshot } from "../snapshot/write.js";
import { Collection } from "./collection.js";
import { startFetcher, type FetchOptions } from "./fetch.js";
import { foreignProblem } from "./foreign.js";
import { readList, targetOf, type Target } from "./list.js";
import { listed, listOf, visit, type SiteVisit } from "./site.js";
import { KnownAnswers } from "./validators.js";

export interface PullOptions extends FetchOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** Addresses of sites or of single pages, and text files with addresses of pages. */
  sites?: readonly string[];
  /** Saved pages and exports, and folders of them. */
  from?: readonly string[];
  /** Called after each page. `total` is the number of pages known so far, `what` the page. */
  onProgress?: (done: number, total: number, what: string) => void;
}

export interface PullResult {
  /** Ids of pages that are new or changed in the snapshot. */
  written: string[];
  /** The number of pages that did not change. */
  unchanged: number;
  /** Ids of pages that their site no longer lists. */
  gone: string[];
  /** What changed on pages that the snapshot had already, and the contract allows. `pages diff` reports the rest. */
  changes: Finding[];
  /** What could not be fetched or read. The snapshot keeps what it had of it. */
  problems: Problem[];
}

/**
 * Fetches and reads pages, and then writes to `spec/pages/` what changed.
 * @throws Failure with code 2 if nothing is named to pull from, or if the snapshot cannot be written
 */
export async function pull(options: PullOptions): Promise<PullResult> {
  const { dir: spec } = openSpecFolder(options.spec);
  const { sites: named = [], from = [], onProgress } = options;
  if (named.length + from.length === 0) {
    throw new Failure(2, "Nothing to pull from. Name a site with --site, or saved pages with --from.");
  }
  const wanted = wantedOf(named);
  checkSnapshotFolder(spec);
  const collection = new Collection(spec);
  collection.problems.push(...wanted.problems);
  const known = new KnownAnswers(spec);
  const described = readKnown(spec);
  const { index } = described;
  const fetcher = startFetcher(options);
  let done = 0;
  let total = 0;
  const step = (what: string): void => onProgress?.((done += 1), total, what);
  const visitor: SiteVisit = { collection, fetcher, known, index, onPage: ({ address }) => step(address.href) };
  const sites: Sites = {};
  try {
    await Promise.all([
      ...wanted.sites.map(async (site) => {
        onProgress?.(done, total, `${site}/llms.txt`);
        const targets = await listOf(site, visitor);
        if (targets === undefined) return;
        total += targets.length;
        if (await visit(targets, visitor)) sites[site] = listed(targets);
      }),
      ...byOrigin(wanted.pages).map(async (targets) => {
        total += targets.length;
        await visit(targets, visitor);
      }),
    ]);
  } finally {
    await fetcher.close();
  }
  const { files, problems } = sourceFiles(from);
  collection.problems.push(...problems);
  total += files.length;
  for (const file of files) {
    for (const reading of readFiles([file])) collection.take(identified(reading, index));
    step(shownPath(file));
  }
  return write(described, collection, sites, known);
}

function write(described: Known, collection: Collection, pulled: Sites, known: KnownAnswers): PullResult {
  const { dir: spec } = described;
  const { written, unchanged } = collection.changes();
  const gone = goneFrom(spec, pulled).filter((id) => !written.has(id));
  const files = new Map([...written].map(([id, text]) => [`${id}.json`, text]));
  const sites = { ...readSites(spec), ...pulled };
  const text = sitesText(sites);
  if (Object.keys(sites).length > 0 && text !== sitesBefore(spec)) files.set(SITES_FILE, text);
  const before = [...written.keys()].flatMap((id) => readBefore(spec, id) ?? []);
  if (files.size + gone.length > 0) {
    writeSnapshot(spec, { written: files, removed: gone.map((id) => `${id}.json`) });
  }
  known.save();
  const changes = changesInSnapshot(described, before);
  return { written: [...written.keys()], unchanged, gone, changes, problems: sorted(collection.problems) };
}

function sitesBefore(spec: string): string | undefined {
  const file = path.join(snapshotFolder(spec), SITES_FILE);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Pages of the snapshot whose site no longer lists them. */
const goneFrom = (spec: string, pulled: Sites): string[] =>
  snapshotIds(spec).filter((id) =>
    Object.entries(pulled).some(
      ([site, pages]) => !(id in pages) && readBefore(spec, id)?.url?.startsWith(`${site}/`) === true,
    ),
  );

/** Adds the ids of the pages of a saved source. A page without an id and a page of another API become problems. */
function identified({ pages, problems }: Reading, index: Index): Reading {
  const own: ReadPage[] = [];
  const others: Problem[] = [];
  for (const read of pages) {
    const page = index.identify(read);
    const foreign = foreignProblem(page, index, "Remove the page.");
    if (foreign !== undefined) others.push(foreign);
    else if (page.id === "") others.push(noId(page));
    else own.push(page);
  }
  return { pages: own, problems: [...problems, ...others] };
}

const noId = (page: ReadPage): Problem =>
  pageProblem(
    page.source,
    page.lineOf(),
    `The page of ${page.method} ${page.path} does not show its id.`,
    "Put the id into the file name: api-250313120.txt.",
  );

const sorted = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));

interface PullTargets {
  /** Addresses, without a trailing slash. */
  sites: string[];
  pages: Target[];
  problems: Problem[];
}

/** Splits the values of `--site` into sites and pages. */
function wantedOf(given: readonly string[]): PullTargets {
  const sites = new Set<string>();
  const pages = new Map<string, Target>();
  const problems: Problem[] = [];
  const addPages = (targets: readonly Target[]): void => {
    for (const target of targets) pages.set(target.address.href, target);
  };
  for (const one of given) {
    if (/^https?:\/\//i.test(one)) {
      if (!URL.canParse(one)) throw new Failure(2, `${one} is not a valid address.`);
      const url = new URL(one);
      const target = targetOf(url);
      if (target !== undefined) addPages([target]);
      else sites.add(`${url.origin}${url.pathname.replace(/(?:\/llms\.txt)?\/*$/, "")}`);
    } else if (isFile(path.resolve(one))) {
      const list = readList(readText(path.resolve(one)), shownPath(path.resolve(one)));
      if (list.targets.length + list.problems.length === 0) {
        throw new Failure(2, `${one} lists no pages of endpoints. Write one address per line.`);
      }
      addPages(list.targets);
      problems.push(...list.problems);
    } else {
      const hint = pageIdIn(one) === undefined ? "" : " To read a saved page, use --from.";
      throw new Failure(2, `${one} is neither an address nor a file. Start the address with https://.${hint}`);
    }
  }
  return { sites: [...sites], pages: [...pages.values()], problems };
}

function byOrigin(targets: readonly Target[]): Target[][] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const { origin } = target.address;
    groups.set(origin, [...(groups.get(origin) ?? []), target]);
  }
  return [...groups.values()];
}
