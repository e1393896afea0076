// Reads the pages of a command, from named files or from the snapshot: one at a time, so that memory does not grow with their number.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../core/problem.js";
import { errorCode, filesBelow, isFile, shownPath } from "../../core/spec-folder.js";
import { readSource } from "../read/index.js";
import { pageProblem, type Reading } from "../page/reading.js";
import { readSnapshotPage, snapshotIds } from "../snapshot/read.js";

/**
 * The named files and all files in the named folders, sorted within a folder. Hidden files of a folder are left out.
 * Each file that does not exist or does not have the extension of a page is a problem.
 */
export function sourceFiles(from: readonly string[]): { files: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const failed = (name: string, message: string, fix: string): void =>
    void problems.push(pageProblem(shownPath(name), 1, message, fix));
  const files = from.flatMap((name) => {
    if (!existsSync(name)) failed(name, "No such file or folder.", "Name saved pages, or folders of them.");
    else if (isFile(name)) return [name];
    else if (!statSync(name).isDirectory()) failed(name, "This is not a regular file.", "Save the page to a file.");
    else {
      const found = filesBelow(name).filter((file) => !/(?:^|[\\/])\./.test(path.relative(name, file)));
      if (found.length > 0) return found;
      failed(name, "The folder has no files.", "Save pages there, or name another folder.");
    }
    return [];
  });
  const isPage = (file: string): boolean => /\.(?:md|txt|json|ya?ml)$/i.test(file);
  for (const file of files) {
    if (!isPage(file)) failed(file, "Unsupported file extension.", "Use .md, .txt, .json, .yaml or .yml.");
  }
  return { files: files.filter(isPage), problems };
}

/** Reads the pages of files, one file after the other. */
export function* readFiles(files: readonly string[]): Generator<Reading> {
  for (const file of files) {
    const name = shownPath(file);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      const message = `The file cannot be read (${errorCode(error)}).`;
      yield { pages: [], problems: [pageProblem(name, 1, message, "Check its permissions.")] };
      continue;
    }
    yield readSource({ name, bytes });
  }
}

/** Reads the pages of the snapshot, one after the other. */
export function* readSnapshot(spec: string): Generator<Reading> {
  for (const id of snapshotIds(spec)) yield readSnapshotPage(spec, id);
}
