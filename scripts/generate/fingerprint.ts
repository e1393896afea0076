// Tells whether anything changed since the last run, so that an unchanged contract is not compiled again.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFile, readCache, writeCache } from "../core/cache-file.js";
import { contractFiles, filesBelow, readBytes, type SpecFolder } from "../core/spec-folder.js";

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
  /** Whether the inputs, the tools and the files in the folder are those of the last run. */
  holds: () => boolean;
  /** Notes the files that are in the folder now. */
  write: () => void;
}

interface StampOptions {
  /** The folder that the files go to, absolute. */
  out: string;
  /** What the files are compiled from, besides the tools. */
  inputs: Iterable<[name: string, content: Buffer | string]>;
  /** The names of the files in the folder; undefined if some are missing. */
  files: () => readonly string[] | undefined;
}

export function stampOf({ out, inputs, files }: StampOptions): Stamp {
  const file = cacheFile(out);
  const before = digest([...inputs, ["tools", fingerprintTools()]]);
  const current = (): string | undefined => {
    const found = files()?.map((name) => path.join(out, name));
    return found && digest([["inputs", before], ...contents(out, found)]);
  };
  return {
    holds() {
      const noted = readCache(file);
      return noted !== undefined && noted === current();
    },
    write: () => writeCache(file, current()),
  };
}

/** The files of a contract, as inputs of a stamp. */
export const contractInputs = (spec: SpecFolder): [name: string, content: Buffer][] =>
  contents(spec.dir, contractFiles(spec.dir));
