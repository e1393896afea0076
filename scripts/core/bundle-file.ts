// Reads a bundle from a file, exactly, for commands that hand it to another tool.
import path from "node:path";
import { alone, isCollection, isObject, type Node } from "./node.js";
import type { Pointer } from "./pointer.js";
import { Failure } from "./problem.js";
import { followRefs } from "./refs.js";
import { isFile, readText, shownPath } from "./spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable } from "./yaml.js";

/** Says what is wrong, and where. */
export type Refuse = (reason: string, ...at: Pointer) => never;

/**
 * @param check refuses what else the other tool would take without a word
 * @returns the document; integers beyond 2^53 are bigints
 * @throws Failure with code 2 if there is no such file, or if it is not a bundle
 */
export function readBundleFile(file: string, check?: (document: Node, refuse: Refuse) => void): Node {
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
    checkReferences(value, [], value, refuse);
    check?.(value, refuse);
    return value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const fix = "Run `pandapon generate`, and name its bundle with --bundle.";
    throw new Failure(2, `${shownPath(source)}:${error.line}: This is not a bundle: ${error.message}. ${fix}`);
  }
}

/** Each reference must lead to a part of the document: the other tool would load anything else. */
function checkReferences(value: object, at: Pointer, document: object, refuse: Refuse): void {
  for (const [name, member] of Object.entries(value)) {
    if (isCollection(member)) checkReferences(member, [...at, name], document, refuse);
    // A mapping may also name a schema of the document.
    const isMapped = at.at(-1) === "mapping" && at.at(-2) === "discriminator" && /[./]/.test(String(member));
    const isReference = name === "$ref" || name === "externalValue" || isMapped;
    if (isReference && typeof member === "string" && !member.startsWith("#")) {
      refuse(`it refers to ${member}, which is not part of it`, ...at, name);
    }
  }
  const found = followRefs(alone(value), (file) => (file === "" ? document : undefined));
  if ("ref" in found) refuse(`its $ref ${found.ref} leads ${found.leads}`, ...at, "$ref");
}
