// How a page's schemas are merged: every fact is a field of the page, or is noted with its line.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { DOCUMENT, type Node } from "../support/pages/shop-document.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

type Reading = ReturnType<typeof readSource>;
type Page = Reading["pages"][number];

const read = (document: object, name = "shop.json"): Reading =>
  readSource({ name, bytes: Buffer.from(JSON.stringify(document, null, 2)) });

function onlyPage({ pages }: Reading): Page {
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error(`${pages.length} pages`);
  return page;
}

/** A field in short: `string|integer? !{A,B}` may be null, is required, and has a closed list. */
function inShort({
  types,
  nullable,
  required,
  enum: values,
  named,
  format,
}: NonNullable<ReturnType<Page["fields"]["get"]>>): string {
  const marks = `${nullable === "yes" ? "?" : ""}${required === "yes" ? "!" : ""}`;
  const lists = `${values === undefined ? "" : `{${values.join()}}`}${named === undefined ? "" : `(${named.join()})`}`;
  return `${types.join("|")}${format === undefined ? "" : `<${format}>`}${marks}${lists}`;
}

/** The fields below the answer's field `a`, and that field itself as "". */
function fieldsOf(field: unknown, schemas: Node = {}): Record<string, string> {
  const { fields } = onlyPage(read(DOCUMENT({ field, schemas })));
  return Object.fromEntries(
    [...fields].flatMap(([place, one]) => {
      const [, below] = /^response\/a(?:\/(.*))?$/.exec(place) ?? [undefined, undefined];
      return place.startsWith("response/a") ? [[below ?? "", inShort(one)]] : [];
    }),
  );
}

const ref = (name: string): Node => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Node, required: string[] = []): Node => ({ type: "object", properties, required });
const S = { type: "string" };
const I = { type: "integer" };

