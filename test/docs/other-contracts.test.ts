// Contracts of other APIs, which have none of our marks: each operation has its page, and nothing is said that is not known.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { siteFiles } from "../../scripts/dist/docs/index.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { at } from "../support/bundle.js";
import { pandapon, temporaryFolder } from "../support/workspace.js";

const answer = { "200": { description: "A pet." } };
const contract = (paths: object, more: object = {}): Document => {
  const document: unknown = { openapi: "3.1.0", info: { title: "Pets", version: "1" }, paths, ...more };
  // It is written as a bundle is.
  return document as Document;
};
const build = (document: Document): Promise<Map<string, string>> => siteFiles({ document, spec: undefined }, {});
const definitionOf = (page = ""): unknown =>
  JSON.parse(/id="docs-definition">(.*)<\/script>/.exec(page)?.[1] ?? "null");

test.each<[string, object, object]>([
  ["without a tag", {}, {}],
  ["with a tag that is not declared", { tags: ["pets"] }, {}],
  ["with a tag that is not in a group", { tags: ["pets"] }, { tags: [{ name: "pets" }], "x-tagGroups": [] }],
  ["with two tags", { tags: ["constructor", "pets"] }, { tags: [{ name: "pets" }] }],
])("an operation %s has its page, once", async (_what, more, head) => {
  const files = await build(
    contract({ "/pets": { get: { operationId: "listPets", responses: answer, ...more } } }, head),
  );
  expect([...files.keys()].filter((file) => file.startsWith("operations/"))).toEqual([
    "operations/listPets.html",
    "operations/listPets.md",
  ]);
  expect(files.get("llms.txt")?.split("listPets.md")).toHaveLength(2);
});

