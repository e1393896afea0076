// Reads OLD and NEW. Each is a bundle in YAML or JSON, or the folder of a contract.
import { statSync } from "node:fs";
import path from "node:path";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { isFile, openSpecFolder, readText, shownPath, type SpecFolder } from "../core/spec-folder.js";
import { bundle, type Bundle } from "../generate/bundle.js";
import { isCircular } from "../core/circular.js";
import type { SourceSpot } from "./change.js";
import { locator } from "./locate.js";

export interface ComparedContract {
  document: Document;
  /** @throws Failure with code 2 if the contract is invalid; the problems name file and line */
  verify: () => Promise<void>;
  /** Finds a pointer into the bundle in the input: in the bundle itself, or in the files of the folder. */
  locate: (pointer: string) => SourceSpot;
}

/**
 * @param input a bundle, or a folder that holds `openapi.yaml`
 * @throws Failure with code 2 if it cannot be read or is not OpenAPI 3.1
 */
export async function readContract(input: string): Promise<ComparedContract> {
  const spec = opened(input);
  const name = shownPath(path.resolve(input));
  return readable(name, async () => {
    const { document, verify } = await bundled(spec, name);
    const locate = locator(spec);
    refuseOtherVersion(document, locate);
    return { document, locate, verify: () => readable(name, verify) };
  });
}

async function bundled(spec: SpecFolder, name: string): Promise<Bundle> {
  try {
    return await bundle(spec);
  } catch (error) {
    if (error instanceof Failure || isCircular(error)) throw error;
    // The engine throws if the root is empty, a list, or of an unknown kind.
    throw new Failure(
      2,
      `${name}:1 is not an OpenAPI 3.1 document (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

/** Exit code 2 instead of 1: this command does not check contracts, so an invalid one is unreadable input. */
async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 2) throw error;
    throw new Failure(2, `${name} cannot be compared. ${error.message}`, error.problems);
  }
}

function opened(input: string): SpecFolder {
  const absolute = path.resolve(input);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new Failure(
      2,
      `${shownPath(absolute)} does not exist. Name a bundle, such as generated/openapi.yaml, or a folder.`,
    );
  }
  if (found.isDirectory()) {
    if (isFile(path.join(absolute, "openapi.yaml"))) return openSpecFolder(absolute);
    throw new Failure(
      2,
      `The folder ${shownPath(absolute)} has no openapi.yaml. Name a folder that has one, or a bundle.`,
    );
  }
  readText(absolute);
  return { dir: path.dirname(absolute), root: absolute };
}

function refuseOtherVersion(document: unknown, locate: ComparedContract["locate"]): void {
  const said =
    typeof document === "object" && document !== null && "openapi" in document ? document.openapi : undefined;
  if (typeof said === "string" && /^3\.1\.\d+$/.test(said)) return;
  const { file, line } = locate(said === undefined ? "#" : "#/openapi");
  const says = said === undefined ? "has no `openapi` field" : `says openapi: ${String(said)}`;
  throw new Failure(2, `${file}:${line} ${says}. Only OpenAPI 3.1 can be compared.`);
}
