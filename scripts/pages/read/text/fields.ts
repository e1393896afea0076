// Turns the rows of a page's tables into fields with places.
import { readJson, readNumber } from "../../../core/exact-json.js";
import { itemOf, under, type Part, type Place } from "../../../core/place.js";
import { tableField } from "../../page/field.js";
import type { PageFields } from "../../page/page-fields.js";
import type { Field, Mark } from "../../page/page.js";
import { insideOf, placesOf } from "./places.js";
import type { Row, Table } from "./found.js";
import type { PrintedType } from "./type-line.js";

/**
 * Adds the fields of one table to those of the page.
 * @param notNull what it means on this page if a type has no "or null"
 * @param shown the fields as the part's examples show them
 */
export function addRows(
  fields: PageFields,
  { rows, root }: Table,
  part: Part,
  notNull: Mark,
  shown: ReadonlyMap<Place, Field>,
): void {
  /** Adds the field itself, and the items of a list. */
  const add = (place: Place, { items }: PrintedType, line: number, field: Field): void => {
    fields.add(place, field, () => line);
    if (items !== undefined) add(itemOf(place), items, line, rowField(itemOf(place), { type: items }, "not visible"));
  };
  if (root !== undefined && root.type.types.length > 0 && root.type.types.join() !== "object") {
    add(part, root.type, root.line, { ...rowField(part, root, notNull), required: "not visible" });
  }
  const shownRoot = shown.get(part)?.types.join() === "array" ? itemOf(part) : part;
  const top = root === undefined ? shownRoot : (insideOf(part, root.type) ?? part);
  const isNested = part === "body" || part === "response";
  const tree = { root: top, whole: root?.type };
  const places = isNested
    ? placesOf(rows, tree, new Set(shown.keys()))
    : rows.map(({ name }, index) =>
        name === "" ? itemOf(under(part, rows[index - 1]?.name ?? "")) : under(part, name),
      );
  for (const [index, row] of rows.entries()) {
    const place = places[index] ?? part;
    const field = rowField(place, row, notNull);
    const twin = fields.all.get(place);
    if (row.name === "") add(place, row.type, row.line, asItem(field, twin));
    else if (twin === undefined) add(place, row.type, row.line, field);
    else fields.all.set(place, common(twin, field));
  }
}

/** The items of a list have no mark. What the list's own type says of them is kept; a further row is a further kind of item. */
const asItem = (field: Field, twin?: Field): Field => ({
  ...twin,
  ...field,
  types: [...new Set([...(twin?.types ?? []), ...field.types])].sort(),
  nullable: twin?.nullable === "yes" ? "yes" : field.nullable,
  required: "not visible",
});

/** What two fields have in common whose places cannot be told apart. */
const common = (one: Field, other: Field): Field => ({
  types: one.types.join() === other.types.join() ? one.types : [],
  nullable: one.nullable === other.nullable ? one.nullable : "not visible",
  required: one.required === other.required ? one.required : "not visible",
  from: "table",
});

function rowField(place: Place, row: Partial<Row> & Pick<Row, "type">, notNull: Mark): Field {
  const { type, mark, before = [], after = [], facets = {} } = row;
  const { values, words } = valuesIn(facets.enum ?? [], type);
  // If a mark is printed, the name is before it and the longer text after it.
  const label = [...(before.length > 0 ? before : after), ...words].join("\n");
  return tableField(place, {
    types: type.types,
    nullable: type.nullable ? "yes" : notNull,
    required: mark ?? "not visible",
    format: type.format,
    shape: type.shape,
    enum: values,
    label,
    texts: [...before, ...after].join("\n"),
    default: valueOf(facets.default?.[0], type),
    example: valueOf(facets.example?.[0], type),
  });
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const isNumeric = ({ types }: PrintedType): boolean => types.includes("integer") || types.includes("number");

/** The values of a closed list. Words between numbers are the page's explanation of them. */
function valuesIn(printed: readonly string[], type: PrintedType): { values: string[]; words: string[] } {
  const all = printed.flatMap((line) => line.split(/[\s,]+/));
  if (!isNumeric(type) || type.types.includes("string")) return { values: all, words: [] };
  const isNumber = (word: string): boolean => NUMBER.test(word);
  return { values: all.filter(isNumber), words: all.filter((word) => !isNumber(word)) };
}

/** A printed value in the type of its field, digit for digit. */
function valueOf(printed: string | undefined, type: PrintedType): unknown {
  if (printed === undefined || type.types.includes("string")) return printed;
  if (isNumeric(type) && NUMBER.test(printed)) return readNumber(printed);
  return readJson(printed)?.value ?? printed;
}
