// The only module that uses openapi-typescript 7.13.0, which is frozen, so that it can be replaced easily.
import { isObject } from "../core/node.js";
import { createRequire } from "node:module";
import type { GlobalContext } from "openapi-typescript";
import type ts from "typescript";
import { isId, operationsOf, typesOf, type Document, type Schema } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";
import { scriptBanner } from "./artefacts.js";
import { sentOnly } from "./sides.js";

// `require`: to import TypeScript 5 as a module costs half a second, in which Node searches it for the names of exports.
// Only the transform: the main entry of openapi-typescript loads a second copy of Redocly's engine, for bundling.
const require = createRequire(import.meta.url);
// The casts repeat the modules' own declarations; `require` is not typed.
const typescript = require("typescript") as typeof ts;
const transform = require("openapi-typescript/dist/transform/index.cjs") as (
  document: Document,
  context: GlobalContext,
) => ts.Node[];
const { astToString } = require("openapi-typescript/dist/lib/ts.cjs") as { astToString(nodes: ts.Node[]): string };

const INT64 = `
/** An integer of up to 19 digits, more than a JavaScript number holds. It is a string of digits here, even if JSON has a number. */
export type Int64 = string;

/** An id in a request: a string of digits, or a bigint. */
export type Int64Input = Int64 | bigint;
`;

/** Marks the nodes that a caller only sends. The mark is a field because the compiler copies some nodes. */
const SENT = "x-sent";
type TypeSchema = Schema & { [SENT]?: true };

const { factory, SyntaxKind } = typescript;
const NULL = factory.createLiteralTypeNode(factory.createNull());
const STRING = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);

/** Compiles a bundle into TypeScript declarations. */
export function compileTypes(document: Document): string {
  const seen = typeView(document);
  const target = targetIn(seen);
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    excludeDeprecated: false,
    exportType: false,
    immutable: false,
    injectFooter: [],
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    rootTypes: false,
    rootTypesNoSchemaPrefix: false,
    rootTypesKeepCasing: false,
    // There is no right value: only the package's own bundling reads the field, and it is not used.
    redoc: undefined as unknown as GlobalContext["redoc"],
    silent: true,
    // The same node of the document, in our own type.
    transform: (schema) => typeOf(schema as TypeSchema),
    transformProperty: undefined,
    // The callers of `resolve` name the type they expect behind a `$ref`.
    resolve: <T>($ref: string): T | undefined => target({ $ref }) as T | undefined,
    makePathsEnum: false,
    generatePathParams: false,
    readWriteMarkers: false,
  };
  return `${scriptBanner}${INT64}\n${astToString(transform(seen, context))}`;
}

/** The type that the contract's conventions ask for; undefined to keep the compiler's own. */
function typeOf(schema: TypeSchema): ts.TypeNode | undefined {
  const special = isId(schema) ? int64Type(schema) : openEnum(schema);
  if (special === undefined) return undefined;
  return typesOf(schema).includes("null") ? factory.createUnionTypeNode([special, NULL]) : special;
}

/** In a part that requests and answers share, an id is a string: code that reads an answer must not meet a bigint. */
const int64Type = (schema: TypeSchema): ts.TypeNode =>
  factory.createTypeReferenceNode(schema[SENT] === true ? "Int64Input" : "Int64");

/** Known values that an editor can offer, without closing the type: `"refund" | "returnRefund" | (string & {})`. */
function openEnum(schema: Schema): ts.TypeNode | undefined {
  const known = schema["x-extensible-enum"];
  if (known === undefined) return undefined;
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const anyOther = factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyOther)]);
}

/**
 * The document as a TypeScript caller sees it: text that holds JSON has the type of what it holds, and ids that are only sent are marked.
 * The examples of whole bodies and answers are left to the docs.
 */
function typeView(document: Document): Document {
  const seen = structuredClone(document);
  for (const items of [seen.paths, seen.webhooks]) {
    for (const { operation } of operationsOf(items, targetIn(seen))) {
      for (const content of [operation.requestBody, ...Object.values(operation.responses ?? {})]) {
        for (const media of Object.values(content?.content ?? {})) delete media.example;
      }
    }
  }
  visitObjects(seen, (node) => {
    const inner = node["contentSchema"];
    if (!isObject(inner) || typeof node["contentMediaType"] !== "string") return;
    const nullable = typesOf(node as Schema).includes("null");
    const { description } = node;
    for (const key of Object.keys(node)) delete node[key];
    Object.assign(node, { description, anyOf: nullable ? [inner, { type: "null" }] : [inner] });
  });
  visitObjects(seen, (node) => {
    if (node["x-open"] === true) node["additionalProperties"] = true;
  });
  for (const node of sentOnly(seen)) if (isId(node)) node[SENT] = true;
  return seen;
}

function visitObjects(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) visitObjects(item, visit);
  if (!isObject(value)) return;
  visit(value);
  for (const item of Object.values(value)) visitObjects(item, visit);
}
