// A small OpenAPI document of one endpoint of an invented shop, parts of which tests replace.
import { DEFAULT_SCHEMA, dump, Type } from "js-yaml";

export type Node = Record<string, unknown>;

interface Parts {
  /** The schema of the field `a` of the answer. */
  field?: unknown;
  /** Further fields of the answer. */
  extra?: Node;
  /** The schema of the whole request, and of the whole answer. */
  body?: Node;
  answer?: Node;
  example?: unknown;
  parameters?: unknown[];
  /** Members of the operation. */
  operation?: Node;
  schemas?: Node;
  /** Further answers, further media types of the answer, and security schemes. */
  answers?: Node;
  types?: Node;
  securitySchemes?: Node;
}

export const DOCUMENT = ({
  field = {},
  extra,
  body,
  answer,
  example,
  parameters,
  operation,
  schemas,
  answers,
  types,
  securitySchemes,
}: Parts = {}): Node => ({
  openapi: "3.0.1",
  paths: {
    "/shop/order": {
      post: {
        summary: "Get an order",
        parameters: parameters ?? [],
        requestBody: {
          content: {
            "application/json": { schema: body ?? { type: "object", properties: { id: { type: "string" } } } },
          },
        },
        responses: {
          "200": {
            content: {
              "application/json": {
                schema: answer ?? { type: "object", properties: { a: field, ...extra }, required: ["a"] },
                ...(example === undefined ? {} : { example }),
              },
              ...types,
            },
          },
          ...answers,
        },
        "x-apifox-status": "released",
        "x-run-in-apifox": "https://app.apifox.com/web/project/1/apis/api-2-run",
        ...operation,
      },
    },
  },
  components: { schemas: schemas ?? {}, ...(securitySchemes === undefined ? {} : { securitySchemes }) },
  servers: [{ url: "https://shop.example.org" }],
});

const BIGINT = new Type("!bigint", {
  kind: "scalar",
  resolve: () => false,
  predicate: (value) => typeof value === "bigint",
  represent: String,
});

export const jsonOf = (value: Node): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? `bigint:${one}` : one)).replaceAll(
    /"bigint:(\d+)"/g,
    "$1",
  );
export const yamlOf = (value: Node): string =>
  dump(value, { lineWidth: -1, noRefs: true, schema: DEFAULT_SCHEMA.extend({ implicit: [BIGINT] }) });