describe("schemas are merged by the contract's rule", () => {
  test.each<[what: string, field: unknown, fields: Record<string, string>]>([
    [
      "allOf: types in common",
      { allOf: [{ type: ["string", "integer"] }, { type: ["string", "null"] }] },
      { "": "string!" },
    ],
    ["allOf: an integer is a number", { allOf: [{ type: "number" }, I] }, { "": "integer!" }],
    ["allOf: a part without a type takes any", { allOf: [S, { title: "t" }] }, { "": "string!" }],
    ["allOf: a contradiction allows both", { allOf: [S, I] }, { "": "integer|string!" }],
    ["allOf: null only if all allow it", { allOf: [{ ...S, nullable: true }, S] }, { "": "string!" }],
    [
      "allOf: null if all allow it",
      { allOf: [{ ...S, nullable: true }, { type: ["string", "null"] }] },
      { "": "string?!" },
    ],
    ["null beside a $ref", { ...ref("Text"), nullable: true }, { "": "string?!" }],
    ["null beside allOf", { allOf: [ref("Text")], nullable: true }, { "": "string?!" }],
    ["allOf: values in common", { allOf: [{ enum: ["A", "B"] }, { enum: ["B", "C"] }] }, { "": "string!{B}" }],
    [
      "allOf: required is united",
      { allOf: [object({ b: S }, ["b"]), object({ c: S }), { required: ["c"] }] },
      { "": "object!", b: "string!", c: "string!" },
    ],
    [
      "allOf: one field of two parts",
      { allOf: [object({ b: { type: ["string", "integer"] } }), object({ b: { ...S, format: "date" } })] },
      { "": "object!", b: "string<date>" },
    ],
    ["oneOf: types are united", { oneOf: [S, I, { type: "null" }] }, { "": "integer|string?!" }],
    ["oneOf: values of closed branches", { oneOf: [{ enum: ["A"] }, { ...S, enum: ["B"] }] }, { "": "string!{A,B}" }],
    ["oneOf: values beside an open branch", { oneOf: [{ ...S, enum: ["A", "B"] }, S] }, { "": "string!(A,B)" }],
    [
      "oneOf: required is what every branch requires",
      { oneOf: [object({ b: S, c: S }, ["b", "c"]), object({ b: S }, ["b"])] },
      { "": "object!", b: "string!", c: "string" },
    ],
    [
      "anyOf: one field of two branches is all that both say",
      { anyOf: [object({ b: { enum: ["A"] } }), object({ b: { enum: ["A"] } })] },
      { "": "object!", b: "string!{A}".replace("!", "") },
    ],
    [
      "oneOf of allOf",
      { oneOf: [{ allOf: [object({ b: S }, ["b"]), object({ c: I }, ["c"])] }, object({ b: S, d: S }, ["b"])] },
      { "": "object!", b: "string!", c: "integer", d: "string" },
    ],
    ["allOf of oneOf", { allOf: [{ oneOf: [S, I] }, { oneOf: [I, { type: "boolean" }] }] }, { "": "integer!" }],
    ["const", { const: "A" }, { "": "string!{A}" }],
    ["const: a number", { const: 5 }, { "": "integer!{5}" }],
    ["const: null", { const: null }, { "": "?!" }],
    ["oneOf of consts", { oneOf: [{ const: "A" }, { const: "B" }, { const: null }] }, { "": "string?!{A,B}" }],
    [
      "x-apifox-refs: only the shape",
      { "x-apifox-refs": { r: ref("Shape") }, "x-apifox-ignore-properties": ["b"] },
      { "": "object!", b: "string!", c: "integer" },
    ],
    [
      "x-apifox-refs: all written out",
      { ...object({ b: I }), "x-apifox-refs": { r: ref("Shape") }, "x-apifox-ignore-properties": ["b"] },
      { "": "object!", b: "integer" },
    ],
    [
      "x-apifox-refs: written out, and the shape is not on the page",
      { ...object({ b: I }), "x-apifox-refs": { r: ref("Gone") }, "x-apifox-ignore-properties": ["b"] },
      { "": "object!", b: "integer" },
    ],
    [
      "x-apifox-refs: beside fields of its own",
      { ...object({ d: S }), "x-apifox-refs": { r: ref("Shape") }, "x-apifox-ignore-properties": [] },
      { "": "object!", b: "string!", c: "integer", d: "string" },
    ],
    [
      "x-apidog-refs",
      { "x-apidog-refs": { r: { ...ref("Shape"), "x-apidog-overrides": { b: I, c: null } } } },
      { "": "object!", b: "integer!" },
    ],
    [
      "two parts, one of which hides its fields",
      { allOf: [{ ...object({ b: S }), "x-apifox-ignore-properties": ["b", "c"] }, object({ c: S })] },
      { "": "object!", b: "string", c: "string" },
    ],
  ])("%s", (_, field, fields) => {
    expect(fieldsOf(field, { Text: S, Shape: object({ b: S, c: I }, ["b"]) })).toEqual(fields);
  });
});

/** The messages of a reading, each with the text of its line. */
function noted(document: object): string[] {
  const text = JSON.stringify(document, null, 2).split("\n");
  return read(document).problems.map(({ line, message }) => `${text[line - 1]?.trim().slice(0, 24)} → ${message}`);
}

test("limits become one notice of a page, with values and places", () => {
  const [only = "", ...others] = noted(
    DOCUMENT({
      body: object({ a: { ...S, minLength: 1, pattern: "^a" } }),
      field: { ...I, maximum: 9 },
      extra: { b: { ...S, maxLength: 5 }, c: { ...S, maxLength: 7 } },
    }),
  );
  expect(others).toEqual([]);
  expect(only).toMatch(
    /^"minLength": 1, → \/shop\/order: limits not read: minLength 1 at body\/a, pattern \^a at body\/a, maximum 9 at response\/a, maxLength 5 at response\/b, and 1 more \(.*\)\.$/,
  );
});

