// Changes spec/pages/ as a whole: the new folder is made beside the old one and takes its place by two renames.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { errorCode, shownPath } from "../../core/spec-folder.js";
import { isLocked, lockSnapshot } from "./lock.js";
import { snapshotFolder } from "./read.js";

export interface SnapshotChange {
  /** The files to write, by name, and their text. */
  written: ReadonlyMap<string, string>;
  /** Names of files that go. */
  removed: readonly string[];
}

/** `next` may be half made; `old` and `pages` are always whole. */
const folders = (spec: string): { pages: string; next: string; old: string; waste: string } => ({
  pages: snapshotFolder(spec),
  next: path.join(spec, ".pages-next"),
  old: path.join(spec, ".pages-old"),
  waste: path.join(spec, ".pages-waste"),
});

/**
 * Writes a change, all of it or nothing; a process that ends meanwhile leaves the old snapshot or the new one.
 * The lock is the caller's.
 * @param spec the contract's folder, absolute
 * @throws Failure with code 2 where the folder cannot be written; the old snapshot stays
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
    throw new Failure(2, `Cannot write ${shownPath(pages)} (${errorCode(error)}). It is as it was before.`);
  }
  clearLeftovers(spec);
}

/**
 * Puts the snapshot back in its place where a pull ended between the two renames. Whoever reads the snapshot calls it first.
 * @param spec the contract's folder
 * @throws Failure with code 2 where a pull holds the lock and does not finish its renames, or the folder cannot be written
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
        `${shownPath(snapshotFolder(dir))} is being replaced by a pull that does not end. Wait for it.`,
      );
    } else {
      // The two renames of a living pull are a moment apart.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/**
 * The same for whoever holds the lock, and removes what an interrupted pull left.
 * @param spec the contract's folder, absolute
 * @throws Failure with code 2 where the snapshot's place cannot be written
 */
export function tidySnapshot(spec: string): void {
  finishSwap(spec);
  clearLeftovers(spec);
  const { pages } = folders(spec);
  if (statSync(pages, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new Failure(2, `${shownPath(pages)} is in the way and is no folder. Move it.`);
  }
}

/** Between the renames the snapshot has no place: the old one is aside, the new one waits whole. */
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

/** An old snapshot leaves its name before it goes, so that nobody ever takes half of it for a whole. */
function clearLeftovers(spec: string): void {
  const { next, old, waste } = folders(spec);
  try {
    rmSync(waste, { recursive: true, force: true });
    if (existsSync(old)) renameSync(old, waste);
    for (const folder of [waste, next]) rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another program holds a file open: the next pull tries again, and says so where it is in the way.
  }
}
