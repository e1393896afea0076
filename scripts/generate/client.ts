// The files that a consumer gets: a typed client with the selected operations, and modules of types beside it. They import types
// of each other by the ending .ts, which every TypeScript takes in `import type`, and Deno needs.
import type { CheckedConfig } from "../config/index.js";
import { RUNTIME_PACKAGE } from "../core/installed.js";
import type { Document } from "../core/openapi.js";
import { compileMethods } from "./methods.js";
import { compileTables, operationTable, webhookTable, type Tables } from "./operations.js";
import { compileTypes } from "./types.js";

/** What every bundle that uses the client has at run time, and nothing else of the runtime. */
const CORE = `${RUNTIME_PACKAGE}/core`;

/**
 * @param contract what is selected of a published contract
 * @returns the texts by file name, without a banner
 * @throws Failure with code 1 if the contract cannot be compiled
 */
export function compileClient(
  contract: Document,
  { style, request }: Pick<CheckedConfig, "style" | "request">,
): Map<string, string> {
  const tables = compileTables(contract);
  const files = new Map([
    ["index.ts", style === "types" ? typesOnly(tables) : client(tables, style === "paths", request)],
    ["schema.ts", compileTypes(contract)],
  ]);
  if (tables.has.operations) files.set("methods.ts", compileMethods(contract, CORE, "./schema.ts"));
  return files;
}

const typesOnly = ({ has }: Tables): string => [...exportedTypes(has, false), ""].join("\n");

function exportedTypes({ operations, lists }: Tables["has"], methods: boolean): string[] {
  const ofMethods = [
    "Input",
    ...(lists ? ["Item", "ListId"] : []),
    ...(methods ? ["Methods"] : []),
    "OperationTypes",
    "Result",
  ];
  return [
    ...(operations ? [`export type { ${ofMethods.join(", ")} } from "./methods.ts";`] : []),
    `export type { components, Int64, Int64Input, operations, paths, webhooks } from "./schema.ts";`,
  ];
}

function client({ has, operations, webhooks, warehousePaths }: Tables, byPath: boolean, request: boolean): string {
  if (!has.operations) {
    const imported = `import type { WebhookTable } from "${CORE}";`;
    return [imported, "", ...exportedTypes(has, false), "", ...webhookTable(webhooks)].join("\n");
  }
  const candidates: [needed: boolean, member: string, value: string][] = [
    // Calls by path have no pages.
    [has.lists && !byPath, "lists", "listPages"],
    [warehousePaths.length > 0, "warehouse", "warehouseSigning"],
    [request, "request", "anyRequest"],
  ];
  const parts = candidates.filter(([needed]) => needed);
  const make = byPath ? "createClient" : "createPandaPon";
  const types = [
    "ClientOptions",
    ...(byPath
      ? ["PathClient", ...(request ? ["PathRequest"] : [])]
      : ["MethodClient", ...(request ? ["MethodRequest"] : [])]),
    "OperationTable",
    "TableTypes",
    ...(has.webhooks ? ["WebhookTable"] : []),
  ];
  const imported = [
    `${make} as makeClient`,
    ...parts.map(([, , value]) => value),
    ...types.map((name) => `type ${name}`),
  ];
  const reexported = [
    "Call",
    "CallOptions",
    "ClientOptions",
    ...(has.lists && !byPath ? ["ListCall"] : []),
    "Outcome",
    "PandaPonErrorKind",
  ];
  const given = parts.map(([, member, value]) => `${member}: ${value}`).join(", ");
  return [
    "import {",
    ...imported.map((name) => `  ${name},`),
    `} from "${CORE}";`,
    `import type { Methods, Routes } from "./methods.ts";`,
    `import type { paths } from "./schema.ts";`,
    "",
    ...exportedTypes(has, true),
    `export { PandaPonError, ${reexported.map((name) => `type ${name}`).join(", ")} } from "${CORE}";`,
    "",
    ...operationTable(operations),
    ...(has.webhooks ? webhookTable(webhooks) : []),
    ...(byPath ? pathClient(request) : methodClient(request)),
    ` * @param options the credentials and optional settings`,
    ` * @throws PandaPonError of kind \`input\` that names the missing or wrong option`,
    ` */`,
    `export function ${make}(options?: ClientOptions): ${byPath ? "PandaPonClient" : "PandaPon"} {`,
    `  return makeClient(options, operationTable${given === "" ? "" : `, { ${given} }`});`,
    "}",
    "",
  ].join("\n");
}

const methodClient = (request: boolean): string[] => [
  "/** The client that `createPandaPon` makes. */",
  `export interface PandaPon extends Methods, MethodClient${request ? ", MethodRequest<Routes>" : ""} {}`,
  "",
  "/**",
  " * Makes a client with one method per operation. A method takes path, query and body as one object, and returns the `data` of the answer.",
];

const pathClient = (request: boolean): string[] => [
  "/** The client that `createClient` makes. */",
  `export interface PandaPonClient extends PathClient<paths, Routes>${request ? ", PathRequest<paths, Routes>" : ""} {}`,
  "",
  "/**",
  " * Makes a client that calls by method and path, and returns `{ data, error, response }`. `data` is the whole answer.",
];