test.each<[what: string, operation: Node, line: RegExp, says: RegExp]>([
  ["a cookie", { parameters: [{ name: "s", in: "cookie", schema: S }] }, /^\{/, /cookie s not read/],
  ["callbacks", { callbacks: { paid: { a: {} } } }, /"callbacks"/, /callbacks not read/],
  [
    "a further answer",
    { responses: { 200: {}, "x-200:checked": { content: {} } } },
    /"x-200:checked"/,
    /answer x-200:checked not read/,
  ],
  [
    "a header of an answer",
    { responses: { 200: { headers: { a: {} } } } },
    /"headers"/,
    /headers not read: .* at response/,
  ],
  [
    "a second type",
    { responses: { 200: { content: { "text/csv": {}, "application/json": {} } } } },
    /"text\/csv"/,
    /text\/csv not read/,
  ],
])("what is not read is noted with its line: %s", (_, operation, line, says) => {
  const [only = "", ...others] = noted(DOCUMENT({ operation }));
  expect(others).toEqual([]);
  expect(only.split(" → ")[0]).toMatch(line);
  expect(only).toMatch(says);
});

describe("a message type, or a path", () => {
  const kindOf = (key: string, operation: Node): string => {
    const page = onlyPage(
      read({ openapi: "3.0.1", paths: { [key]: { post: { responses: { 200: {} }, ...operation } } } }),
    );
    return `${page.kind} ${page.path}`;
  };
  test.each<[key: string, operation: Node, is: string]>([
    ["ORDER_PAID", {}, "callback ORDER_PAID"],
    ["ORDER_PAID", { tags: ["Orders"] }, "callback ORDER_PAID"],
    ["/REFUND_STEPS", { tags: ["Refunds"], requestBody: { content: {} } }, "operation /REFUND_STEPS"],
    ["/REFUND_STEPS", { tags: ["Refunds"] }, "operation /REFUND_STEPS"],
    ["/REFUND_STEPS", {}, "operation /REFUND_STEPS"],
    ["/ORDER_PAID", { "x-apifox-folder": "1688/Message callback" }, "callback ORDER_PAID"],
    ["/ORDER_PAID", { tags: ["消息回调"] }, "callback ORDER_PAID"],
    ["/ORDER_PAID", { tags: ["Callbacks"], requestBody: { content: {} } }, "operation /ORDER_PAID"],
  ])("%s %j is %s", (key, operation, is) => {
    expect(kindOf(key, operation)).toBe(is);
  });
});

test("a path item behind a $ref", () => {
  const get = { responses: { 200: { content: { "application/json": { schema: object({ a: S }) } } } } };
  const items = {
    One: { $ref: "#/components/pathItems/Two" },
    Two: { get, parameters: [{ name: "id", in: "path", required: true, schema: S }] },
  };
  const reading = read({
    openapi: "3.1.0",
    paths: { "/a/{id}": { $ref: "#/components/pathItems/One" } },
    components: { pathItems: items },
  });
  expect([...onlyPage(reading).fields.keys()]).toEqual(["path/id", "response/a"]);
  expect(reading.problems).toEqual([]);
  const lost = read({ openapi: "3.1.0", paths: { "/a": { $ref: "b.yaml#/a" } } });
  expect(lost.problems).toMatchObject([{ line: 4, message: "/a: the $ref leads nowhere." }]);
});

describe("hostile pages", () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < depth; level += 1) value = { a: value };
    return value;
  };
  const twins = Object.fromEntries(
    Array.from({ length: 24 }, (_, n) => [`S${n}`, object({ a: ref(`S${n + 1}`), b: ref(`S${n + 1}`) })]),
  );
  const composed = (keyword: string): Node =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`S${n}`, { [keyword]: [ref(`S${n + 1}`), ref(`S${n + 1}`)] }]),
    );
  const many = (count: number, one: (n: number) => unknown): Node =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, one(n)]));
  const list = (count: number, one: (n: number) => unknown): unknown[] =>
    Array.from({ length: count }, (_, n) => one(n));

  test.each<[what: string, document: Node, says: RegExp]>([
    ["an example 2 000 deep", DOCUMENT({ example: nested(2_000) }), /nests deeper than 300 levels/],
    ["a default 1 000 deep", DOCUMENT({ field: { default: nested(1_000) } }), /nests deeper than 300 levels/],
    ["a component 1 000 deep", DOCUMENT({ field: ref("A"), schemas: { A: { not: nested(1_000) } } }), /nests deeper/],
    ["24 shapes of two fields each", DOCUMENT({ field: ref("S0"), schemas: twins }), /more than 10000 fields/],
    [
      "40 allOf of two parts each",
      DOCUMENT({ field: ref("S0"), schemas: composed("allOf") }),
      /composed (?:more than|of too many)/,
    ],
    [
      "40 oneOf of two parts each",
      DOCUMENT({ field: ref("S0"), schemas: composed("oneOf") }),
      /composed (?:more than|of too many)/,
    ],
    ["11 000 fields", DOCUMENT({ extra: many(11_000, () => S) }), /more than 10000 fields/],
    ["an example of 11 000 fields", DOCUMENT({ example: many(11_000, () => 1) }), /more than 10000 fields/],
    ["200 000 values", DOCUMENT({ example: { a: list(200_000, (n) => ({ n })) } }), /more than 100000 objects/],
    [
      "30 000 parts of an allOf",
      DOCUMENT({ field: { allOf: list(70_000, (n) => ({ enum: [n] })) } }),
      /too many|more than/,
    ],
  ])("a problem of that page, and the others are read: %s", (_, document, says) => {
    const paths = { ...(document["paths"] as Node), "/shop/other": { get: { responses: { 200: {} } } } };
    const start = performance.now();
    const { pages, problems } = read({ ...document, paths });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(pages.map((page) => page.path)).toEqual(["/shop/other"]);
    expect(problems).toMatchObject([{ message: expect.stringMatching(says) as string }]);
    expect(problems[0]).not.toHaveProperty("notice");
  });

  test.each<[what: string, document: Node]>([
    ["a shape that is part of itself", DOCUMENT({ field: ref("A"), schemas: { A: { allOf: [ref("A")] } } })],
    ["a choice of itself", DOCUMENT({ field: ref("A"), schemas: { A: { oneOf: [ref("A"), S] } } })],
    [
      "two shapes in a circle",
      DOCUMENT({ field: ref("A"), schemas: { A: { allOf: [ref("B")] }, B: { anyOf: [ref("A")] } } }),
    ],
    [
      "a shape that is mixed into itself",
      DOCUMENT({ field: ref("A"), schemas: { A: { "x-apifox-refs": { r: ref("A") } } } }),
    ],
  ])("a circle is noted: %s", (_, document) => {
    expect(read(document).problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The cyclic \$ref is read once: the shape [AB] holds itself at response\/a\.$/),
    );
  });

  test("of many parts that cannot be read, 200 are named, and the number of the others", () => {
    const { problems } = read(DOCUMENT({ extra: many(1_000, (n) => ref(`Gone${n}`)) }));
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toMatch(/^\/shop\/order: 800 more parts cannot be read \(/);
  });

  test("a pull takes the other pages", async () => {
    const dir = temporaryFolder();
    mkdirSync(dir, { recursive: true });
    const page = CANCEL_PAGE.replace("api-2-run", "api-3-run").replace("/shop/order/{orderId}:", "/shop/order/other:");
    writeFileSync(path.join(dir, "api-2.md"), CANCEL_PAGE);
    writeFileSync(path.join(dir, "a.json"), JSON.stringify(DOCUMENT({ example: nested(2_000) })));
    writeFileSync(path.join(dir, "z.md"), page);
    const { problems } = await pull({ spec: smallSpec(), from: [dir] });
    expect(problems).toMatchObject([{ message: expect.stringMatching(/nests deeper/) as string }]);
  });

  test.each([
    ["part of itself", "allOf:\n  - $ref: Order.yaml\n"],
    ["a choice of itself", "oneOf:\n  - $ref: Order.yaml\n  - type: string\n"],
  ])("a schema of the contract that is composed of itself is a failure with its file: %s", async (_, text) => {
    const spec = smallSpec();
    writeFileSync(path.join(spec, "components/schemas/Order.yaml"), text);
    const page = path.join(temporaryFolder(), "api-2.md");
    writeFileSync(page, CANCEL_PAGE);
    const { code, stderr } = await pandapon(["pages", "diff", "--spec", spec, "--from", page]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /Order\.yaml:1: the schema cannot be read: it is composed of itself\. Run `pandapon lint`\./,
    );
  });
});

test("security schemes count as headers, and the contract agrees", () => {
  const page = path.join(temporaryFolder(), "api-2.md");
  const listed = /        - name: signature\n(?: {10}.*\n)+/;
  const scheme = "securitySchemes:\n    sign:\n      type: apiKey\n      in: header\n      name: signature\n";
  writeFileSync(
    page,
    CANCEL_PAGE.replace(listed, "")
      .replace("securitySchemes: {}\n", scheme)
      .replace("      security: []", "      security: [{ sign: [] }]"),
  );
  expect(diff({ spec: smallSpec(), from: [page] })).toMatchObject({ findings: [], problems: [] });
});
