// The bundle of the `pandapon-openapi` that is installed where a configuration is.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { readJson } from "../core/exact-json.js";
import { isObject } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { readText, shownPath } from "../core/spec-folder.js";

const PACKAGE = "pandapon-openapi";

export interface InstalledBundle {
  /** `openapi.json`, absolute. */
  file: string;
  version: string;
  text: string;
}

/** The version of this tool chain. Its runtime has the same one. */
function ownVersion(): string {
  // npm does not install a package without a version.
  const own = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return own.version;
}

/**
 * @param dir where a program imports the runtime from; absolute
 * @throws Failure with code 2 if it is not installed there, or in another version than this tool chain
 */
export function installedBundle(dir: string): InstalledBundle {
  const own = ownVersion();
  const fix = `Run: ${installCommand(dir)} ${PACKAGE}@${own}`;
  const { resolve } = createRequire(path.join(dir, "pandapon.config.js"));
  let manifest: string;
  let file: string;
  try {
    manifest = resolve(`${PACKAGE}/package.json`);
    file = resolve(`${PACKAGE}/openapi.json`);
  } catch {
    throw new Failure(2, `${PACKAGE} is not installed for ${shownPath(dir)}, and the result needs it. ${fix}`);
  }
  // As above.
  const { version } = JSON.parse(readText(manifest)) as { version: string };
  if (version !== own) {
    throw new Failure(
      2,
      `pandapon-codegen ${own} does not fit the installed ${PACKAGE} ${version}: both must have the same version. ${fix}`,
    );
  }
  return { file, version, text: readText(file) };
}

/**
 * @returns the published contract; integers beyond 2^53 are bigints
 * @throws Failure with code 2 if the text is not one
 */
export function readInstalled({ file, text }: InstalledBundle): Document {
  const read = readJson(text);
  if (!isObject(read?.value) || typeof read.value["x-generated"] !== "string") {
    throw new Failure(2, `${shownPath(file)} is not the bundle of ${PACKAGE}. Install the package again.`);
  }
  // It was verified when it was published.
  return read.value as unknown as Document;
}

/** The command of the package manager whose lock file is the nearest. */
function installCommand(dir: string): string {
  const commands = { "pnpm-lock.yaml": "pnpm add", "yarn.lock": "yarn add", "package-lock.json": "npm install" };
  for (let at = dir; ; at = path.dirname(at)) {
    for (const [lock, command] of Object.entries(commands)) if (existsSync(path.join(at, lock))) return command;
    if (path.dirname(at) === at) return "npm install";
  }
}
