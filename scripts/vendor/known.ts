// What is known before a page is read: the contract, the vendor's navigation, and a way to find a page in them.
import { openSpecFolder } from "../contract/spec-folder.js";
import { coverage, type CoverageEntry } from "../coverage/index.js";
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
  const rows = coverage(folder.dir);
  const contract = readContract(folder);
  return { dir: folder.dir, coverage: rows, contract, index: new Index({ contract, coverage: rows }) };
}
