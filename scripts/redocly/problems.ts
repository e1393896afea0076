// Turns what Redocly's engine finds into our problems.
import { getLineColLocation, YamlParseError, type NormalizedProblem } from "@redocly/openapi-core";
import { splitMend, YAML_RULE, type Problem } from "../contract/problem.js";
import { shownPath, type SpecFolder } from "../contract/spec-folder.js";
import { MENDS } from "../lint/mends.js";
import { CIRCULAR_MEND, isCircular } from "./circular.js";

/** The engine throws where the root document is not YAML and where `$ref`s go in a circle; everywhere else it reports. */
export function rootProblem(error: unknown, spec: SpecFolder): Problem {
  if (!(error instanceof YamlParseError)) {
    if (!isCircular(error)) throw error;
    return {
      file: shownPath(spec.root),
      line: 1,
      column: 1,
      rule: "no-unresolved-refs",
      message: plain(error.message),
      mend: CIRCULAR_MEND,
    };
  }
  return {
    file: shownPath(error.source.absoluteRef),
    line: error.line,
    column: error.col,
    rule: YAML_RULE,
    message: `Not YAML: ${plain(error.message)}`,
    mend: YAML_MEND,
  };
}

export function toProblems(found: NormalizedProblem[]): Problem[] {
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
    .replace(
      /ENOENT: no such file or directory(?:, open)? '([^']+)'/,
      (_, file: string) => `there is no ${shownPath(file)}`,
    )
    .replace(/^Can't resolve \$ref$/, "Can't resolve $ref: what it names is empty, or not in that file")
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
