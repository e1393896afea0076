// Writes the changes as an entry of the docs site's changelog: one YAML file per date in spec/changes/.
import { existsSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import type { ContractDiff } from "./changes.js";

/**
 * @param now milliseconds since 1970; its day in UTC is the date of the entry
 * @returns the file, absolute; undefined if nothing changed, so that nothing is written
 * @throws Failure with code 2 if the date has an entry already, or if the file cannot be written
 */
export function recordChanges({ changes, version }: ContractDiff, dir: string, now: number): string | undefined {
  const name = `${new Date(now).toISOString().slice(0, 10)}.yaml`;
  const file = path.resolve(dir, name);
  if (changes.length === 0) return undefined;
  if (existsSync(file)) {
    const fix = "Remove it, and compare with the contract as it was before that entry.";
    throw new Failure(2, `${shownPath(file)} exists: a date has one entry. ${fix}`);
  }
  const recorded = changes.map(({ impact, kind, message, uses }) => ({ impact, kind, message, uses }));
  const banner =
    "# Written by `pandapon contract-diff --record`. The docs site shows it in the changelog of the contract.\n";
  writeFiles(path.resolve(dir), new Map([[name, banner + stringify({ version: version.next, changes: recorded })]]));
  return file;
}
