// Reads the changes of the contract, one file per date in spec/changes/, and writes them as Markdown.
import path from "node:path";
import { linesByImpact, type RecordedChange } from "../../contract-diff/changelog.js";
import { readYamlFile } from "../../core/file-problems.js";
import { IMPACTS, type Impact } from "../../core/impact.js";
import { listIn, objectOf } from "../../core/node.js";
import { filesBelow } from "../../core/spec-folder.js";
import { Unreadable } from "../../core/yaml.js";
import { fill, type Words } from "../site/words.js";

/** The changes of one date. */
export interface ChangelogEntry {
  /** `2026-11-26` */
  date: string;
  /** The version of the contract after them. */
  version: string;
  changes: readonly RecordedChange[];
}

const NAME = /^(\d{4}-\d\d-\d\d)\.yaml$/;
const REWRITE = "Write it with `pandapon contract-diff OLD NEW --record DIR`.";

/**
 * @param dir the folder `changes` of a spec folder, absolute
 * @returns the newest first; none without the folder
 * @throws Failure with code 2 if a file is not an entry
 */
export const readChangelog = (dir: string): ChangelogEntry[] =>
  filesBelow(dir)
    .filter((file) => !path.basename(file).startsWith("."))
    .toReversed()
    .map((file) =>
      readYamlFile(file, ({ value, line }) => {
        const [, date] = NAME.exec(path.basename(file)) ?? [];
        if (date === undefined) throw new Unreadable("The name is not a date", 1, "Call it YYYY-MM-DD.yaml.");
        const { version, changes } = objectOf(value);
        if (typeof version !== "string") throw new Unreadable("`version` is not a text", line(["version"]), REWRITE);
        if (!Array.isArray(changes)) throw new Unreadable("`changes` is not a list", line(["changes"]), REWRITE);
        const wrong = changes.findIndex((change) => !isChange(change));
        if (wrong >= 0) throw new Unreadable("This is not a change", line(["changes", wrong]), REWRITE);
        // Every change has its form.
        return { date, version, changes: changes as RecordedChange[] };
      }),
    );

const isChange = (change: unknown): boolean => {
  const { impact, kind, message, uses } = objectOf(change);
  return (
    IMPACTS.some((one) => one === impact) &&
    [kind, message].every((text) => typeof text === "string") &&
    listIn(uses).length > 0
  );
};

/** The changes as Markdown: the newest date first, and of each date the breaking ones. */
export const changelogMarkdown = (entries: readonly ChangelogEntry[], words: Words): string =>
  entries.map((entry) => entryMarkdown(entry, words)).join("\n\n");

function entryMarkdown({ date, version, changes }: ChangelogEntry, words: Words): string {
  const headings: Readonly<Record<Impact, string>> = {
    breaking: words.changesBreaking,
    additive: words.changesAdded,
    documentation: words.changesDocumentation,
  };
  const groups = linesByImpact(changes).flatMap(({ impact, lines }) => [`**${headings[impact]}**`, lines]);
  return [`## ${fill(words.changesHeading, { date, version })}`, ...groups].join("\n\n");
}
