// Tells whether anything changed since the last run, so that an unchanged contract is not compiled again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFile, readCache, writeCache } from "../core/cache-file.js";
import { contractFiles, filesBelow, isFile, readBytes, type SpecFolder } from "../core/spec-folder.js";
import { ARTEFACTS } from "./artefacts.js";

/** The folder of the compiled tool chain. Its package.json is one level up. */
const CODE = fileURLToPath(new URL("..", import.meta.url));

function digest(parts: Iterable<[name: string, content: Buffer | string]>): string {
  const hash = createHash("sha256");
  for (const [name, content] of parts) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest("hex");
}

const contents = (dir: string, files: string[]): [string, Buffer][] =>
  files.map((file) => [path.relative(dir, file), readBytes(file)]);

/** The tools' versions (their package.json pins them) and the tools' own code. */
export const fingerprintTools = (): string =>
  digest([
    ["package.json", readFileSync(path.join(CODE, "..", "package.json"))],
    ...contents(
      CODE,
      filesBelow(CODE).filter((file) => file.endsWith(".js")),
    ),
  ]);

/** A note beside the tools of what the last run compiled. */
export interface Stamp {
  /** Whether the contract, the tools and the artefacts in the folder are those of the last run. */
  holds: () => boolean;
  /** Notes the artefacts that are in the folder now. */
  write: () => void;
}

/** @param runtime where the result imports the runtime from */
export function stampOf(spec: SpecFolder, runtime: string, out: string): Stamp {
  const file = cacheFile(out);
  const inputs = digest([
    ...contents(spec.dir, contractFiles(spec.dir)),
    ["tools", fingerprintTools()],
    ["runtime", runtime],
  ]);
  const current = (): string | undefined => {
    const files = ARTEFACTS.map((name) => path.join(out, name));
    return files.every(isFile) ? digest([["inputs", inputs], ...contents(out, files)]) : undefined;
  };
  return {
    holds() {
      const noted = readCache(file);
      return noted !== undefined && noted === current();
    },
    write: () => writeCache(file, current()),
  };
}
