// Integer formats, and which names are ids: an id has format int64 in every place, or the mark x-id.
import { typesOf } from "../../core/openapi.js";
import { namesMoneyOrTime } from "../../lint/rules/units.js";
import { sameFormat } from "../contract/formats.js";
import { usual, type KnownContract } from "./contract.js";
import type { Drafted, Drafting } from "./drafting.js";
import { nodesOf, shownTypes, type TreeNode } from "./tree.js";
import { isPlaceholder } from "./examples.js";

const ID_NAME = /(?:^id|_id|[a-z](?:Id|ID))s?$/;
const INT32 = 2n ** 31n;
const FORMATS = ["int64", "int32", "double-int"];

/** The format of an integer: that of the contract for the name, else one that the name or the page says. */
function integerFormat({ name, field, values }: TreeNode, contract: KnownContract): { format: string; sure: boolean } {
  const known = (contract.scalars.get(name) ?? []).filter((schema) => typesOf(schema).includes("integer"));
  const large = values.some(isLarge);
  const usable = (format: string | undefined): format is string =>
    FORMATS.includes(format ?? "") && !(format === "int32" && large);
  const used = usual(known.map((schema) => schema.format));
  if (usable(used)) return { format: used, sure: true };
  if (ID_NAME.test(name)) return { format: "int64", sure: true };
  if (namesMoneyOrTime(name)) return { format: "double-int", sure: false };
  if (usable(field?.format)) return { format: field.format, sure: true };
  return { format: large ? "int64" : "int32", sure: false };
}

const isLarge = (value: unknown): boolean =>
  (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))) && BigInt(value) >= INT32;

/** The names of integer ids in the contract or on this page, without names that are text in the contract. */
export function idNames(trees: readonly TreeNode[], contract: KnownContract): Set<string> {
  const known = [...contract.scalars].filter(([, schemas]) => schemas.some((schema) => schema.format === "int64"));
  const shown = trees
    .flatMap((tree) => [...nodesOf(tree)])
    .filter((node) => shownTypes(node).includes("integer") && integerFormat(node, contract).format === "int64")
    .filter((node) => !isText(node.name, contract));
  return new Set([...known.map(([name]) => name), ...shown.map((node) => node.name)]);
}

/** Whether the contract has the name as text or as a smaller integer, without the mark `x-id` that allows it. */
const isText = (name: string, contract: KnownContract): boolean =>
  (contract.scalars.get(name) ?? []).some(
    (schema) =>
      schema.format !== "int64" &&
      schema["x-id"] === undefined &&
      typesOf(schema).some((type) => type === "integer" || type === "string"),
  );

/** Adds the format of an integer or a text, and the mark of an id that differs in other calls. */
export function describeFormat(schema: Drafted, node: TreeNode, { contract, ids, notes, accept }: Drafting): void {
  const { name, place, field } = node;
  const shown = field?.format;
  let differs: string | undefined;
  if (typesOf(schema).includes("integer")) {
    const { format, sure } = integerFormat(node, contract);
    schema.format = ids.has(name) ? "int64" : format;
    if (!sure && schema.format === format) notes.at("format", place, format);
    if (schema.format === "int64" && isText(name, contract)) differs = "text or a smaller number in other calls";
  } else if (ids.has(name) || shown === "int64") {
    const letters = node.values.some(holdsLetters);
    if (!letters) schema.format = "int64";
    if (ids.has(name) && letters) differs = "digits in other calls";
    if (!ids.has(name) && !letters && isText(name, contract)) differs = "text in other calls";
  } else if (shown !== undefined && !FORMATS.includes(shown)) {
    schema.format = shown;
  }
  if (differs !== undefined) {
    schema["x-id"] = "text";
    notes.at("id", place, differs);
  }
  if (field?.from !== "table" || shown === undefined || sameFormat(shown, schema.format)) return;
  accept(place, "format", shown, `The contract has ${schema.format ?? "no format"} for values of this name and kind.`);
  notes.at("format", place, `${schema.format ?? "none"}, the page says ${shown}`);
}

const holdsLetters = (value: unknown): boolean =>
  typeof value === "string" && value !== "" && !isPlaceholder(value) && !/^-?\d+$/.test(value);
