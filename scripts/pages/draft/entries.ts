// Adds the entries of a draft to openapi.yaml and navigation.yaml and leaves every other byte as it is.
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { NavigationEntry } from "../../core/navigation.js";
import { objectOf } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { yamlText } from "./yaml-text.js";

/**
 * Adds the `$ref` of a path or a webhook, in alphabetical order.
 * @param file the file that it leads to; its folder has the name of the section
 * @param shown the name of openapi.yaml in messages
 * @returns the new text; the same text if it has the entry
 * @throws Failure with code 2 if the section is not a block mapping, or if the key leads elsewhere
 */
export function withRootEntry(text: string, key: string, file: string, shown: string): string {
  const [section = ""] = file.split("/");
  const entry = { [key]: { $ref: file } };
  const map = parseDocument(text).get(section, true);
  if (map === undefined) return insert(text, text.length, 0, { [section]: entry });
  if (!isMap(map) || map.flow === true || map.items.length === 0) {
    throw new Failure(2, `The section ${section} of ${shown} is not a block mapping. Add one entry by hand.`);
  }
  const same: unknown = map.toJSON()[key];
  if (objectOf(same)["$ref"] === file) return text;
  if (same !== undefined) {
    throw new Failure(2, `${shown} has another entry for ${key}. Change it to \`$ref: ${file}\`, or remove it.`);
  }
  const keys = map.items.map((pair) => pair.key).filter((one) => isScalar(one));
  const next = keys.find((one) => String(one.value) > key);
  const start = (next ?? keys[0])?.range?.[0] ?? 0;
  const before = lineStart(text, start);
  return insert(text, next === undefined ? endOf(text, map) : before, start - before, entry);
}

/**
 * Adds an operation to the file of its path.
 * @param shown the name of the file in messages
 * @throws Failure with code 2 if the file is not a block mapping
 */
export function withOperation(text: string, method: string, operation: unknown, shown: string): string {
  const map = parseDocument(text).contents;
  if (!isMap(map) || map.flow === true) {
    throw new Failure(2, `${shown} is not a block mapping. Add ${method.toUpperCase()} to it by hand.`);
  }
  const start = map.range?.[0] ?? 0;
  return insert(text, endOf(text, map), start - lineStart(text, start), { [method]: operation });
}

/** Adds the method to an entry of the navigation that means one operation of its path. */
export function withMethod(text: string, { line }: NavigationEntry, method: string): string {
  const list = parseDocument(text).get("entries", true);
  const item = isSeq(list)
    ? list.items.filter((one) => isMap(one)).find((one) => lineOf(text, one) === line)
    : undefined;
  if (item === undefined) return text;
  const [start = 0, end = 0] = item.range ?? [];
  if (item.flow !== true) return insert(text, endOf(text, item), start - lineStart(text, start), { method });
  return `${text.slice(0, end - 1).trimEnd()}, method: ${method} ${text.slice(end - 1)}`;
}

const lineOf = (text: string, { range }: YAMLMap): number => text.slice(0, range?.[0]).split("\n").length;

/**
 * Adds an entry of the navigation after the last entry of its group.
 * @param replaced the entry that it replaces instead
 * @param shown the name of navigation.yaml in messages
 * @throws Failure with code 2 if the entries are in flow style
 */
export function withNavigationEntry(
  text: string,
  entry: { group: string },
  replaced: NavigationEntry | undefined,
  shown: string,
): string {
  const list = parseDocument(text).get("entries", true);
  if (!isSeq(list) || (list.flow === true && list.items.length > 0)) {
    const fix = "Write one entry per line, beginning with a dash.";
    throw new Failure(2, `The list \`entries\` of ${shown} is not in block style. ${fix}`);
  }
  const items = list.items.filter((item) => isMap(item));
  const old = items.find((item) => lineOf(text, item) === replaced?.line);
  const beside = old ?? items.findLast((item) => item.get("group") === entry.group) ?? items.at(-1);
  if (beside === undefined) {
    // Without its empty list, `[]`, the line of the key is the one before the entries.
    const [from, to] = list.range ?? [text.length, text.length];
    const whole = text.slice(0, from).trimEnd() + text.slice(to);
    return insert(whole, lineEnd(whole, from), 2, [entry]);
  }
  const start = beside.range?.[0] ?? 0;
  const [before, end] = [lineStart(text, start), endOf(text, beside)];
  const depth = text.slice(before, start).indexOf("-");
  if (old === undefined) return insert(text, end, depth, [entry]);
  return insert(text.slice(0, before) + text.slice(end), before, depth, [entry]);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => text.indexOf("\n", at) + 1 || text.length;
/** The end of the last line of a node. */
const endOf = (text: string, { range }: YAMLMap): number => lineEnd(text, text.slice(0, range?.[1]).trimEnd().length);

/** The text with a value as lines of their own, at the beginning of a line or at the end of the text. */
function insert(text: string, at: number, depth: number, value: unknown): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = yamlText(value).trimEnd().split("\n");
  const before = text.slice(0, at);
  const whole = before === "" || before.endsWith("\n") ? before : before + eol;
  return whole + lines.map((line) => " ".repeat(depth) + line + eol).join("") + text.slice(at);
}
