// The folder of a consumer's client. All that is in it is ours, so a file of ours that is not made any more is removed.
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../core/problem.js";
import { errorCode, isFile, readText, shownPath } from "../core/spec-folder.js";
import { compareText } from "../core/text.js";
import { isTemporary, writeFiles } from "../core/write-files.js";

/** The beginning of each file. It tells our files from others. */
export const clientBanner = (config: string): string =>
  `// Made by \`pandapon generate\` from ${config}. Do not edit: change ${config} and run \`pandapon generate\`.\n/* eslint-disable */\n\n`;

// Not at the beginning only: git writes the marks of a conflict above it.
const BANNER = /^\/\/ Made by `pandapon generate` from (?!spec\/)/m;
const isOurs = (file: string): boolean => isFile(file) && BANNER.test(readText(file).slice(0, 1000));

export interface FileChange {
  /** The file's name in the folder. */
  name: string;
  /** `stale`: it is ours, and is not made any more. */
  state: "differs" | "missing" | "stale";
}

/**
 * @param files the texts by name, as they should be
 * @returns what has to change, by name. Line endings do not count: git may have changed them.
 * @throws Failure with code 2 if the folder or a file in it is not ours
 */
export function changesIn(out: string, files: ReadonlyMap<string, string>): FileChange[] {
  const ours = filesOfOurs(out);
  for (const name of files.keys()) {
    const file = path.join(out, name);
    if (!ours.includes(name) && isFile(file)) {
      throw new Failure(
        2,
        `${shownPath(file)} is not made by \`pandapon generate\` and would be overwritten. Move it, or name another folder in out.`,
      );
    }
  }
  const changed = [...files].flatMap(([name, text]): FileChange[] => {
    if (!ours.includes(name)) return [{ name, state: "missing" }];
    return withLf(readText(path.join(out, name))) === text ? [] : [{ name, state: "differs" }];
  });
  const stale = ours.filter((name) => !files.has(name)).map((name): FileChange => ({ name, state: "stale" }));
  return [...changed, ...stale].sort((a, b) => compareText(a.name, b.name));
}

/** Writes the files that differ or are missing, and removes those that are stale. */
export function applyChanges(out: string, files: ReadonlyMap<string, string>, changes: readonly FileChange[]): void {
  const names = new Set(changes.map(({ name }) => name));
  writeFiles(out, new Map([...files].filter(([name]) => names.has(name))));
  for (const { name, state } of changes) if (state === "stale") rmSync(path.join(out, name), { force: true });
}

/**
 * The names of our files in a folder, sorted.
 * @throws Failure with code 2 if the folder holds files, but none of ours, or if it cannot be read
 */
export function filesOfOurs(out: string): string[] {
  const names = namesIn(out);
  const ours = names.filter((name) => isOurs(path.join(out, name)));
  if (ours.length === 0 && names.length > 0) {
    throw new Failure(
      2,
      `${shownPath(out)} holds files that \`pandapon generate\` has not made. Name another folder in out, or empty it.`,
    );
  }
  return ours.sort(compareText);
}

/** What is in a folder, without hidden files and without those that another run is about to rename, or was killed at. */
function namesIn(out: string): string[] {
  try {
    const found = statSync(out, { throwIfNoEntry: false });
    if (found === undefined) return [];
    if (!found.isDirectory()) throw new Failure(2, `${shownPath(out)} is a file. Name a folder in out.`);
    return readdirSync(out).filter((name) => !name.startsWith(".") && !isTemporary(name));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(2, `Cannot read the folder ${shownPath(out)} (${errorCode(error)}). Name another one in out.`);
  }
}

const withLf = (text: string): string => text.replaceAll("\r\n", "\n");
