// Reads the schemas of an OpenAPI 3 document as a flat list of fields.
import { unescapeStep, type Pointer } from "../../../core/pointer.js";
import { type Node, isObject } from "../../../core/node.js";
import { keptLabel, namedValues } from "../../page/label.js";
import type { Field, Mark } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { type Place, isItem, itemOf, nameOf, parentOf, partOf, under } from "../../../core/place.js";

export interface FieldVisitor {
  document: Node;
  fields: Map<Place, Field>;
  /** The pointer of each field in the document. */
  pointers: Map<Place, Pointer>;
  /** Called for what cannot be followed. */
  trouble(pointer: Pointer, trouble: Trouble): void;
}

export type Trouble =
  | { kind: "lost reference"; ref: string; place: Place }
  | { kind: "reference to itself"; ref: string; place: Place }
  | { kind: "recursive"; shape: string; place: Place }
  | { kind: "too deep"; place: Place };

/** A schema, its pointer, and the names of the shapes around it. */
interface Here {
  node: Node;
  pointer: Pointer;
  shapes: readonly string[];
}

/** The most steps that a place may have. */
export const DEEPEST = 40;

/**
 * Adds the fields of a schema to the list.
 * @param place the place of the value; the outermost object of a part has no entry of its own
 */
export function visitSchema(
  visitor: FieldVisitor,
  schema: unknown,
  pointer: Pointer,
  place: Place,
  required: Mark,
): void {
  if (isObject(schema)) visit(visitor, { node: schema, pointer, shapes: [] }, place, required);
}

function visit(visitor: FieldVisitor, start: Here, place: Place, required: Mark): void {
  const parts = partsOf(visitor, start, place);
  const root = !place.includes("/");
  if (parts === undefined) {
    // The page shows that the field exists, but neither types nor members.
    if (!root) visitor.fields.set(place, { from: "example", types: [], nullable: "not visible", required });
    visitor.pointers.set(place, start.pointer);
    return;
  }
  const field = fieldOf(
    parts.map(({ node }) => node),
    required,
    place,
  );
  const shape = parts.flatMap(({ shapes }) => shapes.slice(start.shapes.length)).at(0);
  if (shape !== undefined) field.shape = shape;
  const objectAtRoot = root && (field.types.length === 0 || field.types.join() === "object");
  if (!objectAtRoot) {
    visitor.fields.set(place, field);
    visitor.pointers.set(place, start.pointer);
  }
  if (place.split("/").length > DEEPEST) return visitor.trouble(start.pointer, { kind: "too deep", place });
  const looped = parts.find(({ shapes }) => new Set(shapes).size < shapes.length);
  if (looped !== undefined) {
    visitor.trouble(start.pointer, { kind: "recursive", shape: looped.shapes.at(-1) ?? "", place });
    return;
  }
  for (const part of parts) visitMembers(visitor, part, parts, place);
}

function visitMembers(
  visitor: FieldVisitor,
  { node, pointer, shapes }: Here,
  parts: readonly Here[],
  place: Place,
): void {
  const needed = new Set(parts.flatMap(({ node: part }) => texts(part["required"])));
  const hidden = new Set(parts.flatMap(({ node: part }) => texts(part["x-apifox-ignore-properties"])));
  for (const [name, property] of Object.entries(isObject(node["properties"]) ? node["properties"] : {})) {
    if (!isObject(property) || hidden.has(name)) continue;
    const way = [...pointer, "properties", name];
    visit(visitor, { node: property, pointer: way, shapes }, under(place, name), needed.has(name) ? "yes" : "no");
  }
  if (isObject(node["items"])) {
    visit(visitor, { node: node["items"], pointer: [...pointer, "items"], shapes }, itemOf(place), "not visible");
  }
}

/** The schema and all parts of it, with `$ref`s followed; undefined if the schema's own `$ref` cannot be followed. */
function partsOf(visitor: FieldVisitor, start: Here, place: Place): Here[] | undefined {
  const here = follow(visitor, start, place);
  if (here === undefined) return undefined;
  const found: Here[] = [here];
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const list = here.node[keyword];
    if (!Array.isArray(list)) continue;
    for (const [index, node] of list.entries()) {
      if (!isObject(node)) continue;
      found.push(
        ...(partsOf(visitor, { node, pointer: [...here.pointer, keyword, index], shapes: here.shapes }, place) ?? []),
      );
    }
  }
  // Apifox mixes a named shape into another one with x-apifox-refs, and replaces or removes fields of it.
  const mixed = here.node["x-apifox-refs"];
  for (const [key, node] of Object.entries(isObject(mixed) ? mixed : {})) {
    if (!isObject(node)) continue;
    const parts =
      partsOf(visitor, { node, pointer: [...here.pointer, "x-apifox-refs", key], shapes: here.shapes }, place) ?? [];
    const overrides = isObject(node["x-apifox-overrides"]) ? node["x-apifox-overrides"] : {};
    found.push(...parts.map((part) => ({ ...part, node: overridden(part.node, overrides), shapes: here.shapes })));
  }
  return found;
}

