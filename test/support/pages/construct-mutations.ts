// Changes to each construct of OpenAPI that a page may hold, and where the normalised page shows each of them.
import { DOCUMENT, type Node } from "./shop-document.js";

export interface ConstructMutation {
  what: string;
  before: Node;
  after: Node;
  /** The places whose lines change, or `notices`, `words`, or another member of the page. */
  shown: string[];
}

const A = "response/a";
const ref = (name: string, kind = "schemas"): Node => ({ $ref: `#/components/${kind}/${name}` });
const text = (more: Node = {}): Node => ({ type: "string", ...more });
const object = (properties: Node, more: Node = {}): Node => ({ type: "object", properties, ...more });

type Change = [what: string, before: Node, after: Node, ...shown: string[]];

/** Changes to the schema of one field of the answer. */
const FIELDS: Change[] = [
  [
    "allOf: a part less",
    { allOf: [object({ b: text() }), object({ c: text() })] },
    { allOf: [object({ b: text() })] },
    `${A}/c`,
  ],
  [
    "allOf: the type of a part",
    { allOf: [text(), { title: "t" }] },
    { allOf: [{ type: "integer" }, { title: "t" }] },
    A,
  ],
  [
    "allOf: a narrower type",
    { allOf: [{ type: ["string", "integer"] }] },
    { allOf: [{ type: ["string", "integer"] }, text()] },
    A,
    "notices",
  ],
  [
    "allOf: null in every part",
    { allOf: [text({ nullable: true }), text({ nullable: true })] },
    { allOf: [text({ nullable: true }), text()] },
    A,
    "notices",
  ],
  [
    "allOf: values of the second part",
    { allOf: [text(), { enum: ["A", "B"] }] },
    { allOf: [text(), { enum: ["A", "C"] }] },
    A,
  ],
  [
    "allOf: values in common",
    { allOf: [text({ enum: ["A", "B"] }), { enum: ["A", "B"] }] },
    { allOf: [text({ enum: ["A", "B"] }), { enum: ["A"] }] },
    A,
    "notices",
  ],
  [
    "allOf: required in the second part",
    { allOf: [object({ b: text() }), {}] },
    { allOf: [object({ b: text() }), { required: ["b"] }] },
    `${A}/b`,
  ],
  [
    "allOf: the format of the second part",
    { allOf: [text(), { format: "date" }] },
    { allOf: [text(), { format: "time" }] },
    A,
  ],
  [
    "allOf: a second format",
    { allOf: [text({ format: "date" }), { format: "date" }] },
    { allOf: [text({ format: "date" }), { format: "time" }] },
    "notices",
  ],
  [
    "allOf: the default of the second part",
    { allOf: [text(), { default: "A" }] },
    { allOf: [text(), { default: "B" }] },
    A,
  ],
  [
    "allOf: a second default",
    { allOf: [text({ default: "A" }), { default: "C" }] },
    { allOf: [text({ default: "A" }), { default: "B" }] },
    "notices",
  ],
  [
    "allOf: a second title",
    { allOf: [text({ title: "t" }), { title: "u" }] },
    { allOf: [text({ title: "t" }), { title: "v" }] },
    A,
  ],
  [
    "allOf: a field of two parts",
    { allOf: [object({ b: text() }), object({ b: text() })] },
    { allOf: [object({ b: { type: "integer" } }), object({ b: { type: "integer" } })] },
    `${A}/b`,
  ],
  [
    "oneOf: the type of one branch",
    { oneOf: [text(), { type: "integer" }] },
    { oneOf: [text(), { type: "boolean" }] },
    A,
    "notices",
  ],
  ["oneOf: one branch less", { oneOf: [text(), { type: "integer" }] }, { oneOf: [text()] }, A, "notices"],
  [
    "oneOf: a value of one branch",
    { oneOf: [{ enum: ["A"] }, { enum: ["B"] }] },
    { oneOf: [{ enum: ["A"] }, { enum: ["C"] }] },
    A,
  ],
  [
    "oneOf: a value beside an open branch",
    { oneOf: [text({ enum: ["A"] }), text()] },
    { oneOf: [text({ enum: ["B"] }), text()] },
    A,
  ],
  ["oneOf: null in one branch", { oneOf: [text(), text()] }, { oneOf: [text(), text({ nullable: true })] }, A],
  ["oneOf: null as a branch", { oneOf: [text()] }, { oneOf: [text(), { type: "null" }] }, A],
  [
    "oneOf: required in both branches",
    { oneOf: [object({ b: text() }, { required: ["b"] }), object({ b: text() }, { required: ["b"] })] },
    { oneOf: [object({ b: text() }, { required: ["b"] }), object({ b: text() })] },
    `${A}/b`,
    "notices",
  ],
  [
    "oneOf: a field of one branch moves to the other",
    { oneOf: [object({ b: text() }), object({ c: text(), d: text() })] },
    { oneOf: [object({ b: text(), c: text() }), object({ d: text() })] },
    "notices",
  ],
  [
    "anyOf: the type of one branch",
    { anyOf: [text(), { type: "integer" }] },
    { anyOf: [text(), { type: "number" }] },
    A,
    "notices",
  ],
  [
    "anyOf becomes oneOf",
    { anyOf: [text(), { type: "integer" }] },
    { oneOf: [text(), { type: "integer" }] },
    "notices",
  ],
  ["const", { const: "A" }, { const: "B" }, A],
  ["const: its type", { const: "1" }, { const: 1 }, A],
  ["enum without a type: its type", { enum: ["1"] }, { enum: [1] }, A],
  [
    "prefixItems",
    { type: "array", prefixItems: [text()] },
    { type: "array", prefixItems: [{ type: "integer" }] },
    "notices",
  ],
  [
    "prefixItems behind a $ref",
    { type: "array", prefixItems: [ref("Other")] },
    { type: "array", prefixItems: [ref("Number")] },
    "notices",
  ],
  ["not", { not: { const: "A" } }, { not: { const: "B" } }, "notices"],
  [
    "patternProperties",
    { type: "object", patternProperties: { a: text() } },
    { type: "object", patternProperties: { a: { type: "integer" } } },
    "notices",
  ],
  [
    "if, then",
    { if: { required: ["b"] }, then: { required: ["c"] } },
    { if: { required: ["b"] }, then: { required: ["d"] } },
    "notices",
  ],
  ["else", { else: { required: ["c"] } }, { else: { required: ["d"] } }, "notices"],
  ["dependentSchemas", { dependentSchemas: { b: text() } }, { dependentSchemas: { c: text() } }, "notices"],
  ["unevaluatedProperties", { type: "object" }, { type: "object", unevaluatedProperties: false }, "notices"],
  [
    "a map's value type",
    { type: "object", additionalProperties: text() },
    { type: "object", additionalProperties: { type: "integer" } },
    "notices",
  ],
  [
    "a map's shape",
    { type: "object", additionalProperties: ref("Other") },
    { type: "object", additionalProperties: ref("Number") },
    "notices",
  ],
  ["no further members", { type: "object" }, { type: "object", additionalProperties: false }, "notices"],
  ["minLength", text({ minLength: 1 }), text({ minLength: 2 }), "notices"],
  ["maximum", { type: "integer", maximum: 1 }, { type: "integer", maximum: 2 }, "notices"],
  ["pattern", text({ pattern: "^a+$" }), text({ pattern: "^b+$" }), "notices"],
  ["uniqueItems", { type: "array" }, { type: "array", uniqueItems: true }, "notices"],
  ["deprecated", text(), text({ deprecated: true }), "notices"],
  ["readOnly", text(), text({ readOnly: true }), "notices"],
  ["writeOnly", text(), text({ writeOnly: true }), "notices"],
  ["xml", text({ xml: { name: "b" } }), text({ xml: { name: "c" } }), "notices"],
  [
    "discriminator",
    { type: "object", discriminator: { propertyName: "b" } },
    { type: "object", discriminator: { propertyName: "c" } },
    "notices",
  ],
  [
    "externalDocs",
    text({ externalDocs: { url: "https://b.example" } }),
    text({ externalDocs: { url: "https://c.example" } }),
    "notices",
  ],
  ["contentSchema", text({ contentSchema: text() }), text({ contentSchema: { type: "integer" } }), "notices"],
  ["a keyword that nobody knows", text({ unit: "fen" }), text({ unit: "yuan" }), "notices"],
  ["a member that is allowed without a schema", object({ b: true }), object({ c: true }), "notices"],
  [
    "required of a field that no schema declares",
    object({}, { required: ["b"] }),
    object({}, { required: ["c"] }),
    "notices",
  ],
  [
    "the description beside a title",
    text({ title: "price", description: "in fen" }),
    text({ title: "price", description: "no longer used" }),
    A,
  ],
  [
    "the title beside a description",
    text({ title: "price", description: "in fen" }),
    text({ title: "amount", description: "in fen" }),
    A,
  ],
  [
    "the meaning of a value",
    text({ enum: ["1", "2"], "x-apifox-enum": [{ value: "1", name: "n", description: "paid by the seller" }] }),
    text({ enum: ["1", "2"], "x-apifox-enum": [{ value: "1", name: "n", description: "paid by the buyer" }] }),
    A,
  ],
  [
    "the name of a value",
    text({ enum: ["1"], "x-apidog-enum": [{ value: "1", name: "free" }] }),
    text({ enum: ["1"], "x-apidog-enum": [{ value: "1", name: "paid" }] }),
    A,
  ],
  ["a value with a name", text({ "x-apifox-enum": [{ value: "1" }] }), text({ "x-apifox-enum": [{ value: "2" }] }), A],
  ["a second example", text({ examples: ["A", "B"] }), text({ examples: ["A", "C"] }), "notices"],
  ["an example that is an object", object({}, { example: { b: 1 } }), object({}, { example: { b: 2 } }), "notices"],
  [
    "x-apifox-refs: the shape",
    { type: "object", properties: {}, "x-apifox-refs": { r: ref("Other") } },
    { type: "object", properties: {}, "x-apifox-refs": { r: ref("Third") } },
    `${A}/b`,
    `${A}/c`,
  ],
  [
    "x-apifox-refs: a member that is replaced",
    { "x-apifox-refs": { r: { ...ref("Other"), "x-apifox-overrides": { b: text() } } } },
    { "x-apifox-refs": { r: { ...ref("Other"), "x-apifox-overrides": { b: { type: "integer" } } } } },
    `${A}/b`,
  ],
  [
    "x-apifox-refs: a member that is left out",
    { "x-apifox-refs": { r: ref("Other") } },
    { "x-apifox-refs": { r: { ...ref("Other"), "x-apifox-overrides": { b: null } } } },
    `${A}/b`,
  ],
  [
    "x-apifox-refs: a member that is required",
    { "x-apifox-refs": { r: ref("Other") } },
    { "x-apifox-refs": { r: { ...ref("Other"), required: ["b"] } } },
    `${A}/b`,
  ],
  [
    "x-apifox-refs: a type that is written out",
    object({ b: text(), z: text() }, { "x-apifox-refs": { r: ref("Other") }, "x-apifox-ignore-properties": ["b"] }),
    object(
      { b: { type: "integer" }, z: text() },
      { "x-apifox-refs": { r: ref("Other") }, "x-apifox-ignore-properties": ["b"] },
    ),
    `${A}/b`,
  ],
  [
    "x-apidog-refs: the shape",
    { "x-apidog-refs": { r: ref("Other") } },
    { "x-apidog-refs": { r: ref("Third") } },
    `${A}/b`,
    `${A}/c`,
  ],
];

