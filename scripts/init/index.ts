// Makes the configuration of the build step for a project.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { checkConfig } from "../config/check.js";
import { CONFIG_NAMES } from "../config/load.js";
import { objectOf } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import type { ListedOperation } from "../operations/index.js";
import { selectIds } from "../select/globs.js";
import { nearestPackageJson, packageManagerOf } from "../core/package-manager.js";
import { reasonAgainstOut, writtenOut } from "./out.js";
import { configText, FORMATS, type Answers, type Format } from "./text.js";

export { listOperations } from "../operations/index.js";
export { defaultOut } from "./out.js";
export type { Answers, Format } from "./text.js";

/** The file that `init` will write. */
export interface ConfigFile {
  dir: string;
  name: string;
  format: Format;
}

/**
 * Decides the file: TypeScript in a project that uses it, else JavaScript. An existing configuration keeps its format.
 * @throws Failure with code 2 if the folder has a configuration that may not be replaced
 */
export function configFileIn(
  dir: string,
  { format, force = false }: { format?: Format; force?: boolean } = {},
): ConfigFile {
  const [existing] = CONFIG_NAMES.filter((name) => existsSync(path.join(dir, name)));
  const chosen = format ?? FORMATS.find((one) => existing?.endsWith(`.${one}`)) ?? (usesTypeScript(dir) ? "ts" : "mjs");
  const name = `pandapon.config.${chosen}`;
  if (existing !== undefined && (existing !== name || !force)) {
    const fix = existing === name ? "Edit it, or replace it with --force." : "Edit it, or remove it first.";
    throw new Failure(2, `There is ${shownPath(path.join(dir, existing))} already. ${fix}`);
  }
  return { dir, name, format: chosen };
}

/**
 * Writes the configuration.
 * @returns the file, absolute
 * @throws Failure with code 2 if an answer is not usable, or if the file cannot be written; nothing is written then
 */
export function init(
  target: ConfigFile,
  { include, style, out }: Answers,
  operations: readonly ListedOperation[],
): string {
  const answers = { include, style, out: writtenOut(out) };
  const reason = reasonAgainstOut(out, target.dir);
  if (reason !== undefined) throw new Failure(2, reason);
  checkConfig(answers, path.resolve(target.dir, target.name));
  const ids = operations.map(({ operationId }) => operationId);
  selectIds(ids, { include, exclude: [] }, target.name);
  const text = configText(answers, target.format);
  writeFiles(target.dir, new Map([[target.name, text]]));
  return path.resolve(target.dir, target.name);
}

export interface NextStep {
  command: string;
  why: string;
}

/** The commands that come next, as the project's package manager has them. */
export function nextSteps(dir: string): NextStep[] {
  const { add, run } = packageManagerOf(dir);
  const { dependencies, devDependencies, peerDependencies } = nearestPackageJson(dir) ?? {};
  const has = (name: string, ...lists: unknown[]): boolean => lists.some((list) => name in objectOf(list));
  return [
    ...(has("pandapon-openapi", dependencies, peerDependencies)
      ? []
      : [{ command: add("pandapon-openapi", false), why: "the client needs it at run time" }]),
    ...(has("pandapon-codegen", dependencies, devDependencies)
      ? []
      : [{ command: add("pandapon-codegen", true), why: "the generator" }]),
    { command: run("pandapon generate"), why: "write the client; commit the result" },
    { command: run("pandapon generate --check"), why: "add this to CI: it fails if the result is out of date" },
  ];
}

/** Whether the project compiles TypeScript. */
function usesTypeScript(dir: string): boolean {
  const { dependencies, devDependencies } = nearestPackageJson(dir) ?? {};
  const depends = [dependencies, devDependencies].some((list) => "typescript" in objectOf(list));
  return depends || readdirSync(dir).some((name) => /^tsconfig(?:\..+)?\.json$/.test(name));
}
