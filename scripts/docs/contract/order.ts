// The order of the work: which operation comes first. spec/docs/order.yaml has it.
import path from "node:path";
import { isObject, texts } from "../../core/node.js";
import { METHODS, type Document } from "../../core/openapi.js";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, readText, shownPath } from "../../core/spec-folder.js";
import { readYaml, Unreadable } from "../../core/yaml.js";

const idsOf = (item: unknown): string[] =>
  isObject(item)
    ? METHODS.flatMap((method) => {
        const operation = item[method];
        return isObject(operation) ? texts([operation["operationId"]]) : [];
      })
    : [];

/**
 * @param ids operationIds in the order of the work; operations that are not named keep their place behind them
 * @returns the contract with its paths, tags and groups of tags in that order
 */
export function inOrder(document: Document, ids: readonly string[]): Document {
  const rank = new Map(ids.map((id, index) => [id, index]));
  const first = (found: readonly string[]): number =>
    Math.min(...found.map((id) => rank.get(id) ?? Infinity), Infinity);
  const paths = Object.entries(document.paths ?? {}).map((entry) => ({ entry, at: first(idsOf(entry[1])) }));
  const byTag = new Map<string, number>();
  for (const { entry, at } of paths) {
    for (const operation of METHODS.flatMap((method) => entry[1][method] ?? [])) {
      for (const tag of operation.tags ?? []) byTag.set(tag, Math.min(at, byTag.get(tag) ?? Infinity));
    }
  }
  const tagRank = (name: string): number => byTag.get(name) ?? Infinity;
  const ordered = <T>(list: readonly T[], of: (one: T) => number): T[] =>
    // Infinity minus Infinity is not a number.
    list.toSorted((one, other) => (of(one) === of(other) ? 0 : of(one) - of(other)));
  return {
    ...document,
    ...(document.tags && { tags: ordered(document.tags, ({ name }) => tagRank(name)) }),
    ...(document["x-tagGroups"] && {
      "x-tagGroups": document["x-tagGroups"].map((group) => ({ ...group, tags: ordered(group.tags, tagRank) })),
    }),
    paths: Object.fromEntries(ordered(paths, ({ at }) => at).map(({ entry }) => entry)),
  };
}

/**
 * The operationIds of spec/docs/order.yaml, which is one list; none if there is no such file.
 * @param spec the spec folder, absolute
 * @throws Failure with code 1 if it lacks an operation of the contract, or names one twice or one that the contract does not have
 */
export function readOrder(spec: string, document: Document): string[] {
  const file = path.join(spec, "docs", "order.yaml");
  if (!isFile(file)) return [];
  const { value, line } = readList(file);
  const known = Object.values(document.paths ?? {}).flatMap(idsOf);
  const problems: Problem[] = [];
  const add = (at: number, message: string, fix: string): void =>
    void problems.push({ file: shownPath(file), line: at, column: 1, rule: "docs-order", message, fix });
  for (const [index, id] of value.entries()) {
    if (!known.includes(id)) add(line([index]), `The contract has no operation ${id}.`, "Remove it, or correct it.");
    else if (value.indexOf(id) < index) add(line([index]), `${id} is named twice.`, "Remove one.");
  }
  for (const id of known.filter((one) => !value.includes(one))) {
    add(1, `It lacks ${id}.`, "Add it where it belongs in the order of the work.");
  }
  if (problems.length > 0) throw new Failure(1, "The order of the operations is wrong.", problems);
  return value;
}

/** @throws Failure with code 2 if it is not a list of texts */
function readList(file: string): { value: string[]; line: (pointer: readonly (string | number)[]) => number } {
  try {
    const { value, line } = readYaml(readText(file));
    const list = texts(value);
    if (Array.isArray(value) && list.length === value.length) return { value: list, line };
    throw new Unreadable("This is not a list of operationIds", 1, "Write one per line: `- alibaba.orders.get`.");
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(file)}:${error.line} ${error.message}. ${error.fix}`);
  }
}
