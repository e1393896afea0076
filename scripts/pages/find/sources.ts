// The pages that a command is about: files that a person names, or the snapshot. One page at a time, so that memory does not grow with their number.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../core/problem.js";
import { errorCode, filesBelow, shownPath } from "../../core/spec-folder.js";
import { readSource } from "../read/index.js";
import { pageProblem, type Reading } from "../page/reading.js";
import { isPage, readSnapshotPage, snapshotIds } from "../snapshot/read.js";

const ENDINGS = "Pages end in .md, .txt, .json, .yaml or .yml.";
const PAGES = /\.(?:md|txt|json|ya?ml)$/i;

/**
 * Every file that is named, and every page in the folders that are named, sorted; a problem for each that is not there or is no page by its name.
 * Hidden files of a folder are left out.
 */
export function sourceFiles(from: readonly string[]): { files: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = from.flatMap((name) => {
    if (!existsSync(name)) {
      problems.push(pageProblem(name, 1, "There is no such file or folder.", "Name pages that you saved."));
      return [];
    }
    const isFolder = statSync(name).isDirectory();
    const found = isFolder ? filesBelow(name).filter((file) => !isHidden(path.relative(name, file))) : [name];
    if (found.length === 0) problems.push(pageProblem(name, 1, "The folder holds no page.", ENDINGS));
    return found.filter((file) => {
      const named = PAGES.test(file);
      if (!named) problems.push(pageProblem(shownPath(file), 1, "This is no page, by its name.", ENDINGS));
      return named;
    });
  });
  return { files, problems };
}

const isHidden = (file: string): boolean => /(?:^|[\\/])\./.test(file);

/** The pages of files, read one after the other. */
export function* readFiles(files: readonly string[]): Generator<Reading> {
  for (const file of files) {
    const name = shownPath(file);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      yield {
        pages: [],
        problems: [pageProblem(name, 1, `The file cannot be read (${errorCode(error)}).`, "Look at its rights.")],
      };
      continue;
    }
    yield readSource({ name, bytes });
  }
}

/** The pages of the snapshot, read one after the other. */
export function* readSnapshot(spec: string): Generator<Reading> {
  for (const id of snapshotIds(spec)) {
    const page = readSnapshotPage(spec, id);
    yield isPage(page) ? { pages: [page], problems: [] } : { pages: [], problems: [page] };
  }
}
