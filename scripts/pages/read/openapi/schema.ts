// Reads the schemas of an OpenAPI 3 document as fields of a page.
import { isObject, objectOf, texts, type Located, type Node } from "../../../core/node.js";
import { isItem, type Place } from "../../../core/place.js";
import { stepsOf, type Pointer } from "../../../core/pointer.js";
import { walkSchema, type Composition, type SchemaField } from "../../../core/schema-fields.js";
import { bareField, tableField } from "../../page/field.js";
import type { PageFields } from "../../page/page-fields.js";
import type { Field, Mark } from "../../page/page.js";
import { DEEPEST, type Trouble } from "./trouble.js";

/** What has been read of a page. */
export interface PageParts {
  document: Node;
  fields: PageFields;
  notices: string[];
  /** Places that cannot be read. Nothing is known of them and of the fields below them. */
  lost: Set<Place>;
  /** The line of the source, from 1, of a node of the document. */
  line(pointer: Pointer): number;
  /** Notes what cannot be read. */
  trouble(pointer: Pointer, trouble: Trouble): void;
}

/**
 * Adds the fields of a schema to those of the page.
 * @param place where the value stands; a part's outermost object has no entry of its own
 */
export function readSchema(page: PageParts, schema: unknown, pointer: Pointer, place: Place, required: Mark): void {
  if (!isObject(schema)) return;
  walkSchema({ node: schema, file: "", pointer }, place, false, {
    follow: (node, at) => follow(page, node, at),
    mixed: (part, at) => mixedIn(page, part, at),
    hidden: (parts) => new Set(parts.flatMap(({ node }) => texts(node["x-apifox-ignore-properties"]))),
    visit: (field) => visit(page, field, field.place === place ? required : markOf(field)),
  });
}

const markOf = ({ place, required }: SchemaField): Mark => (isItem(place) ? "not visible" : required ? "yes" : "no");

/** @returns whether the members of the field are read too */
function visit(page: PageParts, { place, declared, parts, recursive }: SchemaField, required: Mark): boolean {
  const isRoot = !place.includes("/");
  const pointer = declared[0]?.self.pointer ?? [];
  const add = (field: Field): void => page.fields.add(place, field, () => page.line(pointer));
  if (declared.every(({ self, target }) => "$ref" in self.node && target === undefined)) {
    // The page shows that the field is there, and nothing else of it: no types, no members.
    if (!isRoot) add(bareField(required));
    return false;
  }
  const shape = declared.map(shapeOf).find((name) => name !== undefined);
  const field = fieldOf(
    parts.map(({ node }) => node),
    place,
    required,
    shape,
  );
  if (!isRoot || (field.types.length > 0 && field.types.join() !== "object")) add(field);
  const isTooDeep = place.split("/").length > DEEPEST;
  if (isTooDeep) page.trouble(pointer, { kind: "too deep", place, what: "" });
  else if (recursive) page.trouble(pointer, { kind: "recursive", place, what: shape ?? "" });
  return !isTooDeep && !recursive;
}

/** The name of the first shape that a composition refers to. */
function shapeOf({ target, all, choices, mixed }: Composition): string | undefined {
  if (target !== undefined) return String(target.self.pointer.at(-1) ?? "");
  return [...all, ...choices.flat(), ...mixed].map(shapeOf).find((name) => name !== undefined);
}

/** Apifox's way to mix a named shape into another one, with fields replaced or left out. */
function mixedIn(page: PageParts, part: Located, place: Place): Located[] {
  return Object.entries(objectOf(part.node["x-apifox-refs"])).flatMap(([key, node]) => {
    const pointer = [...part.pointer, "x-apifox-refs", key];
    const target = isObject(node) ? follow(page, { node, file: "", pointer }, place) : undefined;
    if (target === undefined) return [];
    const members = { ...objectOf(target.node["properties"]), ...objectOf(objectOf(node)["x-apifox-overrides"]) };
    // A member that is replaced by null is left out.
    const properties = Object.fromEntries(Object.entries(members).filter(([, one]) => isObject(one)));
    return [{ ...target, node: { ...target.node, properties }, variant: `+${pointer.join("/")}` }];
  });
}

/** What a `$ref` leads to, through further ones; `undefined` if it leads nowhere, which is told. */
function follow(page: PageParts, start: Located, place: Place): Located | undefined {
  let here = start;
  const passed = new Set<string>();
  while (typeof here.node["$ref"] === "string") {
    const what = here.node["$ref"];
    const pointer = stepsOf(decoded(what));
    let node: unknown = page.document;
    for (const key of pointer) node = objectOf(node)[key];
    if (passed.has(what) || !what.startsWith("#/") || !isObject(node)) {
      const kind = passed.has(what) ? "reference to itself" : "lost reference";
      page.trouble(start.pointer, { kind, place, what });
      return undefined;
    }
    passed.add(what);
    here = { node, file: "", pointer };
  }
  return here;
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}

/** What the parts of a schema say of the field together. */
function fieldOf(parts: readonly Node[], place: Place, required: Mark, shape: string | undefined): Field {
  const types = parts.flatMap(typesIn);
  const isNullable = types.includes("null") || parts.some((node) => node["nullable"] === true);
  const first = (key: string): unknown => parts.map((node) => node[key]).find((value) => value !== undefined);
  const textOf = (key: string): string => texts([first(key)])[0] ?? "";
  const [title, description] = [textOf("title"), textOf("description")];
  const examples: unknown = first("examples");
  const example = first("example") ?? (Array.isArray(examples) ? (examples[0] as unknown) : undefined);
  return tableField(place, {
    types: types.filter((type) => type !== "null"),
    nullable: isNullable ? "yes" : "no",
    required,
    format: textOf("format") || undefined,
    shape,
    enum: listedValues(parts),
    label: title.trim() === "" ? description : title,
    texts: `${title}\n${description}`,
    default: first("default") ?? undefined,
    // Whole objects stand in the examples of the page.
    example: typeof example === "object" || example === "" ? undefined : example,
  });
}

function typesIn(node: Node): string[] {
  const named = texts([node["type"]].flat()).filter((type) => type !== "" && type !== "any");
  if (named.length > 0) return named;
  if (isObject(node["properties"])) return ["object"];
  return isObject(node["items"]) ? ["array"] : [];
}

function listedValues(parts: readonly Node[]): string[] {
  const values = parts.flatMap((node): unknown[] => {
    if (Array.isArray(node["enum"])) return node["enum"];
    const named = node["x-apifox-enum"];
    return Array.isArray(named) ? named.map((one) => objectOf(one)["value"]) : [];
  });
  return values.filter((value) => value !== null && value !== undefined && value !== "").map(String);
}