const SCHEMAS = { Other: object({ b: text() }), Third: object({ c: text() }), Number: { type: "integer" } };
const parameter = (more: Node = {}): Node => ({ name: "id", in: "query", schema: text(), ...more });
const content = (schema: Node, type = "application/json"): Node => ({ content: { [type]: { schema } } });
const OK = content(object({ a: text() }));

/** Changes to an operation: its members before and after, and what each of them changes in the components. */
const OPERATIONS: Change[] = [
  [
    "callbacks",
    { callbacks: { paid: { "{$url}": { post: { requestBody: content(text()) } } } } },
    { callbacks: { paid: { "{$url}": { post: { requestBody: content({ type: "integer" }) } } } } },
    "notices",
  ],
  [
    "a further answer of the status",
    { responses: { 200: OK, "x-200:checked": content(text()) } },
    { responses: { 200: OK, "x-200:checked": content({ type: "integer" }) } },
    "notices",
  ],
  [
    "a further answer of another status",
    { responses: { 200: OK, 400: content(text()) } },
    { responses: { 200: OK, 401: content(text()) } },
    "notices",
  ],
  ["a second successful answer", { responses: { 200: OK, 201: OK } }, { responses: { 200: OK } }, "notices"],
  [
    "the default beside an answer",
    { responses: { 200: OK, default: content(text()) } },
    { responses: { 200: OK } },
    "notices",
  ],
  [
    "the default as the only answer",
    { responses: { default: OK } },
    { responses: { default: content(object({ a: { type: "integer" } })) } },
    A,
  ],
  [
    "headers of an answer",
    { responses: { 200: { ...OK, headers: { "x-a": { schema: text() } } } } },
    { responses: { 200: { ...OK, headers: { "x-b": { schema: text() } } } } },
    "notices",
  ],
  [
    "links of an answer",
    { responses: { 200: { ...OK, links: { b: { operationId: "b" } } } } },
    { responses: { 200: { ...OK, links: { c: { operationId: "b" } } } } },
    "notices",
  ],
  [
    "a second media type",
    {
      responses: {
        200: { content: { ...(content(text(), "text/csv")["content"] as Node), ...(OK["content"] as Node) } },
      },
    },
    {
      responses: {
        200: { content: { ...(content(text(), "text/plain")["content"] as Node), ...(OK["content"] as Node) } },
      },
    },
    "notices",
  ],
  [
    "an answer behind a $ref",
    { responses: { 200: ref("One", "responses") } },
    { responses: { 200: ref("Two", "responses") } },
    A,
  ],
  [
    "an answer behind two $refs",
    { responses: { 200: ref("ToOne", "responses") } },
    { responses: { 200: ref("ToTwo", "responses") } },
    A,
  ],
  [
    "an answer that is lost",
    { responses: { 200: ref("One", "responses") } },
    { responses: { 200: ref("Gone", "responses") } },
    A,
    "notices",
    "visible",
  ],
  [
    "a body behind a $ref",
    { requestBody: ref("One", "requestBodies") },
    { requestBody: ref("Two", "requestBodies") },
    "body/a",
  ],
  [
    "a body that is required",
    { requestBody: content(object({ a: text() })) },
    { requestBody: { ...content(object({ a: text() })), required: true } },
    "notices",
  ],
  [
    "the description of a body",
    { requestBody: { ...OK, description: "b" } },
    { requestBody: { ...OK, description: "c" } },
    "words",
  ],
  ["the description of the operation", { description: "b" }, { description: "c" }, "words"],
  [
    "a parameter behind a $ref",
    { parameters: [ref("One", "parameters")] },
    { parameters: [ref("Two", "parameters")] },
    "query/id",
  ],
  [
    "a parameter behind two $refs",
    { parameters: [ref("ToOne", "parameters")] },
    { parameters: [ref("ToTwo", "parameters")] },
    "query/id",
  ],
  [
    "a parameter that is lost",
    { parameters: [ref("One", "parameters")] },
    { parameters: [ref("Gone", "parameters")] },
    "query/id",
    "notices",
    "visible",
  ],
  [
    "a cookie",
    { parameters: [parameter({ in: "cookie" })] },
    { parameters: [parameter({ in: "cookie", required: true })] },
    "notices",
  ],
  [
    "a deprecated parameter",
    { parameters: [parameter()] },
    { parameters: [parameter({ deprecated: true })] },
    "notices",
  ],
  [
    "the style of a parameter",
    { parameters: [parameter()] },
    { parameters: [parameter({ style: "spaceDelimited" })] },
    "notices",
  ],
  [
    "how a parameter is spread",
    { parameters: [parameter()] },
    { parameters: [parameter({ explode: false })] },
    "notices",
  ],
  [
    "the content of a parameter",
    { parameters: [{ name: "id", in: "query", ...content(text()) }] },
    { parameters: [{ name: "id", in: "query", ...content({ type: "integer" }) }] },
    "notices",
  ],
  [
    "a limit of a parameter",
    { parameters: [parameter({ schema: text({ maxLength: 1 }) })] },
    { parameters: [parameter({ schema: text({ maxLength: 2 }) })] },
    "notices",
  ],
  [
    "the description in a parameter's schema",
    { parameters: [parameter({ description: "id", schema: text({ description: "b" }) })] },
    { parameters: [parameter({ description: "id", schema: text({ description: "c" }) })] },
    "query/id",
  ],
  [
    "an example of several of a parameter",
    { parameters: [parameter({ examples: { a: { value: "A" }, b: { value: "B" } } })] },
    { parameters: [parameter({ examples: { a: { value: "A" }, b: { value: "C" } } })] },
    "notices",
  ],
  ["a security scheme in a header", { security: [{ Key: [] }] }, { security: [] }, "header/x-key"],
  ["a security scheme in the query", { security: [{ Query: [] }] }, { security: [] }, "query/key"],
  ["one of two security schemes", { security: [{ Key: [] }] }, { security: [{ Key: [] }, {}] }, "header/x-key"],
  ["a security scheme of another kind", { security: [{ Bearer: [] }] }, { security: [{ Cookie: [] }] }, "notices"],
  ["the scopes of a security scheme", { security: [{ Bearer: ["b"] }] }, { security: [{ Bearer: ["c"] }] }, "notices"],
  ["a second tag", { tags: ["a", "b"] }, { tags: ["a", "c"] }, "notices"],
  [
    "external documents",
    { externalDocs: { url: "https://b.example" } },
    { externalDocs: { url: "https://c.example" } },
    "notices",
  ],
  ["servers of its own", {}, { servers: [{ url: "https://b.example" }] }, "servers"],
  [
    "Apidog's status",
    { "x-apifox-status": undefined, "x-apidog-status": "released" },
    { "x-apifox-status": undefined, "x-apidog-status": "obsolete" },
    "status",
  ],
  ["Apidog's folder", { "x-apidog-folder": "a/b" }, { "x-apidog-folder": "a/c" }, "folder"],
  [
    "Apidog's id",
    { "x-run-in-apifox": undefined, "x-run-in-apidog": "https://app.apidog.com/web/project/1/apis/api-3-run" },
    { "x-run-in-apifox": undefined, "x-run-in-apidog": "https://app.apidog.com/web/project/1/apis/api-4-run" },
    "id",
  ],
];

