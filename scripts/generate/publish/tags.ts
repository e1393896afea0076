// Tags with names that every language can use: "1688 orders" is alibaba-orders, and keeps its title as x-displayName.
import { operationNodes, type Document, type Tag } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";

/** The group of tags that share no first word with another one. */
const OTHERS = "Common";

/** @throws Failure with code 1 if two tags would have one name */
export function nameTags(document: Document): void {
  const { tags = [], paths, webhooks } = document;
  if (tags.length === 0) return;
  const titles = new Map<string, string>();
  for (const { name } of tags) {
    const other = titles.get(machineName(name));
    if (other !== undefined) {
      throw new Failure(
        1,
        `The tags "${other}" and "${name}" are both ${machineName(name)} for other tools. Rename one of the two.`,
      );
    }
    titles.set(machineName(name), name);
  }
  document.tags = tags.map(({ name, ...rest }) => ({ name: machineName(name), "x-displayName": name, ...rest }));
  document["x-tagGroups"] = groupsOf(tags);
  for (const operation of [...operationNodes(paths), ...operationNodes(webhooks)]) {
    if (operation.tags !== undefined) operation.tags = operation.tags.map(machineName);
  }
}

/** In PandaPon's paths, `alibaba` means 1688. Letters of other scripts stay. */
const machineName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/^1688\b/, "alibaba")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");

const firstWord = (title: string): string => title.split(" ")[0] ?? "";

function groupsOf(tags: readonly Tag[]): { name: string; tags: string[] }[] {
  const words = tags.map(({ name }) => firstWord(name));
  const isShared = (word: string): boolean => words.indexOf(word) !== words.lastIndexOf(word);
  const groups = new Map<string, string[]>();
  for (const { name } of tags) {
    const group = isShared(firstWord(name)) ? firstWord(name) : OTHERS;
    groups.set(group, [...(groups.get(group) ?? []), machineName(name)]);
  }
  return [...groups].map(([name, members]) => ({ name, tags: members }));
}
