// A lock file that lets one pull run at a time. It names the process, and is taken over if that process is gone.
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync, linkSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";
import { Failure } from "../../core/problem.js";
import { isObject } from "../../core/node.js";
import { errorCode, shownPath } from "../../core/spec-folder.js";

const LOCK = ".pages-lock";
/** An empty lock was just created, or its process died before it wrote. */
const EMPTY_LOCK_MS = 10_000;

/** Locks of this process, which may run several pulls. */
const held = new Set<string>();

/**
 * Takes the lock of a snapshot.
 * @param spec the contract's folder, absolute
 * @returns a function that releases it
 * @throws Failure with code 2 if a pull is running, or if the folder cannot be written
 */
export function lockSnapshot(spec: string): () => void {
  const file = path.join(spec, LOCK);
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, content, { flag: "wx" });
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        throw new Failure(2, `Cannot write ${shownPath(file)} (${errorCode(error)}).`);
      }
      dropStale(file);
      continue;
    }
    held.add(content);
    return () => {
      held.delete(content);
      if (contentOf(file) === content) rmSync(file, { force: true });
    };
  }
  throw new Failure(2, `Other pulls hold ${shownPath(file)}. Run the pull again.`);
}

/** Whether a running process holds the lock of a snapshot. */
export function isLocked(spec: string): boolean {
  const file = path.join(spec, LOCK);
  const content = contentOf(file);
  return content !== undefined && holderOf(file, content) !== undefined;
}

/** Removes the lock of a process that is gone, and throws if the process is running. */
function dropStale(file: string): void {
  const content = contentOf(file);
  if (content === undefined) return;
  const holder = holderOf(file, content);
  if (holder !== undefined) {
    throw new Failure(
      2,
      `Another pull is running here (${holder}). Wait until it is done. If there is none, remove ${shownPath(file)}.`,
    );
  }
  // The first process to move the lock owns it. Two that see the same stale lock cannot both remove it.
  const aside = `${file}-${process.pid}-${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw new Failure(2, `Cannot take over ${shownPath(file)} (${errorCode(error)}).`);
  }
  try {
    // Another process was faster and took the lock a moment ago: give it back.
    if (contentOf(aside) !== content) linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The process that holds a lock, for a message, or undefined if it is gone. */
function holderOf(file: string, content: string): string | undefined {
  const { pid, host } = read(content);
  if (typeof pid !== "number" || typeof host !== "string") {
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return content === "" && age < EMPTY_LOCK_MS ? "just started" : undefined;
  }
  if (host !== hostname()) return `process ${pid} on ${host}`;
  const isRunning = pid === process.pid ? held.has(content) : isAlive(pid);
  return isRunning ? `process ${pid}` : undefined;
}

function read(content: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is running, as another user.
    return errorCode(error) === "EPERM";
  }
}
