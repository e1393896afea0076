// Problems and failures that name a file and a line.
import { Failure, type Problem } from "./problem.js";
import { readText, shownPath } from "./spec-folder.js";
import { readYaml, Unreadable, type YamlText } from "./yaml.js";

/** A problem at the beginning of a line of a file. */
export const problemAt = (file: string, line: number, rule: string, message: string, fix: string): Problem => ({
  ...{ file: shownPath(file), line, column: 1, rule, message, fix },
});

/**
 * Reads a file of YAML.
 * @param use makes something of it; it may throw Unreadable too
 * @throws Failure with code 2 that names the file and the line
 */
export function readYamlFile<Result>(file: string, use: (yaml: YamlText) => Result): Result {
  try {
    return use(readYaml(readText(file)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(file)}:${error.line} ${error.message}. ${error.fix}`);
  }
}
