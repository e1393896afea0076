// Replaces spec/pages/ as a whole: the new folder is made beside the old one and takes its place by two renames.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { errorCode, shownPath } from "../../core/spec-folder.js";
import { isLocked, lockSnapshot } from "./lock.js";
import { snapshotFolder } from "./read.js";

export interface SnapshotChange {
  /** The texts of the files to write, by name. */
  written: ReadonlyMap<string, string>;
  /** Names of the files to remove. */
  removed: readonly string[];
}

/** `next` may be incomplete; `old` and `pages` are always complete. */
const folders = (spec: string): { pages: string; next: string; old: string; waste: string } => ({
  pages: snapshotFolder(spec),
  next: path.join(spec, ".pages-next"),
  old: path.join(spec, ".pages-old"),
  waste: path.join(spec, ".pages-waste"),
});

/**
 * Writes all of a change or nothing. A process that is killed meanwhile leaves the old snapshot or the new one.
 * The caller must hold the lock.
 * @param spec the contract's folder, absolute
 * @throws Failure with code 2 if the folder cannot be written; the old snapshot stays
 */
export function writeSnapshot(spec: string, { written, removed }: SnapshotChange): void {
  const { pages, next, old } = folders(spec);
  clearLeftovers(spec);
  try {
    mkdirSync(next);
    if (existsSync(pages)) cpSync(pages, next, { recursive: true, preserveTimestamps: true });
    for (const name of removed) rmSync(path.join(next, name), { force: true });
    for (const [name, text] of written) writeFileSync(path.join(next, name), text);
    if (existsSync(pages)) renameSync(pages, old);
    renameSync(next, pages);
  } catch (error) {
    if (!existsSync(pages) && existsSync(old)) renameSync(old, pages);
    if (!existsSync(old)) rmSync(next, { recursive: true, force: true });
    throw new Failure(2, `Cannot write ${shownPath(pages)} (${errorCode(error)}). Nothing is changed.`);
  }
  clearLeftovers(spec);
}

/**
 * Puts the snapshot back in its place if a pull was killed between the two renames. Call it before reading the snapshot.
 * @param spec the contract's folder
 * @throws Failure with code 2 if a pull holds the lock and does not finish its renames, or if the folder cannot be written
 */
export function recoverSnapshot(spec: string): void {
  const dir = path.resolve(spec);
  for (let attempt = 0; isMissing(dir); attempt += 1) {
    if (!isLocked(dir)) {
      const unlock = lockSnapshot(dir);
      try {
        finishSwap(dir);
      } finally {
        unlock();
      }
    } else if (attempt === 100) {
      throw new Failure(
        2,
        `A pull is replacing ${shownPath(snapshotFolder(dir))} and does not finish. Wait for it, or stop it.`,
      );
    } else {
      // A running pull needs only a moment between its two renames.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/**
 * Puts the snapshot back in its place, and removes what an interrupted pull left. The caller must hold the lock.
 * @param spec the contract's folder, absolute
 * @throws Failure with code 2 if the folder cannot be written
 */
export function tidySnapshot(spec: string): void {
  finishSwap(spec);
  clearLeftovers(spec);
  const { pages } = folders(spec);
  if (statSync(pages, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Failure(2, `${shownPath(pages)} is not a folder. Move it away.`);
  }
}

/** Between the two renames there is no snapshot in its place, but the old and the new one are complete. */
function isMissing(spec: string): boolean {
  const { pages, old } = folders(spec);
  return !existsSync(pages) && existsSync(old);
}

function finishSwap(spec: string): void {
  const { pages, next, old } = folders(spec);
  if (!isMissing(spec)) return;
  try {
    renameSync(existsSync(next) ? next : old, pages);
  } catch (error) {
    throw new Failure(2, `Cannot put ${shownPath(pages)} back in its place (${errorCode(error)}).`);
  }
}

/** An old snapshot is renamed before it is removed, so that it is never used half removed. */
function clearLeftovers(spec: string): void {
  const { next, old, waste } = folders(spec);
  try {
    rmSync(waste, { recursive: true, force: true });
    if (existsSync(old)) renameSync(old, waste);
    for (const folder of [waste, next]) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another program has a file open. The next pull tries again, and fails if the file is still in the way.
  }
}
