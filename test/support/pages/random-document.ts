// OpenAPI documents of one endpoint, made at random from every construct that a page may have.
import fc from "fast-check";

type Node = Record<string, unknown>;

const NAMES = ["id", "name", "lines", "total", "a/b", "x~y", "*", "items[]", "__proto__", "constructor", "订单"];
const SHAPES = ["Order", "Line[]", "返回", "Box", "Loop"];
const name = fc.constantFrom(...NAMES);
const type = fc.constantFrom("string", "integer", "number", "boolean");
const ref = fc.constantFrom(...SHAPES).map((shape) => ({ $ref: `#/components/schemas/${encodeURIComponent(shape)}` }));
const scalar = fc.oneof(fc.constantFrom("A", "B", "C"), fc.integer({ min: 1, max: 9 }), fc.boolean());
const text = fc.constantFrom("", "count", "order", "The number of the order, as PandaPon counts it; from 1.");

/** Keywords beside a type, each there now and then. */
const BESIDE: Record<string, fc.Arbitrary<unknown>> = {
  nullable: fc.boolean(),
  format: fc.constantFrom("int32", "int64", "date-time", ""),
  title: text,
  description: text,
  default: fc.oneof(scalar, fc.constant("")),
  example: fc.oneof(scalar, fc.constant(""), fc.constant({ a: 1 })),
  examples: fc.array(scalar, { maxLength: 2 }),
  deprecated: fc.boolean(),
  minLength: fc.nat(9),
  maximum: fc.nat(9),
  pattern: fc.constantFrom("^a", ""),
  uniqueItems: fc.boolean(),
  not: fc.constant({ type: "string" }),
  "x-apifox-enum": fc.array(fc.record({ value: fc.constantFrom("A", "B"), name: text, description: text }), {
    maxLength: 2,
  }),
  "x-apifox-ignore-properties": fc.array(name, { maxLength: 3 }),
  "x-apifox-orders": fc.array(name, { maxLength: 3 }),
};

const beside = fc
  .subarray(Object.entries(BESIDE), { maxLength: 3 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen)) as fc.Arbitrary<Node>);
const named = (members: fc.Arbitrary<unknown>): fc.Arbitrary<Node> =>
  fc.array(fc.tuple(name, members), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));

const { schema } = fc.letrec<{ schema: Node; plain: Node }>((tie) => {
  const inner = tie("schema");
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const object = fc.record(
    { type: fc.constant("object"), properties: named(inner), required: fc.array(name, { maxLength: 3 }) },
    { requiredKeys: ["properties"] },
  );
  const shapes: fc.Arbitrary<Node>[] = [
    fc.record({
      type: fc.oneof(type, fc.uniqueArray(fc.oneof(type, fc.constant("null")), { minLength: 1, maxLength: 3 })),
    }),
    fc.record({ type, enum: fc.uniqueArray(fc.constantFrom("A", "B", "C", 1, 2, null), { maxLength: 3 }) }),
    fc.record({ const: scalar }),
    ref,
    object,
    fc.record({ type: fc.constant("array"), items: inner }, { requiredKeys: ["items"] }),
    fc.record({ type: fc.constant("array"), prefixItems: list }),
    fc.record({ type: fc.constant("object"), additionalProperties: fc.oneof(fc.boolean(), inner) }),
    fc.record({ allOf: list }),
    fc.record({ oneOf: list }),
    fc.record({ anyOf: list }),
    fc.tuple(object, list).map(([own, all]) => ({ ...own, allOf: all })),
    fc
      .tuple(fc.option(named(inner), { nil: {} }), ref, named(fc.option(inner)), fc.constantFrom("apifox", "apidog"))
      .map(([properties, target, overrides, site]) => ({
        type: "object",
        properties,
        [`x-${site}-refs`]: { "01J": { ...target, [`x-${site}-overrides`]: overrides } },
      })),
  ];
  return {
    schema: fc
      .tuple(
        fc.oneof({ maxDepth: 4, depthIdentifier: "schema" }, { weight: 4, arbitrary: tie("plain") }, ...shapes),
        beside,
      )
      .map(([one, more]) => ({ ...more, ...one })),
    plain: fc.record({ type }),
  };
});

const media = fc.record({ schema }, { requiredKeys: [] });
const content = fc
  .subarray(["application/json", "text/plain", "application/xml"], { minLength: 1 })
  .chain((types) => fc.record(Object.fromEntries(types.map((one) => [one, media]))));
const parameter = fc.record(
  {
    name: fc.constantFrom("id", "page", "signature", "a/b", "__proto__"),
    in: fc.constantFrom("query", "header", "path", "cookie"),
    required: fc.boolean(),
    description: text,
    example: fc.oneof(scalar, fc.constant("")),
    deprecated: fc.boolean(),
    schema,
  },
  { requiredKeys: ["name", "in"] },
);
const useOf = (part: string, keys: readonly string[]): fc.Arbitrary<Node> =>
  fc.constantFrom(...keys).map((key) => ({ $ref: `#/components/${part}/${key}` }));
const parameters = fc.array(fc.oneof(parameter, useOf("parameters", ["Page", "Key"])), { maxLength: 3 });
const answer = fc.oneof(fc.record({ description: text, content }), useOf("responses", ["Done"]));

/** A document of the version 3.0.1 with one operation, `post /shop/order`. */
export const documents: fc.Arbitrary<Node> = fc
  .record({
    shared: parameters,
    operation: fc.record(
      {
        summary: fc.constant("Get an order"),
        parameters,
        requestBody: fc.oneof(fc.record({ content }), useOf("requestBodies", ["Body"])),
        responses: fc.record(
          { "200": answer, "x-200:2": answer, "400": answer, default: answer },
          { requiredKeys: ["200"] },
        ),
        callbacks: fc.record(
          { done: fc.constant({ "{$request.body#/url}": { post: { responses: {} } } }) },
          { requiredKeys: [] },
        ),
        security: fc.array(fc.constantFrom({ key: [] }, { login: [] }), { maxLength: 2 }),
      },
      { requiredKeys: ["responses"] },
    ),
    components: fc.record({
      schemas: fc.record(Object.fromEntries(SHAPES.map((shape) => [shape, schema]))),
      parameters: fc.record({ Page: parameter, Key: parameter }),
      requestBodies: fc.record({ Body: fc.record({ content }) }),
      responses: fc.record({ Done: fc.record({ content }) }),
      securitySchemes: fc.constant({
        key: { type: "apiKey", in: "header", name: "access-key" },
        login: { type: "http", scheme: "bearer" },
      }),
    }),
  })
  .map(({ shared, operation, components }) => ({
    openapi: "3.0.1",
    paths: { "/shop/order": { parameters: shared, post: operation } },
    components,
  }));
