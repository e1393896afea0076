// The schema of one place of a page, as the contract writes schemas.
import { typesOf, type Schema } from "../../core/openapi.js";
import { namesMoneyOrTime } from "../../lint/rules/units.js";
import type { Field } from "../page/page.js";
import { sameFormat } from "../contract/formats.js";
import { isScalarType, usual, type KnownContract } from "./contract.js";
import type { Notes } from "./notes.js";
import { nodesOf, type TreeNode } from "./tree.js";
import { fitted, holdsJson, isFiller, isPlaceholder, plausible } from "./values.js";

export interface Drafted extends Schema {
  default?: unknown;
  properties?: Record<string, Drafted>;
  items?: Drafted;
  allOf?: Drafted[];
  anyOf?: Drafted[];
  "x-evidence"?: { basis: "example" };
}

/** A contradiction on the page, for `x-evidence.accepted`. The draft accepts both sides. */
export interface AcceptedEntry {
  at: string;
  facet: "type" | "nullable" | "format" | "required";
  says: string;
  why: string;
}

export interface Drafting {
  contract: KnownContract;
  notes: Notes;
  accepted: AcceptedEntry[];
  /** Names of integer ids, on this page or in the contract. */
  ids: ReadonlySet<string>;
  /** The page's names for the shapes of objects. */
  named: Map<Drafted, string>;
}

const TYPE_ORDER = ["string", "integer", "number", "boolean", "object", "array", "null"];
const ID_NAME = /(?:^id|_id|[a-z](?:Id|ID))s?$/;
const INT32 = 2n ** 31n;
const FORMATS = ["int64", "int32", "double-int"];

/** The types of a place: those that the page lists, those that follow from its members, and others in its examples. */
function shownTypes(node: TreeNode): string[] {
  const types = new Set(node.field?.types ?? []);
  // Items and members show the type even if the page lists none.
  if (node.item !== undefined) types.add("array");
  if (node.members.length > 0) types.add("object");
  if (types.size > 0) for (const type of node.field?.seen ?? []) if (type !== "null") types.add(type);
  if (types.has("number")) types.delete("integer");
  return TYPE_ORDER.filter((type) => types.has(type));
}

/** The integer format that the draft proposes for a name, before the names of ids are known. */
function integerFormat(node: TreeNode, contract: KnownContract): { format: string; guessed: boolean } {
  const known = contract.scalars.get(node.name) ?? [];
  const integers = known.filter((schema) => typesOf(schema).includes("integer")).map((schema) => schema.format ?? "");
  const large = node.values.some((value) => isLarge(value));
  const used = known.some((schema) => schema.format === "int64") ? "int64" : usual(integers);
  if (used !== undefined && FORMATS.includes(used) && !(used === "int32" && large)) {
    return { format: used, guessed: false };
  }
  if (ID_NAME.test(node.name)) return { format: "int64", guessed: false };
  if (namesMoneyOrTime(node.name)) return { format: "double-int", guessed: true };
  const { format } = node.field ?? {};
  if (format !== undefined && FORMATS.includes(format) && !(format === "int32" && large)) {
    return { format, guessed: false };
  }
  return { format: large ? "int64" : "int32", guessed: true };
}

const isLarge = (value: unknown): boolean =>
  (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))) && BigInt(value) >= INT32;

/** The names of integer ids in the contract or on this page, without names that are text in the contract. */
export function idNames(trees: readonly TreeNode[], contract: KnownContract): Set<string> {
  const ids = new Set<string>();
  for (const [name, schemas] of contract.scalars) {
    if (schemas.some((schema) => schema.format === "int64")) ids.add(name);
  }
  for (const tree of trees) {
    for (const node of nodesOf(tree)) {
      const integer = shownTypes(node).includes("integer");
      if (integer && !isText(node.name, contract) && integerFormat(node, contract).format === "int64")
        ids.add(node.name);
    }
  }
  return ids;
}

/** Whether the contract has the name as text or as a smaller integer, without the mark `x-id` that allows it. */
const isText = (name: string, contract: KnownContract): boolean =>
  (contract.scalars.get(name) ?? []).some(
    (schema) =>
      schema.format !== "int64" &&
      schema["x-id"] === undefined &&
      typesOf(schema).some((type) => type === "integer" || type === "string"),
  );

