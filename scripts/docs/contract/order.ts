// The order of the work: which operation comes first. spec/docs/order.yaml has it.
import path from "node:path";
import { problemAt, readYamlFile } from "../../core/file-problems.js";
import { texts } from "../../core/node.js";
import { operationNodes, type Document, type Operation } from "../../core/openapi.js";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile } from "../../core/spec-folder.js";
import { Unreadable } from "../../core/yaml.js";

/**
 * @param ids operationIds in the order of the work; operations that are not named keep their place behind them
 * @returns the contract with its paths, tags and groups of tags in that order
 */
export function inOrder(document: Document, ids: readonly string[]): Document {
  const places = new Map(ids.map((id, index) => [id, index]));
  const placeOf = (operations: readonly Operation[]): number =>
    Math.min(...operations.map(({ operationId }) => places.get(operationId) ?? ids.length), ids.length);
  const all = operationNodes(document.paths);
  const placeOfTag = (name: string): number => placeOf(all.filter(({ tags = [] }) => tags.includes(name)));
  const ordered = <T>(list: readonly T[], of: (one: T) => number): T[] =>
    list.toSorted((one, other) => of(one) - of(other));
  return {
    ...document,
    ...(document.tags && { tags: ordered(document.tags, ({ name }) => placeOfTag(name)) }),
    ...(document["x-tagGroups"] && {
      "x-tagGroups": document["x-tagGroups"].map((group) => ({ ...group, tags: ordered(group.tags, placeOfTag) })),
    }),
    paths: Object.fromEntries(
      ordered(Object.entries(document.paths ?? {}), ([key, item]) => placeOf(operationNodes({ [key]: item }))),
    ),
  };
}

/**
 * The operationIds of spec/docs/order.yaml, which is one list; none if there is no such file.
 * @param spec the spec folder, absolute
 * @throws Failure with code 1 if it lacks an operation of the contract,
 *   or names one twice or one that the contract does not have; with code 2 if it is not a list of texts
 */
export function readOrder(spec: string, document: Document): string[] {
  const file = path.join(spec, "docs", "order.yaml");
  if (!isFile(file)) return [];
  const { value, line } = readYamlFile(file, (yaml) => {
    const list = texts(yaml.value);
    if (Array.isArray(yaml.value) && list.length === yaml.value.length) return { value: list, line: yaml.line };
    throw new Unreadable("This is not a list of operationIds", 1, "Write one per line: `- alibaba.orders.get`.");
  });
  const known = operationNodes(document.paths).map(({ operationId }) => operationId);
  const problems: Problem[] = [];
  const add = (at: number, message: string, fix: string): void =>
    void problems.push(problemAt(file, at, "docs-order", message, fix));
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
