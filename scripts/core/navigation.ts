// Reads spec/navigation.yaml: every entry of PandaPon's navigation, with its path or the reason why there is none.
import path from "node:path";
import { objectOf } from "./node.js";
import { Failure } from "./problem.js";
import { readText, shownPath } from "./spec-folder.js";
import { readYaml, Unreadable } from "./yaml.js";

export const NAVIGATION_FILE = "navigation.yaml";

export interface NavigationEntry {
  /** The English title. */
  title: string;
  titleZh?: string;
  /** A heading of the navigation: `1688 orders`. */
  group: string;
  /** The path of the operation that describes it. */
  path?: string;
  /** The message type, if it is a pushed message. */
  webhook?: string;
  /** The method that the navigation shows. It says which operation is meant if the path has several. */
  method?: string;
  /** The page of an entry without a path. */
  page?: string;
  /** The one language whose navigation has it. */
  onlyIn?: string;
  /** Why the contract has no path for it. */
  reason?: string;
  /** The line of the file on which the entry begins. */
  line: number;
}

export interface Navigation {
  entries: NavigationEntry[];
  problem?: { line: number; message: string; fix: string };
}

const FIELDS = ["title", "titleZh", "group", "path", "webhook", "method", "page", "onlyIn", "reason"];

/** @throws Failure with code 2 if the file cannot be read */
export function readNavigation(file: string): Navigation {
  try {
    const { value, line } = readYaml(readText(file));
    const { entries } = objectOf(value);
    if (!Array.isArray(entries)) {
      const fix = "Write `entries:` and one entry for each entry of PandaPon's navigation.";
      throw new Unreadable(`${NAVIGATION_FILE} has no list \`entries\``, 1, fix);
    }
    return { entries: entries.map((entry, index) => entryOf(entry, line(["entries", index]))) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { entries: [], problem: { line: error.line, message: `${error.message}.`, fix: error.fix } };
  }
}

/** @throws Unreadable if it is not an entry */
function entryOf(entry: unknown, line: number): NavigationEntry {
  const fields = objectOf(entry);
  for (const [name, value] of Object.entries(fields)) {
    if (!FIELDS.includes(name))
      throw new Unreadable(`This entry has an unknown field ${name}`, line, `Use ${FIELDS.join(", ")}.`);
    if (typeof value !== "string")
      throw new Unreadable(`The ${name} of this entry is not text`, line, "Put it in quotes.");
  }
  const missing = ["title", "group"].filter((name) => fields[name] === undefined);
  if (missing.length > 0) throw new Unreadable(`This entry has no ${missing.join(" and no ")}`, line, "Add it.");
  // Checked above: every field is text, and the two mandatory ones are there.
  return { ...fields, line } as NavigationEntry;
}

/**
 * The entries of a contract's navigation.yaml.
 * @param dir the spec folder, absolute
 * @throws Failure with code 2 if the file is missing or is not a list of entries
 */
export function openNavigation(dir: string): NavigationEntry[] {
  const file = path.join(dir, NAVIGATION_FILE);
  const { entries, problem } = readNavigation(file);
  if (problem !== undefined) {
    throw new Failure(2, `${shownPath(file)}:${problem.line} ${problem.message} ${problem.fix}`);
  }
  return entries;
}

/** Whether the contract describes an entry. */
export const isDescribed = ({ path, webhook }: NavigationEntry): boolean => (path ?? webhook) !== undefined;

/** Whether an entry is a message that PandaPon pushes. */
export const isPushed = ({ webhook, group }: NavigationEntry): boolean =>
  webhook !== undefined || /\bcallbacks$/i.test(group);

/** Whether an entry is about an operation, or about a webhook by its message type. */
export const isAbout = (
  entry: NavigationEntry,
  { webhook, key, method }: { webhook: boolean; key: string; method: string },
): boolean =>
  webhook
    ? entry.webhook === key
    : entry.path === key && (entry.method === undefined || entry.method.toLowerCase() === method.toLowerCase());