/** The order of keywords in the contract. */
const ORDER = [
  "$ref",
  "type",
  "format",
  "required",
  "additionalProperties",
  "x-required",
  "x-id",
  "x-unit",
  "enum",
  "x-extensible-enum",
  "default",
  "x-evidence",
  "allOf",
  "anyOf",
  "properties",
  "items",
  "examples",
];
const rank = ([key]: [string, unknown]): number => ORDER.indexOf(key);
export const inOrder = (schema: Drafted): Drafted =>
  Object.fromEntries(Object.entries(schema).sort((a, b) => rank(a) - rank(b)));

/** The schema of a node and of everything below it, without descriptions. */
export function schemaOf(
  node: TreeNode,
  draft: Drafting,
  where: { inExample?: boolean; member?: boolean } = {},
): Drafted {
  const { inExample = false, member = false } = where;
  const { field, place } = node;
  const types = shownTypes(node);
  const fromExample = field?.from === "example";
  const below = { inExample: inExample || fromExample };
  noteContradictions(node, draft);
  const schema: Drafted = {};
  const all = [...types, ...(isNullable(node) && types.length > 0 ? ["null"] : [])];
  if (all.length > 0) schema.type = all.length === 1 ? (all[0] ?? "") : all;
  else if (field !== undefined) draft.notes.at("type", place);
  if (types.some((type) => type === "string" || type === "integer")) describeId(schema, node, draft);
  if (types.some(isScalarType)) describeScalar(schema, node, draft);
  if (types.includes("object")) describeObject(schema, node, draft, below);
  if (node.item !== undefined) schema.items = schemaOf(node.item, draft, below);
  if (member && (field === undefined || field.required === "not visible")) {
    schema["x-required"] = "unknown";
    if (field?.from === "table") draft.notes.at("not visible", place);
  }
  if (fromExample && !inExample) {
    schema["x-evidence"] = { basis: "example" };
    draft.notes.at("only in examples", place);
  }
  const ordered = inOrder(schema);
  if (field?.shape !== undefined) draft.named.set(ordered, field.shape);
  return ordered;
}

/** Whether the page allows null, or its example is null against the table. */
const isNullable = ({ field }: TreeNode): boolean => field?.nullable === "yes" || (field?.seen ?? []).includes("null");

/** If table and example disagree, the draft accepts both and records it. */
function noteContradictions({ field, place }: TreeNode, { accepted, notes }: Drafting): void {
  if (field?.from !== "table" || field.seen === undefined || field.types.length === 0) return;
  if (field.nullable === "no" && field.seen.includes("null")) {
    accepted.push({ at: place, facet: "nullable", says: "never null", why: "The example is null." });
    notes.at("example disagrees", place);
  }
  const listed = field.types.join(" or ");
  for (const type of field.seen) {
    if (type === "null" || field.types.includes(type) || (type === "integer" && field.types.includes("number")))
      continue;
    const why = `The example is ${type}, the table says ${listed}.`;
    accepted.push({ at: place, facet: "type", says: type, why });
    notes.at("example disagrees", place);
  }
}

/** Formats and ids: a name is an int64 everywhere, or has the mark `x-id: text`. */
function describeId(schema: Drafted, node: TreeNode, draft: Drafting): void {
  const { contract, ids, notes } = draft;
  const { name, place, field } = node;
  const shown = field?.format;
  const known = isText(name, contract);
  if (typesOf(schema).includes("integer")) {
    const { format, guessed } = integerFormat(node, contract);
    schema.format = ids.has(name) ? "int64" : format;
    if (guessed && schema.format === format) notes.at("format", place, format);
    if (schema.format === "int64" && known) excuse("text or a smaller number in other calls");
  } else if (ids.has(name) || ids.has(name.replace(/s$/, "")) || shown === "int64") {
    const letters = [field?.example, ...node.values].some(holdsLetters);
    if (!letters) schema.format = "int64";
    if (ids.has(name) ? letters : known && !letters) excuse(letters ? "digits in other calls" : "text in other calls");
  } else if (shown !== undefined && !FORMATS.includes(shown)) {
    schema.format = shown;
  }
  if (field?.from === "table" && shown !== undefined && !sameFormat(shown, schema.format)) {
    const why = `The contract has ${schema.format ?? "no format"} for values of this name and kind.`;
    draft.accepted.push({ at: place, facet: "format", says: shown, why });
    notes.at("format", place, `${schema.format ?? "none"}, the page says ${shown}`);
  }

  function excuse(where: string): void {
    schema["x-id"] = "text";
    notes.at("id", place, where);
  }
}

