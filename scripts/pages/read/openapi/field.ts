// What the declarations of a field say together.
import { closedValues, flattened, isNull, saidBy, united, type Composition } from "../../../core/composition.js";
import { writeJson } from "../../../core/exact-json.js";
import { isObject, listIn, objectOf, texts, type Node } from "../../../core/node.js";
import type { Place } from "../../../core/place.js";
import { type SchemaField } from "../../../core/schema-fields.js";
import { typeOf } from "../../page/example.js";
import { keptWords, tableField } from "../../page/field.js";
import type { Field, Mark } from "../../page/page.js";
import { apifox } from "./keys.js";
import type { PageParts } from "./parts.js";
import { isText } from "./unread.js";

/** The field that a page shows. What its schemas say and the field does not hold is noted. */
export function fieldOf(page: PageParts, schema: SchemaField, required: Mark): Field {
  const { place, declared, combined, parts } = schema;
  const nodes = parts.map(({ node }) => node);
  const types = united(combined.map((one) => saidBy(one, typesIn, { nullable: true })));
  const values = united(combined.map((one) => saidBy(one, valuesIn)));
  const closed = values && new Set(values);
  const isNullable = types?.includes("null") ?? nodes.some(({ nullable }) => nullable === true);
  const listed = nodes.flatMap(listedIn);
  const named = nodes.flatMap((node) => typesIn(node) ?? (node["nullable"] === true ? ["null"] : []));
  const said = nodes.flatMap(({ title, description }) =>
    texts([title, description]).filter((text) => text.trim() !== ""),
  );
  const [shape, ...shapes] = new Set(declared.flatMap(shapesOf));
  const [label = ""] = said;
  const note = (what: string, lost: readonly string[]): void => {
    if (lost.length > 0) page.noteValue(parts[0]?.pointer ?? [], place, what, [...new Set(lost)].join(", "));
  };
  // Of a place with a lost reference nothing else is known.
  if (!page.lost.has(place)) {
    const isHeld = (type: string): boolean => (type === "null" ? isNullable : types?.includes(type) === true);
    const otherTypes = named.filter((type) => !isHeld(type));
    const otherValues = listed.filter((value) => closed?.has(value) === false);
    note("other type", otherTypes);
    note("other value", otherValues);
    noteRequired(page, schema);
    for (const one of combined) noteAlternatives(page, one, place);
  }
  const format = first(page, schema, "format", isText);
  return tableField(place, {
    types: (types ?? []).filter((type) => type !== "null"),
    nullable: isNullable ? "yes" : "no",
    required,
    format: typeof format === "string" ? format : undefined,
    shape,
    enum: values,
    // A choice of closed lists and others is open.
    named: values === undefined ? listed : undefined,
    label,
    texts: said.join("\n"),
    words: keptWords(label, [...said, ...nodes.flatMap(meaningsIn), ...shapes]),
    default: first(page, schema, "default", (one) => one !== null),
    // Whole objects stand in the examples of the page.
    example: first(page, schema, "example", (one) => typeof one !== "object"),
  });
}

/** The types that a schema names, or that its values or members have; with `null` if it allows null. */
function typesIn(node: Node): string[] | undefined {
  const named = texts([node["type"]].flat()).filter((type) => type !== "" && type !== "any");
  const types = named.length > 0 ? named : impliedTypes(node);
  return types === undefined ? undefined : [...new Set([...types, ...(node["nullable"] === true ? ["null"] : [])])];
}

function impliedTypes(node: Node): string[] | undefined {
  if ("const" in node) return [typeOf(node["const"])];
  if (Array.isArray(node["enum"]) && node["enum"].length > 0) return node["enum"].map(typeOf);
  if (isObject(node["properties"])) return ["object"];
  return isObject(node["items"]) ? ["array"] : undefined;
}

/** The closed list of a schema, as text. */
function valuesIn(node: Node): string[] | undefined {
  const lists = [listIn(node["enum"]), explainedIn(node).map(({ value }) => value)];
  const listed = lists.find((list) => list.length > 0);
  return closedValues({ ...node, enum: listed }, textOf)?.filter((value) => value !== "" && value !== "undefined");
}

/** All values that a schema lists in one of three ways. */
function listedIn(node: Node): string[] {
  const values = [...listIn(node["enum"]), ...explainedIn(node).map(({ value }) => value), node["const"]];
  return values.filter((value) => value !== undefined && value !== null && value !== "").map(textOf);
}

/** Values with names and meanings. */
const explainedIn = (node: Node): Node[] => listIn(apifox(node, "enum")).map(objectOf);

const textOf = (value: unknown): string => (typeof value === "object" ? writeJson(value) : String(value));

/** The names and meanings of values. */
const meaningsIn = (node: Node): string[] =>
  explainedIn(node).flatMap(({ value, name, description }) => {
    const said = texts([name, description]).filter((text) => text !== "");
    return said.length === 0 ? [] : `${String(value)}: ${said.join(": ")}`;
  });

/** The first value that a field can hold. All others are noted. */
function first(
  page: PageParts,
  { parts, place }: SchemaField,
  what: "format" | "default" | "example",
  canHold: (value: unknown) => boolean,
): unknown {
  let found: unknown;
  for (const { node, pointer } of parts) {
    for (const value of [node[what], ...(what === "example" ? listIn(node["examples"]) : [])]) {
      if (value === undefined || value === "" || value === found) continue;
      if (found === undefined && canHold(value)) found = value;
      else page.noteExample(pointer, place, what, value);
    }
  }
  return found;
}

/** The names of the shapes that a composition refers to. */
const shapesOf = ({ target, all, choices, mixed }: Composition): string[] =>
  target !== undefined
    ? [String(target.self.pointer.at(-1) ?? "")]
    : [...all, ...choices.flat(), ...mixed].flatMap(shapesOf);

/** Notes members that only some of the alternatives require, and those that no schema declares. */
function noteRequired(page: PageParts, { place, parts, needs }: SchemaField): void {
  const members = new Set(parts.flatMap(({ node }) => Object.keys(objectOf(node["properties"]))));
  for (const { node, pointer } of parts) {
    const lost = texts(node["required"]).filter((name) => !needs.has(name) || !members.has(name));
    if (lost.length > 0) page.noteValue([...pointer, "required"], place, "required", lost.join(", "));
  }
}

/** Notes which alternatives there are: the fields of all of them are united. */
function noteAlternatives(page: PageParts, one: Composition, place: Place): void {
  const { target, all, choices, mixed } = one;
  for (const list of choices) {
    const values = list.filter((choice) => !isNull(choice));
    const [choice] = values;
    if (choice === undefined || values.length < 2) continue;
    const pointer = choice.self.pointer.slice(0, -1);
    const signatures = values.map((value) =>
      flattened(value, false).map(({ node: { type, properties, required } }) => [
        type,
        Object.keys(objectOf(properties)),
        required,
      ]),
    );
    const keyword = pointer.findLast((key) => key === "oneOf" || key === "anyOf");
    page.noteValue(pointer, place, String(keyword), signatures);
  }
  for (const inner of [...(target === undefined ? [] : [target]), ...all, ...choices.flat(), ...mixed]) {
    noteAlternatives(page, inner, place);
  }
}
