// Adds the entry of a drafted operation to navigation.yaml and leaves every other byte as it is.
import { isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { NavigationEntry } from "../../core/navigation.js";
import { Failure } from "../../core/problem.js";
import type { ReadPage } from "../page/page.js";
import type { Placement } from "./placement.js";
import { plainYaml } from "./yaml-text.js";

/** The entry of a drafted operation, its fields in the order of the other entries. */
export function describedEntry(page: ReadPage, { entry, group }: Placement, operationId: string): object {
  const title = page.title === "" ? operationId : page.title;
  const titles = page.language === "zh" && page.title !== "" ? { title, titleZh: title } : { title };
  return {
    ...(entry === undefined ? titles : { title: entry.title, ...(entry.titleZh && { titleZh: entry.titleZh }) }),
    group,
    ...(page.kind === "callback" ? { webhook: page.path } : { path: page.path }),
    ...(entry?.onlyIn !== undefined && { onlyIn: entry.onlyIn }),
  };
}

/**
 * The text of navigation.yaml with a new entry.
 * @param replaced the entry that it replaces; without one, it is added after the last entry of its group
 * @param shown the file's name in messages
 * @throws Failure with code 2 if the entries are in flow style
 */
export function withNavigationEntry(
  text: string,
  entry: object,
  replaced: NavigationEntry | undefined,
  shown: string,
): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const list = parseDocument(text).get("entries", true);
  const items = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  if (isSeq(list) && list.flow === true && items.length > 0) {
    throw new Failure(
      2,
      `The list \`entries\` of ${shown} is not in block style. Write one entry per line, beginning with a dash.`,
    );
  }
  const lineOf = (at: number): number => text.slice(0, at).split("\n").length;
  const old = items.find((item) => replaced !== undefined && lineOf(item.range?.[0] ?? 0) === replaced.line);
  const { group } = entry as { group: string };
  const like = items.findLast((item) => item.get("group") === group);
  const beside = old ?? like ?? items.at(-1);
  const start = beside?.range?.[0] ?? 0;
  const indent = " ".repeat(start - text.lastIndexOf("\n", start - 1) - 1);
  const lines = plainYaml(entry)
    .trimEnd()
    .split("\n")
    .join(eol + indent);
  if (beside === undefined) {
    const [from = text.length, to = text.length] = isSeq(list) ? (list.range ?? []) : [];
    return withFirstEntry(text.slice(0, from), text.slice(to), lines, eol);
  }
  const end = endOf(text, beside);
  if (old !== undefined) return text.slice(0, start) + lines + text.slice(end);
  return `${text.slice(0, end)}${eol}${indent.slice(0, -2)}- ${lines}${text.slice(end)}`;
}

/** Replaces an empty list, `[]`, with its first entry. */
function withFirstEntry(before: string, behind: string, lines: string, eol: string): string {
  const [comment = "", ...others] = behind.split(eol);
  const entry = `  - ${lines.split(eol).join(`${eol}    `)}`;
  return [before.trimEnd() + comment, entry, ...others].join(eol);
}

/** The end of an entry's last value, without the line break. */
function endOf(text: string, entry: YAMLMap): number {
  let end = entry.range?.[1] ?? text.length;
  while (end > 0 && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return end;
}
