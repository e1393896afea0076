// What our rules share: reporting with a mend, and following `$ref`s through Redocly's context.
import { Source, type Location, type UserContext } from "@redocly/openapi-core";
import { withMend } from "../contract/problem.js";
import {
  JSON_MEDIA_TYPE,
  type Content,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from "../contract/openapi.js";
import { readText } from "../contract/spec-folder.js";
import type { Follow, Placed } from "../contract/schema-view.js";

export type { Location, UserContext };

type Visit<Node> = (node: Node, ctx: UserContext) => void;
interface Described {
  description?: string;
}

/** What a rule looks at, with our own node types: Redocly's do not know the contract's x- fields. */
export interface Visitor {
  Root?: Visit<unknown> | { leave: Visit<unknown> };
  PathItem?: Visit<PathItem>;
  Operation?: Visit<Operation>;
  Parameter?: Visit<Parameter>;
  RequestBody?: Visit<Described>;
  Response?: Visit<Described>;
  SecurityScheme?: Visit<Described>;
  Schema?: Visit<Schema>;
}

/** A rule is made anew for each run, so that it can collect over all files. */
export type Rule = () => Visitor;

export function report(ctx: UserContext, location: Location, message: string, mend: string): void {
  // A field is shown by its name; an item of a list and a whole file have none.
  const at = /(?:\/\d+|#\/?)$/.test(location.pointer) ? location : location.key();
  ctx.report({ message: withMend(message, mend), location: at });
}

/** Reports at a line of a file that need not be part of the document. Lines and columns count from 1. */
export function reportAt(
  ctx: UserContext,
  { file, line, column }: { file: string; line: number; column: number },
  message: string,
  mend: string,
): void {
  const location = { source: new Source(file, readText(file)), pointer: undefined, start: { line, col: column } };
  ctx.report({ message: withMend(message, mend), location });
}

/** Follows `$ref`s from file to file. */
export const followWith =
  (ctx: UserContext): Follow =>
  (placed) => {
    // A property may be written without a schema; the struct rule reports it.
    if (typeof placed.schema !== "object" || placed.schema === null) return undefined;
    if (placed.schema.$ref === undefined) return placed;
    const { node, location } = ctx.resolve<Schema>({ $ref: placed.schema.$ref }, placed.from);
    return node === undefined ? undefined : { schema: node, from: location.source.absoluteRef };
  };

export const placedHere = (ctx: UserContext, schema: Schema): Placed => ({
  schema,
  from: ctx.location.source.absoluteRef,
});

/** What stands in a place where OpenAPI allows a `$ref`, and the file it stands in. */
function resolved<T extends object>(node: T, ctx: UserContext): { node: T; from: string } {
  const { node: target, location } = ctx.resolve<T>(node);
  return { node: target ?? node, from: (location ?? ctx.location).source.absoluteRef };
}

/** The JSON of a request body or an answer, wherever it is written. */
export function jsonOf(
  content: Content | undefined,
  ctx: UserContext,
): { media: MediaType; schema: Placed | undefined } | undefined {
  if (content === undefined) return undefined;
  const { node, from } = resolved(content, ctx);
  const media = node.content?.[JSON_MEDIA_TYPE];
  if (media === undefined) return undefined;
  return { media, schema: media.schema === undefined ? undefined : { schema: media.schema, from } };
}

export const parametersOf = (operation: Operation, ctx: UserContext): Parameter[] =>
  (operation.parameters ?? []).map((parameter) => resolved(parameter, ctx).node);
