// What our rules share: reporting with a fix, and following `$ref`s through Redocly's context.
import { Source, type Location, type UserContext } from "@redocly/openapi-core";
import { withFix } from "../../core/problem.js";
import {
  JSON_MEDIA_TYPE,
  type Content,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from "../../core/openapi.js";
import { readText } from "../../core/spec-folder.js";
import { partsWithItems, type Follow, type PlacedSchema } from "../../core/schema-view.js";

export type { Location, UserContext };

type RuleVisit<Node> = (node: Node, ctx: UserContext) => void;
interface Describable {
  description?: string;
}

/** The visitors of a rule, with our own node types: Redocly's lack the contract's x- fields. */
export interface RuleVisitor {
  Root?: RuleVisit<unknown> | { leave: RuleVisit<unknown> };
  PathItem?: RuleVisit<PathItem>;
  Operation?: RuleVisit<Operation>;
  Parameter?: RuleVisit<Parameter>;
  RequestBody?: RuleVisit<Describable>;
  Response?: RuleVisit<Describable>;
  SecurityScheme?: RuleVisit<Describable>;
  Schema?: RuleVisit<Schema>;
  /** A `$ref` before it is followed. `ctx.type` is the type of its target. */
  ref?: RuleVisit<{ $ref: string }>;
}

/** Called once per run, so that a rule can collect facts from all files. */
export type Rule = () => RuleVisitor;

export function report(ctx: UserContext, location: Location, message: string, fix: string): void {
  // Points at the name of a field. An item of a list and a whole file have none.
  const at = /(?:\/\d+|#\/?)$/.test(location.pointer) ? location : location.key();
  ctx.report({ message: withFix(message, fix), location: at });
}

/** Reports at a line of any file, also one outside the document. */
export function reportAt(
  ctx: UserContext,
  { file, line = 1 }: { file: string; line?: number },
  message: string,
  fix: string,
): void {
  const location = { source: new Source(file, readText(file)), pointer: undefined, start: { line, col: 1 } };
  ctx.report({ message: withFix(message, fix), location });
}

/** Follows `$ref`s from file to file. */
export const followWith =
  (ctx: UserContext): Follow =>
  (placed) => {
    // The struct rule reports a property without a schema.
    if (typeof placed.schema !== "object" || placed.schema === null) return undefined;
    if (placed.schema.$ref === undefined) return placed;
    const { node, location } = ctx.resolve<Schema>({ $ref: placed.schema.$ref }, placed.from);
    return node === undefined ? undefined : { schema: node, from: location.source.absoluteRef };
  };

/** Visits all that has a name on the wire, properties and parameters, with the schemas of its value and of the items of a list. */
export function eachNamed(
  visit: (name: string, schemas: Schema[], location: Location, ctx: UserContext) => void,
): RuleVisitor {
  const found = (name: string, schema: Schema, keys: string[], ctx: UserContext): void => {
    const parts = partsWithItems({ schema, from: ctx.location.source.absoluteRef }, followWith(ctx));
    visit(
      name,
      parts.map((part) => part.schema),
      ctx.location.child(keys),
      ctx,
    );
  };
  return {
    Schema({ properties = {} }, ctx) {
      for (const [name, schema] of Object.entries(properties)) found(name, schema, ["properties", name], ctx);
    },
    Parameter({ name, schema }, ctx) {
      if (schema !== undefined) found(name, schema, ["schema"], ctx);
    },
  };
}

/** The target of a node that can be a `$ref`, and the file it is written in. */
function resolved<T extends object>(node: T, ctx: UserContext): { node: T; from: string } {
  const { node: target, location } = ctx.resolve<T>(node);
  return { node: target ?? node, from: (location ?? ctx.location).source.absoluteRef };
}

/** The JSON of a request body or an answer, after its `$ref`. */
export function jsonOf(
  content: Content | undefined,
  ctx: UserContext,
): { media: MediaType; schema: PlacedSchema | undefined } | undefined {
  if (content === undefined) return undefined;
  const { node, from } = resolved(content, ctx);
  const media = node.content?.[JSON_MEDIA_TYPE];
  if (media === undefined) return undefined;
  return { media, schema: media.schema === undefined ? undefined : { schema: media.schema, from } };
}

/** The parameters of an operation, each with the file it is written in. */
export const parametersOf = (operation: Operation, ctx: UserContext): { node: Parameter; from: string }[] =>
  (operation.parameters ?? []).map((parameter) => resolved(parameter, ctx));
