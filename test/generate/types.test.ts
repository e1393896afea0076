// The types of ids: strings if they are read, strings or bigints if they are only sent.
import { readFileSync } from "node:fs";
import path from "node:path";
import { generate } from "pandapon-codegen";
import { describe, expect, test } from "vitest";
import { at, isNode, operations, target, webhooks, type Node } from "../support/bundle.js";
import { ROOT, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

/** An int64 with a unit is an amount or a time. An id that travels as an integer or as text has two forms and one type. */
const isId = (node: Node): boolean =>
  (node["format"] === "int64" && node["x-unit"] === undefined) ||
  (Array.isArray(node["anyOf"]) && node["anyOf"].some(isId));

/** Every id below some nodes, `$ref`s followed. */
function ids(nodes: unknown[], seen = new Set<Node>(), found = new Set<Node>()): Set<Node> {
  for (const node of nodes.filter(isNode)) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isId(node)) {
      found.add(node);
      continue;
    }
    ids([target(node), ...Object.values(node)], seen, found);
  }
  return found;
}

describe("this contract", () => {
  const sent = ids(operations.flatMap(({ operation }) => [operation["parameters"], operation["requestBody"]]));
  const read = ids([
    ...operations.map(({ operation }) => operation["responses"]),
    ...webhooks.map((one) => one.operation),
  ]);

  test("has no id that is both sent and read, so every id of a request may be a bigint", () => {
    expect([...sent].filter((node) => read.has(node)).map((node) => at(node, "description"))).toEqual([]);
  });

  test("types each id that is sent as Int64Input and each that is read as Int64", () => {
    const types = readFileSync(path.join(ROOT, "generated/schema.d.ts"), "utf8");
    const count = (name: string): number => types.match(new RegExp(`[:|] ${name}\\b`, "g"))?.length ?? 0;
    expect(sent.size).toBeGreaterThan(30);
    expect(count("Int64Input")).toBe(sent.size);
    expect(count("Int64")).toBe(read.size);
  });
});

const LIST = "paths/shop/order.yaml";
const AFTER = "$ref: ../../components/schemas/OrderId.yaml";
const INLINE = "{ type: integer, format: int64, description: An order's id., examples: [21] }";

/** Ids that only a request has: in JSON text, in a list, in an allOf. */
const IN_REQUESTS: Edit[] = [
  [LIST, `afterOrderId:\n                    ${AFTER}`, `afterOrderId: ${INLINE}`],
  [
    LIST,
    "            sort:\n",
    `            ids: { type: [array, "null"], description: Ids., items: ${INLINE}, examples: [null] }
            id: { description: An id., allOf: [${INLINE}], examples: [21] }
            sort:\n`,
  ],
];

const AS_IT_IS: Edit[] = [];

const CASES: { what: string; edits: Edit[]; has: RegExp }[] = [
  { what: "a parameter takes a bigint", edits: AS_IT_IS, has: /shopId: Int64Input;/ },
  { what: "a schema that answers share with requests is a string", edits: AS_IT_IS, has: /OrderId: Int64;/ },
  {
    what: "an id inside JSON text takes a bigint",
    edits: IN_REQUESTS,
    has: /afterOrderId\?: Int64Input \| undefined;/,
  },
  {
    what: "a list of ids that may be null takes bigints",
    edits: IN_REQUESTS,
    has: /ids\?: Int64Input\[\] \| null \| undefined;/,
  },
  {
    what: "a part of an allOf takes a bigint",
    edits: IN_REQUESTS,
    has: /\bid\?: Int64Input \| undefined;/,
  },
  {
    what: "a schema that only requests name takes a bigint",
    edits: [["components/schemas/Order.yaml", "$ref: OrderId.yaml", INLINE]],
    has: /OrderId: Int64Input;/,
  },
  {
    what: "a schema that a webhook shares with requests is a string",
    edits: [
      ["components/schemas/Order.yaml", "$ref: OrderId.yaml", INLINE],
      ["webhooks/ORDER_PAID.yaml", "schemas/Order.yaml", "schemas/OrderId.yaml"],
    ],
    has: /OrderId: Int64;/,
  },
];

const known = new Map<Edit[], Promise<string>>();
/** Compiles a contract once, for the first test that needs it. */
function typesOf(edits: Edit[]): Promise<string> {
  const compiled = known.get(edits) ?? compile(edits);
  known.set(edits, compiled);
  return compiled;
}

async function compile(edits: Edit[]): Promise<string> {
  const out = temporaryFolder();
  await generate({ spec: smallSpec(...edits), out });
  return readFileSync(path.join(out, "schema.d.ts"), "utf8");
}

test.each(CASES)("$what", async ({ edits, has }) => {
  expect(await typesOf(edits)).toMatch(has);
});

test("an answer for other statuses is typed if the contract shows its body", async () => {
  expect(await typesOf(AS_IT_IS)).not.toContain("default:");
  const failure = "default: { description: A failure., content: { application/json: { schema: { type: string } } } }";
  const types = await typesOf([[LIST, '  responses:\n    "200":\n', `  responses:\n    ${failure}\n    "200":\n`]]);
  expect(types).toMatch(
    /default: \{\s+headers: \{\s+\[name: string\]: unknown;\s+\};\s+content: \{\s+"application\/json": string;/,
  );
});

test("an example that does not fit its schema is left to the linter", async () => {
  const types = await typesOf([["components/schemas/OrderId.yaml", "examples: [21]", "examples: [1.5]"]]);
  expect(types).toContain("@example 1.5");
});

test.each([
  ["https://open.1688.com/api", "the 1688 open platform"],
  ["https://github.com/example/taobao-global", "the Taobao Global platform"],
  ["https://platform.example.org/doc-1", "platform.example.org"],
])("a fact from upstream names where it is from: %s", async (page, words) => {
  const mark = `x-evidence: { basis: upstream, page: "${page}" }`;
  const types = await typesOf([["components/schemas/Order.yaml", "    x-required: unknown\n", `    ${mark}\n`]]);
  expect(types).toContain(`A note. Not shown by PandaPon; from ${words}.`);
});

test("a remark is a paragraph of its own after a description of several lines", async () => {
  const table = "    description: |\n      A note.\n\n      | a |\n      | - |\n";
  const types = await typesOf([["components/schemas/Order.yaml", "    description: A note.\n", table]]);
  expect(types).toMatch(/\| - \|\n *\*\n *\* +Whether it is required is not known\./);
});
