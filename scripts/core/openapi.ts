// The parts of an OpenAPI 3.1 document that the tools read, and no others.

export type HttpMethod = "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace";
export const METHODS: readonly HttpMethod[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The methods that every client has, whatever its operations are. No operationId begins with one. */
export const CLIENT_METHODS: ReadonlySet<string> = new Set(["request", "with"]);

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  contentMediaType?: string;
  contentSchema?: Schema;
  "x-required"?: "unknown";
  /** The fields of a shared shape that the operation's page marks optional. */
  "x-optional"?: string[];
  "x-unit"?: Unit;
  "x-id"?: "text";
  "x-open"?: true;
  "x-extensible-enum"?: string[];
  "x-evidence"?: SchemaEvidence;
}

/** Where a fact is from if no field table of a v1 page shows it. */
export const BASES = ["example", "v2", "manual", "inferred", "upstream", "client", "observed"] as const;
export type Basis = (typeof BASES)[number];
export interface SchemaEvidence {
  basis?: Basis;
  page?: string;
}

/** The bases of facts that are not PandaPon's word. */
const WEAK: ReadonlySet<Basis | undefined> = new Set(["upstream", "client", "observed"]);
export const isWeak = (node: { "x-evidence"?: SchemaEvidence }): boolean => WEAK.has(node["x-evidence"]?.basis);

type Unit = (typeof UNITS)[number];
export const UNITS = ["fen", "yuan", "ms", "s", "unknown"] as const;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  example?: unknown;
  examples?: unknown;
  schema?: Schema;
  "x-required"?: "unknown";
  "x-alternative"?: "body";
  "x-evidence"?: SchemaEvidence;
}

export interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: unknown;
}

export interface Content {
  content?: Record<string, MediaType>;
}

export type Completeness = (typeof COMPLETENESS)[number];
export const COMPLETENESS = ["complete", "partial", "unknown"] as const;
export const STATUSES = ["released", "in-development", "deprecated", "unknown"] as const;

export interface Evidence {
  page: string;
  modified: string;
  status: (typeof STATUSES)[number];
  request: Completeness;
  response: Completeness;
}

/** How a list is read page by page. Pointers lead into the response. */
export interface Pagination {
  page: string;
  firstPage: number;
  size: string;
  items: string;
  total?: string;
}

/** A second level of success inside the answer. Pointers lead into the response. */
interface Success {
  flag: string;
  errorCode?: string;
  errorMessage?: string;
}

/** Which read tells what happened after an unknown outcome of a write, and what to look at. */
export type CheckWith = "none" | { operation: string; how: string };

export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  externalDocs?: { url: string; description?: string };
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content & { description?: string }>;
  "x-effect": "read" | "write";
  "x-check-with"?: CheckWith;
  "x-evidence": Evidence;
  "x-pagination"?: Pagination;
  "x-success"?: Success;
}

export type PathItem = Partial<Record<HttpMethod, Operation>> & { parameters?: Parameter[] };

export interface Tag {
  name: string;
  description?: string;
  "x-displayName"?: string;
}

/** A bundled contract: every `$ref` leads into its own components. */
export interface Document {
  openapi: string;
  /** Only in a published contract. */
  "x-generated"?: string;
  info: { title: string; version: string; summary?: string; description?: string };
  servers?: unknown[];
  externalDocs?: { url: string; description?: string };
  security?: Record<string, string[]>[];
  tags?: Tag[];
  "x-tagGroups"?: { name: string; tags: string[] }[];
  paths?: Record<string, PathItem>;
  webhooks?: Record<string, PathItem>;
  components?: Record<string, Record<string, unknown>>;
}

export const JSON_MEDIA_TYPE = "application/json";

export const jsonSchema = (content: Content | undefined): Schema | undefined =>
  content?.content?.[JSON_MEDIA_TYPE]?.schema;

/**
 * Whether a schema holds an identifier: in TypeScript a string of digits. An int64 with a unit is an amount or a time, which is a number there.
 */
export const isId = (schema: { format?: unknown; "x-unit"?: unknown }): boolean =>
  schema.format === "int64" && schema["x-unit"] === undefined;

/** The names of a schema's types, including `"null"`. */
export const typesOf = (schema: Schema): string[] =>
  schema.type === undefined ? [] : Array.isArray(schema.type) ? schema.type : [schema.type];

/** The operations of a bundle as they are written, in the order of the document. A change of one stays. */
export const operationNodes = (items: Record<string, PathItem> = {}): Operation[] =>
  Object.values(items).flatMap((item) => METHODS.flatMap((method) => item[method] ?? []));

/** An operation whose parameters, body and answers are not a `$ref`. Its parameters include those of the path item. */
export interface WholeOperation {
  key: string;
  method: HttpMethod;
  operation: Operation;
}

/** The operations of a bundle, in the order of the document. `follow` returns the target of a `$ref`. */
export function* operationsOf(
  items: Record<string, PathItem> | undefined,
  follow: <T extends object>(node: T) => T,
): Generator<WholeOperation> {
  for (const [key, item] of Object.entries(items ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const { requestBody, responses } = operation;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(follow);
      const answers = Object.entries(responses ?? {}).map(([code, answer]): [string, Content] => [
        code,
        follow(answer),
      ]);
      yield {
        key,
        method,
        operation: {
          ...operation,
          parameters,
          ...(requestBody && { requestBody: follow(requestBody) }),
          responses: Object.fromEntries(answers),
        },
      };
    }
  }
}
