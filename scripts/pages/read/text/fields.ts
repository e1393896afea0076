// Turns the rows of a page's tables into fields with places. Copied text does not show how fields nest: examples and types show it, or nothing does.
import { readJson, readNumber } from "../../../core/exact-json.js";
import { keptLabel, namedValues } from "../../page/label.js";
import type { Field, Mark } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { type Part, type Place, itemOf, nameOf, parentOf, partOf, somewhereIn, under } from "../../../core/place.js";
import type { Row, Table } from "./sections.js";
import type { PrintedType } from "./type-line.js";

/** A field and the line of the copy that names it. */
export interface PlacedField {
  field: Field;
  at: number;
}

export interface Context {
  /** What it means on this page if a type has no "or null". */
  notNull: Mark;
  /** The fields as the part's examples show them. */
  shown: ReadonlyMap<Place, Field>;
}

/** The fields of one table. */
export function fieldsOf(table: Table, part: Part, context: Context): Map<Place, PlacedField> {
  const fields = new Map<Place, PlacedField>();
  let root: Place = part;
  if (table.root !== undefined) {
    const { type, at } = table.root;
    if (type.types.join() !== "object" && type.types.length > 0) {
      addType(fields, part, type, at, fieldOf({ type, mark: "not visible" }, part, context));
    }
    root = insideOf(part, type) ?? part;
  } else if (context.shown.get(part)?.types.join() === "array") {
    root = itemOf(part);
  }
  const nested = part === "body" || part === "response";
  const places = nested ? placesOf(table.rows, part, root, context.shown) : flatPlaces(table.rows, part);
  for (const [index, row] of table.rows.entries()) {
    const place = places[index] ?? somewhereIn(part, row.name);
    const field = fieldOf(row, place, context);
    const twin = fields.get(place);
    if (twin === undefined) addType(fields, place, row.type, row.at, field);
    else twin.field = common(twin.field, field);
  }
  return fields;
}

/** What two fields have in common whose places cannot be told apart. */
function common(one: Field, other: Field): Field {
  const same = one.types.join() === other.types.join();
  return {
    from: "table",
    types: same ? one.types : [],
    nullable: one.nullable === other.nullable ? one.nullable : "not visible",
    required: one.required === other.required ? one.required : "not visible",
  };
}

const flatPlaces = (rows: readonly Row[], part: Part): Place[] => rows.map(({ name }) => under(part, name));

/** Adds the field itself, and the items of a list. */
function addType(fields: Map<Place, PlacedField>, place: Place, type: PrintedType, at: number, field: Field): void {
  fields.set(place, { field, at });
  if (type.items === undefined) return;
  const items: Field = {
    from: "table",
    types: [...type.items.types],
    nullable: "not visible",
    required: "not visible",
  };
  if (type.items.nullable) items.nullable = "yes";
  if (type.items.format !== undefined) items.format = type.items.format;
  if (type.items.shape !== undefined) items.shape = type.items.shape;
  addType(fields, itemOf(place), type.items, at, items);
}

function fieldOf(row: Partial<Row> & Pick<Row, "type">, place: Place, { notNull }: Context): Field {
  const { type, before = [], after = [] } = row;
  const field: Field = {
    from: "table",
    types: [...type.types],
    nullable: type.nullable ? "yes" : notNull,
    required: row.mark ?? "not visible",
  };
  if (type.format !== undefined) field.format = type.format;
  if (type.shape !== undefined) field.shape = type.shape;
  const values = valuesIn(row.enum ?? [], type);
  if (values.length > 0) field.enum = values;
  const named = namedValues([...before, ...after].join("\n"));
  if (named.length > 0 && field.enum === undefined) field.named = named;
  // If a mark is printed, the name is before it and the longer text after it.
  const label = before.length > 0 ? before.join("\n") : after.join("\n");
  if (label !== "") field.label = keptLabel(label);
  const part = partOf(place);
  // The values of headers are sample credentials.
  if (part === "header") return field;
  if (row.default !== undefined) field.default = withoutPersonal(valueOf(row.default, type), row.name);
  if (row.example !== undefined && (part === "path" || part === "query")) {
    field.example = withoutPersonal(valueOf(row.example, type), row.name);
  }
  return field;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The values of a closed list. Text between numbers is the page's explanation of them. */
function valuesIn(printed: readonly string[], { types }: PrintedType): string[] {
  const numeric = types.length > 0 && types.every((type) => type === "integer" || type === "number");
  return [...new Set(numeric ? printed.filter((value) => NUMBER.test(value)) : printed)];
}

/** A printed value in the type of its field, digit for digit. */
function valueOf(printed: string, { types }: PrintedType): unknown {
  if (types.includes("string")) return printed;
  if ((types.includes("integer") || types.includes("number")) && NUMBER.test(printed)) return readNumber(printed);
  return readJson(printed)?.value ?? printed;
}

/** The place around the members of a value of this type; undefined if it has none. */
function insideOf(place: Place, type: PrintedType): Place | undefined {
  if (type.types.includes("object")) return place;
  return type.items === undefined ? undefined : insideOf(itemOf(place), type.items);
}

const DEEPEST = 40;

/**
 * The place of each row; undefined if the page does not show it. The rows are in the order of a walk through the tree: each is a member of the row above
 * it, or of an ancestor of that row. A row gets a place if only one of these is possible, or if examples show only one.
 */
function placesOf(
  rows: readonly Row[],
  part: Part,
  root: Place,
  seen: ReadonlyMap<Place, Field>,
): (Place | undefined)[] {
  const shown = new Set([...seen.keys()].map((place) => parentOf(place)));
  let counts: Record<"table" | "examples", Map<string, number>> | undefined;
  const isUnique = (name: string): boolean => {
    counts ??= {
      table: countsOf(rows.map((row) => row.name)),
      examples: countsOf([...seen.keys()].map((place) => nameOf(place))),
    };
    return counts.table.get(name) === 1 && counts.examples.get(name) === 1;
  };
  const taken = new Set<Place>();
  /** The places that the next row can be a member of, from the outermost. */
  const open: Place[] = [root];
  /** Whether the next row can be a member of a row whose own place is unknown. */
  let belowUnknown = false;
  return rows.map(({ name, type }) => {
    const ways = open.filter((place) => !taken.has(under(place, name)));
    const fitting = ways.filter((place) => seen.has(under(place, name)));
    const others = ways.filter((place) => !fitting.includes(place));
    const certain =
      fitting.length === 1
        ? (!belowUnknown && others.every((place) => shown.has(place))) || isUnique(name)
        : ways.length === 1 && !belowUnknown;
    const parent = certain ? (fitting[0] ?? ways[0]) : undefined;
    if (parent === undefined) {
      belowUnknown ||= insideOf(part, type) !== undefined;
      return undefined;
    }
    const place = under(parent, name);
    taken.add(place);
    const inside = insideOf(place, type);
    open.splice(open.indexOf(parent) + 1);
    if (inside !== undefined && open.length < DEEPEST) open.push(inside);
    belowUnknown = inside !== undefined && open.at(-1) !== inside;
    return place;
  });
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
