// The schemas of an OpenAPI 3 document as a flat list of fields.
import { unescapeStep, type Pointer } from "../../../core/pointer.js";
import { isObject, texts, type Located, type Node } from "../../../core/node.js";
import { keptLabel, namedValues } from "../../page/label.js";
import type { Field, Mark } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { type Place, isItem, nameOf, parentOf, partOf } from "../../../core/place.js";
import { walkSchema, type Composition, type SchemaField } from "../../../core/schema-fields.js";

export interface FieldVisitor {
  document: Node;
  fields: Map<Place, Field>;
  /** Where each field stands in the document. */
  pointers: Map<Place, Pointer>;
  /** Something that cannot be followed. */
  trouble(pointer: Pointer, trouble: Trouble): void;
}

export type Trouble =
  | { kind: "lost reference"; ref: string; place: Place }
  | { kind: "reference to itself"; ref: string; place: Place }
  | { kind: "recursive"; shape: string; place: Place }
  | { kind: "too deep"; place: Place };

/** So many steps a place may have. */
export const DEEPEST = 40;

/**
 * Adds the fields of a schema to the list.
 * @param place where the value stands; a part's outermost object has no entry of its own
 */
export function visitSchema(
  visitor: FieldVisitor,
  schema: unknown,
  pointer: Pointer,
  place: Place,
  required: Mark,
): void {
  if (!isObject(schema)) return;
  walkSchema({ node: schema, file: "", pointer }, place, false, {
    follow: (node, at) => follow(visitor, node, at),
    mixed: (part, at) => mixedIn(visitor, part, at),
    hidden: (parts) => new Set(parts.flatMap(({ node }) => texts(node["x-apifox-ignore-properties"]))),
    visit: (field) => visit(visitor, field, field.place === place ? required : markOf(field)),
  });
}

const markOf = ({ place, required }: SchemaField): Mark => (isItem(place) ? "not visible" : required ? "yes" : "no");

function visit(visitor: FieldVisitor, { place, declared, parts, recursive }: SchemaField, required: Mark): boolean {
  const root = !place.includes("/");
  const pointer = declared[0]?.self.pointer ?? [];
  if (declared.every(({ self, target }) => "$ref" in self.node && target === undefined)) {
    // The page shows that the field is there, and nothing else of it: no types, no members.
    if (!root) visitor.fields.set(place, { from: "example", types: [], nullable: "not visible", required });
    visitor.pointers.set(place, pointer);
    return false;
  }
  const field = fieldOf(
    parts.map(({ node }) => node),
    required,
    place,
  );
  const shape = declared.map(shapeOf).find((name) => name !== undefined);
  if (shape !== undefined) field.shape = shape;
  const objectAtRoot = root && (field.types.length === 0 || field.types.join() === "object");
  if (!objectAtRoot) {
    visitor.fields.set(place, field);
    visitor.pointers.set(place, pointer);
  }
  if (place.split("/").length > DEEPEST) visitor.trouble(pointer, { kind: "too deep", place });
  else if (recursive) visitor.trouble(pointer, { kind: "recursive", shape: shape ?? "", place });
  else return true;
  return false;
}

/** The name of the first shape that a composition refers to. */
function shapeOf({ target, all, choices, mixed }: Composition): string | undefined {
  if (target !== undefined) return String(target.self.pointer.at(-1) ?? "");
  return [...all, ...choices.flat(), ...mixed].map(shapeOf).find((name) => name !== undefined);
}

/** Apifox's way to mix a named shape into another one, with fields replaced or left out. */
function mixedIn(visitor: FieldVisitor, part: Located, place: Place): Located[] {
  const refs = part.node["x-apifox-refs"];
  return Object.entries(isObject(refs) ? refs : {}).flatMap(([key, node]) => {
    if (!isObject(node)) return [];
    const target = follow(visitor, { node, file: "", pointer: [...part.pointer, "x-apifox-refs", key] }, place);
    if (target === undefined) return [];
    const { properties } = target.node;
    const overrides = isObject(node["x-apifox-overrides"]) ? node["x-apifox-overrides"] : {};
    const members = Object.entries({ ...(isObject(properties) ? properties : {}), ...overrides });
    // A member that is replaced by null is left out.
    const kept = Object.fromEntries(members.filter(([, one]) => isObject(one)));
    return [{ ...target, node: { ...target.node, properties: kept }, variant: `+${part.pointer.join("/")}/${key}` }];
  });
}

/** What a `$ref` leads to, through further ones; `undefined` if it leads nowhere, which is told. */
function follow(visitor: FieldVisitor, start: Located, place: Place): Located | undefined {
  let here = start;
  const passed = new Set<string>();
  while (typeof here.node["$ref"] === "string") {
    const ref = here.node["$ref"];
    const pointer = ref
      .replace(/^#\//, "")
      .split("/")
      .map((step) => unescapeStep(decoded(step)));
    let target: unknown = visitor.document;
    for (const key of pointer) target = isObject(target) ? target[key] : undefined;
    const kind = passed.has(ref) ? "reference to itself" : "lost reference";
    if (kind === "reference to itself" || !ref.startsWith("#/") || !isObject(target)) {
      visitor.trouble(start.pointer, { kind, ref, place });
      return undefined;
    }
    passed.add(ref);
    here = { node: target, file: "", pointer };
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

/** What the parts of a schema say of the field together. */
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
  // What pages give for headers are sample credentials.
  if (partOf(place) === "header") return field;
  const preset = first("default");
  if (preset !== undefined && preset !== null) field.default = withoutPersonal(preset, fieldNameOf(place));
  const examples: unknown = first("examples");
  const example = first("example") ?? (Array.isArray(examples) ? (examples[0] as unknown) : undefined);
  if (isTelling(example)) field.example = withoutPersonal(example, fieldNameOf(place));
  return field;
}

/** Whole objects stand in the examples of the page. */
const isTelling = (example: unknown): boolean =>
  example !== undefined && example !== null && example !== "" && typeof example !== "object";

/** Of an item, the name of the list that holds it. */
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
