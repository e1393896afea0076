// The committed bundle, and functions to read its schemas that share no code with the tool chain.
import { readFileSync } from "node:fs";
import { isSafeNumber, parse } from "lossless-json";
import bundle from "../../generated/openapi.json" with { type: "json" };

/** Any node of the bundle. */
export type Node = { [key: string]: unknown };

export const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

export function at(node: unknown, ...keys: string[]): unknown {
  return keys.reduce<unknown>((here, key) => (isNode(here) ? here[key] : undefined), node);
}

/** A node that must exist. */
export function nodeAt(node: unknown, ...keys: string[]): Node {
  const found = at(node, ...keys);
  if (!isNode(found)) throw new Error(`nothing at ${keys.join(" > ")}`);
  return found;
}

export const document: Node = bundle as unknown as Node;

let exact: unknown;
/** The same with exact integers: the import rounds those beyond 2^53. Read when needed, because benches bundle this file to another folder. */
const exactDocument = (): unknown =>
  (exact ??= parse(
    readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
    undefined,
    (digits) => (isSafeNumber(digits) || !/^-?\d+$/.test(digits) ? Number(digits) : BigInt(digits)),
  ));
const exactOperation = (id: string): unknown =>
  Object.values(nodeAt(exactDocument(), "paths"))
    .flatMap((item) => Object.values(isNode(item) ? item : {}))
    .find((one) => at(one, "operationId") === id);

export interface Named {
  id: string;
  method: string;
  path: string;
  operation: Node;
}

export const operations: Named[] = listed("paths");
export const webhooks: Named[] = listed("webhooks");

function listed(section: string): Named[] {
  return Object.entries(nodeAt(document, section)).flatMap(([path, item]) =>
    Object.entries(isNode(item) ? item : {}).map(([method, operation]) => {
      if (!isNode(operation)) throw new Error(`${method} ${path} is not an operation`);
      return { id: String(operation["operationId"]), method: method.toUpperCase(), path, operation };
    }),
  );
}

export function operation(id: string): Node {
  const found = operations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found.operation;
}

export const requestSchema = (id: string): Node =>
  nodeAt(operation(id), "requestBody", "content", "application/json", "schema");
export const responseSchema = (id: string): Node =>
  nodeAt(operation(id), "responses", "200", "content", "application/json", "schema");
export const requestExample = (id: string): unknown =>
  at(exactOperation(id), "requestBody", "content", "application/json", "example");
export const responseExample = (id: string): unknown =>
  at(exactOperation(id), "responses", "200", "content", "application/json", "example");

/** The inputs of a method, from the example in the contract: path, query and body in one object. */
export function exampleInputs(id: string): Node {
  const parameters = [at(operation(id), "parameters")].flat().filter(isNode);
  const own = parameters.map((one) => [String(one["name"]), one["example"]]);
  const body = requestExample(id);
  return { ...Object.fromEntries(own), ...(isNode(body) ? body : {}) };
}

/** A field as a table of a PandaPon page would print it. */
export interface Field {
  /** `integer`, `array[string] | null`, … */
  type: string;
  /** `yes`, `no`, or `?` if no page shows the mark. */
  required: "yes" | "no" | "?";
  schema: Node;
}

/** The schema itself, or the one that its `$ref` points to. */
export const target = (schema: Node): Node => {
  const ref = schema["$ref"];
  return typeof ref === "string" ? target(nodeAt(document, ...ref.slice(2).split("/"))) : schema;
};

function typeOf(schema: Node): string {
  const own = target(schema);
  const branches = own["anyOf"];
  if (Array.isArray(branches)) {
    const names = new Set(branches.flatMap((branch: Node) => typeOf(branch).split(" | ")));
    return [...names].join(" | ");
  }
  const types = [own["type"] ?? []].flat().map(String);
  return types.map((name) => (name === "array" ? `array[${typeOf(nodeAt(own, "items"))}]` : name)).join(" | ") || "any";
}

/** Every field at every depth, as `data.refundOrder.refundId` and `list[].id`. */
export function fields(schema: Node, prefix = "", found = new Map<string, Field>()): Map<string, Field> {
  const own = target(schema);
  for (const part of [own["allOf"], own["anyOf"]].flat()) if (isNode(part)) fields(part, prefix, found);
  const items = own["items"];
  if (isNode(items)) fields(items, `${prefix.replace(/\.$/, "")}[].`, found);
  for (const [name, property] of Object.entries(isNode(own["properties"]) ? own["properties"] : {})) {
    if (!isNode(property)) continue;
    const unknown = property["x-required"] === "unknown" || target(property)["x-required"] === "unknown";
    found.set(prefix + name, { type: typeOf(property), required: unknown ? "?" : "no", schema: target(property) });
    fields(property, `${prefix}${name}.`, found);
  }
  // Last, because a part of an allOf may require what another part declares.
  for (const name of Array.isArray(own["required"]) ? own["required"] : []) {
    const field = found.get(`${prefix}${String(name)}`);
    if (field !== undefined) field.required = "yes";
  }
  return found;
}
