// Reads spec/navigation.yaml: every entry of PandaPon's navigation, with its path or the reason why there is none.
import path from "node:path";
import { objectOf } from "./node.js";
import { Failure } from "./problem.js";
import { readText, shownPath } from "./spec-folder.js";
import { readYaml, Unreadable, type YamlText } from "./yaml.js";

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
  const broken = (line: number, message: string, fix: string): Navigation => ({
    entries: [],
    problem: { line, message, fix },
  });
  let yaml: YamlText;
  try {
    yaml = readYaml(readText(file));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return broken(error.line, error.message, "Correct the YAML.");
  }
  const { entries: list } = objectOf(yaml.value);
  if (!Array.isArray(list)) {
    const fix = "Write `entries:` and one entry for each entry of PandaPon's navigation.";
    return broken(1, `${NAVIGATION_FILE} has no list \`entries\`.`, fix);
  }
  const entries: NavigationEntry[] = [];
  for (const [index, entry] of list.entries()) {
    const line = yaml.line(["entries", index]);
    const fields = objectOf(entry);
    for (const [name, value] of Object.entries(fields)) {
      if (!FIELDS.includes(name))
        return broken(line, `This entry has an unknown field ${name}.`, `Use ${FIELDS.join(", ")}.`);
      if (typeof value !== "string") return broken(line, `The ${name} of this entry is not text.`, "Put it in quotes.");
    }
    const missing = ["title", "group"].filter((name) => fields[name] === undefined);
    if (missing.length > 0) return broken(line, `This entry has no ${missing.join(" and no ")}.`, "Add it.");
    // Checked above: every field is text, and the two mandatory ones are there.
    entries.push({ ...fields, line } as NavigationEntry);
  }
  return { entries };
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
