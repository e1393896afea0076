// The bundle of the `pandapon-openapi` that is installed where a configuration is.
import path from "node:path";
import { readJson } from "../core/exact-json.js";
import { installedAt, ownVersion, RUNTIME_PACKAGE, TOOLS_VERSION } from "../core/installed.js";
import { isObject } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { packageManagerOf } from "../core/package-manager.js";
import { Failure } from "../core/problem.js";
import { readText, shownPath } from "../core/spec-folder.js";

export interface InstalledBundle {
  /** `openapi.json`, absolute. */
  file: string;
  version: string;
  text: string;
}

/**
 * @param dir where a program imports the runtime from; absolute
 * @throws Failure with code 2 if it is not installed there, or in another version than this tool chain
 */
export function installedBundle(dir: string): InstalledBundle {
  const own = TOOLS_VERSION;
  if (ownVersion() !== own) {
    throw new Failure(2, `pandapon-codegen was ${own} when this process began, and has been replaced. Start it again.`);
  }
  const fix = `Run: ${packageManagerOf(dir).add(`${RUNTIME_PACKAGE}@${own}`, false)}`;
  const found = installedAt(path.join(dir, "pandapon.config.js"));
  if (found === undefined) {
    throw new Failure(2, `${RUNTIME_PACKAGE} is not installed for ${shownPath(dir)}, and the result needs it. ${fix}`);
  }
  const { version, bundle } = found;
  if (version !== own) {
    throw new Failure(
      2,
      `pandapon-codegen ${own} does not fit the installed ${RUNTIME_PACKAGE} ${version}: both must have the same version. ${fix}`,
    );
  }
  return { file: bundle, version, text: readText(bundle) };
}

/**
 * @returns the published contract; integers beyond 2^53 are bigints
 * @throws Failure with code 2 if the text is not one
 */
export function readInstalled({ file, text }: InstalledBundle): Document {
  const read = readJson(text);
  if (!isObject(read?.value) || typeof read.value["x-generated"] !== "string") {
    throw new Failure(2, `${shownPath(file)} is not the bundle of ${RUNTIME_PACKAGE}. Install the package again.`);
  }
  // It was verified when it was published.
  return read.value as unknown as Document;
}
