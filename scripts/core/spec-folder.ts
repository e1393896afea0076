// The folder of the contract, its root document and its files.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Failure } from "./problem.js";

export interface SpecFolder {
  /** Absolute. */
  dir: string;
  /** `openapi.yaml` in it, absolute. */
  root: string;
}

/**
 * Opens the folder that holds the contract.
 * @throws Failure with code 2 if it is missing, unreadable or empty, or if its root document is not OpenAPI 3.1
 */
export function openSpecFolder(dir: string): SpecFolder {
  const absolute = path.resolve(dir);
  const shown = shownPath(absolute);
  let names: string[];
  try {
    names = readdirSync(absolute);
  } catch (error) {
    throw new Failure(2, `Cannot read the spec folder ${shown} (${errorCode(error)}). Name the folder with --spec.`);
  }
  if (!names.includes("openapi.yaml")) {
    const found = names.length === 0 ? "is empty" : "has no openapi.yaml";
    throw new Failure(2, `The spec folder ${shown} ${found}. Name the folder of openapi.yaml with --spec.`);
  }
  const root = path.join(absolute, "openapi.yaml");
  const version = /^\uFEFF?["']?openapi["']?\s*:\s*["']?([^\s"'#]+)/m.exec(readText(root))?.[1];
  if (version === undefined || !/^3\.1\.\d+$/.test(version)) {
    const has = version === undefined ? "has no `openapi:` line" : `says openapi: ${version}`;
    throw new Failure(2, `${shownPath(root)} ${has}. The tool chain reads OpenAPI 3.1: write \`openapi: 3.1.1\`.`);
  }
  return { dir: absolute, root };
}

/** @throws Failure with code 2 if the file cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(2, `Cannot read ${shownPath(file)} (${errorCode(error)}).`);
  }
}

/** The files below a folder, absolute and sorted; none if the folder does not exist. */
export function filesBelow(dir: string): string[] {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The contract's own files, absolute and sorted, without the snapshot of PandaPon's pages and the files that `pandapon pages pull` keeps beside it. */
export const contractFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => name !== "pages" && !name.startsWith(".pages-"))
    .flatMap((entry) => {
      const found = path.join(dir, entry.name);
      return entry.isFile() ? [found] : filesBelow(found);
    })
    .sort();

/** Whether a file or folder is the folder `dir` or lies in it. */
export function isInside(file: string, dir: string): boolean {
  const relative = path.relative(dir, file);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}

/** Whether the path exists and is a file. */
export const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** A path with forward slashes, as in URLs and `$ref`s. */
export const slashed = (file: string): string => file.split(path.sep).join("/");

export const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/** A path as messages show it: relative to the working directory, with forward slashes. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const shown = relative === "" ? "." : relative.startsWith("..") ? file : relative;
  return slashed(shown);
}

export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
