// The folder for the result, as a person names it.
import { statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../core/problem.js";
import { isInside } from "../core/spec-folder.js";
import { filesOfOurs } from "../generate/out-folder.js";

export const defaultOut = (dir: string): string =>
  statSync(path.join(dir, "src"), { throwIfNoEntry: false })?.isDirectory() === true ? "src/pandapon" : "pandapon";

/** The folder as the configuration has it: the same on every system. */
export const writtenOut = (out: string): string =>
  path.posix.normalize(out.trim().replaceAll("\\", "/")).replace(/(?<=.)\/$/, "");

/**
 * Why a folder cannot take the result, and what to do; undefined if it can.
 * @param dir the folder of the configuration
 */
export function reasonAgainstOut(out: string, dir: string): string | undefined {
  const example = `Name another, such as ${defaultOut(dir)}.`;
  if (out.trim() === "") return `The folder has no name. ${example}`;
  const named = writtenOut(out);
  if (path.isAbsolute(named) || /^(?:[a-z]:|~)/i.test(named)) {
    return `${named} is another folder on other machines. Give a path relative to this folder, such as ${defaultOut(dir)}.`;
  }
  // A file that is compared on every machine has none of these in its name.
  if (/[\p{Cc}<>:"|?*]/u.test(named)) return `Not every system allows such a name. ${example}`;
  const target = path.resolve(dir, named);
  if (isInside(path.resolve(dir), target)) return `Everything in it is made by the generator. ${example}`;
  if (named.split("/").includes("node_modules")) return `The next install removes what is in node_modules. ${example}`;
  try {
    filesOfOurs(target);
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
