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
import { stepsOf } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { referredIn } from "../core/refs.js";
import { walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { printValue } from "./print.js";
import { answerOf, answers, bodyTaken, describedResult, isTaken, resultOf } from "./calls.js";

/** The marks of a value, and what is found in its members: what becomes a `Shape` of src/operations/table.ts. */
interface FoundShape {
  marks: string;
  readonly members: Map<string, FoundShape>;
}

/** The marks of ids by how they travel. */
const WIRE_MARKS: Record<Wire, string> = { integer: "i", string: "s", either: "s" };

/** The tables of a contract as TypeScript literals, and what is in them. */
export interface Tables {
  /** Operations by operationId. */
  operations: string;
  /** Webhooks by message type. */
  webhooks: string;
  /** The paths of the operations that are signed by the warehouse's own rule. */
  warehousePaths: string[];
  has: { operations: boolean; webhooks: boolean; lists: boolean };
}

/** @throws Failure with code 1 if an operation lacks what the client must know */
export function compileTables(document: Document): Tables {
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
      { operationId: operation.operationId, message: shapeOf(jsonSchema(operation.requestBody), document, true) },
    ]),
  );
  return {
    operations: printValue(operations, { bareNames: true }),
    webhooks: printValue(webhooks, { bareNames: true }),
    warehousePaths,
    has: {
      operations: all.length > 0,
      webhooks: Object.keys(webhooks).length > 0,
      lists: all.some(({ operation }) => operation["x-pagination"] !== undefined),
    },
  };
}

/**
 * Compiles a bundle into `operations.ts`, without a banner.
 * @param core where the file imports the types of the tables from
 */
export function compileOperations(document: Document, core: string): string {
  const { operations, webhooks, warehousePaths } = compileTables(document);
  return [
    `import type { OperationTable, TableTypes, WebhookTable } from ${JSON.stringify(core)};`,
    `import type { Methods, Routes } from "./methods.js";`,
    `import type { paths } from "./schema.js";`,
    "",
    ...operationTable(operations),
    "/** The paths of the operations that are signed by the warehouse's own rule. */",
    `export const warehousePaths: readonly string[] = ${printValue(warehousePaths)};`,
    "",
    ...webhookTable(webhooks),
  ].join("\n");
}

/** The lines that declare the table of operations. */
export const operationTable = (operations: string): string[] => [
  `const table = ${operations} as const satisfies OperationTable;`,
  "",
  "/** What the client knows of each operation, by operationId. */",
  "export const operationTable: typeof table & TableTypes<Methods, paths, Routes> = table;",
  "",
];

/** The lines that declare the table of webhooks. */
export const webhookTable = (webhooks: string): string[] => [
  "/** What is known of each message that PandaPon pushes, by message type. */",
  `export const webhookTable = ${webhooks} as const satisfies WebhookTable;`,
  "",
];

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
  const inQuery = parameters.filter((one) => one.in === "query" && method !== "get").map(({ name }) => name);
  const answer = answerOf(operation);
  const described = describedResult(answer, document);
  const pagination = operation["x-pagination"];
  const success = operation["x-success"];
  const pointers = Object.values({ ...pagination, ...success }).map(String);
  const escaped = pointers.find((pointer) => pointer.includes("~"));
  if (escaped !== undefined) {
    throw new Failure(
      1,
      `${operation.operationId}: the client does not read ${escaped}. Point at a field without "~" or "/" in its name.`,
    );
  }
  const check = operation["x-check-with"];
  return {
    // What most operations share is in a row: it compresses best.
    method: method.toUpperCase(),
    effect,
    response: shapeOf(answer, document, true),
    envelope: answers(answer, "/code", document),
    result: resultOf(answer, document),
    ...(described && { described }),
    path: key,
    ...(inQuery.length > 0 && { query: inQuery }),
    request: shapeOf(inputSchema(parameters, whole), document),
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
  throw new Failure(1, `${operation.operationId} has no known security scheme. Use signature or warehouseSign.`);
}

/**
 * The parameters and the body as one object, which is what a method takes. A path parameter is not marked as required, because
 * the client always refuses a path without it. Nor is a query parameter of a POST, because the shape is also that of its body alone.
 */
function inputSchema(parameters: Parameter[], { method, operation }: WholeOperation): Schema {
  const properties = Object.fromEntries(parameters.map((one) => [one.name, one.schema ?? {}]));
  const needed = parameters.filter((one) => one.required === true && one.in === "query" && method === "get");
  const body = bodyTaken(operation) ?? {};
  // A body that may be left out requires no member.
  const bodyOrNone = operation.requestBody?.required === true ? body : { anyOf: [body, {}] };
  return { allOf: [{ properties, required: needed.map(({ name }) => name) }, bodyOrNone] };
}

/**
 * The shape of a value. It has what is special, at any depth.
 * @param read whether the value is read: then an id may have any form, and nothing is checked
 */
function shapeOf(schema: Schema | undefined, document: Document, read = false): unknown {
  const root: FoundShape = { marks: "", members: new Map() };
  walkSchema(alone(schema ?? {}), "", false, {
    follow: referredIn(document),
    content: true,
    maps: true,
    visit({ place, parts, required, combined }) {
      // The walker keeps the nodes of the document: these are its schemas.
      const schemas = parts.map(({ node }) => node as Schema).filter(({ $ref }) => $ref === undefined);
      const wire = wireOf(schemas);
      let marks = schemas.some(({ contentSchema }) => contentSchema !== undefined) ? "j" : "";
      if (wire !== undefined) marks += read ? "s" : WIRE_MARKS[wire];
      else if (isWhole(combined) && !read) marks += schemas.some((one) => one["x-unit"] === "fen") ? "f" : "w";
      if (required && !read) marks += "!";
      if (marks !== "") foundAt(root, place).marks = marks;
    },
  });
  return printed(root);
}

function foundAt(root: FoundShape, place: string): FoundShape {
  let here = root;
  for (const name of stepsOf(place)) {
    const below = here.members.get(name) ?? { marks: "", members: new Map<string, FoundShape>() };
    here.members.set(name, below);
    here = below;
  }
  return here;
}

/** The shape as in the table: the marks, or the members in order, or both. */
function printed({ marks, members }: FoundShape): unknown {
  const shapes = byName([...members].map(([name, found]): [string, unknown] => [name, printed(found)]));
  if (marks === "") return shapes;
  return members.size === 0 ? marks : [marks, shapes];
}

/** Whether every number that a value may be is an integer. */
function isWhole(combined: readonly Composition[]): boolean {
  const types = united(
    combined.map((one) => saidBy(one, (node) => (node["type"] === undefined ? undefined : typesOf(node as Schema)))),
  );
  return types?.includes("integer") === true && !types.includes("number");
}
