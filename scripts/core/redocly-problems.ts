// Turns the findings of Redocly's engine into our problems.
import {
  getLineColLocation,
  YamlParseError,
  type LineColLocationObject,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { writeJson } from "./exact-json.js";
import { splitFix, YAML_RULE, type Problem } from "./problem.js";
import { shownPath, type SpecFolder } from "./spec-folder.js";
import { CIRCULAR_FIX, isCircular } from "./circular.js";
import { compareText } from "./text.js";

/** The problem for an error of the engine. The engine throws if the root document is not YAML or if `$ref`s form a circle, and reports anything else. */
export function rootProblem(error: unknown, spec: SpecFolder): Problem {
  if (error instanceof YamlParseError) {
    return notYaml({ file: shownPath(error.source.absoluteRef), line: error.line, column: error.col }, error.message);
  }
  if (!isCircular(error)) throw error;
  const place = { file: shownPath(spec.root), line: 1, column: 1 };
  return { ...place, rule: "no-unresolved-refs", message: plain(error.message), fix: CIRCULAR_FIX };
}

/** @param fixes what to do about a finding, by rule id; a finding of any other rule gets a link to the rule's page */
export function toProblems(found: NormalizedProblem[], fixes: Readonly<Record<string, string>>): Problem[] {
  const problems = found
    .filter((problem) => problem.ignored !== true)
    .map((problem) => toProblem(problem, fixes))
    .sort(
      (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
    );
  return withoutEchoes(problems);
}

const UNPARSED = "Failed to parse: ";
const UNRESOLVED = "Can't resolve $ref: ";
const NOT_YAML = "Not YAML: ";

const notYaml = (place: Pick<Problem, "file" | "line" | "column">, reason: string): Problem => ({
  ...place,
  rule: YAML_RULE,
  message: NOT_YAML + plain(reason),
  fix: "Correct the YAML in this line or the one above it.",
});

function toProblem(found: NormalizedProblem, fixes: Readonly<Record<string, string>>): Problem {
  const [first] = found.location;
  const place = first === undefined ? undefined : getLineColLocation(first);
  const { message, fix } = splitFix(found.message);
  const at = {
    file: place === undefined ? "" : shownPath(place.source.absoluteRef),
    line: place?.start.line ?? 1,
    column: place?.start.col ?? 1,
  };
  if (message.startsWith(UNPARSED)) return notYaml(at, message.slice(UNPARSED.length));
  const rule = found.ruleId;
  const suggestion = suggestedFix(found.suggest, place === undefined ? "" : textAt(place));
  const link = `See https://redocly.com/docs/cli/rules/oas/${rule}`;
  return { ...at, rule, message: plain(message), fix: fix ?? suggestion ?? fixes[rule] ?? link };
}

/** The text at a place, with its quotes; empty if it spans several lines. */
function textAt({ source, start, end }: LineColLocationObject): string {
  const line = source.getLines()[start.line - 1] ?? "";
  return end?.line === start.line ? line.slice(start.col - 1, end.col - 1) : "";
}

/**
 * The engine's suggestions as a sentence; undefined if none of them helps.
 * @param suggestions declared as text, but the values of an enum may be anything
 * @param written what the contract has in this place
 */
function suggestedFix(suggestions: readonly unknown[], written: string): string | undefined {
  // For null the engine suggests every value that is allowed.
  if (/^(?:null|~)$/i.test(written) && suggestions.includes("null")) return 'Write "null" in quotes.';
  const bare = written.replace(/^(["'])(.*)\1$/, "$2");
  const useful = suggestions.filter((one) => one !== "" && one !== bare).map((one) => `\`${yamlText(one)}\``);
  const last = useful.pop();
  if (last === undefined) return undefined;
  return `Did you mean ${useful.length === 0 ? last : `${useful.join(", ")} or ${last}`}?`;
}

/** A value as one writes it in YAML: in quotes if it would be something else without them. */
const yamlText = (value: unknown): string =>
  typeof value === "string" && /^(?!(?:null|true|false)$)[a-z$][\w$./-]*$/i.test(value) ? value : writeJson(value);

/** The engine's message on one line, with short paths. */
const plain = (message: string): string =>
  message
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/(?: in "[^"]+")? \(\d+:\d+\)$/, "")
    .replace(/^Can't resolve \$ref$/, "Can't resolve $ref: what it names is empty, or not in that file")
    .trim();

/** One cause, one message: leaves out what only repeats a file that is not YAML, a `$ref` that leads nowhere, or a type that does not exist. */
function withoutEchoes(problems: Problem[]): Problem[] {
  const unread = problems.filter((one) => one.rule === YAML_RULE).map((one) => one.message.slice(NOT_YAML.length));
  const unresolved = problems.some((one) => one.rule === "no-unresolved-refs");
  const unknownType = problems.some((one) => one.rule === "struct" && one.message.startsWith("`type` can be one of"));
  return problems.filter(({ rule, message }) => {
    if (unknownType && message.startsWith("Example validation errored: type ")) return false;
    if (rule === "no-unresolved-refs") return !unread.includes(message.slice(UNRESOLVED.length));
    return !(unresolved && message.includes("can't resolve reference"));
  });
}
