// Pages that somebody saved: files, and folders of them.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../contract/problem.js";
import { errorCode, filesBelow, shownPath } from "../../contract/spec-folder.js";
import { readSource, type Reading } from "../read/index.js";
import { pageProblem } from "../read/reading.js";

const EXTENSION = /\.(?:md|txt|json|ya?ml)$/i;
const KINDS = "Pages are .md, .txt, .json, .yaml or .yml.";

/**
 * The files that are named or lie in the folders that are named, each once, and a problem for each that is no page's.
 * Hidden files in a folder are left out.
 */
export function filesOf(sources: readonly string[]): { files: string[]; problems: Problem[] } {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const failed = (file: string, message: string, mend: string): void => {
    problems.push(pageProblem(shownPath(file), 1, message, mend));
  };
  for (const source of sources) {
    const absolute = path.resolve(source);
    const found = statSync(absolute, { throwIfNoEntry: false });
    if (found === undefined) {
      failed(absolute, "There is no such file or folder.", "Name pages, or a folder that holds them, with --from.");
      continue;
    }
    const candidates = found.isDirectory() ? visibleBelow(absolute) : [absolute];
    if (candidates.length === 0) failed(absolute, "The folder holds no pages.", KINDS);
    for (const file of candidates) {
      if (EXTENSION.test(file)) files.add(file);
      else failed(file, "This is no page, by its name.", KINDS);
    }
  }
  return { files: [...files], problems };
}

const visibleBelow = (dir: string): string[] =>
  filesBelow(dir).filter((file) => !/(?:^|[\\/])\./.test(path.relative(dir, file)));

export function readFile(file: string): Reading {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const problem = pageProblem(shownPath(file), 1, `The file cannot be read (${errorCode(error)}).`, "Look at it.");
    return { pages: [], problems: [problem] };
  }
  return readSource({ name: shownPath(file), bytes });
}
