// Each operation has a method: at its place, with its texts, its inputs and its result.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { at, fields, isNode, nodeAt, operations } from "../support/bundle.js";
import { declaredMethods } from "../support/methods.js";
import { pandapon, ROOT, smallSpec } from "../support/workspace.js";

const methods = new Map(
  declaredMethods(readFileSync(path.join(ROOT, "generated/methods.d.ts"), "utf8")).map((one) => [one.place, one]),
);

test("there is a method for each operation, sorted by name, and nothing else", () => {
  expect([...methods.keys()]).toEqual(operations.map((one) => one.id).sort());
});

test.each(operations)(
  "$id: its comment says what it does, where it goes and which page it rests on",
  ({ id, ...one }) => {
    const doc = methods.get(id)?.doc ?? "";
    const { operation } = one;
    expect(doc.startsWith(String(operation["summary"]))).toBe(true);
    expect(doc).toContain(String(operation["description"]));
    expect(doc).toContain(`\`${one.method} ${one.path}\`. A ${String(operation["x-effect"])}: `);
    expect(doc).toContain(`{@link ${String(nodeAt(operation, "x-evidence")["page"])} | `);
  },
);

test.each(operations)("$id: takes its own inputs and gives its own result", ({ id, operation }) => {
  const result =
    operation["x-pagination"] === undefined ? `Call<Result<"${id}">>` : `ListCall<Result<"${id}">, Item<"${id}">>`;
  expect(methods.get(id)).toMatchObject({ input: `Input<"${id}">`, call: result });
});

const OPTIONAL: [id: string, optional: boolean, why: string][] = [
  ["alibaba.refunds.create", false, "its body requires members"],
  ["taobao.refunds.cancel", false, "a parameter of its path is required"],
  ["taobao.refunds.get", false, "a parameter of its query is required"],
  ["addresses.save", false, "no page says whether a member of its body is required"],
  ["taobao.products.get", true, "no parameter of its query is required"],
  ["alibaba.refunds.get", false, "no page says whether the member of its body is required"],
  ["alibaba.orders.getPayUrl", false, "no page says whether the parameter of its query is required"],
  ["taobao.orders.getChatLink", false, "no page says whether the members of one form of its body are required"],
  ["alibaba.orders.createBatch", false, "no page says whether most members of its body are required"],
  ["freight.book", false, "no page says whether members of an object in its body are required"],
  ["freight.preview", false, "members of the items of a list in its body are required or have no mark"],
];

test.each(OPTIONAL)("%s: that the input may be left out is %s, for %s", (id, optional) => {
  expect(methods.get(id)?.inputOptional).toBe(optional);
});

test.each(operations)("$id: the input is mandatory if any field of its body has no mark", ({ id, operation }) => {
  const schema = at(operation, "requestBody", "content", "application/json", "schema");
  const marks = isNode(schema) ? [...fields(schema).values()].map(({ required }) => required) : [];
  if (marks.includes("?")) expect(methods.get(id)?.inputOptional).toBe(false);
});

test("if one operationId is the beginning of another, both are named and nothing is written", async () => {
  const spec = smallSpec(["paths/shop/order/{orderId}.yaml", "shop.orders.cancel", "shop.orders.list.cancel"]);
  const { code, stdout, stderr } = await pandapon(["generate", "--spec", spec, "--out", path.join(spec, "../out")]);
  expect(stderr).toContain(
    'operationId "shop.orders.list" and "shop.orders.list.cancel" cannot both be called: one is the beginning of the other.',
  );
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

test.each(["request", "request.list", "with.orders.list"])(
  "if an operationId begins as a method of every client, it is named and nothing is written: %s",
  async (id) => {
    const spec = smallSpec(["paths/shop/order.yaml", "shop.orders.list", id]);
    const { code, stdout, stderr } = await pandapon(["generate", "--spec", spec, "--out", path.join(spec, "../out")]);
    expect(stderr).toContain(`operationId "${id}" begins with a method of every client. Begin it with another word.`);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  },
);
