// Tells whether anything changed since the last run, so that an unchanged contract is not compiled again.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFile, readCache, writeCache } from "../core/cache-file.js";
import { contractFiles, filesBelow, type SpecFolder } from "../core/spec-folder.js";
import { ARTEFACTS, type Artefacts } from "./artefacts.js";

export interface Stamp {
  /** Digest of the contract and the tools. */
  inputs: string;
  /** Digest of the artefacts. */
  outputs: string;
}

/** The folder of the compiled tool chain. Its package.json is one level up. */
const CODE = fileURLToPath(new URL("..", import.meta.url));

function digest(parts: Iterable<[name: string, content: Buffer | string]>): string {
  const hash = createHash("sha256");
  for (const [name, content] of parts) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

const contents = (dir: string, files: string[]): [string, Buffer][] =>
  files.map((file) => [path.relative(dir, file), readFileSync(file)]);

/** The tools' versions (their package.json pins them) and the tools' own code. */
export const fingerprintTools = (): string =>
  digest([
    ["package.json", readFileSync(path.join(CODE, "..", "package.json"))],
    ...contents(
      CODE,
      filesBelow(CODE).filter((file) => file.endsWith(".js")),
    ),
  ]);

/** The contract, the tools and where the result imports the runtime from. */
export const fingerprintInputs = (spec: SpecFolder, runtime: string): string =>
  digest([...contents(spec.dir, contractFiles(spec.dir)), ["tools", fingerprintTools()], ["runtime", runtime]]);

/** The digest of the artefacts in the output folder; undefined if one is missing. */
export function fingerprintFolder(out: string): string | undefined {
  const files = ARTEFACTS.map((name) => path.join(out, name));
  return files.every((file) => existsSync(file)) ? digest(contents(out, files)) : undefined;
}

/** The digest that `fingerprintFolder` returns once the artefacts are written. */
export const fingerprintArtefacts = (artefacts: Artefacts): string =>
  digest(ARTEFACTS.map((name): [string, Buffer] => [name, Buffer.from(artefacts[name])]));

/** Only this module writes the file. If a field were wrong, the contract would be compiled again. */
export const readStamp = (out: string): Stamp | undefined => readCache(cacheFile(out)) as Stamp | undefined;

export const writeStamp = (out: string, stamp: Stamp): void => writeCache(cacheFile(out), stamp);
