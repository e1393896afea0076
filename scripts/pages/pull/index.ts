// `pandapon pages pull`: updates the snapshot of PandaPon's pages, from the sites or from saved pages.
import { rmSync } from "node:fs";
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, readText, shownPath } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { writeFiles } from "../../core/write-files.js";
import { changesInSnapshot, type Finding } from "../diff/index.js";
import { readFiles, sourceFiles } from "../find/sources.js";
import { readKnown, type Known } from "../find/known.js";
import { readBefore, readSites, SITES_FILE, snapshotFolder, snapshotIds, type Sites } from "../snapshot/read.js";
import { sitesText } from "../snapshot/text.js";
import { Collection } from "./collection.js";
import { startFetcher, type FetchOptions } from "./fetch.js";
import { listFor, visit, type SiteVisit } from "./site.js";
import { openKnownAnswers } from "./validators.js";

export interface PullOptions extends FetchOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** Addresses of sites or of single pages, and text files with addresses of pages. */
  sites?: readonly string[];
  /** Saved pages and exports, and folders of them. */
  from?: readonly string[];
  /** Whether to take pages of other APIs too. */
  anyServer?: boolean;
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
  const { sites: named = [], from = [], onProgress } = options;
  const described = readKnown(options.spec, options.anyServer);
  const { dir: spec, index } = described;
  if (named.length + from.length === 0) {
    throw new Failure(2, "Nothing to pull from. Name a site with --site, or saved pages with --from.");
  }
  const folder = snapshotFolder(spec);
  if (isFile(folder)) throw new Failure(2, `${shownPath(folder)} is not a folder. Move it away.`);
  const saved = sourceFiles(from);
  const { problems } = saved;
  const collection = new Collection(spec, index);
  const [known, fetcher] = [openKnownAnswers(spec), startFetcher(options)];
  let done = 0;
  let total = saved.files.length;
  const step = (what: string): void => onProgress?.((done += 1), total, what);
  const visitor: SiteVisit = { spec, collection, fetcher, known, onPage: ({ address }) => step(address.href) };
  const pulled: Sites = {};
  const pullFrom = async (given: string): Promise<void> => {
    onProgress?.(done, total, given);
    const { site, targets, problems: unlisted } = await listFor(given, fetcher);
    total += targets.length;
    const { isRead, problems: unread } = await visit(targets, visitor);
    problems.push(...unlisted, ...unread);
    if (site === undefined || !isRead) return;
    const entries = targets.map(({ id, title, folder, path }) => [id, { title, folder, path }]);
    pulled[site] = Object.fromEntries(entries);
  };
  try {
    await Promise.all([...new Set(named)].map(pullFrom));
  } finally {
    await fetcher.close();
  }
  for (const file of saved.files) {
    for (const reading of readFiles([file])) problems.push(...collection.take(reading).problems);
    step(shownPath(file));
  }
  const change = write(described, collection.texts(), pulled);
  known.save();
  return { ...change, problems: problems.sort((a, b) => compareText(a.file, b.file) || a.line - b.line) };
}

/** Writes what changed. A process that is killed meanwhile leaves each page as it was or as it is now. */
function write(described: Known, texts: ReadonlyMap<string, string>, pulled: Sites): Omit<PullResult, "problems"> {
  const { dir: spec } = described;
  const folder = snapshotFolder(spec);
  const sites = { ...readSites(spec), ...pulled };
  const files = new Map([...texts].map(([id, text]) => [`${id}.json`, text]));
  if (Object.keys(sites).length > 0) files.set(SITES_FILE, sitesText(sites));
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    if (isFile(file) && readText(file) === text) files.delete(name);
  }
  const written = [...texts.keys()].filter((id) => files.has(`${id}.json`));
  const gone = goneFrom(spec, pulled).filter((id) => !texts.has(id));
  const before = written.flatMap((id) => readBefore(spec, id) ?? []);
  if (files.size > 0) writeFiles(folder, files);
  for (const id of gone) rmSync(path.join(folder, `${id}.json`), { force: true });
  const changes = changesInSnapshot(described, before);
  return { written, unchanged: texts.size - written.length, gone, changes };
}

/** Pages of the snapshot whose site no longer lists them. */
const goneFrom = (spec: string, pulled: Sites): string[] =>
  snapshotIds(spec).filter((id) =>
    Object.entries(pulled).some(
      ([site, pages]) => !(id in pages) && readBefore(spec, id)?.url?.startsWith(`${site}/`) === true,
    ),
  );
