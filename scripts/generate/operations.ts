// Compiles the operations table: what the runtime needs to know of each operation.
import {
  jsonSchema,
  operationsOf,
  typesOf,
  type Document,
  type Operation,
  type Parameter,
  type Schema,
} from "../core/openapi.js";
import { escapeStep } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { followIn, partsOf, targetIn, type Follow } from "../core/schema-view.js";
import { printValue } from "./print.js";
import { scriptBanner } from "./artefacts.js";
import { answerOf, answers, bodyTaken, isTaken, resultOf } from "./calls.js";

type Wire = "integer" | "string" | "either";
interface FoundPositions {
  int64?: Record<string, Wire>;
  jsonText?: string[];
}

/**
 * Compiles a bundle into `operations.ts`.
 * @param core where the file imports the types of the tables from
 */
export function compileOperations(document: Document, core: string): string {
  const follow = followIn(document);
  const target = targetIn(document);
  const operations = byName(
    [...operationsOf(document.paths, target)].map(({ key, method, operation }): [string, unknown] => [
      operation.operationId,
      operationEntry(document, method.toUpperCase(), key, operation, follow),
    ]),
  );
  const warehousePaths = [...operationsOf(document.paths, target)]
    .filter(({ operation }) => securityKind(document, operation) === "warehouse")
    .map(({ key }) => key)
    .sort();
  const webhooks = byName(
    [...operationsOf(document.webhooks, target)].map(({ key, operation }): [string, unknown] => [
      key,
      { operationId: operation.operationId, message: positionsOf(jsonSchema(operation.requestBody), follow) },
    ]),
  );
  return [
    scriptBanner,
    `import type { OperationTable, TableTypes, WebhookTable } from ${JSON.stringify(core)};`,
    `import type { Methods } from "./methods.js";`,
    `import type { paths } from "./schema.js";`,
    "",
    `const table = ${printValue(operations, { bareNames: true })} as const satisfies OperationTable;`,
    "",
    "/** Every operation whose path is known, by operationId. */",
    "export const operationTable: typeof table & TableTypes<Methods, paths> = table;",
    "",
    "/** The paths of the operations that are signed by the warehouse's own rule. */",
    `export const warehousePaths: readonly string[] = ${printValue(warehousePaths)};`,
    "",
    "/** Every message that PandaPon pushes and whose type is known, by message type. */",
    `export const webhookTable = ${printValue(webhooks, { bareNames: true })} as const satisfies WebhookTable;`,
    "",
  ].join("\n");
}

function operationEntry(
  document: Document,
  method: string,
  path: string,
  operation: Operation,
  follow: Follow,
): unknown {
  const effect = operation["x-effect"];
  if (effect === undefined) {
    throw new Failure(
      1,
      `${operation.operationId} has no x-effect. Run \`pandapon lint\`, which names the file and the line.`,
    );
  }
  const parameters = (operation.parameters ?? []).filter(isTaken);
  const body = bodyTaken(operation);
  const answer = answerOf(operation);
  const pagination = operation["x-pagination"];
  const success = operation["x-success"];
  return {
    method,
    path,
    effect,
    security: securityKind(document, operation),
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters.map((one) => [one.name, one.in])) }),
    request: positionsOf(inputSchema(parameters, body), follow),
    response: positionsOf(answer, follow),
    envelope: answers(answer, "/code", follow),
    result: resultOf(answer, follow),
    ...(pagination && { pagination }),
    ...(success && { success }),
  };
}

/** The warehouse's operations are signed in the query (warehouseSign), all others in headers (signature). */
function securityKind(document: Document, operation: Operation): "signature" | "warehouse" {
  const schemes = (operation.security ?? document.security ?? []).flatMap((one) => Object.keys(one));
  if (schemes.includes("signature")) return "signature";
  if (schemes.includes("warehouseSign")) return "warehouse";
  throw new Failure(1, `${operation.operationId} has no known security scheme. Use one that spec/openapi.yaml lists.`);
}

/** The parameters and the body as one object, which is what a method takes. */
function inputSchema(parameters: Parameter[], body: Schema | undefined): Schema {
  const properties = Object.fromEntries(parameters.map((one) => [one.name, one.schema ?? {}]));
  return { allOf: [{ properties }, ...(body === undefined ? [] : [body])] };
}

/** The positions of int64s and JSON texts, at any depth. */
function positionsOf(schema: Schema | undefined, follow: Follow): FoundPositions {
  const int64 = new Map<string, Set<string>>();
  const jsonText = new Set<string>();

  function visit(one: Schema, at: string): void {
    for (const { schema: part } of partsOf({ schema: one, from: "" }, follow)) {
      if (part.format === "int64") {
        const wire = int64.get(at) ?? new Set();
        for (const type of typesOf(part)) if (type !== "null") wire.add(type);
        int64.set(at, wire);
      }
      if (part.contentSchema !== undefined) {
        jsonText.add(at);
        visit(part.contentSchema, at);
      }
      if (part.items !== undefined) visit(part.items, `${at}/*`);
      if (typeof part.additionalProperties === "object") visit(part.additionalProperties, `${at}/*`);
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        visit(property, `${at}/${escapeStep(name)}`);
      }
    }
  }

  if (schema !== undefined) visit(schema, "");
  return {
    ...(int64.size > 0 && { int64: byName([...int64].map(([at, wire]): [string, Wire] => [at, wireOf(wire)])) }),
    ...(jsonText.size > 0 && { jsonText: [...jsonText].sort() }),
  };
}

const wireOf = (types: Set<string>): Wire =>
  types.has("integer") ? (types.has("string") ? "either" : "integer") : "string";

const byName = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
