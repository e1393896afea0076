// The methods are the operations: each at its place, with its words, its inputs, its result.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { generate } from "pandapon-codegen";
import { describe, expect, test } from "vitest";
import { nodeAt, operations } from "../support/bundle.js";
import { declaredMethods } from "../support/methods.js";
import { link } from "../support/packed.js";
import { pandapon, ROOT, run, smallSpec, type Edit } from "../support/workspace.js";

const methods = new Map(
  declaredMethods(readFileSync(path.join(ROOT, "generated/methods.d.ts"), "utf8")).map((one) => [one.place, one]),
);

test("there is a method for each operation, sorted by name, and nothing else", () => {
  expect([...methods.keys()]).toEqual(operations.map((one) => one.id).sort());
});

test.each(operations)("$id: says what it does, where it goes and which page it rests on", ({ id, ...one }) => {
  const doc = methods.get(id)?.doc ?? "";
  const { operation } = one;
  expect(doc.startsWith(String(operation["summary"]))).toBe(true);
  expect(doc).toContain(String(operation["description"]));
  expect(doc).toContain(`\`${one.method} ${one.path}\`. A ${String(operation["x-effect"])}: `);
  expect(doc).toContain(`{@link ${String(nodeAt(operation, "x-evidence")["page"])} | `);
});

test.each(operations)("$id: takes its own inputs and gives its own result", ({ id, operation }) => {
  const result =
    operation["x-pagination"] === undefined ? `Call<Result<"${id}">>` : `ListCall<Result<"${id}">, Item<"${id}">>`;
  expect(methods.get(id)).toMatchObject({ input: `Input<"${id}">`, call: result });
});

const OPTIONAL: [id: string, optional: boolean, why: string][] = [
  ["alibaba.refunds.create", false, "its body requires members"],
  ["taobao.refunds.cancel", false, "a parameter of its path is required"],
  ["taobao.refunds.get", false, "a parameter of its query is required"],
  ["addresses.save", true, "its body requires no member"],
  ["taobao.products.get", true, "no parameter of its query is required"],
  ["alibaba.refunds.get", true, "neither its body nor a member of it is required"],
  ["taobao.orders.getChatLink", true, "one of the two forms of its body requires no member"],
];

test.each(OPTIONAL)("%s: that the input may be left out is %s, for %s", (id, optional) => {
  expect(methods.get(id)?.inputOptional).toBe(optional);
});

test("where one operationId is the beginning of another, both are named, and nothing is written", async () => {
  const spec = smallSpec(["paths/shop/order/{orderId}.yaml", "shop.orders.cancel", "shop.orders.list.cancel"]);
  const { code, stdout, stderr } = await pandapon(["generate", "--spec", spec, "--out", path.join(spec, "../out")]);
  expect(stderr).toContain(
    'operationId "shop.orders.list" and "shop.orders.list.cancel" cannot both be called: one is the beginning of the other.',
  );
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

const LIST = "paths/shop/order.yaml";
const CANCEL = "paths/shop/order/{orderId}.yaml";

/** A body for the operation whose path takes the order's id. */
const withBody = (required: boolean): Edit => [
  CANCEL,
  "responses:\n",
  `requestBody:
    description: Why.
    required: ${String(required)}
    content:
      application/json:
        schema:
          type: object
          description: Why.
          required: [reason]
          properties:
            reason: { type: string, description: The reason., examples: [late] }
            note: { type: string, description: A note., examples: [Sorry] }
        example: { reason: late }
  responses:
`,
];

/** A parameter of the query that goes into the body instead, beside one that stays in the query. */
const WITH_ALTERNATIVE: Edit = [
  LIST,
  "parameters:\n",
  `parameters:
    - { name: sort, in: query, x-alternative: body, description: The order., schema: { type: boolean, description: The order. }, example: true }
`,
];

/** What TypeScript 6 says of a program that uses the methods of a contract; empty where it is content. */
async function complaints(program: string, ...edits: Edit[]): Promise<string> {
  const spec = smallSpec(...edits);
  const dir = path.dirname(spec);
  await generate({ spec, out: path.join(dir, "generated"), runtime: "../src" });
  cpSync(path.join(ROOT, "dist/src"), path.join(dir, "src"), { recursive: true });
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) link(name, dir);
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  writeFileSync(
    path.join(dir, "program.ts"),
    `import type { Input, Item, Methods, Result } from "./generated/methods.js";\ndeclare const shop: Methods["shop"];\n${program}`,
  );
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: "nodenext",
    types: [],
  };
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  return (await run(process.execPath, [path.join(ROOT, "node_modules/typescript-6/bin/tsc"), "-p", "."], dir)).stdout;
}

describe("a program that calls the methods of a contract compiles", () => {
  test("where path and body are one input", async () => {
    const program = `
      shop.orders.cancel({ orderId: "1", reason: "late", note: "Sorry" });
      // @ts-expect-error the path's parameter is missing
      shop.orders.cancel({ reason: "late" });
      // @ts-expect-error a member of the body is missing
      shop.orders.cancel({ orderId: "1" });
      // @ts-expect-error there is no such input
      shop.orders.cancel({ orderId: "1", reason: "late", raeson: "late" });
      // @ts-expect-error something is required
      shop.orders.cancel();
      export {};
    `;
    expect(await complaints(program, withBody(true))).toBe("");
  });

  test("where the body, and so every member of it, may be left out", async () => {
    const program = `
      shop.orders.cancel({ orderId: "1" });
      shop.orders.cancel({ orderId: "1", reason: "late" });
      // @ts-expect-error the path's parameter is missing
      shop.orders.cancel({ reason: "late" });
      export {};
    `;
    expect(await complaints(program, withBody(false))).toBe("");
  });

  test("where one parameter of the query goes into the body, and another stays", async () => {
    const program = `
      const sort: Input<"shop.orders.list">["sort"] = { afterOrderId: "1" };
      shop.orders.list({ shopId: "1", pageNo: 1, sort: sort ?? {} });
      // @ts-expect-error the query's own form of it is not taken
      shop.orders.list({ shopId: "1", pageNo: 1, sort: true });
    `;
    expect(await complaints(program, WITH_ALTERNATIVE)).toBe("");
  });

  test("where nothing at all goes in", async () => {
    const program = `
      shop.orders.cancel();
      shop.orders.cancel({}, {});
      // @ts-expect-error there is no input
      shop.orders.cancel({ orderId: "1" });
      export {};
    `;
    const none: Edit = [
      CANCEL,
      "in: path\n      required: true",
      "in: path\n      required: true\n      x-alternative: body",
    ];
    expect(await complaints(program, none)).toBe("");
  });

  test("where a list comes in pages, and data is unwrapped", async () => {
    const program = `
      const page: Result<"shop.orders.list"> = { total: 1, orders: [{ orderId: "21", note: null }] };
      const orders: AsyncIterable<Item<"shop.orders.list">> = shop.orders.list({ shopId: "1", pageNo: 1 }).items();
      for await (const { orderId, price } of orders) [orderId satisfies string | undefined, price satisfies number | undefined];
      // @ts-expect-error cancelling gives no list
      shop.orders.cancel({ orderId: "1" }).items();
      export { page };
    `;
    expect(await complaints(program)).toBe("");
  });

  test("where a description would end its comment, or has lines", async () => {
    const words: Edit = [
      LIST,
      "description: Lists the orders of a shop, page by page.",
      "description: |-\n    Lists orders */ of\n\n    `**/*`.",
    ];
    expect(await complaints("shop.orders.list;", words)).toBe("");
  });
});
