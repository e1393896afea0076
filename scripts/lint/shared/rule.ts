// What our rules share: reporting with a fix, and following `$ref`s through Redocly's context.
import { Source, type Location, type UserContext } from "@redocly/openapi-core";
import { isObject, objectOf, type Located } from "../../core/node.js";
import { withFix } from "../../core/problem.js";
import {
  JSON_MEDIA_TYPE,
  jsonSchema,
  type Content,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from "../../core/openapi.js";
import { itemOf, type Place } from "../../core/place.js";
import { stepsOf } from "../../core/pointer.js";
import { readText } from "../../core/spec-folder.js";
import { valuesIn, type Follow } from "../../core/schema-view.js";

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
  RequestBody?: RuleVisit<Describable & Content>;
  Response?: RuleVisit<Describable & Content>;
  MediaType?: RuleVisit<MediaType>;
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
const followWith =
  (ctx: UserContext): Follow =>
  (at) => {
    const { node, location } = ctx.resolve<object>({ $ref: String(at.node["$ref"]) }, at.file);
    return isObject(node) && location !== undefined ? located(node, location) : undefined;
  };

const located = (node: unknown, { source, pointer }: Location): Located => ({
  node: objectOf(node),
  file: source.absoluteRef,
  // The whole file is `#/`, which is not a member named "".
  pointer: pointer === "#/" ? [] : stepsOf(pointer),
});

/** Visits all that has a name on the wire, properties and parameters, with the schemas of its value and of the items of a list. */
export function eachNamed(
  visit: (name: string, schemas: Schema[], location: Location, ctx: UserContext) => void,
): RuleVisitor {
  const found = (name: string, schema: unknown, location: Location, ctx: UserContext): void => {
    const values = valuesIn(located(schema, location), followWith(ctx), { deep: "items" });
    visit(name, [...(values.get("") ?? []), ...(values.get(itemOf("")) ?? [])], location, ctx);
  };
  return {
    Schema({ properties = {} }, ctx) {
      for (const [name, one] of Object.entries(properties))
        found(name, one, ctx.location.child(["properties", name]), ctx);
    },
    Parameter({ name, schema }, ctx) {
      if (schema !== undefined) found(name, schema, ctx.location.child("schema"), ctx);
    },
  };
}

/** The target of a node that can be a `$ref`, and its place. */
export function resolved<T extends object>(node: T, ctx: UserContext): { node: T; location: Location } {
  const { node: target, location } = ctx.resolve<T>(node);
  return { node: target ?? node, location: location ?? ctx.location };
}

/** The schemas of each value of a schema, by place. */
export const schemasIn = (schema: unknown, location: Location, ctx: UserContext): Map<Place, Schema[]> =>
  valuesIn(located(schema, location), followWith(ctx), { maps: true });

/** The values in the JSON of a request body or an answer, as the client decodes them, by place; none if it has no JSON. */
export function valuesOf(content: Content | undefined, ctx: UserContext): Map<Place, Schema[]> {
  if (content === undefined) return new Map();
  const { node, location } = resolved(content, ctx);
  const schema = located(jsonSchema(node), location.child(["content", JSON_MEDIA_TYPE, "schema"]));
  return valuesIn(schema, followWith(ctx), { decoded: true });
}

/** The parameters of an operation, each with the schemas of its value. */
export const parametersOf = (operation: Operation, ctx: UserContext): { node: Parameter; schemas: Schema[] }[] =>
  (operation.parameters ?? []).map((parameter) => {
    const { node, location } = resolved(parameter, ctx);
    const schema = located(node.schema, location.child("schema"));
    return { node, schemas: valuesIn(schema, followWith(ctx), { decoded: true, deep: "items" }).get("") ?? [] };
  });
