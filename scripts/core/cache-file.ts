// Cache files of the tools, in node_modules/.cache.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { readText } from "./spec-folder.js";
import { writeFiles } from "./write-files.js";

/**
 * @param subject the absolute path of the file or folder that the cache belongs to
 * @param kind a prefix that tells several caches of one subject apart
 * @returns one file per subject and kind; undefined if there is no node_modules at or above the subject
 */
export function cacheFile(subject: string, kind = ""): string | undefined {
  for (let dir = subject; ; dir = path.dirname(dir)) {
    const modules = path.join(dir, "node_modules");
    if (existsSync(modules)) {
      const name = createHash("sha256").update(subject).digest("hex").slice(0, 16);
      return path.join(modules, ".cache", "pandapon-codegen", `${kind}${name}.json`);
    }
    if (path.dirname(dir) === dir) return undefined;
  }
}

/** What `writeCache` wrote; undefined if the cache file is missing or incomplete. */
export function readCache(file: string | undefined): unknown {
  try {
    return file === undefined ? undefined : JSON.parse(readText(file));
  } catch {
    return undefined;
  }
}

export function writeCache(file: string | undefined, value: unknown): void {
  if (file === undefined) return;
  try {
    writeFiles(path.dirname(file), new Map([[path.basename(file), JSON.stringify(value)]]));
  } catch {
    // Without the cache the next run takes longer.
  }
}
