// The one module that knows Redocly's engine: it lints and bundles, and turns its findings into our problems.
import path from "node:path";
import {
  BaseResolver,
  bundle as redoclyBundle,
  createConfig,
  findConfig,
  getLineColLocation,
  lint as redoclyLint,
  lintDocument,
  loadConfig,
  YamlParseError,
  type Config,
  type NormalizedProblem,
  type Plugin,
} from "@redocly/openapi-core";
import { MENDS } from "../lint/mends.js";
import { Failure, splitMend, YAML_RULE, type Problem } from "./problem.js";
import { shownPath, type SpecFolder } from "./spec-folder.js";

/** The rules a contract is held to: the nearest `redocly.yaml` at or above the spec folder, or the built-in ones. */
export async function lintConfig(spec: SpecFolder, plugin: Plugin, configPath?: string): Promise<Config> {
  const nearest = configPath ?? configAbove(spec.dir);
  if (nearest === undefined) {
    return createConfig({ plugins: [plugin], extends: ["recommended-strict", "pandapon/contract"] });
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

export const lintSpec = (spec: SpecFolder, config: Config): Promise<Problem[]> =>
  readingRoot(
    async () => toProblems(await redoclyLint({ ref: spec.root, config, externalRefResolver: new BaseResolver(config.resolve) })),
    (problem) => [problem],
  );

/** Rules without which a bundle means nothing; the full set is `pandapon lint`. */
const COMPILABLE = {
  struct: "error",
  "no-unresolved-refs": "error",
  "operation-operationId": "error",
  "operation-operationId-unique": "error",
} as const;

export interface Bundling {
  /** The whole contract in one document; `$ref`s lead into its own components. */
  document: unknown;
  /** Whether the contract holds together as far as compiling needs it. The document is there before, so that nobody waits for it. */
  verify: () => Promise<Problem[]>;
}

/** @throws Failure with code 2 where the root document cannot be read */
export async function bundleSpec(spec: SpecFolder): Promise<Bundling> {
  const config = await createConfig({ rules: COMPILABLE });
  const externalRefResolver = new BaseResolver(config.resolve);
  return readingRoot(
    async () => {
      const { bundle, problems } = await redoclyBundle({ ref: spec.root, config, externalRefResolver });
      async function verify(): Promise<Problem[]> {
        // The bundle is in memory, so that asking it is cheap; only the files can tell the line.
        const found = [...problems, ...(await lintDocument({ document: bundle, config, externalRefResolver }))];
        if (found.length === 0) return [];
        const located = await lintSpec(spec, config);
        return located.length > 0 ? located : toProblems(found);
      }
      return { document: bundle.parsed, verify };
    },
    (problem) => {
      throw new Failure(2, "The contract cannot be read.", [problem]);
    },
  );
}

/** The engine throws where the root document itself is not YAML; everywhere else it reports. */
async function readingRoot<T>(read: () => Promise<T>, otherwise: (problem: Problem) => T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    return otherwise({
      file: shownPath(error.source.absoluteRef),
      line: error.line,
      column: error.col,
      rule: YAML_RULE,
      message: `Not YAML: ${plain(error.message)}`,
      mend: YAML_MEND,
    });
  }
}

function toProblems(found: NormalizedProblem[]): Problem[] {
  const problems = found
    .filter((problem) => problem.ignored !== true)
    .map(toProblem)
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule));
  return withoutEchoes(problems);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const UNPARSED = "Failed to parse: ";
const UNRESOLVED = "Can't resolve $ref: ";
const YAML_MEND = "Correct the YAML in this line or the one above it.";

function toProblem(found: NormalizedProblem): Problem {
  const [first] = found.location;
  const place = first === undefined ? undefined : getLineColLocation(first);
  const { message, mend } = splitMend(found.message);
  const at = {
    file: place === undefined ? "" : shownPath(place.source.absoluteRef),
    line: place?.start.line ?? 1,
    column: place?.start.col ?? 1,
  };
  if (message.startsWith(UNPARSED)) {
    return { ...at, rule: YAML_RULE, message: `Not YAML: ${plain(message.slice(UNPARSED.length))}`, mend: YAML_MEND };
  }
  const rule = found.ruleId;
  const link = `See https://redocly.com/docs/cli/rules/oas/${rule}`;
  return { ...at, rule, message: plain(message), mend: mend ?? found.suggest[0] ?? MENDS[rule] ?? link };
}

/** The engine's words in one line, with paths as a person would write them. */
const plain = (message: string): string =>
  message
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/(?: in "[^"]+")? \(\d+:\d+\)$/, "")
    .replace(/ENOENT: no such file or directory(?:, open)? '([^']+)'/, (_, file: string) => `there is no ${shownPath(file)}`)
    .trim();

/** One cause, one message: what only repeats a file that is not YAML or a `$ref` that leads nowhere is left out. */
function withoutEchoes(problems: Problem[]): Problem[] {
  const unread = problems.filter((one) => one.rule === YAML_RULE).map((one) => one.message.slice("Not YAML: ".length));
  const unresolved = problems.some((one) => one.rule === "no-unresolved-refs");
  return problems.filter(({ rule, message }) => {
    if (rule === "no-unresolved-refs") return !unread.includes(message.slice(UNRESOLVED.length));
    return !(unresolved && message.includes("can't resolve reference"));
  });
}
