// What is known before a page is read: the contract, the vendor's navigation, and a way to find a page in them.
import path from "node:path";
import { Failure } from "../contract/problem.js";
import { openSpecFolder, shownPath } from "../contract/spec-folder.js";
import { readCoverage, type CoverageEntry } from "../coverage/coverage-file.js";
import { readContract, type Contract } from "./contract/described.js";
import { Index } from "./identify.js";

export interface Known {
  /** The folder that holds openapi.yaml, absolute. */
  dir: string;
  coverage: readonly CoverageEntry[];
  contract: Contract;
  index: Index;
}

/** @throws Failure with code 2 where the contract or coverage.yaml cannot be read */
export function readKnown(spec: string): Known {
  const folder = openSpecFolder(spec);
  const file = path.join(folder.dir, "coverage.yaml");
  const { entries: coverage, problem } = readCoverage(file);
  if (problem !== undefined)
    throw new Failure(2, `${shownPath(file)}:${problem.line}: ${problem.message} ${problem.mend}`);
  const contract = readContract(folder);
  return { dir: folder.dir, coverage, contract, index: new Index({ contract, coverage }) };
}
