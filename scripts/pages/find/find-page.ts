// Finds the page to draft, in saved files or in the snapshot.
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, shownPath } from "../../core/spec-folder.js";
import { readFiles, sourceFiles } from "./sources.js";
import { readKnown } from "./known.js";
import type { ReadPage } from "../page/page.js";
import { withoutNotice } from "../page/reading.js";
import { isPage, readSnapshotPage, snapshotIds } from "../snapshot/read.js";

export interface WantedPage {
  /** The page's id, or the file of a page. */
  which: string;
  spec: string;
  /** Files and folders to look in; without them, the snapshot. */
  from?: readonly string[];
}

export interface FoundPage {
  page: ReadPage;
  /** What could not be read. */
  problems: Problem[];
}

/** @throws Failure with code 2 if there is no such page, if there are several, or if it belongs to another API */
export function findPage({ which, spec, from = [] }: WantedPage): FoundPage {
  const { dir, index } = readKnown(spec);
  const places = isFile(which) ? [which] : from;
  const found = places.length > 0 ? inFiles(which, places) : inSnapshot(which, dir);
  const foreign = index.foreign(found.page);
  const page = index.identify(found.page);
  if (foreign !== undefined) {
    throw new Failure(2, `${page.source}:${page.lineOf()}: The page belongs to another API: ${foreign}.`);
  }
  return { page, problems: found.problems };
}

function inFiles(which: string, places: readonly string[]): FoundPage {
  const { files, problems } = sourceFiles(places);
  const pages: ReadPage[] = [];
  for (const reading of readFiles(files)) {
    problems.push(...reading.problems.map(withoutNotice));
    pages.push(...(isFile(which) ? reading.pages : reading.pages.filter(({ id }) => id === which)));
  }
  const [page, second] = pages;
  if (page === undefined) {
    throw new Failure(
      2,
      `There is no readable page ${which} in ${places.map((place) => shownPath(place)).join(", ")}.`,
      problems,
    );
  }
  if (second !== undefined) {
    const fix =
      page.source === second.source
        ? `Name one page by its id: pandapon pages draft ${page.id || "api-…"} --from ${page.source}`
        : "Name one of the files.";
    const others = page.source === second.source ? "" : `, in ${page.source} and ${second.source}`;
    throw new Failure(2, `${which} is ${pages.length} pages${others}. ${fix}`);
  }
  return { page, problems };
}

function inSnapshot(which: string, dir: string): FoundPage {
  if (!snapshotIds(dir).includes(which)) {
    throw new Failure(
      2,
      `${which} is not a page of the snapshot and not a file. Run \`pandapon pages pull\`, or name a file that holds it with --from.`,
    );
  }
  const page = readSnapshotPage(dir, which);
  if (!isPage(page)) throw new Failure(2, `${which} cannot be read.`, [page]);
  return { page, problems: [] };
}
