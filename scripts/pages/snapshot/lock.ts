// One pull at a time: a file that names the process at work, taken over once that process is gone.
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync, linkSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import { Failure } from "../../core/problem.js";
import { isObject } from "../../core/node.js";
import { errorCode, shownPath } from "../../core/spec-folder.js";

const LOCK = ".pages-lock";
/** A lock without a word in it was just created, or its maker died before writing. */
const WORDLESS_MS = 10_000;

/** Locks of this process, which may run several pulls. */
const held = new Set<string>();

/**
 * Takes the lock of a snapshot.
 * @param spec the contract's folder, absolute
 * @returns what gives it back
 * @throws Failure with code 2 where a pull is at work, or the folder cannot be written
 */
export function lockSnapshot(spec: string): () => void {
  const file = path.join(spec, LOCK);
  const words = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, words, { flag: "wx" });
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        throw new Failure(2, `Cannot write ${shownPath(file)} (${errorCode(error)}).`);
      }
      dropStale(file);
      continue;
    }
    held.add(words);
    return () => {
      held.delete(words);
      if (wordsIn(file) === words) rmSync(file, { force: true });
    };
  }
  throw new Failure(2, `Cannot take ${shownPath(file)}: others take it too. Run the pull again.`);
}

/** Whether a living process holds the lock of a snapshot. */
export function isLocked(spec: string): boolean {
  const file = path.join(spec, LOCK);
  const words = wordsIn(file);
  return words !== undefined && holderOf(file, words) !== undefined;
}

/** Removes the lock of a process that is gone; throws where it is at work. */
function dropStale(file: string): void {
  const words = wordsIn(file);
  if (words === undefined) return;
  const holder = holderOf(file, words);
  if (holder !== undefined) {
    throw new Failure(
      2,
      `Another pull is at work here (${holder}). Wait until it is done; if there is none, remove ${shownPath(file)}.`,
    );
  }
  // Whoever moves it first owns it: two that see the same stale lock cannot both remove it.
  const aside = `${file}-${process.pid}-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw new Failure(2, `Cannot take over ${shownPath(file)} (${errorCode(error)}).`);
  }
  try {
    // Taken a moment ago by another that was faster: it gets it back.
    if (wordsIn(aside) !== words) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function wordsIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The process that holds a lock, in words; nothing where it is gone. */
function holderOf(file: string, words: string): string | undefined {
  const { pid, host } = read(words);
  if (typeof pid !== "number" || typeof host !== "string") {
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return words === "" && age < WORDLESS_MS ? "just begun" : undefined;
  }
  if (host !== hostname()) return `process ${pid} on ${host}`;
  const lives = pid === process.pid ? held.has(words) : isAlive(pid);
  return lives ? `process ${pid}` : undefined;
}

function read(words: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(words);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It lives, and belongs to another user.
    return errorCode(error) === "EPERM";
  }
}
