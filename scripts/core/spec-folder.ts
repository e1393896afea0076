// The folder of the contract, its root document and its files.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";
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
 * @throws Failure with code 2 if it is missing, unreadable or empty, if it holds a link, or if its root document is not OpenAPI 3.1
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
  refuseLinks(absolute, names);
  const root = path.join(absolute, "openapi.yaml");
  const version = /^\uFEFF?["']?openapi["']?\s*:\s*["']?([^\s"'#]+)/m.exec(readText(root))?.[1];
  if (version === undefined || !/^3\.1\.\d+$/.test(version)) {
    const has = version === undefined ? "has no `openapi:` line" : `says openapi: ${version}`;
    throw new Failure(2, `${shownPath(root)} ${has}. The tool chain reads OpenAPI 3.1: write \`openapi: 3.1.1\`.`);
  }
  return { dir: absolute, root };
}

/**
 * Refuses links, pipes and devices: what they lead to may be elsewhere, and reading it may never end. Hidden files are left out.
 * @param names of files and folders in `dir`; all that is below them is checked too
 * @throws Failure with code 2
 */
export function refuseLinks(dir: string, names: readonly string[]): void {
  for (const name of names.filter((one) => !/^(?:\.|node_modules$)/.test(one))) {
    const file = path.join(dir, name);
    const found = lstatSync(file, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) continue;
    if (!found.isDirectory()) {
      const kind = found.isSymbolicLink() ? "a symbolic link" : "neither a file nor a folder";
      throw new Failure(2, `${shownPath(file)} is ${kind}. Replace it with a regular file, or remove it.`);
    }
    refuseLinks(file, listed(file));
  }
}

function listed(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    throw new Failure(2, `Cannot read ${shownPath(dir)} (${errorCode(error)}). Check its permissions.`);
  }
}

/** Whether a `$ref` leads to an address instead of a file; a Windows drive is one letter. */
export const isAddress = (target: string): boolean => /^[a-z][a-z\d+.-]+:/i.test(target);

/**
 * Why a `$ref` may not lead to a file, and what to do; undefined if it may.
 * @param target absolute, or an address
 * @param dir the folder of the contract, or the one file of a bundle
 */
export function reasonAgainst(target: string, dir: string): [message: string, fix: string] | undefined {
  if (isAddress(target) || !isInside(target, dir)) {
    const shown = isAddress(target) ? target : shownPath(target);
    return isFile(dir)
      ? [`${shown} is not part of ${shownPath(dir)}.`, "Name the folder of openapi.yaml, or a bundle."]
      : [`${shown} is outside ${shownPath(dir)}.`, "Copy that file into the folder."];
  }
  // A name that no system allows does not exist either.
  if (!existsSync(target)) {
    return [`there is no ${shownPath(target)}.`, "Correct the path of the $ref, or write the file that it names."];
  }
  if (!isFile(target)) return [`${shownPath(target)} is not a file.`, "Name a file."];
  const isLinked = realpathSync(target) !== path.join(realpathSync(dir), path.relative(dir, target));
  return isLinked ? [`${shownPath(target)} is reached by a link.`, "Replace the link by the file."] : undefined;
}

/** @throws Failure with code 2 if it is not a regular file, or cannot be read */
export function readBytes(file: string): Buffer {
  try {
    // Reading a pipe may never end.
    if (statSync(file).isFile()) return readFileSync(file);
  } catch (error) {
    throw new Failure(2, `Cannot read ${shownPath(file)} (${errorCode(error)}). Check the file and its permissions.`);
  }
  throw new Failure(2, `${shownPath(file)} is not a regular file. Name a regular file.`);
}

/** @throws Failure with code 2 if it is not a regular file, or cannot be read */
export const readText = (file: string): string => readBytes(file).toString("utf8");

/** The files below a folder, absolute and sorted; none if the folder does not exist. */
export function filesBelow(dir: string): string[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return [];
  // Without `recursive`: for an archive, as Yarn's Plug'n'Play keeps packages, it gives paths that do not exist.
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => filesAt(path.join(dir, entry.name), entry))
    .sort();
}

const filesAt = (found: string, entry: Dirent): string[] =>
  entry.isFile() ? [found] : entry.isDirectory() ? filesBelow(found) : [];

/** The contract's own files, absolute and sorted, without the snapshot of PandaPon's pages. */
export const contractFiles = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => name !== "pages")
    .flatMap((entry) => filesAt(path.join(dir, entry.name), entry))
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
