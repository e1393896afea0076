// Reads the schemas of an OpenAPI 3 document as fields of a page.
import { isObject, objectOf, texts, type Located, type Node } from "../../../core/node.js";
import { isItem, type Place } from "../../../core/place.js";
import { walkSchema, type SchemaField } from "../../../core/schema-fields.js";
import { bareField, present } from "../../page/field.js";
import type { Field, Mark } from "../../page/page.js";
import { fieldOf } from "./field.js";
import { apifox } from "./keys.js";
import type { PageParts } from "./parts.js";
import { DEEPEST } from "./trouble.js";
import {
  areObjects,
  areTexts,
  hasObjects,
  isAny,
  isList,
  isMark,
  isText,
  noteUnread,
  type Readable,
} from "./unread.js";

/** What is read of a schema. */
const SCHEMA: Readable = {
  $ref: isText,
  type: (value) => isText(value) || areTexts(value),
  nullable: isMark,
  format: isText,
  title: isText,
  description: isText,
  enum: (value) => Array.isArray(value) && !value.includes(""),
  const: isAny,
  default: (value) => value !== null,
  example: isAny,
  examples: isList,
  properties: hasObjects,
  required: areTexts,
  items: isObject,
  allOf: areObjects,
  anyOf: areObjects,
  oneOf: areObjects,
};
/** What is read beside a `$ref` that leads nowhere. */
const LOST: Readable = { $ref: isText, title: isText, description: isText };

/**
 * Adds the fields of a schema to those of the page.
 * @param schemas its declarations
 * @param place where the value stands; a part's outermost object has no entry of its own
 */
export function readSchema(page: PageParts, schemas: readonly Located[], place: Place, required: Mark): void {
  if (schemas.length === 0) return;
  walkSchema(schemas, place, false, {
    // Step by step: each schema on the way may say something beside its `$ref`.
    follow: (node, at) => page.follow(node, at) && page.step(node),
    mixed: (part, at) => mixedIn(page, part, at),
    circular: ({ pointer }, at) => page.note(pointer, { kind: "recursive", place: at, what: String(pointer.at(-1)) }),
    budget: page.budget,
    visit: (field) => visit(page, field, field.place === place ? required : markOf(field)),
  });
}

const markOf = ({ place, required }: SchemaField): Mark => (isItem(place) ? "not visible" : required ? "yes" : "no");

/** @returns whether the members of the field are read too */
function visit(page: PageParts, schema: SchemaField, required: Mark): boolean {
  const { place, declared, parts, recursive } = schema;
  const pointer = declared[0]?.self.pointer ?? [];
  const isLost = page.lost.has(place);
  const field = fieldOf(page, schema, required);
  const isBare = isLost && field.types.length === 0;
  for (const part of parts) noteUnread(page, part, place, isBare && "$ref" in part.node ? LOST : SCHEMA);
  if (!place.includes("/") && saysObject(field)) {
    page.texts.push(field.label, field.words);
  } else if (isBare) {
    // The page shows that the field is there and its texts, and nothing else of it.
    const { label, words } = field;
    page.add(place, present<Field>({ ...bareField(required), label, words }), pointer);
  } else {
    page.add(place, field, pointer);
  }
  const isTooDeep = place.split("/").length > DEEPEST;
  if (isTooDeep) page.note(pointer, { kind: "too deep", place, what: "" });
  else if (recursive) page.note(pointer, { kind: "recursive", place, what: field.shape ?? "" });
  return !isTooDeep && !recursive;
}

const OF_ANY_OBJECT = new Set(["from", "types", "nullable", "required", "shape", "label", "words"]);

/** Whether a field says of its value only that it is an object. */
const saysObject = (field: Field): boolean =>
  field.types.every((type) => type === "object") &&
  field.nullable !== "yes" &&
  Object.keys(field).every((name) => OF_ANY_OBJECT.has(name));

/** Apifox's way to mix a named shape into another one, with fields replaced or left out. */
function mixedIn(page: PageParts, part: Located, place: Place): Located[] {
  const refs = apifox(part.node, "refs");
  if (!isObject(refs)) return [];
  const own = objectOf(part.node["properties"]);
  const ignored = apifox(part.node, "ignore-properties");
  // Real pages write the fields of the shape into `properties` as well, and list the names of all of them here.
  const isFilled = Object.keys(own).length > 0 && Array.isArray(ignored) && ignored.length > 0;
  const key = "x-apifox-refs" in part.node ? "x-apifox-refs" : "x-apidog-refs";
  return Object.entries(refs).flatMap(([name, entry]): Located[] => {
    if (!isObject(entry)) return [];
    const pointer = [...part.pointer, key, name];
    const overrides = objectOf(apifox(entry, "overrides"));
    if (isFilled) {
      const needed = texts(part.node["required"]);
      const replaced = Object.keys(overrides).filter((one) => isObject(overrides[one]) && !Object.hasOwn(own, one));
      const lost = [...replaced, ...texts(entry["required"]).filter((one) => !needed.includes(one))];
      if (lost.length > 0) page.noteValue(pointer, place, key, lost.join(", "));
      return [];
    }
    const target = page.follow({ node: entry, file: "", pointer }, place);
    const shape = objectOf(target?.node["properties"]);
    const kept = membersOf(shape, (one) => !Object.hasOwn(own, one) && !Object.hasOwn(overrides, one));
    // A member that is replaced by null is left out.
    const replaced = membersOf(overrides, (one) => !Object.hasOwn(own, one) && isObject(overrides[one]));
    const needed = [...texts(target?.node["required"]), ...texts(entry["required"])];
    // A field that is written out, or left out, is required by what is written out alone.
    const required = needed.filter((one) => !Object.hasOwn(own, one) && overrides[one] !== null);
    const hidden = new Set([...Object.keys(own), ...Object.keys(overrides)]);
    const variant = `+${[pointer.join("/"), ...[...hidden].sort()].join("+")}`;
    const mixed = { ...(Object.keys(replaced).length > 0 && { properties: replaced }), required };
    const written: Located = { node: mixed, file: "", pointer, variant };
    if (target === undefined) return [written];
    const properties = "properties" in target.node ? { properties: kept } : {};
    return [{ ...target, node: { ...hiding(target.node, hidden), ...properties, required: [] }, variant }, written];
  });
}

/** A shape that is mixed in, without the members that stand elsewhere also in the shapes that it mixes in itself. */
function hiding(node: Node, hidden: ReadonlySet<string>): Node {
  const refs = apifox(node, "refs");
  if (!isObject(refs)) return node;
  const nothing = Object.fromEntries([...hidden].map((name) => [name, null]));
  const entries = Object.entries(refs).map(([name, entry]) => {
    const overrides = { ...objectOf(apifox(objectOf(entry), "overrides")), ...nothing };
    return [name, isObject(entry) ? { ...entry, "x-apifox-overrides": overrides } : entry];
  });
  return { ...node, "x-apifox-refs": Object.fromEntries(entries) as Node };
}

const membersOf = (node: Node, isKept: (name: string) => boolean): Node =>
  Object.fromEntries(Object.entries(node).filter(([name]) => isKept(name)));
