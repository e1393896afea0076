// Lints the contract with Redocly's engine.
import path from "node:path";
import {
  createConfig,
  lint as redoclyLint,
  lintDocument,
  loadConfig,
  type Config,
  type Document,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { Failure, type Problem } from "../core/problem.js";
import { SpecResolver } from "../core/redocly-resolver.js";
import { TooLarge } from "../core/schema-fields.js";
import { SpecFiles, type Location } from "../core/spec-files.js";
import { isFile, openSpecFolder, shownPath, type SpecFolder } from "../core/spec-folder.js";
import { rootProblem, toProblems } from "../core/redocly-problems.js";
import { FIXES } from "./fixes.js";
import { plugin } from "./plugin.js";

export interface LintOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** A Redocly configuration. Default: `redocly.yaml` in the working directory. */
  config?: string;
}

/**
 * Checks the contract against Redocly's rules and its own.
 * @returns the problems, ordered by place; empty if there are none
 * @throws Failure with code 2 if the folder or the configuration cannot be read
 */
export async function lint({ spec, config }: LintOptions): Promise<Problem[]> {
  const folder = openSpecFolder(spec);
  return lintSpec(folder, await lintConfig(config));
}

/**
 * The rules to check: those of `redocly.yaml` in the working directory, or the built-in ones.
 * A configuration runs code, so one that only lies beside a spec folder is not read.
 */
async function lintConfig(configPath?: string): Promise<Config> {
  const own = path.resolve(configPath ?? "redocly.yaml");
  if (!isFile(own)) {
    if (configPath !== undefined) throw new Failure(2, `There is no lint configuration ${shownPath(own)}.`);
    return createConfig({ plugins: [plugin], extends: ["recommended-strict", "pandapon/contract"] });
  }
  try {
    return await loadConfig({ configPath: own });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(2, `Cannot read the lint configuration ${shownPath(own)}: ${reason}`);
  }
}

/** A rule may fail on a contract whose structure is wrong. Then the structure is what is reported. */
async function lintSpec(spec: SpecFolder, config: Config): Promise<Problem[]> {
  try {
    return await check(spec, config);
  } catch (error) {
    if (error instanceof TooLarge) return [tooLarge(error, spec)];
    // The engine and the rules are recursive: schemas that nest too deep overflow the call stack.
    if (error instanceof RangeError)
      return [tooLarge({ at: { file: spec.root, pointer: [] }, reason: TOO_DEEP }, spec)];
    const problems = await check(spec, await compilable());
    if (problems.length === 0) throw error;
    return problems;
  }
}

const TOO_DEEP = "schemas nest too deep below this file";

function tooLarge({ at, reason }: { at: Location; reason: string }, spec: SpecFolder): Problem {
  const line = new SpecFiles(spec.dir).line(at);
  const place = { file: shownPath(at.file), line, column: 1, rule: "struct" };
  return { ...place, message: `The schema cannot be read: ${reason}.`, fix: "Describe fewer levels." };
}

async function check(spec: SpecFolder, config: Config): Promise<Problem[]> {
  try {
    const externalRefResolver = new SpecResolver(spec);
    return toProblems(await redoclyLint({ ref: spec.root, config, externalRefResolver }), FIXES);
  } catch (error) {
    return [rootProblem(error, spec)];
  }
}

/** The rules that a bundle must pass to be compiled. `pandapon lint` checks all of them. */
const COMPILABLE = {
  struct: "error",
  "no-unresolved-refs": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
  "pandapon/no-circular-schemas": "error",
} as const;

/** The plugin declares the contract's own x- fields. */
const compilable = (): Promise<Config> => createConfig({ plugins: [plugin], rules: COMPILABLE });

/**
 * Checks a bundle as far as compiling needs it.
 * @param found what bundling itself reported
 */
export async function verifyBundle(spec: SpecFolder, bundle: Document, found: NormalizedProblem[]): Promise<Problem[]> {
  const config = await compilable();
  // The bundle is checked first because it is in memory. Only the files know the lines.
  const externalRefResolver = new SpecResolver(spec);
  let all: NormalizedProblem[];
  try {
    all = [...found, ...(await lintDocument({ document: bundle, config, externalRefResolver }))];
  } catch (error) {
    return [rootProblem(error, spec)];
  }
  if (all.length === 0) return [];
  const located = await lintSpec(spec, config);
  return located.length > 0 ? located : toProblems(all, FIXES);
}
