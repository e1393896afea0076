// An operation of a bundle as callers see it: its own facets, and a list of fields with the types of TypeScript.
import { isObject, texts, type Located, type Node } from "../core/node.js";
import type { Content, Document, Parameter } from "../core/openapi.js";
import { under, type Place } from "../core/place.js";
import { below } from "../core/pointer.js";
import { flattened, isNull, walkSchema, type Composition, type SchemaField } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { pointerOf, type Listed } from "./pairs.js";

/** Whether callers write a value, or read it. In a webhook it is the other way round: its body is received. */
export type Side = "sent" | "received";

/** The value of a keyword, and where it is written. */
export interface Written {
  value: unknown;
  /** Into the bundle: `#/paths/…`. */
  pointer: string;
}

export interface CallerField {
  place: Place;
  side: Side;
  /** Into the bundle. */
  pointer: string;
  /** The pointers of all schemas that it is made of. */
  pointers: string[];
  /** Names of TypeScript's types, sorted; `undefined` if any value fits. */
  types: string[] | undefined;
  /** How it travels: `integer<int64> | null`. */
  wire: string;
  required: boolean;
  requiredAt: string | undefined;
  /** Closed values, as text. */
  values: string[] | undefined;
  /** How many alternatives it has, or 0. */
  alternatives: number;
  /** Whether it takes members that it does not name. */
  open: boolean;
  /** Its keywords; the outermost one first. */
  keywords: Map<string, Written[]>;
  /** What callers see of it, without words and samples. */
  signature: string;
  /** The same for two fields that are declared in the same words. */
  words: string;
}

export interface CallerView {
  operationId: string;
  pointer: string;
  facets: Map<string, Written>;
  fields: Map<Place, CallerField>;
}

/** Keywords that are compared in another form. */
export const MERGED = new Set([
  ...["$ref", "allOf", "anyOf", "oneOf", "type", "format", "const", "enum", "contentMediaType", "contentSchema"],
  ...["properties", "required", "items", "additionalProperties"],
]);
const HANDLED = new Set(["parameters", "requestBody", "responses", "security", "operationId"]);

/** Makes views of the operations of one bundle. */
export function viewer(document: Document, sent: ReadonlySet<object>): (listed: Listed) => CallerView {
  const target = targetIn(document);
  // A bundle's `$ref` leads into the bundle: `verifyBundle` checks it.
  const follow = ({ node }: Located): Located | undefined => {
    const ref = String(node["$ref"]);
    const found = target(node);
    return found === node ? undefined : { node: found, file: "", pointer: [ref] };
  };
  /** The target of a node that may be a `$ref`, and where that is written. */
  const landing = <T extends object>(node: T, pointer: string): { node: T; pointer: string } => {
    const ref = "$ref" in node ? node.$ref : undefined;
    return { node: target(node), pointer: typeof ref === "string" ? ref : pointer };
  };

  return (listed) => {
    const { section, key, method, item, operation } = listed;
    const source = pointerOf(listed);
    const [mine, theirs] = section === "paths" ? (["sent", "received"] as const) : (["received", "sent"] as const);
    const fields: CallerView["fields"] = new Map();
    const facets: CallerView["facets"] = new Map();
    const facet = (name: string, value: unknown, pointer: string): void => {
      if (value !== undefined) facets.set(name, { value, pointer });
    };
    const schema = (node: Node | undefined, pointer: string, place: Place, side: Side, holder?: Holder): void => {
      const start: Located = { node: node ?? {}, file: "", pointer: [pointer] };
      walkSchema(start, place, holder?.required ?? false, {
        follow,
        content: true,
        maps: true,
        apart: areDistinct,
        visit: (field) => {
          fields.set(field.place, fieldOf(field, side, sent, field.place === place ? holder : undefined));
        },
      });
    };
    const content = (holder: Content, pointer: string, place: Place, side: Side, name: string): void => {
      const examples: unknown[] = [];
      for (const [type, media] of Object.entries(holder.content ?? {})) {
        const at = below(pointer, "content", type);
        if (type !== "application/json") facet(`media type ${name} ${type}`, true, at);
        const { schema: own, example, examples: several } = media;
        examples.push(...[example, several].filter((one) => one !== undefined));
        if (type === "application/json" || Object.keys(holder.content ?? {}).length === 1) {
          schema(own as Node | undefined, below(at, "schema"), place, side);
        }
      }
      if (examples.length > 0) facet(`example ${name}`, examples, pointer);
    };

    facet("operationId", operation.operationId, below(source, "operationId"));
    facet("call", section === "paths" ? `${method.toUpperCase()} ${key}` : key, source);
    facet("security", operation.security ?? document.security ?? [], source);
    for (const [name, value] of Object.entries(operation)) {
      if (!HANDLED.has(name)) facet(name, value, below(source, name));
    }

    const own = (operation.parameters ?? []).map((one, at) => landing(one, below(source, "parameters", at)));
    const shared = (item.parameters ?? []).map((one, at) => landing(one, below("#", section, key, "parameters", at)));
    const hidden = new Set(own.map(({ node }) => `${node.in} ${node.name}`));
    for (const { node, pointer } of [
      ...own,
      ...shared.filter(({ node: one }) => !hidden.has(`${one.in} ${one.name}`)),
    ]) {
      const { schema: type, ...rest }: Parameter = node;
      const holder: Holder = { node: rest, pointer, required: node.required === true };
      schema(type as Node | undefined, below(pointer, "schema"), under(node.in, node.name), mine, holder);
    }
    if (operation.requestBody !== undefined) {
      const { node, pointer } = landing(operation.requestBody, below(source, "requestBody"));
      facet("body", node.required === true, below(pointer, "required"));
      facet("description body", (node as { description?: string }).description, below(pointer, "description"));
      content(node, pointer, "body", mine, "body");
    }
    for (const [code, answer] of Object.entries(operation.responses ?? {})) {
      const { node, pointer } = landing(answer, below(source, "responses", code));
      const place = code === "200" ? "response" : `response ${code}`;
      facet(`answer ${code}`, true, pointer);
      facet(`description ${place}`, (node as { description?: string }).description, below(pointer, "description"));
      content(node, pointer, place, theirs, place);
      const headers = (node as { headers?: Record<string, Node> }).headers ?? {};
      for (const [name, header] of Object.entries(headers)) {
        const found = landing(header, below(pointer, "headers", name));
        const { schema: type, ...rest } = found.node;
        const holder: Holder = { node: rest, pointer: found.pointer, required: rest["required"] === true };
        schema(
          isObject(type) ? type : undefined,
          below(found.pointer, "schema"),
          under(`${place} header`, name),
          theirs,
          holder,
        );
      }
    }
    return { operationId: operation.operationId, pointer: source, facets, fields };
  };
}

