// What differs between two contracts apart from their operations: servers, tags, names of shapes, and what is only written differently.
import { isDeepStrictEqual } from "node:util";
import { isObject, objectOf } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { below } from "../core/pointer.js";
import type { ContractDifference } from "./differences.js";
import type { FoundDifference } from "./collect.js";
import { pointerOf, type Listed, type Pairs } from "./pairs.js";

export function compareWhole(old: Document, next: Document): ContractDifference[] {
  const found: ContractDifference[] = [];
  const spots = (pointer: string): Pick<ContractDifference, "place" | "old" | "new"> => ({
    place: pointer.slice("#/".length),
    old: pointer,
    new: pointer,
  });
  const { version: _old, ...oldInfo } = old.info;
  const { version: _new, ...newInfo } = next.info;
  if (!isDeepStrictEqual(oldInfo, newInfo))
    found.push({ facet: "text", from: oldInfo, to: newInfo, ...spots("#/info") });

  const listed = (document: Document, name: string): unknown[] => {
    const list = objectOf(document)[name];
    return Array.isArray(list) ? list : [];
  };
  for (const { name, one, other, facet } of [
    { name: "servers", one: old, other: next, facet: "removed" },
    { name: "servers", one: next, other: old, facet: "added" },
  ]) {
    const others = listed(other, name).map((server) => objectOf(server)["url"]);
    for (const [index, server] of listed(one, name).entries()) {
      const { url } = objectOf(server);
      if (others.includes(url)) continue;
      const pointer = below("#", name, index);
      const sides =
        facet === "removed" ? { old: pointer, from: url, to: undefined } : { new: pointer, from: undefined, to: url };
      found.push({ facet, place: pointer.slice("#/".length), ...sides });
    }
  }
  const nameOf = (tag: unknown): unknown => objectOf(tag)["name"];
  const [oldTags, newTags] = [listed(old, "tags"), listed(next, "tags")];
  for (const [index, tag] of newTags.entries()) {
    const before = oldTags.findIndex((one) => nameOf(one) === nameOf(tag));
    if (isDeepStrictEqual(oldTags[before], tag)) continue;
    const pointer = below("#", "tags", index);
    const was = before < 0 ? {} : { old: below("#", "tags", before) };
    found.push({ facet: "text", from: oldTags[before], to: tag, place: `tags/${index}`, ...was, new: pointer });
  }
  for (const [index, tag] of oldTags.entries()) {
    if (newTags.some((one) => nameOf(one) === nameOf(tag))) continue;
    found.push({ facet: "text", from: tag, to: undefined, place: `tags/${index}`, old: below("#", "tags", index) });
  }

  // The package exports the type of each named shape.
  const [oldShapes, newShapes] = [componentsOf(old, "schemas"), componentsOf(next, "schemas")];
  const shape = (name: string): string => below("#", "components", "schemas", name);
  for (const name of Object.keys(oldShapes)) {
    const place = shape(name);
    if (!(name in newShapes))
      found.push({ facet: "removed", from: "named type", to: undefined, place: place.slice(2), old: place });
  }
  for (const name of Object.keys(newShapes)) {
    const place = shape(name);
    if (!(name in oldShapes))
      found.push({ facet: "added", from: undefined, to: "named type", place: place.slice(2), new: place });
  }
  const [oldSchemes, newSchemes] = [componentsOf(old, "securitySchemes"), componentsOf(next, "securitySchemes")];
  for (const name of new Set([...Object.keys(oldSchemes), ...Object.keys(newSchemes)])) {
    const [from, to] = [oldSchemes[name], newSchemes[name]];
    if (isDeepStrictEqual(from, to)) continue;
    const { description: _from, ...fromRest } = objectOf(from);
    const { description: _to, ...toRest } = objectOf(to);
    const facet = isDeepStrictEqual(fromRest, toRest) ? "description" : "security scheme";
    found.push({ facet, from, to, ...spots(below("#", "components", "securitySchemes", name)) });
  }
  return found;
}

const componentsOf = (document: Document, kind: string): Record<string, unknown> => document.components?.[kind] ?? {};

/** Operations that only one contract has. */
export const operationsApart = ({ removed, added }: Pairs): FoundDifference[] => [
  ...removed.map((one) => apart(one, { facet: "removed", from: callText(one), to: undefined, old: pointerOf(one) })),
  ...added.map((one) => apart(one, { facet: "added", from: undefined, to: callText(one), new: pointerOf(one) })),
];

const apart = (one: Listed, difference: Omit<ContractDifference, "place">): FoundDifference => ({
  operationId: one.operation.operationId,
  difference: { ...difference, place: "" },
});

const callText = ({ section, method, key }: Listed): string =>
  section === "paths" ? `${method.toUpperCase()} ${key}` : `webhook ${key}`;

/**
 * Operations and shapes that are written differently although nothing was found in them: told, so that "no change" means
 * that nothing changed.
 */
export function rewritten(
  old: Document,
  next: Document,
  { pairs }: Pairs,
  found: readonly FoundDifference[],
): FoundDifference[] {
  const result: FoundDifference[] = [];
  for (const pair of pairs) {
    const { operationId } = pair.old.operation;
    const touched = found.some((one) => one.operationId === operationId);
    if (touched || canonical(pair.old.operation) === canonical(pair.new.operation)) continue;
    const pointers = { old: pointerOf(pair.old), new: pointerOf(pair.new) };
    result.push({
      operationId,
      difference: { facet: "rewritten", from: undefined, to: undefined, place: "", ...pointers },
    });
  }
  const [before, after] = [componentsOf(old, "schemas"), componentsOf(next, "schemas")];
  for (const [name, shape] of Object.entries(before)) {
    const pointer = below("#", "components", "schemas", name);
    const inside = (one: string | undefined): boolean => one === pointer || one?.startsWith(`${pointer}/`) === true;
    const touched = found.some(({ difference }) => inside(difference.old) || inside(difference.new));
    if (touched || !(name in after) || canonical(shape) === canonical(after[name])) continue;
    const place = pointer.slice("#/".length);
    result.push({
      difference: { facet: "rewritten", from: undefined, to: undefined, place, old: pointer, new: pointer },
    });
  }
  return result;
}

/** The same text for the same value, whatever the order of its names and the names of its shapes. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === "$ref") return "";
    return isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
  }) ?? "";