function overridden(node: Node, overrides: Node): Node {
  const properties = { ...(isObject(node["properties"]) ? node["properties"] : {}), ...overrides };
  return { ...node, properties: Object.fromEntries(Object.entries(properties).filter(([, one]) => isObject(one))) };
}

function follow(visitor: FieldVisitor, start: Here, place: Place): Here | undefined {
  let here = start;
  const passed = new Set<string>();
  while (typeof here.node["$ref"] === "string") {
    const ref = here.node["$ref"];
    if (passed.has(ref)) {
      visitor.trouble(start.pointer, { kind: "reference to itself", ref, place });
      return undefined;
    }
    passed.add(ref);
    const pointer = ref
      .replace(/^#\//, "")
      .split("/")
      .map((step) => unescapeStep(decoded(step)));
    let target: unknown = visitor.document;
    for (const key of pointer) target = isObject(target) ? target[key] : undefined;
    if (!ref.startsWith("#/") || !isObject(target)) {
      visitor.trouble(start.pointer, { kind: "lost reference", ref, place });
      return undefined;
    }
    // Fields beside a `$ref` (nullable, a title) apply as well.
    const { $ref: _, ...beside } = here.node;
    here = { node: { ...target, ...beside }, pointer, shapes: [...here.shapes, pointer.at(-1) ?? ""] };
  }
  return here;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** The field that the parts of a schema describe together. */
function fieldOf(parts: readonly Node[], required: Mark, place: Place): Field {
  const types = new Set(parts.flatMap((node) => typesIn(node)));
  const nullable = types.delete("null") || parts.some((node) => node["nullable"] === true);
  const field: Field = { from: "table", types: [...types].sort(), nullable: nullable ? "yes" : "no", required };
  const first = (key: string): unknown => parts.map((node) => node[key]).find((value) => value !== undefined);
  const format = first("format");
  if (typeof format === "string" && format !== "") field.format = format;
  const listed = listedValues(parts);
  if (listed.length > 0) field.enum = listed;
  const [title, description] = [first("title"), first("description")].map((text) =>
    typeof text === "string" ? text : "",
  );
  const named = namedValues(`${title}\n${description}`);
  if (named.length > 0 && listed.length === 0) field.named = named;
  const label = [title, description].find((text) => text !== undefined && text.trim() !== "");
  if (label !== undefined) field.label = keptLabel(label);
  // The values of headers on the pages are sample credentials.
  if (partOf(place) === "header") return field;
  const preset = first("default");
  if (preset !== undefined && preset !== null) field.default = withoutPersonal(preset, fieldNameOf(place));
  const examples: unknown = first("examples");
  const example = first("example") ?? (Array.isArray(examples) ? (examples[0] as unknown) : undefined);
  if (isSingleValue(example)) field.example = withoutPersonal(example, fieldNameOf(place));
  return field;
}

/** Whether an example is a single value. The examples of the whole page have the objects and lists. */
const isSingleValue = (example: unknown): boolean =>
  example !== undefined && example !== null && example !== "" && typeof example !== "object";

/** The name of the field; for an item, the name of its list. */
const fieldNameOf = (place: Place): string => (isItem(place) ? fieldNameOf(parentOf(place) ?? "") : nameOf(place));

function typesIn(node: Node): string[] {
  const type = node["type"];
  const named = texts(Array.isArray(type) ? type : [type]).filter((one) => one !== "" && one !== "any");
  if (named.length > 0) return named;
  if (isObject(node["properties"])) return ["object"];
  return isObject(node["items"]) ? ["array"] : [];
}

function listedValues(parts: readonly Node[]): string[] {
  const values = parts.flatMap((node) => {
    if (Array.isArray(node["enum"])) return node["enum"] as unknown[];
    const named = node["x-apifox-enum"];
    return Array.isArray(named) ? named.map((one: unknown) => (isObject(one) ? one["value"] : undefined)) : [];
  });
  return [...new Set(values.filter((value) => value !== null && value !== undefined && value !== "").map(String))];
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
