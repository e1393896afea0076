// The versions that are installed: of this tool chain, and of the pandapon-openapi of a project with its bundle.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { objectOf } from "./node.js";
import { Failure } from "./problem.js";

export const RUNTIME_PACKAGE = "pandapon-openapi";

/** The version of the tool chain on the disk. The runtime that belongs to it has the same one. */
export function ownVersion(): string {
  // npm does not install a package without a version.
  const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return own.version;
}

/** The version of the code that runs: an update does not reach a process that watches. */
export const TOOLS_VERSION = ownVersion();

export interface Installed {
  version: string;
  /** Its openapi.json, absolute. */
  bundle: string;
}

/**
 * The package as a module in `dir` finds it, else the one that the tool chain itself depends on.
 * @throws Failure with code 2 if there is neither
 */
export function installedPackage(dir: string): Installed {
  const found = installedAt(path.join(dir, "here.js")) ?? installedAt(import.meta.url);
  if (found === undefined) {
    throw new Failure(2, `${RUNTIME_PACKAGE} is not installed here. Run \`npm install ${RUNTIME_PACKAGE}\`.`);
  }
  return found;
}

/** The package as this module finds it; undefined if it does not. */
export function installedAt(module: string): Installed | undefined {
  const require = createRequire(module);
  try {
    const bundle = require.resolve(`${RUNTIME_PACKAGE}/openapi.json`);
    const text = readFileSync(require.resolve(`${RUNTIME_PACKAGE}/package.json`), "utf8");
    return { version: String(objectOf(JSON.parse(text))["version"]), bundle };
  } catch {
    return undefined;
  }
}
