// Writes spec/pages/.
import { rmSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import { writeFiles } from "../../core/write-files.js";
import { snapshotFolder } from "./read.js";

export interface SnapshotChange {
  /** The texts of the files to write, by name. */
  written: ReadonlyMap<string, string>;
  /** Names of the files to remove. */
  removed: readonly string[];
}

/** @throws Failure with code 2 if something else than a folder is where the snapshot belongs */
export function checkSnapshotFolder(spec: string): void {
  const pages = snapshotFolder(spec);
  if (statSync(pages, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Failure(2, `${shownPath(pages)} is not a folder. Move it away.`);
  }
}

/**
 * A process that is killed meanwhile leaves each page as it was or as it is now. The next pull finishes the change.
 * @throws Failure with code 2 if the folder cannot be written; nothing is changed then
 */
export function writeSnapshot(spec: string, { written, removed }: SnapshotChange): void {
  const pages = snapshotFolder(spec);
  writeFiles(pages, written);
  for (const name of removed) rmSync(path.join(pages, name), { force: true });
}
