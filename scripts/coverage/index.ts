// How much of the vendor's API the contract describes.
import path from "node:path";
import { Failure } from "../contract/problem.js";
import { openSpecFolder, shownPath } from "../contract/spec-folder.js";
import { readCoverage, type CoverageEntry } from "./coverage-file.js";

export { coverageTable, markdownTable, terminalTable, type CoverageRow } from "./table.js";
export { writeBetweenMarkers } from "./readme.js";
export type { CoverageEntry } from "./coverage-file.js";

/**
 * Every entry of the vendor's navigation, in its order.
 * @throws Failure with code 2 where coverage.yaml is missing or not a list of entries
 */
export function coverage(spec: string): CoverageEntry[] {
  const file = path.join(openSpecFolder(spec).dir, "coverage.yaml");
  const { entries, problem } = readCoverage(file);
  if (problem !== undefined) {
    throw new Failure(2, `${shownPath(file)}:${problem.line} ${problem.message} ${problem.mend}`);
  }
  return entries;
}