const bodies = (): Node => ({ One: OK, Two: content(object({ a: { type: "integer" } })) });
const chained = (kind: string, named: Node): Node => ({ ...named, ToOne: ref("One", kind), ToTwo: ref("Two", kind) });
const COMPONENTS: Node = {
  schemas: SCHEMAS,
  responses: chained("responses", bodies()),
  requestBodies: bodies(),
  parameters: chained("parameters", { One: parameter(), Two: parameter({ required: true }) }),
  securitySchemes: {
    Key: { type: "apiKey", in: "header", name: "x-key" },
    Query: { type: "apiKey", in: "query", name: "key" },
    Cookie: { type: "apiKey", in: "cookie", name: "key" },
    Bearer: { type: "http", scheme: "bearer" },
  },
};

const withComponents = (document: Node): Node => ({ ...document, components: COMPONENTS });

export const CONSTRUCT_MUTATIONS: ConstructMutation[] = [
  ...FIELDS.map(([what, before, after, ...shown]) => ({
    what,
    before: withComponents(DOCUMENT({ field: before })),
    after: withComponents(DOCUMENT({ field: after })),
    shown,
  })),
  ...OPERATIONS.map(([what, before, after, ...shown]) => ({
    what,
    before: withComponents(DOCUMENT({ operation: before })),
    after: withComponents(DOCUMENT({ operation: after })),
    shown,
  })),
];