const holdsLetters = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !isPlaceholder(value) && !/^-?\d+$/.test(value);

function describeScalar(schema: Drafted, node: TreeNode, draft: Drafting): void {
  const { field, name, place } = node;
  const known = draft.contract.scalars.get(name) ?? [];
  describeValues(schema, field, place, draft.notes);
  if (
    schema.format === "double-int" ||
    (namesMoneyOrTime(name) && schema["x-extensible-enum"] === undefined && mayCount(schema))
  ) {
    // The same name can be in fen in one call and in yuan in another, so the unit of other calls is only a hint.
    schema["x-unit"] = "unknown";
    const elsewhere = known.map((one) => one["x-unit"]).filter((unit) => unit !== undefined && unit !== "unknown");
    const hint = [...new Set(elsewhere)].join(" or ");
    draft.notes.at("unit", place, hint === "" ? undefined : `${hint} in other calls`);
  }
  const preset = field?.default === null ? undefined : fitted(field?.default, schema);
  if (preset !== undefined) schema.default = preset;
  const shown = [field?.example, ...node.values].map((value) => fitted(value, schema)).filter(isTelling);
  const own = shown.find((value) => !isFiller(value));
  const borrowed = known.flatMap((one) => one.examples ?? []).map((value) => fitted(value, schema));
  const listed = (schema.enum ?? schema["x-extensible-enum"] ?? []).find(isTelling);
  const example = own ?? listed ?? borrowed.find(isTelling) ?? shown[0] ?? plausible(name, schema);
  if (own === undefined) draft.notes.at("example", place);
  if (example !== undefined) schema.examples = [example];
  if (node.values.some(holdsJson)) draft.notes.at("JSON text", place);
}

const mayCount = (schema: Schema): boolean =>
  typesOf(schema).some((type) => type === "integer" || type === "number" || type === "string");
/** Null is not a useful example. */
const isTelling = (value: unknown): boolean => value !== undefined && value !== null;

/** Values that the page lists are a closed list. Values that only its text names are an open one. */
function describeValues(schema: Drafted, field: Field | undefined, place: string, notes: Notes): void {
  const types = typesOf(schema);
  const listed = (field?.enum ?? []).map((text) => valueOf(text, types));
  if (listed.length > 0) {
    if (listed.some((value) => value === undefined)) notes.at("named", place, (field?.enum ?? []).join(" "));
    else schema.enum = [...listed, ...(types.includes("null") ? [null] : [])];
  }
  if (field?.named === undefined || field.named.length === 0) return;
  if (types.includes("string")) schema["x-extensible-enum"] = field.named;
  else notes.at("named", place, field.named.join(" "));
}

function valueOf(text: string, types: string[]): unknown {
  if (types.includes("string")) return text;
  if (types.includes("boolean") && /^(?:true|false)$/.test(text)) return text === "true";
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? number
    : undefined;
}

function describeObject(schema: Drafted, node: TreeNode, draft: Drafting, below: { inExample: boolean }): void {
  const { members } = node;
  const required = members.filter((member) => member.field?.required === "yes").map((member) => member.name);
  if (required.length > 0) schema.required = required;
  if (node.cut || members.every((member) => member.field === undefined || member.field.from === "example")) {
    schema.additionalProperties = true;
  }
  if (members.length === 0) return;
  schema.properties = Object.fromEntries(
    members.map((member) => [member.name, schemaOf(member, draft, { ...below, member: true })]),
  );
}
