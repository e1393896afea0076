// Reads the changes of the contract, one file per date in spec/changes/, and writes them as Markdown.
import path from "node:path";
import { changeLines, type RecordedChange } from "../../contract-diff/changelog.js";
import { IMPACTS, type Impact } from "../../core/impact.js";
import { isObject, listIn, objectOf } from "../../core/node.js";
import type { Problem } from "../../core/problem.js";
import { readText, shownPath } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { readYaml, Unreadable } from "../../core/yaml.js";
import { fill, type Words } from "../site/words.js";
import { namesIn, SECTIONS_RULE } from "./files.js";

/** The changes of one date. */
export interface ChangelogEntry {
  /** `2026-11-26` */
  date: string;
  /** The version of the contract after them. */
  version: string;
  /** How much the contract held, if it was published for the first time. */
  first?: Readonly<Record<Counted, number>>;
  changes: readonly RecordedChange[];
}

type Counted = (typeof COUNTED)[number];
const COUNTED = ["operations", "webhooks", "entries", "complete", "partial", "listed"] as const;

const NAME = /^(\d{4}-\d\d-\d\d)\.yaml$/;

/**
 * @param dir the folder `changes` of a spec folder, absolute
 * @returns the newest first; none without the folder
 * @throws Failure with code 2 if a file cannot be read
 */
export function readChangelog(dir: string): { entries: ChangelogEntry[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const entries = namesIn(dir).flatMap((name): ChangelogEntry[] => {
    const file = path.join(dir, name);
    try {
      const date = NAME.exec(name)?.[1] ?? "";
      if (!isDate(date)) throw new Unreadable("The name is not a date", 1, "Call it YYYY-MM-DD.yaml.");
      return [entryOf(date, readText(file))];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const { line, message, fix } = error;
      problems.push({ file: shownPath(file), line, column: 1, rule: SECTIONS_RULE, message: `${message}.`, fix });
      return [];
    }
  });
  return { entries: entries.sort((a, b) => compareText(b.date, a.date)), problems };
}

/** Whether the calendar has this day. */
const isDate = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};

const REWRITE = "Write it with `pandapon contract-diff OLD NEW --record DIR`.";

/** @throws Unreadable if it is not an entry */
function entryOf(date: string, text: string): ChangelogEntry {
  const { value, line } = readYaml(text);
  const { version, first, changes = [] } = objectOf(value);
  if (typeof version !== "string" || version === "") {
    throw new Unreadable("The entry has no `version`", line(["version"]), `Put it in quotes. ${REWRITE}`);
  }
  const isCounted = isObject(first) && COUNTED.every((name) => Number.isSafeInteger(first[name]));
  if (first !== undefined && !isCounted) {
    throw new Unreadable("`first` does not count everything", line(["first"]), `Count ${COUNTED.join(", ")}.`);
  }
  if (!Array.isArray(changes)) throw new Unreadable("`changes` is not a list", line(["changes"]), REWRITE);
  const wrong = changes.findIndex((change) => !isChange(change));
  if (wrong >= 0) throw new Unreadable("This is not a change", line(["changes", wrong]), REWRITE);
  if (first === undefined && changes.length === 0) throw new Unreadable("The entry holds no change", 1, REWRITE);
  return {
    ...{ date, version },
    // Checked above: every number and every change has its form.
    ...(isCounted && { first: first as Record<Counted, number> }),
    changes: changes as RecordedChange[],
  };
}

const isChange = (change: unknown): boolean => {
  const { impact, kind, message, uses } = objectOf(change);
  const areTexts = [kind, message].every((text) => typeof text === "string" && text !== "");
  const isUse = (use: unknown): boolean => typeof objectOf(use)["place"] === "string";
  return IMPACTS.some((one) => one === impact) && areTexts && listIn(uses).length > 0 && listIn(uses).every(isUse);
};

/** The changes as Markdown: the newest date first, and of each date the breaking ones. */
export function changelogMarkdown(entries: readonly ChangelogEntry[], words: Words): string {
  if (entries.length === 0) return words.noChanges;
  return entries.map((entry) => entryMarkdown(entry, words)).join("\n\n");
}

function entryMarkdown({ date, version, first, changes }: ChangelogEntry, words: Words): string {
  const headings: Readonly<Record<Impact, string>> = {
    breaking: words.changesBreaking,
    additive: words.changesAdded,
    documentation: words.changesDocumentation,
  };
  const groups = IMPACTS.flatMap((impact) => {
    const lines = changeLines(changes.filter((change) => change.impact === impact));
    return lines.length === 0 ? [] : [`**${headings[impact]}**`, lines.join("\n")];
  });
  return [
    `## ${fill(words.changesHeading, { date, version })}`,
    ...(first === undefined ? [] : [fill(words.changesFirst, first)]),
    ...groups,
  ].join("\n\n");
}
