// Adds the entries of a draft to openapi.yaml and navigation.yaml and leaves every other byte as it is.
import { isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap } from "yaml";
import { NAVIGATION_FILE, type NavigationEntry } from "../../core/navigation.js";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { yamlText } from "./yaml-text.js";

/**
 * Adds the `$ref` of a path or a webhook, in alphabetical order.
 * @param section `paths` or `webhooks`; it is added at the end if the document does not have it
 * @param shown the file's name in messages
 * @returns the new text; the same text if it has the entry
 * @throws Failure with code 2 if the section is not a block mapping, or if the key leads elsewhere
 */
export function withRootEntry(text: string, section: string, key: string, file: string, shown: string): string {
  const entry = { [key]: { $ref: file } };
  const map = parseDocument(text).get(section, true);
  if (map === undefined) {
    const whole = text.endsWith("\n") ? text : text + eolOf(text);
    return insert(whole, whole.length, 0, { [section]: entry });
  }
  if (!isMap(map) || map.flow === true || map.items.length === 0) {
    throw new Failure(2, `The section ${section} of ${shown} is not a block mapping. Add one entry by hand.`);
  }
  const same: unknown = map.toJSON()[key];
  if (isObject(same) && same["$ref"] === file) return text;
  if (same !== undefined) {
    throw new Failure(2, `${shown} has another entry for ${key}. Change it to \`$ref: ${file}\`, or remove it.`);
  }
  const next = map.items.find((one) => keyOf(one) > key);
  const start = startOf(next ?? map.items[0]);
  return insert(text, next === undefined ? endOf(text, map) : lineStart(text, start), columnOf(text, start), entry);
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");
const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);

/**
 * Adds an entry of the navigation after the last entry of its group.
 * @param replaced the entry that it replaces instead
 * @param shown the file's name in messages
 * @throws Failure with code 2 if the entries are in flow style
 */
export function withNavigationEntry(
  text: string,
  entry: { group: string },
  replaced: NavigationEntry | undefined,
  shown: string,
): string {
  const list = parseDocument(text).get("entries", true);
  const items = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  if (isSeq(list) && list.flow === true && items.length > 0) {
    throw new Failure(
      2,
      `The list \`entries\` of ${shown} is not in block style. Write one entry per line, beginning with a dash.`,
    );
  }
  const lineOf = (item: YAMLMap): number => text.slice(0, item.range?.[0]).split("\n").length;
  const old = items.find((item) => lineOf(item) === replaced?.line);
  const beside = old ?? items.findLast((item) => item.get("group") === entry.group) ?? items.at(-1);
  if (beside === undefined) {
    if (!isSeq(list)) throw new Failure(2, `${NAVIGATION_FILE} has no list \`entries\`.`);
    // An empty list, `[]`, has its place behind the colon.
    const [from, to] = list.range ?? [text.length, text.length];
    const whole = text.slice(0, from).trimEnd() + text.slice(to);
    return insert(whole, lineEnd(whole, from), 2, [entry]);
  }
  const start = beside.range?.[0] ?? 0;
  const [before, end] = [lineStart(text, start), endOf(text, beside)];
  const depth = text.slice(before, start).indexOf("-");
  return old === undefined
    ? insert(text, end, depth, [entry])
    : insert(text.slice(0, before) + text.slice(end), before, depth, [entry]);
}

const eolOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const lineEnd = (text: string, at: number): number => text.indexOf("\n", at) + 1 || text.length;
const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** The end of the last line of a node. */
function endOf(text: string, { range }: YAMLMap): number {
  const end = text.slice(0, range?.[1]).trimEnd().length;
  return lineEnd(text, end);
}

/** The text with a value as lines of their own at the beginning of a line, or after the last line. */
function insert(text: string, at: number, depth: number, value: unknown): string {
  const eol = eolOf(text);
  const lines = yamlText(value)
    .trimEnd()
    .split("\n")
    .map((line) => " ".repeat(depth) + line + eol);
  const before = text.slice(0, at);
  return (before === "" || before.endsWith("\n") ? before : before + eol) + lines.join("") + text.slice(at);
}
