// Finds the pandapon-openapi that a project has installed, and its bundle.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { objectOf } from "./node.js";
import { Failure } from "./problem.js";

export const RUNTIME_PACKAGE = "pandapon-openapi";

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
