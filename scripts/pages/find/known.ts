// What is known before a page is read: the contract, PandaPon's navigation, and an index to find a page in them.
import { openSpecFolder } from "../../core/spec-folder.js";
import { openNavigation } from "../../core/navigation.js";
import { readContract } from "../contract/read.js";
import { Index } from "./identify.js";

export type Known = ReturnType<typeof readKnown>;

/**
 * @param anyServer whether a page of any API is taken for one of the contract's
 * @returns with the folder that holds openapi.yaml, absolute
 * @throws Failure with code 2 if the contract or navigation.yaml cannot be read
 */
export function readKnown(spec: string, anyServer = false) {
  const folder = openSpecFolder(spec);
  const navigation = openNavigation(folder.dir);
  const contract = readContract(folder);
  return { dir: folder.dir, navigation, contract, anyServer, index: new Index(contract, navigation, anyServer) };
}
