// Where the tools keep what merely saves time: beside the installed packages.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";

/**
 * @param subject an absolute path that the file is about
 * @param kind what it holds of it, where there are several
 * @returns one file a subject and kind; nothing where no packages are installed above it
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
