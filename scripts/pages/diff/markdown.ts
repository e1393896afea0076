// The drift report as Markdown, for the body of a pull request.
import { IMPACTS, type Impact } from "../../core/impact.js";
import type { Problem } from "../../core/problem.js";
import { count } from "../../core/text.js";
import type { DiffResult, Finding } from "./index.js";

const TITLES: Record<Impact, string> = {
  breaking: "Breaking",
  additive: "Additive",
  documentation: "Documentation only",
};

/**
 * The body of a pull request: the breaking differences first, one row per difference with the page, the place in spec/ and the fix.
 * What pages say stays text: it makes no link, image, mention, reference or HTML on GitHub, and every row is one line.
 * @param notPulled the problems of the pull before the comparison
 */
export function markdownReport({ pages, findings, problems }: DiffResult, notPulled: readonly Problem[] = []): string {
  const parts = [`# Drift of PandaPon's pages\n\n${summary(pages, findings, problems.length, notPulled.length)}`];
  if (notPulled.length > 0) parts.push(`## Not pulled\n\n${problemTable(notPulled)}`);
  for (const impact of IMPACTS) {
    const some = findings.filter((finding) => finding.impact === impact);
    if (some.length > 0) parts.push(`## ${TITLES[impact]}\n\n${findingTable(some)}`);
  }
  if (problems.length > 0) parts.push(`## Not readable\n\n${problemTable(problems)}`);
  return `${parts.join("\n\n")}\n`;
}

function summary(pages: number, findings: readonly Finding[], unreadable: number, notPulled: number): string {
  const failed = [
    ...(unreadable > 0 ? [`${unreadable} not readable`] : []),
    ...(notPulled > 0 ? [`${notPulled} not pulled`] : []),
  ];
  const counts = IMPACTS.map(
    (impact) => `${findings.filter((finding) => finding.impact === impact).length} ${TITLES[impact].toLowerCase()}`,
  );
  const compared = findings.length > 0 ? counts : unreadable > 0 ? [] : ["up to date"];
  return `${count(pages, "page")} compared: ${[...compared, ...failed].join(", ")}.`;
}

const findingTable = (findings: readonly Finding[]): string =>
  table(
    ["operation", "what", "difference", "page", "in spec/", "fix"],
    findings.map(({ page, url, operationId = "", message, spec, fix, kind }) => [
      text(operationId),
      kind,
      text(message),
      link(page, url),
      spec === undefined ? "" : code(`${spec.file}:${spec.line}`),
      text(fix),
    ]),
  );

const problemTable = (problems: readonly Problem[]): string =>
  table(
    ["where", "what", "fix"],
    problems.map(({ file, line, message, fix }) => [
      file === "" ? "" : code(`${file}:${line}`),
      text(message),
      text(fix),
    ]),
  );

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** A longer text would push the other rows out of the pull request, which GitHub limits to 65,536 characters. */
const LONGEST = 1_000;

/** Code between backticks belongs to one word, with its spaces. */
const WORD = /(?:`[^`]*`|\S)+/g;
const QUOTED = /^(["'(]*)`([^`]+)`([)"',.;:!?]*)$/;
const PLAIN = /^["'(]*(?:[A-Za-z0-9]|[^\x00-\x7F])*(?:'[A-Za-z]+)?[)"',.;:!?]*$/;
/** GitHub links seven or more hexadecimal digits to a commit, and Markdown links `www.`. */
const LINKED = /[\da-f]{7}|www\./i;

/**
 * Plain words stay as they are. All others become code, in which neither Markdown nor GitHub looks for anything.
 * Escapes would not do: GitHub looks for mentions and references in the text after Markdown has removed them.
 */
const text = (foreign: string): string =>
  (oneLine(foreign).match(WORD) ?? [])
    .map((word) => {
      if (PLAIN.test(word) && !LINKED.test(word)) return word;
      const [, before = "", quoted, after = ""] = QUOTED.exec(word) ?? [];
      return quoted === undefined ? code(word) : before + code(quoted) + after;
    })
    .join(" ");

/** Code in a table's cell. */
function code(foreign: string): string {
  // In a table, \| is a pipe. Renderers do not agree on \\|.
  const inside = oneLine(foreign).replaceAll("\\|", "\\ |").replaceAll("|", "\\|");
  const longest = Math.max(0, ...(inside.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = /^`|`$/.test(inside) ? " " : "";
  return inside === "" ? "" : fence + room + inside + room + fence;
}

/** One line of text, without control characters, direction marks and other characters that a reader does not see. */
function oneLine(foreign: string): string {
  const line = foreign
    .slice(0, LONGEST)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD")
    .trim();
  return foreign.length > LONGEST ? `${line}…` : line;
}

function link(page: string, url: string | undefined): string {
  const label = text(page) || "page";
  const target = url === undefined ? undefined : linkTarget(url);
  return target === undefined ? label : `[${label}](${target})`;
}

/** @returns undefined if the address is not one of a web page, has a user in front of its host, or has an unusual host */
function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href, origin } = new URL(url);
  if (!/^https?:\/\/[\w.-]+(?::\d+)?$/.test(origin) || !href.startsWith(`${origin}/`)) return undefined;
  return origin + href.slice(origin.length).replaceAll(/[^\w\-./?#=&%]/g, percentEncoded);
}

/** A parsed address holds nothing but ASCII. */
const percentEncoded = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
