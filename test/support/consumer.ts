// A consumer's folder with a configuration, and the runtime of this checkout installed.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Config } from "../../scripts/dist/index.js";
import { ROOT, temporaryFolder } from "./workspace.js";

/** Writes files of a folder, by their paths in it. */
export function writeAll(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
}

/** @returns the folder */
export function consumer(config: Partial<Config> = {}, files: Readonly<Record<string, string>> = {}): string {
  const dir = temporaryFolder();
  mkdirSync(path.join(dir, "node_modules"));
  symlinkSync(ROOT, path.join(dir, "node_modules/pandapon-openapi"), "junction");
  writeAll(dir, { "pandapon.config.json": JSON.stringify({ out: "client", ...config }), ...files });
  return dir;
}

/** The texts of the files in a folder, by name. */
export const textsIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .sort()
      .map((name) => [name, readFileSync(path.join(dir, name), "utf8")]),
  );
