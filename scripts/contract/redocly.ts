// The one module that knows Redocly's engine: it lints and bundles, and turns its findings into our problems.
import path from "node:path";
import {
  BaseResolver,
  bundle as redoclyBundle,
  createConfig,
  findConfig,
  getLineColLocation,
  lint as redoclyLint,
  loadConfig,
  type Config,
  type NormalizedProblem,
  type Plugin,
} from "@redocly/openapi-core";
import { MENDS } from "../lint/mends.js";
import { Failure, splitMend, type Problem } from "./problem.js";
import { shownPath, type SpecFolder } from "./spec-folder.js";

export interface Bundled {
  /** The whole contract in one document; `$ref`s lead into its own components. */
  document: unknown;
  problems: Problem[];
}

/** The rules a contract is held to: the nearest `redocly.yaml` at or above the spec folder, or the built-in ones. */
export async function lintConfig(spec: SpecFolder, plugin: Plugin, configPath?: string): Promise<Config> {
  const nearest = configPath ?? configAbove(spec.dir);
  if (nearest === undefined) {
    return createConfig({ extends: ["recommended-strict", "pandapon/contract"] }, { plugins: [plugin] });
  }
  try {
    return await loadConfig({ configPath: nearest });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(2, `Cannot read the lint configuration ${shownPath(nearest)}: ${reason}`);
  }
}

function configAbove(dir: string): string | undefined {
  const parent = path.dirname(dir);
  return findConfig(dir) ?? (parent === dir ? undefined : configAbove(parent));
}

export async function lintSpec(spec: SpecFolder, config: Config): Promise<Problem[]> {
  const found = await redoclyLint({ ref: spec.root, config, externalRefResolver: new BaseResolver(config.resolve) });
  return toProblems(found);
}

/** Rules without which a bundle means nothing; the full set is `pandapon lint`. */
const COMPILABLE = {
  struct: "error",
  "no-unresolved-refs": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
} as const;

/** Bundles the contract and holds the result to what compiling needs. */
export async function bundleSpec(spec: SpecFolder): Promise<Bundled> {
  const config = await createConfig({ rules: COMPILABLE });
  // One resolver for both, so that every file is read and parsed once.
  const externalRefResolver = new BaseResolver(config.resolve);
  try {
    const found = await redoclyLint({ ref: spec.root, config, externalRefResolver });
    if (found.length > 0) return { document: undefined, problems: toProblems(found) };
    const { bundle, problems } = await redoclyBundle({ ref: spec.root, config, externalRefResolver });
    return { document: bundle.parsed, problems: toProblems(problems) };
  } catch (error) {
    throw asFailure(error, spec);
  }
}

/** The engine throws where the root document itself cannot be parsed. */
function asFailure(error: unknown, spec: SpecFolder): unknown {
  if (!(error instanceof Error)) return error;
  const [first = ""] = error.message.split("\n");
  return new Failure(2, `Cannot read ${shownPath(spec.root)}: ${first}`);
}

function toProblems(found: NormalizedProblem[]): Problem[] {
  return found
    .filter((problem) => problem.ignored !== true)
    .map(toProblem)
    .sort(
      (a, b) =>
        compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function toProblem(found: NormalizedProblem): Problem {
  const [first] = found.location;
  const place = first === undefined ? undefined : getLineColLocation(first);
  const { message, mend } = splitMend(found.message);
  return {
    file: place === undefined ? "" : shownPath(place.source.absoluteRef),
    line: place?.start.line ?? 1,
    column: place?.start.col ?? 1,
    rule: found.ruleId,
    message: message.replaceAll(/\s*\n\s*/g, " ").trim(),
    mend: mend ?? found.suggest[0] ?? MENDS[found.ruleId] ?? `See https://redocly.com/docs/cli/rules/oas/${found.ruleId}`,
  };
}
