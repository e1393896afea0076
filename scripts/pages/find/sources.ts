// Reads the pages of a command, from named files or from the snapshot: one at a time, so that memory does not grow with their number.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../core/problem.js";
import { errorCode, filesBelow, shownPath } from "../../core/spec-folder.js";
import { readSource } from "../read/index.js";
import { pageProblem, type Reading } from "../page/reading.js";
import { isPage, readSnapshotPage, snapshotIds } from "../snapshot/read.js";

const EXTENSIONS = "Use .md, .txt, .json, .yaml or .yml.";
const PAGES = /\.(?:md|txt|json|ya?ml)$/i;

/**
 * The named files and all files in the named folders, sorted within a folder. Hidden files of a folder are left out.
 * Each file that does not exist or does not have the extension of a page is a problem.
 */
export function sourceFiles(from: readonly string[]): { files: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = from.flatMap((name) => {
    if (!existsSync(name)) {
      problems.push(pageProblem(name, 1, "No such file or folder.", "Name saved pages, or folders of them."));
      return [];
    }
    const isFolder = statSync(name).isDirectory();
    const found = isFolder ? filesBelow(name).filter((file) => !isHidden(path.relative(name, file))) : [name];
    if (found.length === 0)
      problems.push(pageProblem(name, 1, "The folder has no files.", "Save pages there, or name another folder."));
    return found.filter((file) => {
      const named = PAGES.test(file);
      if (!named) problems.push(pageProblem(shownPath(file), 1, "Unsupported file extension.", EXTENSIONS));
      return named;
    });
  });
  return { files, problems };
}

const isHidden = (file: string): boolean => /(?:^|[\\/])\./.test(file);

/** Reads the pages of files, one file after the other. */
export function* readFiles(files: readonly string[]): Generator<Reading> {
  for (const file of files) {
    const name = shownPath(file);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      yield {
        pages: [],
        problems: [pageProblem(name, 1, `The file cannot be read (${errorCode(error)}).`, "Check its permissions.")],
      };
      continue;
    }
    yield readSource({ name, bytes });
  }
}

/** Reads the pages of the snapshot, one after the other. */
export function* readSnapshot(spec: string): Generator<Reading> {
  for (const id of snapshotIds(spec)) {
    const page = readSnapshotPage(spec, id);
    yield isPage(page) ? { pages: [page], problems: [] } : { pages: [], problems: [page] };
  }
}
