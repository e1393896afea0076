// Writes the coverage table between two markers of a Markdown file.
import { writeFileSync } from "node:fs";
import { Failure } from "../core/problem.js";
import { readText, shownPath } from "../core/spec-folder.js";

const BEGIN = "<!-- coverage:begin, written by the build -->";
const END = "<!-- coverage:end -->";

/**
 * Replaces the text between the markers, if it changes.
 * @returns whether the file was written
 * @throws Failure with code 2 if the file cannot be read or has no markers
 */
export function writeBetweenMarkers(file: string, table: string): boolean {
  const text = readText(file);
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Failure(2, `${shownPath(file)} has no place for the coverage table. Add the lines ${BEGIN} and ${END}.`);
  }
  const next = `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
  if (next === text) return false;
  writeFileSync(file, next);
  return true;
}
