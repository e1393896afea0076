// Reads a bundle from a file, exactly, for commands that hand it to another tool.
import path from "node:path";
import { isObject, type Node } from "./node.js";
import type { Pointer } from "./pointer.js";
import { Failure } from "./problem.js";
import { isFile, readText, shownPath } from "./spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable } from "./yaml.js";

/** Says what is wrong, and where. */
export type Refuse = (reason: string, ...at: Pointer) => never;

/**
 * @param check refuses what the other tool would take without a word
 * @returns the document; integers beyond 2^53 are bigints
 * @throws Failure with code 2 if there is no such file, or if it is not a bundle
 */
export function readBundleFile(file: string, check: (document: Node, refuse: Refuse) => void): Node {
  const source = path.resolve(file);
  if (!isFile(source)) {
    const fix = "Run `pandapon generate` first, or name another with --bundle.";
    throw new Failure(2, `There is no bundle at ${shownPath(source)}. ${fix}`);
  }
  try {
    const { value, line } = readYaml(readText(source), MOST_IN_CONTRACT);
    const refuse: Refuse = (reason, ...at) => {
      throw new Unreadable(reason, line(at));
    };
    if (!isObject(value)) return refuse("it is not an object");
    if (!/^3\.1\.\d+$/.test(String(value["openapi"]))) return refuse("it is not OpenAPI 3.1", "openapi");
    check(value, refuse);
    return value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const fix = "Run `pandapon generate`, and name its bundle with --bundle.";
    throw new Failure(2, `${shownPath(source)}:${error.line}: This is not a bundle: ${error.message}. ${fix}`);
  }
}
