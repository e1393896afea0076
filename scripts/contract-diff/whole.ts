// What differs between two contracts apart from the fields of operations: servers, tags, names of shapes, whole operations, and what is only written differently.
import { isDeepStrictEqual } from "node:util";
import { isObject, memberOf, objectOf, type Located } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { stepsOf } from "../core/pointer.js";
import { listOf } from "../core/schema-fields.js";
import { compareEntries, type ContractDifference } from "./differences.js";
import { located, pointerTo, type Entry, type Written } from "./entry.js";
import { callOf, pointerOf, type Listed, type Pairs } from "./operations.js";

export function compareWhole(old: Document, next: Document): ContractDifference[] {
  const [before, after] = [entriesOf(old), entriesOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    compareEntries(before.get(key), after.get(key)),
  );
}

/** By what makes them the same in both contracts. */
function entriesOf(document: Document): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const root = located(document, "#");
  const add = (key: string, part: Located, facets: Record<string, unknown>): void => {
    const written = Object.entries(facets).map(([name, value]): [string, Written[]] => [name, [{ value, part }]]);
    entries.set(key, { place: pointerTo(part).slice("#/".length), parts: [part], facets: new Map(written) });
  };
  const { version: _version, ...info } = document.info;
  add("info", located(document.info, "#/info"), { text: info });
  for (const server of listOf(root, "servers")) {
    add(`server ${String(server.node["url"])}`, server, { present: server.node["url"] });
  }
  for (const tag of listOf(root, "tags")) add(`tag ${String(tag.node["name"])}`, tag, { text: tag.node });
  // The package exports the type of each named shape.
  for (const shape of componentsOf(document, "schemas")) add(pointerTo(shape), shape, { present: "named type" });
  for (const scheme of componentsOf(document, "securitySchemes")) {
    const { description, ...rest } = scheme.node;
    add(pointerTo(scheme), scheme, { "security scheme": rest, description });
  }
  return entries;
}

const componentsOf = (document: Document, kind: string): Located[] =>
  Object.keys(objectOf(document.components?.[kind])).flatMap(
    (name) => memberOf(located(document, "#"), "components", kind, name) ?? [],
  );

/** Operations that only one contract has. */
export const operationsApart = ({ removed, added }: Pairs): ContractDifference[] => [
  ...removed.map((one) => ({ ...apart(one), from: callText(one), to: undefined, old: pointerOf(one) })),
  ...added.map((one) => ({ ...apart(one), from: undefined, to: callText(one), new: pointerOf(one) })),
];

const apart = ({ operation: { operationId } }: Listed) => ({ facet: "present", place: "", operationId });
const callText = (one: Listed): string => (one.section === "paths" ? callOf(one) : `webhook ${callOf(one)}`);

/**
 * Operations and shapes that are written differently although nothing was found in them: told, so that "no change" means
 * that nothing changed.
 */
export function rewritten(
  old: Document,
  next: Document,
  { pairs }: Pairs,
  found: readonly ContractDifference[],
): ContractDifference[] {
  const touched = new Set<string | undefined>(found.map(({ operationId }) => operationId));
  // A line of a shape touches the shape.
  for (const pointer of found.flatMap((one) => [one.old, one.new])) {
    const [section, kind, name] = stepsOf(pointer ?? "");
    if (section === "components") touched.add(`#/components/${kind}/${name}`);
  }
  const result: ContractDifference[] = [];
  const add = (from: object, to: object, about: Pick<ContractDifference, "operationId" | "place" | "old" | "new">) => {
    if (isDeepStrictEqual(from, to) || canonical(from) === canonical(to)) return;
    result.push({ facet: "rewritten", from: undefined, to: undefined, ...about });
  };
  for (const { old: one, new: other } of pairs) {
    const { operationId } = one.operation;
    if (touched.has(operationId)) continue;
    add(one.operation, other.operation, { operationId, place: "", old: pointerOf(one), new: pointerOf(other) });
  }
  const shapes = new Map(componentsOf(next, "schemas").map((shape) => [pointerTo(shape), shape]));
  for (const shape of componentsOf(old, "schemas")) {
    const pointer = pointerTo(shape);
    const other = shapes.get(pointer);
    if (other === undefined || touched.has(pointer)) continue;
    add(shape.node, other.node, { place: pointer.slice("#/".length), old: pointer, new: pointer });
  }
  return result;
}

/** The same text for the same value, whatever the order of its names and the names of its shapes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === "$ref") return "";
    return isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  }) ?? "";
