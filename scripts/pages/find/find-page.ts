// Finds the page to draft, in saved files or in the snapshot.
import { commandFor } from "../../core/command-text.js";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, shownPath } from "../../core/spec-folder.js";
import type { ReadPage } from "../page/page.js";
import { withoutNotice } from "../page/reading.js";
import { readSnapshotPage, snapshotIds } from "../snapshot/read.js";
import { pullCommand } from "./identify.js";
import { readKnown } from "./known.js";
import { readFiles, sourceFiles } from "./sources.js";

export interface WantedPage {
  /** The page's id, or the file of a page. */
  which: string;
  spec: string;
  /** Files and folders to look in; without them, the snapshot. */
  from?: readonly string[];
  /** Whether the page may be one of another API. */
  anyServer?: boolean;
}

/**
 * @returns the page, and what could not be read
 * @throws Failure with code 2 if there is no such page, if there are several, or if it belongs to another API
 */
export function findPage({ which, spec, from = [], anyServer }: WantedPage): { page: ReadPage; problems: Problem[] } {
  const { dir, index } = readKnown(spec, anyServer);
  const isNamed = isFile(which);
  const places = isNamed ? [which] : from;
  if (places.length === 0 && !snapshotIds(dir).includes(which)) {
    const fix = `Run \`${pullCommand(dir)}\`, or name a file that holds it with --from.`;
    throw new Failure(2, `${which} is not a page of the snapshot and not a file. ${fix}`);
  }
  const { files, problems } = sourceFiles(places);
  const pages: ReadPage[] = [];
  for (const reading of places.length === 0 ? [readSnapshotPage(dir, which)] : readFiles(files)) {
    problems.push(...reading.problems.map(withoutNotice));
    pages.push(...reading.pages.map((one) => index.identify(one)).filter(({ id }) => isNamed || id === which));
  }
  const [page, second] = pages;
  if (page === undefined) {
    const where = places.length === 0 ? "the snapshot" : places.map((place) => shownPath(place)).join(", ");
    throw new Failure(2, `There is no readable page ${which} in ${where}.`, problems);
  }
  if (second !== undefined) {
    const { id } = pages.find((one) => one.id !== "") ?? page;
    const draft = `Name one page by its id: ${commandFor(dir, "pages", "draft", id, "--from", page.source)}`;
    const several =
      page.source === second.source
        ? `. ${id === "" ? "Save one page per file, with its id in the name." : draft}`
        : `, in ${page.source} and ${second.source}. Name one of the files.`;
    throw new Failure(2, `${which} is ${pages.length} pages${several}`);
  }
  const foreign = index.foreign(page);
  if (foreign !== undefined) throw new Failure(2, `${foreign.file}:${foreign.line}: ${foreign.message} ${foreign.fix}`);
  return { page, problems };
}
