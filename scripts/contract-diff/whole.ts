// The entries of a contract apart from its operations: servers, tags, the names of shapes, …
import { memberOf, objectOf, type Located } from "../core/node.js";
import type { Document } from "../core/openapi.js";
import { listOf } from "../core/schema-fields.js";
import { compareEntries, type ContractDifference } from "./differences.js";
import { facetsOf, located, pointerTo, type Entry } from "./entry.js";

export function compareWhole(old: Document, next: Document): ContractDifference[] {
  const [before, after] = [entriesOf(old), entriesOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    compareEntries(before.get(key), after.get(key)),
  );
}

/** By what makes two of them the same. */
function entriesOf(document: Document): Map<string, Entry> {
  const root = located(document, "#");
  const entries = new Map<string, Entry>();
  const add = (key: unknown, part: Located, facets: Record<string, unknown>): void => {
    const place = pointerTo(part).slice("#/".length);
    entries.set(`${place.split("/", 1)[0]} ${String(key)}`, { place, parts: [part], facets: facetsOf(part, facets) });
  };
  const { version: _version, ...info } = document.info;
  add("", located(document.info, "#/info"), { text: info });
  for (const server of listOf(root, "servers")) add(server.node["url"], server, { present: server.node["url"] });
  for (const tag of listOf(root, "tags")) add(tag.node["name"], tag, { text: tag.node });
  const components = (kind: string): [string, Located][] =>
    Object.keys(objectOf(document.components?.[kind])).flatMap((name) => {
      const component = memberOf(root, "components", kind, name);
      return component === undefined ? [] : [[`${kind} ${name}`, component]];
    });
  // The package exports the type of each named shape.
  for (const [key, shape] of components("schemas")) add(key, shape, { present: "named type", rewritten: shape.node });
  for (const [key, scheme] of components("securitySchemes")) {
    const { description, ...rest } = scheme.node;
    add(key, scheme, { "security scheme": rest, description });
  }
  return entries;
}
