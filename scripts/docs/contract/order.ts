// The order of the work: which operation comes first. spec/docs/order.yaml has it.
import { isObject, listIn, texts, type Node } from "../../core/node.js";
import { METHODS, type Document } from "../../core/openapi.js";

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

/** The operationIds of spec/docs/order.yaml, which is one list. */
export const orderOf = (value: unknown): string[] => texts(listIn(value));

/** The ids of `order` that the contract does not have, and those of the contract that `order` lacks. */
export function differences(document: Node, order: readonly string[]): { unknown: string[]; missing: string[] } {
  const known = Object.values((document["paths"] ?? {}) as Node).flatMap(idsOf);
  return {
    unknown: order.filter((id) => !known.includes(id)),
    missing: known.filter((id) => !order.includes(id)),
  };
}
