// The fields of an operation as rows of a table: parameters, request and answer.
import { writeJson } from "../../core/exact-json.js";
import { alone, isObject, listIn, texts, type Located, type Node } from "../../core/node.js";
import { isId, typesOf, type Parameter, type Schema } from "../../core/openapi.js";
import { isItem, under, type Place } from "../../core/place.js";
import { referredIn } from "../../core/refs.js";
import { walkSchema } from "../../core/schema-fields.js";
import type { FieldRow, FieldTable } from "../site/site.js";
import { fill, sentences, type Words } from "../site/words.js";
import { fieldNotes, shownValues } from "./field-notes.js";

/** The first value that one of the schemas has under a keyword. */
const firstOf = (schemas: readonly Schema[], keyword: keyof Schema): unknown =>
  schemas.find((schema) => schema[keyword] !== undefined)?.[keyword];

export function parameterFields(parameters: readonly Parameter[], document: Node, words: Words): FieldRow[] {
  return parameters.map((parameter) => {
    const schema = target(parameter.schema ?? {}, document);
    const isRequired = parameter.required === true;
    // One sentence each, wherever it is written.
    const notes = new Set([parameter, schema].flatMap((node) => fieldNotes(node as Node, words, isRequired)));
    return {
      name: parameter.name,
      depth: 0,
      type: typeText([schema], [], words),
      mark: isRequired ? words.required : parameter["x-required"] === "unknown" ? words.markUnknown : words.optional,
      description: sentences([parameter.description ?? schema.description, closedText(schema, words), ...notes]),
      example: exampleText(parameter.example ?? schema.examples?.[0]),
    };
  });
}

/**
 * @param schema of a request or an answer
 * @param isAnswer of answers nothing is said of marks: they are what PandaPon sends
 */
export function schemaFields(schema: Schema | undefined, document: Node, words: Words, isAnswer: boolean): FieldTable {
  const fields: FieldRow[] = [];
  if (schema === undefined) return { fields, note: "" };
  const follow = referredIn(document);
  /** The names that the operation's page marks optional, by the place of what holds them. */
  const optional = new Map<Place, Set<string>>();
  const itemTypes = new Map<Place, Schema[]>();
  /** What is said of objects that have no row: the items of a list, and the whole. */
  const inside = new Map<Place, string[]>();
  /** What is said of fields because of the shape that declares them. */
  const byShape = new Map<Place, string[]>();
  const notesOf = (schemas: readonly Schema[], place: Place): string[] => {
    const shapes = schemas.filter(({ properties }) => properties !== undefined);
    const isWeak = (one: Schema): boolean => one["x-evidence"]?.basis !== undefined;
    const strong = shapes.filter((one) => !isWeak(one));
    // If only one of several shapes is weak, that is said of the fields that no other has.
    const weak = strong.length === 0 ? [] : shapes.filter(isWeak);
    for (const { properties, "x-evidence": evidence } of weak) {
      for (const name of Object.keys(properties ?? {})) {
        if (strong.some((one) => Object.hasOwn(one.properties ?? {}, name))) continue;
        byShape.set(under(place, name), fieldNotes({ "x-evidence": evidence }, words, true));
      }
    }
    return [
      ...new Set([
        ...schemas.flatMap((one) =>
          fieldNotes((weak.includes(one) ? { ...one, "x-evidence": undefined } : one) as Node, words, true),
        ),
        ...(byShape.get(place) ?? []),
      ]),
    ];
  };
  const rows = new Map<Place, Schema[]>();
  walkSchema(alone(schema), "", false, {
    follow,
    content: true,
    maps: true,
    visit({ place, required, parts, declared, recursive }) {
      const schemas = schemasOf(parts);
      optional.set(place, new Set(schemas.flatMap((one) => texts(one["x-optional"]))));
      if (place === "") {
        // That answers may have more fields goes without saying.
        inside.set(
          "",
          notesOf(schemas, "").filter((note) => note !== words.open),
        );
        return true;
      }
      if (isItem(place)) {
        itemTypes.set(place.slice(0, -2), schemas);
        if (schemas.some((one) => typesOf(one).includes("object") || one.properties !== undefined)) {
          inside.set(place.slice(0, -2), notesOf(schemas, place));
          return true;
        }
      }
      const steps = place.split("/").slice(1);
      const isMarkedOptional = optional.get(place.slice(0, place.lastIndexOf("/")))?.has(steps.at(-1) ?? "") === true;
      const own = schemasOf(declared.map(({ self }) => self));
      const isUnknown =
        !required && !isMarkedOptional && [...own, ...schemas].some((one) => one["x-required"] === "unknown");
      rows.set(place, schemas);
      fields.push({
        name: nameShown(steps),
        depth: steps.filter((step) => step !== "*").length - 1,
        // Its items are read after it.
        type: place,
        mark: isAnswer ? "" : required ? words.required : isUnknown ? words.markUnknown : words.optional,
        description: sentences([
          ...texts([firstOf(schemas, "description")]),
          closedText({ enum: listIn(firstOf(schemas, "enum")) }, words),
          ...notesOf(schemas, place),
          recursive ? words.recursive : undefined,
        ]),
        example: exampleText(listIn(firstOf(schemas, "examples"))[0]),
      });
      return true;
    },
  });
  const whole = inside.get("") ?? [];
  const result = fields.map((field) => ({
    ...field,
    // What the list itself says is not said again.
    description: sentences([
      field.description,
      ...(inside.get(field.type) ?? []).filter((note) => !field.description.includes(note)),
    ]),
    type: typeText(rows.get(field.type) ?? [], itemTypes.get(field.type) ?? [], words),
  }));
  return { fields: result, note: sentences(whole) };
}

