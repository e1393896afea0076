// Integer formats, and which names are ids: an id has format int64 in every place, or the mark x-id.
import { isId, typesOf, type Schema } from "../../core/openapi.js";
import { namesMoneyOrTime } from "../../lint/rules/units.js";
import { sameFormat } from "../contract/formats.js";
import { usual } from "./contract.js";
import type { Drafted, Drafting } from "./drafting.js";
import { isPlaceholder } from "./examples.js";
import { nodesOf, shownTypes, type TreeNode } from "./tree.js";

type Scalars = ReadonlyMap<string, readonly Schema[]>;

const ID_NAME = /(?:^id|_id|[a-z](?:Id|ID))s?$/;
const INT32 = 2 ** 31;
const FORMATS = ["int64", "int32"];

/** Whether a name says that its value is an amount or a time: an int64 that is not an id. */
const isAmount = (name: string): boolean => namesMoneyOrTime(name) && !ID_NAME.test(name);

/** The format of an integer: the contract's for the name, else one that the name, the page or the values say. */
function integerFormat({ name, field, values }: TreeNode, scalars: Scalars): string {
  const known = (scalars.get(name) ?? []).filter((schema) => typesOf(schema).includes("integer"));
  const isLarge = values.some((value) => typeof value !== "string" && Number(value) >= INT32);
  const candidates = [
    usual(known.map((schema) => schema.format)),
    ID_NAME.test(name) || isAmount(name) ? "int64" : undefined,
    field?.format,
    "int32",
  ];
  const fits = (format = ""): boolean => FORMATS.includes(format) && !(format === "int32" && isLarge);
  return candidates.find(fits) ?? "int64";
}

/** The names of integer ids in the contract or on this page, without names that are text in the contract. */
export function idNames(trees: readonly TreeNode[], scalars: Scalars): Set<string> {
  const isMarked = (schema: Schema): boolean => isId(schema) && schema["x-id"] === undefined;
  const known = [...scalars].filter(([, schemas]) => schemas.some(isMarked));
  const shown = trees
    .flatMap((tree) => [...nodesOf(tree)])
    .filter((node) => shownTypes(node).includes("integer") && integerFormat(node, scalars) === "int64")
    .filter(({ name }) => !isAmount(name) && !isText(name, scalars));
  return new Set([...known.map(([name]) => name), ...shown.map((node) => node.name)]);
}

/** Whether the contract has the name as text or as a smaller integer, without the mark `x-id` that allows it. */
const isText = (name: string, scalars: Scalars): boolean =>
  (scalars.get(name) ?? [])
    .filter((schema) => !isId(schema) && schema["x-id"] === undefined)
    .some((schema) => typesOf(schema).some((type) => type === "integer" || type === "string"));

/** Adds the format of an integer or a text, and the mark of an id that differs in other calls. */
export function describeFormat(schema: Drafted, node: TreeNode, drafting: Drafting): void {
  const { contract, ids, notes, accept } = drafting;
  const { name, place, field } = node;
  const shown = field?.format;
  let differs: string | undefined;
  const types = typesOf(schema);
  if (types.includes("integer")) {
    schema.format = ids.has(name) ? "int64" : integerFormat(node, contract.scalars);
    if (shown === undefined && !contract.scalars.has(name)) notes.at("format", place, schema.format);
    if (schema.format === "int64" && !isAmount(name) && isText(name, contract.scalars))
      differs = "text or a smaller number";
  } else if (types.includes("string") && ids.has(name)) {
    if (types.includes("number") || node.values.some(holdsLetters)) differs = "digits";
    else schema.format = "int64";
  } else if (types.includes("string") && shown !== undefined && !FORMATS.includes(shown) && field?.enum === undefined) {
    schema.format = shown;
  }
  if (differs !== undefined) {
    schema["x-id"] = "text";
    notes.at("id", place, `${differs} in other calls`);
  }
  if (field?.from !== "table" || shown === undefined || sameFormat(shown, schema.format)) return;
  accept(place, "format", shown, `The contract has ${schema.format ?? "no format"} for values of this name and kind.`);
  notes.at("format", place, `${schema.format ?? "none"}, the page says ${shown}`);
}

const holdsLetters = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !isPlaceholder(value) && !/^-?\d+$/.test(value);
