// Writes the changes as a section of CHANGELOG.md, which can also be the body of a pull request.
import { IMPACTS, type Impact } from "../core/impact.js";
import { plainText } from "../core/markdown.js";
import type { Change, ContractDiff, Use } from "./changes.js";

const HEADINGS = { breaking: "Breaking", additive: "Added", documentation: "Documentation" };
const MOST_USES = 3;

/** @returns a section in Markdown under the heading of the next version */
export function changelogSection({ changes, version }: ContractDiff): string {
  if (changes.length === 0) return `The contract did not change. The version stays ${version.current}.\n`;
  const sections = linesByImpact(changes).map(({ impact, lines }) => `### ${HEADINGS[impact]}\n\n${lines}\n`);
  return `## ${version.next} (unreleased)\n\n${sections.join("\n")}`;
}

/** Kinds that are told together if their words are the same: a field that is new or gone has a line of its own. */
const TOLD_TOGETHER = ["text", "example", "evidence", "mark"];

/** A change without its places in the files. */
export type RecordedChange = Omit<Change, "old" | "new">;

/** The changes as lists of Markdown, the breaking ones first. */
export const linesByImpact = (changes: readonly RecordedChange[]): { impact: Impact; lines: string }[] =>
  IMPACTS.map((impact) => ({
    impact,
    lines: changeLines(changes.filter((change) => change.impact === impact)).join("\n"),
  })).filter(({ lines }) => lines !== "");

/** One line for all changes that say the same of the same places. */
function changeLines(changes: readonly RecordedChange[]): string[] {
  const lines = new Map<string, { message: string; uses: Use[] }>();
  for (const { kind, message, uses } of changes) {
    const key = JSON.stringify(TOLD_TOGETHER.includes(kind) ? [message] : [message, uses]);
    lines.set(key, { message, uses: [...(lines.get(key)?.uses ?? []), ...uses] });
  }
  return [...lines.values()].map(({ message, uses }) => `- ${usesText(uses)}: ${plainText(message)}.`);
}

function usesText(uses: readonly Use[]): string {
  const codes = uses.map(({ operationId, place }) =>
    [operationId, place].flatMap((part) => (part ? [`\`${part}\``] : [])).join(" "),
  );
  const more = codes.length > MOST_USES ? ` and ${codes.length - MOST_USES} more` : "";
  return `${codes.slice(0, MOST_USES).join(", ")}${more}`;
}