/** What holds a schema from outside: a parameter or a header. */
interface Holder {
  node: object;
  pointer: string;
  required: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();
const NOT_OF_A_HOLDER = new Set(["name", "in", "required", "schema"]);

const at = ({ pointer }: Located): string => {
  const [first = "", ...rest] = pointer;
  return below(String(first), ...rest);
};

function fieldOf(
  { place, required, declared, parts, holders }: SchemaField,
  side: Side,
  sent: ReadonlySet<object>,
  holder: Holder | undefined,
): CallerField {
  const keywords = new Map<string, Written[]>();
  const note = (node: object, pointer: string, skipped: ReadonlySet<string>): void => {
    for (const [keyword, value] of Object.entries(node)) {
      if (skipped.has(keyword)) continue;
      keywords.set(keyword, [...(keywords.get(keyword) ?? []), { value, pointer: below(pointer, keyword) }]);
    }
  };
  if (holder !== undefined) note(holder.node, holder.pointer, NOT_OF_A_HOLDER);
  for (const part of parts) note(part.node, at(part), NOTHING);
  const [first] = parts;
  const pointer = holder?.pointer ?? (first === undefined ? "#" : at(first));
  const name = place.slice(place.lastIndexOf("/") + 1);
  const requirer = holders.find(({ node }) => texts(node["required"]).includes(name));
  return {
    place,
    side,
    pointer,
    pointers: parts.map(at),
    types: unite(declared.map((one) => callerTypes(one, sent))),
    wire: wireText(parts),
    required,
    requiredAt: holder === undefined ? requirer && below(at(requirer), "required") : below(holder.pointer, "required"),
    values: both(declared.map(valuesOf)),
    alternatives: declared.reduce((count, one) => count + alternativesOf(one), 0),
    open: isOpen(parts),
    keywords,
    signature: declared.map(signature).join(),
    words: JSON.stringify(declared.map(({ self }) => self.node)),
  };
}

/** Whether a schema takes members that it does not name: it says so, or names none at all. */
function isOpen(parts: readonly Located[]): boolean {
  const named = parts.flatMap(({ node }) => (isObject(node["properties"]) ? Object.keys(node["properties"]) : []));
  return named.length === 0 || parts.some(({ node }) => node["additionalProperties"] !== undefined);
}

type Types = string[] | undefined;

/** The types of a value that is all of these. */
const unite = (all: readonly Types[]): Types =>
  all.reduce<Types>((types, own) => {
    if (types === undefined || own === undefined) return types ?? own;
    const common = types.filter((type) => own.includes(type));
    // Declarations that contradict each other: what any of them says.
    return common.length > 0 ? common : [...new Set([...types, ...own])].sort();
  }, undefined);

function callerTypes(one: Composition, sent: ReadonlySet<object>): Types {
  const { self, target, all, choices, content, mixed } = one;
  const own = namedTypes(self.node, sent);
  const inner = [...(target === undefined ? [] : [target]), ...all, ...mixed].map((part) => callerTypes(part, sent));
  const chosen = choices.map((list): Types => {
    const types = list.map((part) => callerTypes(part, sent));
    return types.some((part) => part === undefined)
      ? undefined
      : [...new Set(types.flatMap((part) => part ?? []))].sort();
  });
  if (content === undefined) return unite([own, ...inner, ...chosen]);
  // Callers see what the text holds.
  const held = callerTypes(content, sent);
  return held !== undefined && own?.includes("null") ? [...new Set([...held, "null"])].sort() : held;
}

function namedTypes(node: Node, sent: ReadonlySet<object>): Types {
  const { type } = node;
  const named = typeof type === "string" ? [type] : texts(type);
  if (named.length === 0) return isObject(node["properties"]) ? ["object"] : undefined;
  const names = named.flatMap((one) => {
    if (one !== "null" && node["format"] === "int64") return sent.has(node) ? ["bigint", "string"] : ["string"];
    return [one === "integer" ? "number" : one];
  });
  return [...new Set(names)].sort();
}

/** Closed values of a composition, null left out: whether null is allowed is told by the types. */
function valuesOf({ self, target, all, choices, mixed }: Composition): string[] | undefined {
  const own = Array.isArray(self.node["enum"])
    ? self.node["enum"].filter((value) => value !== null).map((value) => text(value))
    : "const" in self.node && self.node["const"] !== null
      ? [text(self.node["const"])]
      : undefined;
  const inner = [...(target === undefined ? [] : [target]), ...all, ...mixed].map(valuesOf);
  const chosen = choices.map((list) => {
    const values = list.filter((part) => !isNull(part)).map(valuesOf);
    return values.some((part) => part === undefined) ? undefined : [...new Set(values.flatMap((part) => part ?? []))];
  });
  return both([own, ...inner, ...chosen]);
}

/** The values that all lists have; `undefined` if there is no list. */
const both = (lists: readonly (string[] | undefined)[]): string[] | undefined =>
  lists.reduce(
    (all, own) => (all === undefined || own === undefined ? (all ?? own) : all.filter((one) => own.includes(one))),
    undefined,
  );

export const text = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");

/** How a value travels: `integer<int64> | null`. */
function wireText(parts: readonly Located[]): string {
  const holding = parts.filter(({ node }) => isObject(node["contentSchema"]));
  const wire = (holding.length > 0 ? holding : parts).map(({ node }) => node);
  const types = [...new Set(wire.flatMap(({ type }) => (typeof type === "string" ? [type] : texts(type))))].sort();
  const format = wire.find((node) => node["format"] !== undefined)?.["format"];
  const named = types.map((type) => (type === "null" || format === undefined ? type : `${type}<${text(format)}>`));
  const nullLast = (one: string, other: string): number => Number(one === "null") - Number(other === "null");
  return `${named.sort(nullLast).join(" | ") || "any"}${holding.length > 0 ? " of JSON" : ""}`;
}

/** What callers see of a composition, to tell alternatives apart: types and members, without words and samples. */
function signature(one: Composition): string {
  const parts = flattened(one, true);
  const types = parts.flatMap(({ node: { type, contentSchema } }) => (isObject(contentSchema) ? [] : [type].flat()));
  const members = parts.flatMap((part) =>
    Object.entries(isObject(part.node["properties"]) ? part.node["properties"] : {}).map(([name, member]) =>
      JSON.stringify([name, isObject(member) ? (member["type"] ?? member["$ref"] ?? "") : ""]),
    ),
  );
  const shown = new Set(types.filter((type) => type !== undefined && type !== "null").map(String));
  return JSON.stringify([[...shown].sort(), [...new Set(members)].sort()]);
}

const areDistinct = (list: readonly Composition[]): boolean => new Set(list.map((one) => signature(one))).size > 1;

/** How many alternatives a composition has that callers can tell apart. */
function alternativesOf({ target, all, choices }: Composition): number {
  const own = choices.map((list) => list.filter((one) => !isNull(one))).filter(areDistinct);
  const inner = [...(target === undefined ? [] : [target]), ...all].map(alternativesOf);
  return [...own.map((list) => list.length), ...inner].reduce((sum, count) => sum + count, 0);
}