/** The schemas themselves, without those that only refer to another. */
const schemasOf = (parts: readonly Located[]): Schema[] =>
  // The parts of a schema are schemas.
  parts.map(({ node }) => node as Schema).filter(({ $ref }) => $ref === undefined);

const target = (schema: Schema, document: Node): Schema =>
  // The target of a schema's `$ref` is a schema.
  (referredIn(document)(alone(schema))?.node ?? schema) as Schema;

/** `orders[].id` */
const nameShown = (steps: readonly string[]): string =>
  steps
    .map((step) => (step === "*" ? "[]" : `.${step.replaceAll("~1", "/").replaceAll("~0", "~")}`))
    .join("")
    .replace(/^\./, "");

const closedText = (schema: Schema, words: Words): string | undefined => {
  const values = (schema.enum ?? []).filter((value) => value !== null);
  return values.length > 0 ? fill(words.closedValues, { values: shownValues(values) }) : undefined;
};

/** Long values are cut by no one: a row shows only what fits into one. */
const exampleText = (value: unknown): string | undefined => {
  if (value === undefined || isObject(value) || Array.isArray(value)) return undefined;
  return typeof value === "string" ? value : writeJson(value);
};

/** The type in words. Null is said, because a program must expect it. */
function typeText(schemas: readonly Schema[], items: readonly Schema[], words: Words): string {
  const names = new Set<string>();
  const isText = schemas.some((one) => one.contentSchema !== undefined || one.contentMediaType !== undefined);
  const isIdentifier = schemas.some(isId);
  for (const type of new Set(schemas.flatMap(typesOf))) {
    if (isText && type !== "string" && type !== "null") continue;
    if (type === "string" && isText) names.add(words["type.json"]);
    else if (type === "string" && isIdentifier) names.add(words["type.textId"]);
    else if (type === "integer" && isIdentifier) names.add(words["type.id"]);
    else if (type === "array" && items.length > 0) {
      names.add(fill(words["type.listOf"], { items: typeText(items, [], words) }));
    } else names.add((words as Readonly<Record<string, string>>)[`type.${type}`] ?? type);
  }
  const [first = words["type.any"], ...others] = names;
  return others.reduce((one, other) => fill(words["type.or"], { one, other }), first);
}
