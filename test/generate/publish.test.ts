// The published contract is written for any tool: names, tags, links, standard forms, exact ids.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { parse } from "lossless-json";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { eachSchema } from "../../scripts/dist/core/document-schemas.js";
import type { Document, Schema } from "../../scripts/dist/core/openapi.js";
import { printValue } from "../../scripts/dist/generate/print.js";
import { publish } from "../../scripts/dist/generate/publish/index.js";
import { portable } from "../../scripts/dist/generate/publish/portable.js";
import {
  at,
  document,
  isNode,
  nodeAt,
  operations,
  target,
  webhooks,
  type Named,
  type Node,
} from "../support/bundle.js";
import { pandapon, ROOT, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const all = [...operations, ...webhooks];
const schemas = nodeAt(document, "components", "schemas");
const everySchema: Schema[] = [];
eachSchema(document as unknown as Document, (schema) => everySchema.push(schema));
const tags = [document["tags"]].flat() as Node[];

const bodiesOf = ({ operation }: Named): [kind: string, schema: unknown][] => [
  ["Request", at(operation, "requestBody", "content", "application/json", "schema")],
  ["Response", at(operation, "responses", "200", "content", "application/json", "schema")],
];

describe("names", () => {
  test.each(all)("$id: its request and its answer are components named after it", (one) => {
    const words = one.id.split(".").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    for (const [kind, schema] of bodiesOf(one)) {
      if (schema !== undefined) expect(schema).toEqual({ $ref: `#/components/schemas/${words.join("")}${kind}` });
    }
  });

  test("a schema of the contract cannot take the name of a request", async () => {
    const edits: Edit[] = [["components/schemas/Order.yaml", "$ref: OrderId.yaml", "$ref: ShopOrdersListRequest.yaml"]];
    const spec = smallSpec(...edits);
    const folder = path.join(spec, "components/schemas");
    writeFileSync(path.join(folder, "ShopOrdersListRequest.yaml"), readFileSync(path.join(folder, "OrderId.yaml")));
    const ran = await pandapon(["generate", "--spec", spec, "--out", temporaryFolder()]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      "ShopOrdersListRequest has the name of the request of shop.orders.list. Rename its file.",
    );
  });
});

describe("tags", () => {
  test("have names that are identifiers with hyphens, and keep their titles", () => {
    for (const { name, "x-displayName": title } of tags) {
      expect(String(name)).toMatch(/^[a-z][a-z]*(-[a-z]+)*$/);
      expect(title).toEqual(expect.any(String));
    }
    expect(tags.map(({ name }) => name)).toContain("alibaba-orders");
    expect(tags.find(({ name }) => name === "alibaba-orders")?.["x-displayName"]).toBe("1688 orders");
  });

  test("are each in one group", () => {
    const groups = document["x-tagGroups"] as { name: string; tags: string[] }[];
    expect(groups.flatMap((one) => one.tags).sort()).toEqual(tags.map(({ name }) => name).sort());
    expect(groups.map(({ name }) => name)).toEqual(["Taobao", "1688", "Common"]);
  });

  test.each(all)("$id has a tag that is declared", ({ operation }) => {
    expect(tags.map(({ name }) => name)).toEqual(expect.arrayContaining([operation["tags"]].flat()));
  });
});

describe("tags of other contracts", () => {
  const named = (...names: string[]): unknown => {
    const contract = { openapi: "3.1.1", info: {}, tags: names.map((name) => ({ name })) };
    return publish(contract as unknown as Document).document.tags?.map(({ name }) => name);
  };

  test("keep letters of any script, and no hyphen at an end", () => {
    expect(named("订单", "3PL (new)", "1688 orders", "Größen")).toEqual([
      "订单",
      "3pl-new",
      "alibaba-orders",
      "größen",
    ]);
  });

  test("cannot have one name", () => {
    expect(() => named("Orders", "1688 cart", "orders!")).toThrow(
      'The tags "Orders" and "orders!" are both orders for other tools. Rename one of the two.',
    );
  });
});

describe("links and answers", () => {
  test.each(all)("$id links to its page of PandaPon", ({ operation }) => {
    const page = at(operation, "x-evidence", "page");
    expect(operation["externalDocs"]).toEqual({ url: page, description: "PandaPon's page" });
  });

  test("each call has an answer for other statuses; a webhook has none", () => {
    for (const { operation } of operations)
      expect(Object.keys(nodeAt(operation, "responses"))).toEqual(["200", "default"]);
    for (const { operation } of webhooks) expect(Object.keys(nodeAt(operation, "responses"))).toEqual(["200"]);
  });

  test("the document says that it is not PandaPon's own", () => {
    const { title, contact } = nodeAt(document, "info");
    expect(title).toContain("unofficial");
    expect(JSON.stringify(contact).toLowerCase()).not.toContain("doc.pandapon.com");
    expect(at(document, "externalDocs", "url")).toBe("https://doc.pandapon.com");
  });
});

describe("standard forms", () => {
  const WELL_KNOWN = ["int32", "int64"];
  test("formats are well known", () => {
    const formats = everySchema.flatMap(({ format }) => format ?? []);
    expect(new Set(formats)).toEqual(new Set(WELL_KNOWN));
  });

  test("no schema has several types beside null, a null in its values, or additionalProperties: true", () => {
    for (const { type, enum: values, additionalProperties } of everySchema) {
      expect([type ?? []].flat().filter((one) => one !== "null").length).toBeLessThan(2);
      expect(values ?? []).not.toContain(null);
      expect(additionalProperties).not.toBe(true);
    }
    expect(everySchema.some((schema) => schema["x-open"] === true)).toBe(true);
  });

  test("no field is required and of unknown mark at once", () => {
    const requiredIn = (schema: Node): string[] => {
      const own = target(schema);
      const parts = [own["allOf"] ?? []].flat().filter(isNode);
      return [...[own["required"] ?? []].flat().map(String), ...parts.flatMap(requiredIn)];
    };
    const marked = (schema: Node): string[] => {
      const own = target(schema);
      const parts = [own["allOf"] ?? []].flat().filter(isNode);
      const unknown = Object.entries(isNode(own["properties"]) ? own["properties"] : {}).filter(
        ([, one]) => at(one, "x-required") === "unknown",
      );
      return [...unknown.map(([name]) => name), ...parts.flatMap(marked)];
    };
    const compositions = everySchema as unknown as Node[];
    expect(compositions.filter((schema) => requiredIn(schema).length > 0).length).toBeGreaterThan(50);
    for (const schema of compositions) {
      const required = new Set(requiredIn(schema));
      expect(marked(schema).filter((name) => required.has(name))).toEqual([]);
    }
  });

  const scalar = fc.constantFrom("string", "integer", "number", "boolean", "null", "object", "array");
  const listed = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 3 }), fc.constantFrom("a", "b")), {
    minLength: 1,
  });
  const anySchema = fc.record(
    {
      type: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
      enum: listed,
      minLength: fc.integer({ min: 0, max: 2 }),
      minimum: fc.integer({ min: 0, max: 2 }),
      minItems: fc.integer({ min: 0, max: 2 }),
      minProperties: fc.integer({ min: 0, max: 2 }),
      const: fc.constantFrom(1, "a", {}, null),
      allOf: fc.constant([{ properties: { a: { type: "integer" } }, items: { type: "integer" }, maxLength: 2 }]),
      required: fc.constant(["a"]),
      properties: fc.constant({ a: { type: ["string", "integer"] } }),
      items: fc.constant({ type: ["boolean", "string", "null"] }),
    },
    { requiredKeys: [] },
  );
  const VALUES = [null, 0, 1, 3, 1.5, -1, "", "a", "b", "abc", true, {}, { a: 1 }, { a: true }, [], ["a", null], [1]];

  test("a schema takes the same values in its portable form, says another validator", () => {
    const ajv = new Ajv2020({ strict: false });
    fc.assert(
      fc.property(anySchema, (schema) => {
        const written = { openapi: "3.1.1", info: {}, components: { schemas: { It: structuredClone(schema) } } };
        portable(written as unknown as Document);
        const [before, after] = [ajv.compile(schema), ajv.compile(written.components.schemas.It)];
        for (const value of VALUES) expect([value, after(value)]).toEqual([value, before(value)]);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe("ids", () => {
  const read = (name: string): string => readFileSync(path.join(ROOT, "generated", name), "utf8");

  test("YAML and JSON hold the same document, digit for digit", () => {
    const fromJson = parse(read("openapi.json"), undefined, (digits) => `the number ${digits}`);
    const fromYaml: unknown = parseYaml(read("openapi.yaml"), { intAsBigInt: true });
    const shown = JSON.stringify(fromYaml, (_, one: unknown) =>
      typeof one === "bigint" || typeof one === "number" ? `the number ${one}` : one,
    );
    expect(JSON.parse(shown)).toEqual(fromJson);
  });

  test("are bare inside a map", async () => {
    const spec = smallSpec(
      [
        "components/schemas/Order.yaml",
        "  note:\n",
        "  byShop: { type: object, additionalProperties: { type: integer, format: int64 } }\n  note:\n",
      ],
      ["paths/shop/order/{orderId}.yaml", "note: gone", 'note: gone, byShop: { a: "2542285634920880794" }'],
    );
    const out = temporaryFolder();
    expect((await pandapon(["generate", "--spec", spec, "--out", out])).code).toBe(0);
    expect(readFileSync(path.join(out, "openapi.json"), "utf8")).toMatch(/"byShop": \{ ?\s*"a": 2542285634920880794/);
  });

  test.each(["openapi.json", "openapi.yaml", "schema.d.ts"])(
    "%s has the order of 1688 bare, with all digits",
    (name) => {
      expect(read(name)).toMatch(/(?<!["\d'])2542285634920880794(?!["\d'])/);
    },
  );
});

describe("the x- fields", () => {
  test("are all explained in the description", () => {
    const names = new Set<string>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (isNode(value)) {
        for (const [key, member] of Object.entries(value)) {
          if (key.startsWith("x-")) names.add(key);
          if (key !== "example" && key !== "examples") visit(member);
        }
      }
    };
    visit(document);
    expect(names.size).toBeGreaterThan(10);
    const description = String(nodeAt(document, "info")["description"]);
    expect([...names].filter((name) => !description.includes(`\`${name}`))).toEqual([]);
  });
});

test("a published contract is published as it is", () => {
  const copy = structuredClone(document) as unknown as Document;
  expect(printValue(publish(copy).document)).toBe(printValue(document));
});

test("every component is used", () => {
  const text = JSON.stringify(document);
  expect(Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([]);
});
