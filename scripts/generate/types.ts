// The only module that uses openapi-typescript 7.13.0, which is frozen, so that it can be replaced easily.
import { createRequire } from "node:module";
import type { GlobalContext } from "openapi-typescript";
import type ts from "typescript";
import { typesOf, type Document, type Schema } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";
import { typeView, type TypeSchema } from "./type-view.js";

// `require`: to import TypeScript 5 as a module costs half a second, in which Node searches it for the names of exports.
// Only the transform: the main entry of openapi-typescript loads a second copy of Redocly's engine, for bundling.
const require = createRequire(import.meta.url);
const TRANSFORM = "openapi-typescript/dist/transform/index.cjs";
// The casts repeat the modules' own declarations; `require` is not typed.
const typescript = require("typescript") as typeof ts;
const { transform, astToString } = withOurTypeScript(() => ({
  transform: require(TRANSFORM) as (document: Document, context: GlobalContext) => ts.Node[],
  ...(require("openapi-typescript/dist/lib/ts.cjs") as { astToString(nodes: ts.Node[]): string }),
}));

/** Some package managers install openapi-typescript beside the TypeScript of the consumer, which may be one that it cannot use. */
function withOurTypeScript<T>(load: () => T): T {
  const { cache } = require;
  const beside = createRequire(require.resolve(TRANSFORM)).resolve("typescript");
  const before = cache[beside];
  cache[beside] = cache[require.resolve("typescript")];
  try {
    return load();
  } finally {
    if (before === undefined) delete cache[beside];
    else cache[beside] = before;
  }
}

const INT64 = `/** An integer of up to 19 digits, more than a JavaScript number holds. It is a string of digits here, even if JSON has a number. */
export type Int64 = string;

/** An id in a request: a string of digits, or a bigint. */
export type Int64Input = Int64 | bigint;
`;

const { factory, SyntaxKind } = typescript;
const NULL = factory.createLiteralTypeNode(factory.createNull());
const UNDEFINED = factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword);
const STRING = factory.createKeywordTypeNode(SyntaxKind.StringKeyword);

/** Compiles a bundle into TypeScript declarations, without a banner. */
export function compileTypes(document: Document): string {
  const view = typeView(document);
  const target = targetIn(view);
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
    transformProperty: (property, schema) => orUndefined(property, schema as TypeSchema),
    // The callers of `resolve` name the type they expect behind a `$ref`.
    resolve: <T>($ref: string): T | undefined => target({ $ref }) as T | undefined,
    makePathsEnum: false,
    generatePathParams: false,
    readWriteMarkers: false,
  };
  // What is required cannot be undefined, also if the shape alone would allow it.
  const types = astToString(transform(view, context)).replace("-?: T[P]", "-?: Exclude<T[P], undefined>");
  return `${INT64}\n${types}`;
}

/** The type that the contract's conventions ask for; undefined to keep the compiler's own. */
function typeOf(schema: TypeSchema): ts.TypeNode | undefined {
  const name = schema["x-type"];
  if (name === "undefined") return UNDEFINED;
  const special = name === undefined ? openEnum(schema) : factory.createTypeReferenceNode(name);
  if (special === undefined) return undefined;
  return typesOf(schema).includes("null") ? factory.createUnionTypeNode([special, NULL]) : special;
}

/** Lets a caller write undefined instead of leaving the property out, also under exactOptionalPropertyTypes. */
function orUndefined(property: ts.PropertySignature, schema: TypeSchema): ts.PropertySignature | undefined {
  const { modifiers, name, questionToken, type } = property;
  if (schema["x-may-be-undefined"] !== true || questionToken === undefined || type === undefined) return undefined;
  const types = typescript.isUnionTypeNode(type) ? type.types : [type];
  const union = factory.createUnionTypeNode([...types, UNDEFINED]);
  return factory.updatePropertySignature(property, modifiers, name, questionToken, union);
}

/** Known values that an editor can offer, without closing the type: `"refund" | "returnRefund" | (string & {})`. */
function openEnum(schema: Schema): ts.TypeNode | undefined {
  const known = schema["x-extensible-enum"];
  if (known === undefined) return undefined;
  const literals = known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const anyOther = factory.createIntersectionTypeNode([STRING, factory.createTypeLiteralNode([])]);
  return factory.createUnionTypeNode([...literals, factory.createParenthesizedType(anyOther)]);
}