test("nothing is said of evidence and of effects that a contract does not tell", async () => {
  const files = await build(
    contract({ "/pets": { post: { operationId: "addPet", tags: ["pets"], responses: answer } } }),
  );
  const page = files.get("operations/addPet.md");
  expect(page).toContain("Call it as `addPet(…)`.");
  expect(page).not.toMatch(/What is known|PandaPon's page|only reads|changes real data/);
});

test("names that begin like an x- field stay, and x- fields go", async () => {
  const named = { type: "string", "x-own": 1 };
  const schemas = {
    "x-shape": {
      type: "object",
      "x-own": 1,
      properties: { "x-name": named, properties: { type: "object", properties: { "x-deep": named } } },
      patternProperties: { "x-pattern": named },
      $defs: { "x-def": named },
      dependentRequired: { "x-dependent": ["x-name"] },
      default: { "x-default": 1 },
      enum: [{ "x-value": 1 }],
      oneOf: [{ const: { "x-const": 1 } }],
      discriminator: { propertyName: "kind", mapping: { "x-kind": "#/components/schemas/x-shape" } },
    },
  };
  const operation = {
    operationId: "getPet",
    tags: ["pets"],
    "x-own": 1,
    security: [{ "x-key": [] }],
    parameters: [{ name: "x-query", in: "query", "x-own": 1, schema: named }],
    responses: {
      "200": {
        description: "A pet.",
        headers: { "x-header": { schema: named } },
        links: { "x-link": { operationId: "getPet" } },
        content: { "application/json": { schema: { $ref: "#/components/schemas/x-shape" } } },
      },
    },
  };
  const flow = { tokenUrl: "https://example.org/token", scopes: { "x-scope": "All" } };
  const securitySchemes = {
    "x-key": { type: "apiKey", in: "header", name: "X-Key" },
    oauth: { type: "oauth2", flows: { clientCredentials: flow } },
  };
  const files = await build(
    contract(
      { "/pets": { get: operation } },
      { security: [{ "x-key": [] }], components: { schemas, securitySchemes } },
    ),
  );
  const text = JSON.stringify(definitionOf(files.get("index.html")));
  const names = "shape name deep pattern def dependent default value const kind key query header link scope".split(" ");
  expect(names.filter((name) => !text.includes(`"x-${name}"`))).toEqual([]);
  expect(text).not.toContain("x-own");
  // Both ways to sign name it.
  expect(text.split('"x-key":[]')).toHaveLength(3);
});

test("an operation without a name is refused, with its line", async () => {
  const dir = temporaryFolder();
  const bundle = 'openapi: 3.1.0\ninfo: { title: a, version: "1" }\npaths:\n  /pets:\n    get:\n      responses: {}\n';
  writeFileSync(path.join(dir, "pets.yaml"), bundle);
  const ran = await pandapon(["docs", "--bundle", "pets.yaml"], dir);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(/^pets\.yaml:\d: This is not a bundle: the operation get \/pets has no operationId\./);
});

test.each([
  ["a reference", "schema: { $ref: other.yaml }", "other.yaml"],
  ["a reference to another host", "schema: { $ref: 'https://example.org/a.yaml' }", "https://example.org/a.yaml"],
  ["an example", "examples: { a: { externalValue: 'https://example.org/a.json' } }", "https://example.org/a.json"],
  ["a mapping", "schema: { discriminator: { propertyName: kind, mapping: { a: ./a.yaml } } }", "./a.yaml"],
])("%s that leads out of the bundle is refused, with its line", async (_what, media, target) => {
  const dir = temporaryFolder();
  const bundle = `openapi: 3.1.0
info: { title: a, version: "1" }
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        "200":
          content:
            application/json:
              ${media}
`;
  writeFileSync(path.join(dir, "pets.yaml"), bundle);
  const { code, stderr } = await pandapon(["docs", "--bundle", "pets.yaml"], dir);
  expect(stderr).toContain(`pets.yaml:11: This is not a bundle: it refers to ${target}, which is not part of it.`);
  expect(code).toBe(2);
});

test("keeps fields with names that JavaScript has a meaning for", async () => {
  const text = `{"type":"object","properties":{"__proto__":{"type":"string","description":"First."},"constructor":{"type":"string"}}}`;
  const content = {
    "application/json": { schema: JSON.parse(text) as object, example: JSON.parse('{"__proto__":{"a":1}}') as object },
  };
  const paths = { "/pets": { get: { operationId: "getPet", tags: ["pets"], responses: { "200": { content } } } } };
  const files = await build(contract(paths));
  expect(files.get("operations/getPet.md")).toMatch(/`__proto__` \(text\) First\.\n- `constructor`/);
  const shown = definitionOf(files.get("index.html"));
  const media = at(shown, "paths", "/pets", "get", "responses", "200", "content", "application/json");
  expect(JSON.stringify(media)).toContain(`"properties":{"__proto__":{"type":"string"`);
  expect(JSON.stringify(media)).toContain(`"example":{"__proto__":{"a":1}}`);
});

test("long integers of an example keep their digits, also if the example is text that holds JSON", async () => {
  const example = (value: unknown): object => ({ "200": { content: { "application/json": { example: value } } } });
  const get = (operationId: string, value: unknown): object => ({
    get: { operationId, tags: ["pets"], responses: example(value) },
  });
  const big = 123456789012345678901234567890n;
  const paths = {
    "/a": get("a", { id: -1234567890123456789n, list: [big], map: { "1234567890123456789": null } }),
    "/b": get("b", '{"id":1234567890123456789}'),
    "/c": get("c", null),
  };
  const files = await build(contract(paths));
  expect(files.get("operations/a.md")).toContain(
    '{\n  "id": -1234567890123456789,\n  "list": [\n    123456789012345678901234567890\n  ],\n  "map": {\n    "1234567890123456789": null\n  }\n}',
  );
  const shown = JSON.stringify(definitionOf(files.get("index.html")));
  // The page shows the digits behind this sign as a number.
  expect(shown).toContain('{"id":"\uE000-1234567890123456789","list":["\uE000123456789012345678901234567890"],');
  expect(shown).toContain('"example":{"id":"\uE0001234567890123456789"}');
  expect(shown).toContain('"example":null');
});

test("a scheme and a parameter with names that each object inherits", async () => {
  const components = { securitySchemes: { constructor: { type: "apiKey", in: "header", name: "X-Key" } } };
  const parameters = [{ name: "toString", in: "path", required: true, schema: { type: "string" } }];
  const get = { operationId: "getPet", security: [{ constructor: [] }], parameters, responses: answer };
  const files = await build(contract({ "/pets/{toString}": { get } }, { components }));
  const page = files.get("operations/getPet.md");
  expect(page).toContain('"X-Key: $PANDAPON_CONSTRUCTOR"');
  expect(page).toContain('"$base/pets/%7BtoString%7D"');
  expect(page).not.toMatch(/native|function/);
});

test("groups are in the order of the groups of tags", async () => {
  const get = (tag: string): object => ({ get: { operationId: `list.${tag}`, tags: [tag], responses: answer } });
  const tags = [{ name: "first" }, { name: "second" }];
  const groups = [{ name: "Both", tags: ["second", "first"] }];
  const files = await build(contract({ "/1": get("first"), "/2": get("second") }, { tags, "x-tagGroups": groups }));
  expect(files.get("llms.txt")).toMatch(/## second\n[^#]*## first\n/);
});
