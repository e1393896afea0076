// The schema of one place of a page, as the contract writes schemas.
import { typesOf } from "../../core/openapi.js";
import { needsUnit } from "../../lint/rules/units.js";
import type { Drafted, Drafting } from "./drafting.js";
import { describeFormat } from "./ids.js";
import { shownTypes, type TreeNode } from "./tree.js";
import { fitted, scalarExample } from "./examples.js";

/**
 * The schema of a node and of everything below it, without descriptions.
 * @param inExample whether a node around it has the mark that only an example shows it
 */
export function schemaOf(node: TreeNode, draft: Drafting, inExample = false): Drafted {
  const { field, place } = node;
  const types = shownTypes(node);
  const fromExample = field?.from === "example";
  noteContradictions(node, draft);
  const schema: Drafted = {};
  // The page allows null, or its example is null against the table.
  const nullable = field?.nullable === "yes" || (field?.seen ?? []).includes("null");
  const all = nullable && types.length > 0 ? [...types, "null"] : types;
  if (all.length > 0) schema.type = all.length === 1 ? all.join() : all;
  else if (field !== undefined) draft.notes.at("type", place);
  if (fromExample && !inExample) {
    schema["x-evidence"] = { basis: "example" };
    draft.notes.at("only in examples", place);
  }
  describeFormat(schema, node, draft);
  describeValues(schema, node, draft);
  if (types.some((type) => type !== "object" && type !== "array")) describeScalar(schema, node, draft);
  if (types.includes("object")) describeObject(schema, node, draft, inExample || fromExample);
  if (node.item !== undefined) schema.items = schemaOf(node.item, draft, inExample || fromExample);
  return schema;
}

/** If table and example disagree, the draft accepts both and records it. */
function noteContradictions({ field, place }: TreeNode, { accept, notes }: Drafting): void {
  if (field?.from !== "table") return;
  if (field.types.length === 0) {
    const shown = (field.seen ?? []).filter((type) => type !== "null");
    if (field.nullable !== "yes" || shown.length === 0) return;
    // The table lists null and no type.
    accept(place, "type", "null", `The example is ${shown.join(" or ")}.`);
    return notes.at("example disagrees", place);
  }
  const listed = field.types.join(" or ");
  for (const type of field.seen ?? []) {
    if (type === "null" ? field.nullable !== "no" : field.types.includes(type)) continue;
    if (type === "integer" && field.types.includes("number")) continue;
    if (type === "null") accept(place, "nullable", "never null", "The example is null.");
    else accept(place, "type", type, `The example is ${type}, the table says ${listed}.`);
    notes.at("example disagrees", place);
  }
}

function describeScalar(schema: Drafted, node: TreeNode, draft: Drafting): void {
  const { field, name, place, values } = node;
  if (needsUnit(name, schema)) {
    // The same name can be in fen in one call and in yuan in another.
    schema["x-unit"] = "unknown";
    draft.notes.at("unit", place);
  }
  const preset = field?.default === null ? undefined : fitted(field?.default, schema);
  if (preset !== undefined) schema.default = preset;
  const { example, own } = scalarExample(schema, values, draft.contract.scalars.get(name) ?? []);
  schema.examples = [example];
  if (!own) draft.notes.at("example", place);
  if (values.some((value) => typeof value === "string" && /^\s*[[{]/.test(value))) draft.notes.at("JSON text", place);
}

/** Values that the page lists are a closed list. Values that only its text names are an open one. */
function describeValues(schema: Drafted, { field, place }: TreeNode, { notes, accept }: Drafting): void {
  const { enum: texts = [], named = [] } = field ?? {};
  const type = typesOf(schema);
  const why = "A field of these types cannot have this list of values.";
  const valueOf = (text: string): unknown =>
    [text, true, false, Number(text)].find((one) => String(one) === text && fitted(one, { type }) !== undefined);
  const listed = type.some((one) => one === "object" || one === "array") ? [] : texts.map(valueOf);
  if (texts.length > 0 && (listed.length === 0 || listed.includes(undefined))) {
    notes.at("named", place, texts.join(" "));
    accept(place, "enum", `only ${texts.join(", ")}`, why);
  } else if (listed.length > 0) {
    schema.enum = [...listed, ...(type.includes("null") ? [null] : [])];
    notes.at("listed", place, texts.join(" "));
  }
  if (named.length > 0 && type.includes("string")) schema["x-extensible-enum"] = named;
  else if (named.length > 0) {
    notes.at("named", place, named.join(" "));
    for (const value of named) accept(place, "enum", value, why);
  }
}

function describeObject(schema: Drafted, node: TreeNode, draft: Drafting, inExample: boolean): void {
  const { members, field, place } = node;
  if (field?.shape !== undefined) draft.notes.at("shape", place, field.shape);
  const required = members.filter((member) => member.field?.required === "yes").map((member) => member.name);
  if (required.length > 0) schema.required = required;
  if (node.cut || members.every((member) => (member.field?.from ?? "example") === "example")) {
    schema["x-open"] = true;
  }
  if (members.length === 0) return;
  const properties = members.map((member): [string, Drafted] => {
    const property = schemaOf(member, draft, inExample);
    if (member.field !== undefined && member.field.required !== "not visible") return [member.name, property];
    if (member.field?.from === "table") draft.notes.at("not visible", member.place);
    return [member.name, { "x-required": "unknown", ...property }];
  });
  schema.properties = Object.fromEntries(properties);
}
