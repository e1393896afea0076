// Writes several files so that each of them is always complete: first all under temporary names, then it renames them.
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./problem.js";
import { errorCode, shownPath } from "./spec-folder.js";

/**
 * A process that is killed meanwhile leaves each file as it was or as it should be. If a file cannot be written, all stay as they were.
 * @param dir the folder; it is made if it does not exist
 * @param texts the files' texts, by name or by path below the folder, in the order in which they are replaced
 * @throws Failure with code 2 if a file cannot be written
 */
export function writeFiles(dir: string, texts: ReadonlyMap<string, string>): void {
  const moves: { from: string; to: string }[] = [];
  try {
    makeFolder(path.resolve(dir));
    for (const [name, text] of texts) {
      const to = path.join(dir, name);
      refuseOthers(dir, name);
      makeFolder(path.resolve(path.dirname(to)));
      const from = `${to}.${process.pid}.tmp`;
      moves.push({ from, to });
      // A file of a process that was killed; or a link, which must not be written through.
      rmSync(from, { force: true });
      writeFileSync(from, text, { flag: "wx" });
    }
    for (const { from, to } of moves) renameSync(from, to);
  } catch (error) {
    for (const { from } of moves) rmSync(from, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure(2, `Cannot write ${shownPath(dir)} (${errorCode(error)}).`);
  }
}

/** A folder and those around it. Node's `recursive` never returns where the system says that a folder which exists does not: below /proc. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(path.dirname(dir));
  mkdirSync(dir);
}

/** Whether a file has a temporary name of `writeFiles`. */
export const isTemporary = (name: string): boolean => /\.\d+\.tmp$/.test(name);

/** Refuses what is in the way of a file: a folder in its place, a file in the place of a folder, and links, which lead elsewhere. */
function refuseOthers(dir: string, name: string): void {
  const steps = name.split("/");
  for (const length of steps.keys()) {
    const at = path.join(dir, ...steps.slice(0, length + 1));
    const isLast = length === steps.length - 1;
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (isLast ? found.isFile() : found.isDirectory()) continue;
    throw new Failure(2, `${shownPath(at)} is in the way and is not a ${isLast ? "file" : "folder"}. Move it.`);
  }
}
