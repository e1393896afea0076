// Turns the rows of a page's tables into fields with places.
import { readJson, readNumber } from "../../../core/exact-json.js";
import { itemOf, somewhereIn, under, type Part, type Place } from "../../../core/place.js";
import { tableField } from "../../page/field.js";
import type { PageFields } from "../../page/page-fields.js";
import type { Field, Mark } from "../../page/page.js";
import { insideOf, placesOf } from "./places.js";
import type { Row, Table } from "./sections.js";
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
    add(part, root.type, root.line, rowField(part, root, notNull));
  }
  const shownRoot = shown.get(part)?.types.join() === "array" ? itemOf(part) : part;
  const top = root === undefined ? shownRoot : (insideOf(part, root.type) ?? part);
  const isNested = part === "body" || part === "response";
  const places = isNested ? placesOf(rows, top, new Set(shown.keys())) : rows.map(({ name }) => under(part, name));
  for (const [index, row] of rows.entries()) {
    const place = places[index] ?? somewhereIn(part, row.name);
    const field = rowField(place, row, notNull);
    const twin = fields.all.get(place);
    if (twin === undefined) add(place, row.type, row.line, field);
    else fields.all.set(place, common(place, twin, field));
  }
}

/** What two fields have in common whose places cannot be told apart. */
const common = (place: Place, one: Field, other: Field): Field =>
  tableField(place, {
    texts: "",
    types: one.types.join() === other.types.join() ? one.types : [],
    nullable: one.nullable === other.nullable ? one.nullable : "not visible",
    required: one.required === other.required ? one.required : "not visible",
  });

function rowField(place: Place, row: Partial<Row> & Pick<Row, "type">, notNull: Mark): Field {
  const { type, mark, before = [], after = [], facets = {} } = row;
  const isInput = place.startsWith("path/") || place.startsWith("query/");
  return tableField(place, {
    types: type.types,
    nullable: type.nullable ? "yes" : notNull,
    required: mark ?? "not visible",
    format: type.format,
    shape: type.shape,
    enum: valuesIn(facets.enum ?? [], type),
    // If a mark is printed, the name is before it and the longer text after it.
    label: (before.length > 0 ? before : after).join("\n"),
    texts: [...before, ...after].join("\n"),
    default: valueOf(facets.default?.[0], type),
    example: isInput ? valueOf(facets.example?.[0], type) : undefined,
  });
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const isNumeric = ({ types }: PrintedType): boolean => types.includes("integer") || types.includes("number");

/** The values of a closed list. Text between numbers is the page's explanation of them. */
function valuesIn(printed: readonly string[], type: PrintedType): string[] {
  const words = printed.flatMap((line) => line.split(/[\s,]+/));
  return isNumeric(type) && !type.types.includes("string") ? words.filter((word) => NUMBER.test(word)) : words;
}

/** A printed value in the type of its field, digit for digit. */
function valueOf(printed: string | undefined, type: PrintedType): unknown {
  if (printed === undefined || type.types.includes("string")) return printed;
  if (isNumeric(type) && NUMBER.test(printed)) return readNumber(printed);
  return readJson(printed)?.value ?? printed;
}
