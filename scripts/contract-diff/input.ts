// Reads OLD and NEW. Each is a bundle in YAML or JSON, or the folder of a contract.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { isCircular } from "../core/circular.js";
import { memberOf, type Located, type Node } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { stepsOf } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { SpecFiles } from "../core/spec-files.js";
import { filesBelow, isYaml, refuseLinks, shownPath, type SpecFolder } from "../core/spec-folder.js";
import { publish } from "../generate/publish/index.js";
import { bundle } from "../generate/bundle.js";

/** A line of an input (counted from 1), and the JSON Pointer into the bundle. */
export interface SourceSpot {
  file: string;
  line: number;
  pointer: string;
}

export interface ComparedContract {
  document: Document;
  /** Finds a pointer into the bundle in the input: in the bundle itself, or in the files of the folder. */
  locate: (pointer: string) => SourceSpot;
}

/**
 * @param input a bundle, or a folder that holds `openapi.yaml`
 * @throws Failure with code 2 if it cannot be read, is not OpenAPI 3.1 or is invalid; the problems name file and line
 */
export async function readContract(input: string): Promise<ComparedContract> {
  const name = shownPath(path.resolve(input));
  const isFolder = statSync(input, { throwIfNoEntry: false })?.isDirectory() === true;
  const root = path.resolve(input, isFolder ? "openapi.yaml" : "");
  if (!existsSync(root)) {
    const missing = isFolder ? "has no openapi.yaml" : "does not exist";
    throw new Failure(2, `${name} ${missing}. Name a bundle, such as generated/openapi.yaml, or a spec folder.`);
  }
  if (isFolder) refuseLinks(input, readdirSync(input));
  // A bundle is one file: no `$ref` leads out of it.
  const spec = { dir: isFolder ? path.dirname(root) : root, root };
  const { document: bundled, verify } = await readable(name, () => bundle(spec));
  const locate = locator(spec);
  // Not verified yet, so not every field is what its type says.
  const version: unknown = bundled.openapi;
  if (!/^3\.1\.\d+$/.test(String(version))) {
    const { file, line } = locate("#/openapi");
    const says = version === undefined ? "has no `openapi` field" : `says openapi: ${String(version)}`;
    throw new Failure(2, `${file}:${line} ${says}. Only OpenAPI 3.1 can be compared.`);
  }
  // A folder is compared as what it is published as. A change is told where it is written.
  const { document, places } = await readable(name, async () => {
    // Only of a valid contract are the fields what their types say.
    await verify();
    return publish(bundled);
  });
  const written = (pointer: string): string => {
    const [component] = /^#\/components\/schemas\/[^/]+/.exec(pointer) ?? [""];
    return `${places.get(component) ?? component}${pointer.slice(component.length)}`;
  };
  return { document, locate: (pointer) => locate(written(pointer)) };
}

/** Exit code 2 instead of 1: this command does not check contracts, so an invalid one is unreadable input. */
async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isCircular(error) || (error instanceof Failure && error.code === 2)) throw error;
    if (error instanceof Failure) throw new Failure(2, `${name} cannot be compared. ${error.message}`, error.problems);
    // The engine throws if the root is empty, a list, or of an unknown kind.
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(2, `${name}:1 is not an OpenAPI 3.1 document (${reason}).`);
  }
}

/** Reads each file once, when the first line of it is needed. */
function locator({ dir, root }: SpecFolder): ComparedContract["locate"] {
  const files = new SpecFiles(dir);
  return (pointer) => {
    let here: Located = files.root(root);
    let steps = stepsOf(pointer);
    const [section, kind = "", name = ""] = steps;
    if (section === "components" && memberOf(here, section, kind, name) === undefined) {
      // Redocly names a component after the file that a `$ref` leads to.
      const named = filesBelow(path.join(dir, section, kind)).filter((file) => path.parse(file).name === name);
      const file = named.find(isYaml);
      if (file !== undefined) [here, steps] = [files.root(file), steps.slice(3)];
    }
    for (const step of steps) {
      // A bundle has in place what a `$ref` into another file leads to.
      const { node, file, pointer: above } = Object.hasOwn(here.node, step) ? here : files.follow(here);
      if (!Object.hasOwn(node, step)) break;
      // Lists are read by index like objects by name. A text or a number has no members.
      const value = Object(node[step]) as Node;
      here = { node: value, file, pointer: [...above, Array.isArray(node) ? Number(step) : step] };
    }
    return { file: shownPath(here.file), line: files.line(here), pointer };
  };
}
