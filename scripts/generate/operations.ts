// Compiles the operations table: what the runtime needs to know of each operation.
import {
  jsonSchema,
  operationsOf,
  typesOf,
  type Document,
  type Operation,
  type Parameter,
  type Schema,
  type WholeOperation,
} from "../core/openapi.js";
import { saidBy, united, type Composition } from "../core/composition.js";
import { wireOf, type Wire } from "../core/exact-examples.js";
import { byName } from "../core/text.js";
import { alone } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { referredIn } from "../core/refs.js";
import { walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { printValue } from "./print.js";
import { scriptBanner } from "./artefacts.js";
import { answerOf, answers, bodyTaken, describedResult, isTaken, resultOf } from "./calls.js";

/** Places by kind: ids by how they travel, texts that hold JSON, other whole numbers, and members that must be there. */
type FoundPositions = Partial<Record<Wire | "jsonText" | "fen" | "whole" | "required", string[]>>;

/**
 * Compiles a bundle into `operations.ts`.
 * @param core where the file imports the types of the tables from
 */
export function compileOperations(document: Document, core: string): string {
  const target = targetIn(document);
  const all = [...operationsOf(document.paths, target)];
  const operations = byName(
    all.map((whole): [string, unknown] => [whole.operation.operationId, operationEntry(document, whole)]),
  );
  const warehousePaths = all
    .filter(({ operation }) => signedByWarehouse(document, operation))
    .map(({ key }) => key)
    .sort();
  const webhooks = byName(
    [...operationsOf(document.webhooks, target)].map(({ key, operation }): [string, unknown] => [
      key,
      { operationId: operation.operationId, message: positionsRead(jsonSchema(operation.requestBody), document) },
    ]),
  );
  return [
    scriptBanner,
    `import type { OperationTable, TableTypes, WebhookTable } from ${JSON.stringify(core)};`,
    `import type { Methods, Routes } from "./methods.js";`,
    `import type { paths } from "./schema.js";`,
    "",
    `const table = ${printValue(operations, { bareNames: true })} as const satisfies OperationTable;`,
    "",
    "/** Every operation whose path is known, by operationId. */",
    "export const operationTable: typeof table & TableTypes<Methods, paths, Routes> = table;",
    "",
    "/** The paths of the operations that are signed by the warehouse's own rule. */",
    `export const warehousePaths: readonly string[] = ${printValue(warehousePaths)};`,
    "",
    "/** Every message that PandaPon pushes and whose type is known, by message type. */",
    `export const webhookTable = ${printValue(webhooks, { bareNames: true })} as const satisfies WebhookTable;`,
    "",
  ].join("\n");
}

function operationEntry(document: Document, whole: WholeOperation): unknown {
  const { key, method, operation } = whole;
  const effect = operation["x-effect"];
  if (effect === undefined) {
    throw new Failure(
      1,
      `${operation.operationId} has no x-effect. Add \`x-effect: read\` or \`x-effect: write\` to the operation.`,
    );
  }
  const parameters = (operation.parameters ?? []).filter(isTaken);
  const answer = answerOf(operation);
  const described = describedResult(answer, document);
  const pagination = operation["x-pagination"];
  const success = operation["x-success"];
  const check = operation["x-check-with"];
  return {
    // What most operations share is in a row: it compresses best.
    method: method.toUpperCase(),
    effect,
    response: positionsRead(answer, document),
    envelope: answers(answer, "/code", document),
    result: resultOf(answer, document),
    ...(described && { described }),
    path: key,
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters.map((one) => [one.name, one.in])) }),
    request: positionsOf(inputSchema(parameters, whole), document),
    ...(signedByWarehouse(document, operation) && { security: "warehouse" }),
    ...(pagination && { pagination }),
    ...(success && { success }),
    ...(typeof check === "object" && { checkWith: check.operation }),
  };
}

/** Whether an operation is signed in the query (warehouseSign), as the warehouse's are. All others are signed in headers (signature). */
function signedByWarehouse(document: Document, operation: Operation): boolean {
  const schemes = (operation.security ?? document.security ?? []).flatMap((one) => Object.keys(one));
  if (schemes.includes("signature")) return false;
  if (schemes.includes("warehouseSign")) return true;
  throw new Failure(1, `${operation.operationId} has no known security scheme. Use one that spec/openapi.yaml lists.`);
}

/**
 * The parameters and the body as one object, which is what a method takes. Required is what the client does not see otherwise:
 * it refuses a path without one of its parameters in any case. Of a POST, it looks only for what belongs into the body.
 */
function inputSchema(parameters: Parameter[], { method, operation }: WholeOperation): Schema {
  const properties = Object.fromEntries(parameters.map((one) => [one.name, one.schema ?? {}]));
  const needed = parameters.filter((one) => one.required === true && one.in === "query" && method === "get");
  const body = bodyTaken(operation) ?? {};
  // A body that may be left out requires no member.
  const bodyOrNone = operation.requestBody?.required === true ? body : { anyOf: [body, {}] };
  return { allOf: [{ properties, required: needed.map(({ name }) => name) }, bodyOrNone] };
}

/** The positions in a value, at any depth. */
function positionsOf(schema: Schema | undefined, document: Document): FoundPositions {
  const found: Required<FoundPositions> = {
    integer: [],
    string: [],
    either: [],
    jsonText: [],
    fen: [],
    whole: [],
    required: [],
  };
  walkSchema(alone(schema ?? {}), "", false, {
    follow: referredIn(document),
    content: true,
    maps: true,
    visit({ place, parts, required, combined }) {
      // The walker keeps the nodes of the document: these are its schemas.
      const schemas = parts.map(({ node }) => node as Schema).filter(({ $ref }) => $ref === undefined);
      const wire = wireOf(schemas);
      if (wire !== undefined) found[wire].push(place);
      else if (isWhole(combined)) found[schemas.some((one) => one["x-unit"] === "fen") ? "fen" : "whole"].push(place);
      if (schemas.some(({ contentSchema }) => contentSchema !== undefined)) found.jsonText.push(place);
      if (required) found.required.push(place);
    },
  });
  return sorted(found);
}

/** Whether every number that a value may be is an integer. */
function isWhole(combined: readonly Composition[]): boolean {
  const types = united(
    combined.map((one) => saidBy(one, (node) => (node["type"] === undefined ? undefined : typesOf(node as Schema)))),
  );
  return types?.includes("integer") === true && !types.includes("number");
}

/** The positions in what is read. An id is read in any form. */
function positionsRead(schema: Schema | undefined, document: Document): FoundPositions {
  const { integer = [], string = [], either = [], jsonText = [] } = positionsOf(schema, document);
  return sorted({ either: [...integer, ...string, ...either], jsonText });
}

/** The kinds that have places, each with its places in order. */
function sorted(found: FoundPositions): FoundPositions {
  const kinds = Object.entries(found).filter(([, places]) => places.length > 0);
  return Object.fromEntries(kinds.map(([kind, places]) => [kind, places.toSorted()]));
}
