// Makes the contract readable for viewers of OpenAPI: what its x- fields say goes into the descriptions, in words.
import { isDeepStrictEqual } from "node:util";
import { eachSchema, holdersIn } from "../../core/document-schemas.js";
import { isObject, listIn, objectOf, texts, type Node } from "../../core/node.js";
import type { Document } from "../../core/openapi.js";
import { targetIn } from "../../core/schema-view.js";
import { sentences, type Words } from "../site/words.js";
import { descriptionOf, namedOperations, operationIds } from "./evidence.js";
import { fieldNotes } from "./field-notes.js";

/** The x- fields that viewers know. */
const KEPT = new Set(["x-displayName", "x-tagGroups", "x-codeSamples"]);

/**
 * @param document a bundle; it stays as it is
 * @returns the same contract with everything in words, and no x- field but those of viewers
 */
export function readable(document: Document, words: Words): Document {
  const result = structuredClone(document);
  const schemas: Node[] = [];
  eachSchema(result, (schema) => schemas.push(schema as Node));
  for (const schema of schemas) settleMarks(schema, result);
  // The copies that carry the marks of their operation are schemas too.
  const noted = new Set<object>();
  eachSchema(result, (schema) => {
    const required = new Set(texts(schema.required));
    for (const [name, property] of Object.entries(objectOf(schema.properties))) {
      if (isObject(property)) addNotes(property, words, required.has(name), noted);
    }
    addNotes(schema as Node, words, false, noted);
  });
  for (const holder of holdersIn(result)) {
    if ("in" in holder) addNotes(holder as unknown as Node, words, holder.required === true, noted);
  }
  const ids = operationIds(result);
  for (const one of namedOperations(result)) one.operation["description"] = descriptionOf(one, words, ids);
  // It ends with a table of the x- fields, which this document does not have.
  if (result.info.description !== undefined) {
    result.info.description = result.info.description.replace(/\n\n[^\n]*`x-`[^\n]*\n\n\|[^]*$/, "");
  }
  withoutExtensions(result);
  return result;
}

/**
 * A shared shape says that a mark is not known, and an operation that uses it knows the mark: it gets a copy of the shape without the
 * first, so that no field is called both.
 */
function settleMarks(schema: Node, document: unknown): void {
  const known = new Set([...texts(schema["required"]), ...texts(schema["x-optional"])]);
  if (known.size === 0 || !Array.isArray(schema["allOf"])) return;
  schema["allOf"] = schema["allOf"].map((part: unknown) => settled(part, known, document, 0));
}

/** @returns the part itself if it doubts none of the known names */
function settled(part: unknown, known: ReadonlySet<string>, document: unknown, depth: number): unknown {
  if (!isObject(part) || depth > 20) return part;
  const target = targetIn(document)(part);
  const properties = Object.entries(objectOf(target["properties"])).map(([name, one]) => {
    const isDoubted = known.has(name) && objectOf(one)["x-required"] !== undefined;
    return [name, isDoubted ? { ...objectOf(one), "x-required": undefined } : one] as const;
  });
  const copy = {
    ...target,
    ...("properties" in target && { properties: Object.fromEntries(properties) }),
    ...("allOf" in target && { allOf: listIn(target["allOf"]).map((one) => settled(one, known, document, depth + 1)) }),
  };
  return isDeepStrictEqual(copy, target) ? part : copy;
}

/** Adds what the x- fields say to the description, once per node. */
function addNotes(node: Node, words: Words, isRequired: boolean, noted: Set<object>): void {
  if (noted.has(node)) return;
  noted.add(node);
  const notes = fieldNotes(node, words, isRequired);
  if (notes.length === 0) return;
  node["description"] = sentences([
    typeof node["description"] === "string" ? node["description"] : undefined,
    ...notes,
  ]);
}

/** Removes x- fields, but not names on the wire that begin like one: names of properties, and what is in examples. */
function withoutExtensions(value: unknown, isNames = false): void {
  if (Array.isArray(value)) return value.forEach((member) => withoutExtensions(member));
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (isNames) withoutExtensions(member);
    else if (name.startsWith("x-") && !KEPT.has(name)) delete value[name];
    else if (!["example", "examples", "x-codeSamples"].includes(name)) withoutExtensions(member, name === "properties");
  }
}
