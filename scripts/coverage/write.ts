// Writes the coverage table between two markers of a Markdown file, and the page of operations.
import path from "node:path";
import { Failure } from "../core/problem.js";
import { isFile, readText, shownPath } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";

const BEGIN = "<!-- coverage:begin, written by the build -->";
const END = "<!-- coverage:end -->";

/**
 * Replaces the text between the markers, if it changes.
 * @returns whether the file was written
 * @throws Failure with code 2 if the file cannot be read or written, or has no markers
 */
export function writeBetweenMarkers(file: string, table: string): boolean {
  const text = readText(file);
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Failure(2, `${shownPath(file)} has no place for the coverage table. Add the lines ${BEGIN} and ${END}.`);
  }
  return writeIfChanged(file, `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`);
}

/**
 * Writes a file, if it changes. Its folder is made if it does not exist.
 * @returns whether the file was written
 * @throws Failure with code 2 if the file cannot be written
 */
export function writeIfChanged(file: string, text: string): boolean {
  if (isFile(file) && readText(file) === text) return false;
  writeFiles(path.dirname(file), new Map([[path.basename(file), text]]));
  return true;
}
