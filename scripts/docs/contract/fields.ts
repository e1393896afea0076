// The fields of an operation as rows of a table: parameters, request and answer.
import { writeJson } from "../../core/exact-json.js";
import { alone, isObject, listIn, texts, type Located, type Node } from "../../core/node.js";
import { isId, typesOf, type Parameter, type Schema } from "../../core/openapi.js";
import { isItem, itemOf, nameOf, parentOf, type Place } from "../../core/place.js";
import { unescapeStep } from "../../core/pointer.js";
import { referredIn } from "../../core/refs.js";
import { walkSchema, type SchemaField } from "../../core/schema-fields.js";
import type { FieldRow, FieldTable } from "../site/site.js";
import { fill, sentences, wordOf, type Words } from "../site/words.js";
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
  if (schema === undefined) return { fields: [], note: "" };
  const visited: SchemaField[] = [];
  const visit = (field: SchemaField): void => void visited.push(field);
  walkSchema(alone(schema), "", false, { follow: referredIn(document), content: true, maps: true, visit });
  const schemas = new Map(visited.map(({ place, parts }) => [place, schemasOf(parts)]));
  const at = (place: Place): readonly Schema[] => schemas.get(place) ?? [];
  /** The whole has no row, nor have objects that are items of a list: what is said of them is said of the list. */
  const hasRow = (place: Place): boolean =>
    place !== "" && !(isItem(place) && at(place).some((one) => typesOf(one).includes("object") || one.properties));
  const notesAt = (place: Place): string[] => [
    ...ownNotes(at(place), words),
    ...(place === "" ? [] : shapeNotes(at(parentOf(place) ?? ""), nameOf(place), words)),
  ];
  const itemNotesAt = (place: Place): string[] => (hasRow(itemOf(place)) ? [] : notesAt(itemOf(place)));
  const fields = visited
    .filter(({ place }) => hasRow(place))
    .map(({ place, required, declared, recursive }): FieldRow => {
      const own = [...schemasOf(declared.map(({ self }) => self)), ...at(place)];
      const isMarkedOptional = at(parentOf(place) ?? "").some((one) => one["x-optional"]?.includes(nameOf(place)));
      const isUnknown = !isMarkedOptional && own.some((one) => one["x-required"] === "unknown");
      const steps = place.split("/").slice(1);
      return {
        name: nameShown(steps),
        depth: steps.filter((step) => step !== "*").length - 1,
        type: typeText(at(place), at(itemOf(place)), words),
        // An item of a list is there or not: only the list has a mark.
        mark:
          isAnswer || steps.at(-1) === "*"
            ? ""
            : required
              ? words.required
              : isUnknown
                ? words.markUnknown
                : words.optional,
        description: sentences([
          ...texts([firstOf(at(place), "description")]),
          closedText({ enum: listIn(firstOf(at(place), "enum")) }, words),
          ...new Set([...notesAt(place), ...itemNotesAt(place)]),
          recursive ? words.recursive : undefined,
        ]),
        example: exampleText(listIn(firstOf(at(place), "examples"))[0]),
      };
    });
  // Nearly every answer may have more fields, so it is not said of the whole.
  const whole = [...notesAt(""), ...itemNotesAt("")].filter((note) => note !== words.open);
  return { fields, note: sentences(whole) };
}

/** The shapes of an object that rest on something weaker than another one of them. */
function weakerShapes(schemas: readonly Schema[]): Schema[] {
  const shapes = schemas.filter(({ properties }) => properties !== undefined);
  const weak = shapes.filter((one) => one["x-evidence"]?.basis !== undefined);
  return weak.length < shapes.length ? weak : [];
}

/** What is said of a value. What a weaker shape rests on is said of the fields that no other shape has. */
function ownNotes(schemas: readonly Schema[], words: Words): string[] {
  const weaker = weakerShapes(schemas);
  const shown = schemas.map((one) => (weaker.includes(one) ? { ...one, "x-evidence": undefined } : one));
  // A schema is an object of the document.
  return [...new Set(shown.flatMap((one) => fieldNotes(one as Node, words, true)))];
}

/** What is said of a field because only a weaker shape of the object around it has it. */
function shapeNotes(around: readonly Schema[], name: string, words: Words): string[] {
  const weaker = weakerShapes(around);
  const having = around.filter(({ properties = {} }) => Object.hasOwn(properties, name));
  if (!having.every((one) => weaker.includes(one))) return [];
  return having.flatMap((one) => fieldNotes({ "x-evidence": one["x-evidence"] }, words, true));
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
    .map((step) => (step === "*" ? "[]" : `.${unescapeStep(step)}`))
    .join("")
    .replace(/^\./, "");

const closedText = (schema: Schema, words: Words): string | undefined => {
  const values = (schema.enum ?? []).filter((value) => value !== null);
  return values.length > 0 ? fill(words.closedValues, { values: shownValues(values) }) : undefined;
};

/** A row shows the example of a single value, digit for digit. The example of the body shows objects and lists. */
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
    } else names.add(wordOf(words, "type", type) ?? type);
  }
  const [first = words["type.any"], ...others] = names;
  return others.reduce((one, other) => fill(words["type.or"], { one, other }), first);
}
