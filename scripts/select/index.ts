// A part of a contract: the selected operations and webhooks, and only what they reach.
import { isObject, listIn, type Node } from "../core/node.js";
import { METHODS, operationNodes, type Document, type PathItem } from "../core/openapi.js";
import { stepsOf } from "../core/pointer.js";
import { refsOfMapping } from "../core/refs.js";
import { targetIn } from "../core/schema-view.js";

export { selectIds } from "./globs.js";

type Items = Record<string, PathItem>;

/** The operationIds of the operations and webhooks of a contract, in its order. */
export const operationIdsIn = ({ paths, webhooks }: Document): string[] =>
  [paths, webhooks].flatMap((items) => operationNodes(items)).map(({ operationId }) => operationId);

/**
 * @param ids the operationIds to keep
 * @returns a contract of its own with the same order. The given one stays as it is.
 */
export function selectOperations(document: Document, ids: ReadonlySet<string>): Document {
  const { security, tags, "x-tagGroups": groups, paths, webhooks, components, ...rest } = document;
  const kept = { paths: itemsWith(paths, ids), webhooks: itemsWith(webhooks, ids) };
  const operations = [...operationNodes(kept.paths), ...operationNodes(kept.webhooks)];
  const needsDefault = operations.some((operation) => operation.security === undefined);
  const schemes = [...operations.map((operation) => operation.security), needsDefault ? security : undefined]
    .flatMap((one) => one ?? [])
    .flatMap((one) => Object.keys(one));
  const named = new Set(operations.flatMap((operation) => operation.tags ?? []));
  const keptGroups = groups
    ?.map((group) => ({ ...group, tags: group.tags.filter((tag) => named.has(tag)) }))
    .filter((group) => group.tags.length > 0);
  return structuredClone({
    ...rest,
    ...(needsDefault && security && { security }),
    ...(tags && { tags: tags.filter(({ name }) => named.has(name)) }),
    ...(keptGroups && { "x-tagGroups": keptGroups }),
    ...(kept.paths && { paths: kept.paths }),
    ...(kept.webhooks && { webhooks: kept.webhooks }),
    ...(components && {
      components: componentsOf(
        components,
        new Set([...reachedFrom(document, kept), ...schemes.map((name) => `securitySchemes/${name}`)]),
      ),
    }),
  });
}

/** The items that still have an operation; undefined if there are none. */
function itemsWith(items: Items | undefined, ids: ReadonlySet<string>): Items | undefined {
  const kept = Object.entries(items ?? {}).flatMap(([key, item]): [string, PathItem][] => {
    const dropped = METHODS.filter((method) => !ids.has(item[method]?.operationId ?? ""));
    if (dropped.length === METHODS.length) return [];
    return [[key, Object.fromEntries(Object.entries(item).filter(([name]) => !dropped.some((one) => one === name)))]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The components that the `$ref`s in a value lead to, also through several: `schemas/Order`. */
function reachedFrom(document: Document, start: unknown): Set<string> {
  const reached = new Set<string>();
  const seen = new Set<object>();
  const refs = new Set<string>();
  const target = targetIn(document);
  const follow = (ref: string): void => {
    if (refs.has(ref)) return;
    refs.add(ref);
    const [section, kind, name] = stepsOf(ref.replace(/^#/, ""));
    if (section === "components") reached.add(`${kind}/${name}`);
    visit(target<Node>({ $ref: ref }));
  };
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isObject(value)) {
      if (typeof value["$ref"] === "string") follow(value["$ref"]);
      refsOfMapping(value).forEach(follow);
    }
    (isObject(value) ? Object.values(value) : listIn(value)).forEach(visit);
  };
  visit(start);
  return reached;
}

function componentsOf(
  components: NonNullable<Document["components"]>,
  names: ReadonlySet<string>,
): NonNullable<Document["components"]> {
  const kinds = Object.entries(components).map(([kind, all]): [string, Record<string, unknown>] => [
    kind,
    Object.fromEntries(Object.entries(all).filter(([name]) => names.has(`${kind}/${name}`))),
  ]);
  return Object.fromEntries(kinds.filter(([, all]) => Object.keys(all).length > 0));
}
