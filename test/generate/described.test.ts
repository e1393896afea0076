// Whether the contract describes members of a result: in the operations table and in the type of the result alike.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { operationTable, type OperationInfo } from "../../src/index.js";
import { describedResult } from "../../scripts/dist/generate/calls.js";
import { operations } from "../support/bundle.js";
import { ROOT } from "../support/workspace.js";

const text = { type: "string" };
const shape = { type: "object", properties: { id: text } };
const open = { type: "object" };
const none = { type: "null" };

const SCHEMAS = {
  Shape: shape,
  ShapeOrNull: { anyOf: [shape, none] },
  Ring: { type: "object", properties: { ring: { $ref: "#/components/schemas/Ring" } } },
};
const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` });

const DATA: [what: string, data: object, described: true | "or null" | undefined][] = [
  ["an object with properties", shape, true],
  ["an object with properties, or null", { ...shape, type: ["object", "null"] }, "or null"],
  ["a shared shape", ref("Shape"), true],
  ["a shared shape, or null", { anyOf: [ref("Shape"), none] }, "or null"],
  ["a shared shape that may be null", ref("ShapeOrNull"), "or null"],
  ["a shape that contains itself", ref("Ring"), true],
  ["a composed object", { allOf: [ref("Shape"), { type: "object", properties: { more: text } }] }, true],
  ["a composed object with one part that may be null", { allOf: [ref("ShapeOrNull"), shape] }, true],
  ["a composed object that may be null", { allOf: [ref("ShapeOrNull"), { type: ["object", "null"] }] }, "or null"],
  ["a list of text", { type: "array", items: text }, true],
  ["a list of shapes, or null", { type: ["array", "null"], items: shape }, "or null"],
  ["a list of anything", { type: "array" }, true],
  ["a map of text", { type: "object", additionalProperties: text }, true],
  ["a list, or an object without properties", { anyOf: [{ type: "array", items: shape }, open] }, true],
  ["a flag, or an object with properties", { oneOf: [{ type: "boolean" }, shape] }, true],
  ["text that holds a shape", { ...text, contentMediaType: "application/json", contentSchema: shape }, true],
  [
    "text that holds a shape, or null",
    { type: ["string", "null"], contentMediaType: "application/json", contentSchema: shape },
    "or null",
  ],
  ["a flag", { type: "boolean" }, undefined],
  ["a flag, or null", { type: ["boolean", "null"] }, undefined],
  ["text", text, undefined],
  ["an id", { type: "integer", format: "int64" }, undefined],
  ["an object without properties", open, undefined],
  ["an object that may have any", { type: "object", additionalProperties: true }, undefined],
  ["an object, a flag or null", { type: ["object", "boolean", "null"] }, undefined],
  ["anything", {}, undefined],
];

test.each(DATA)("%s: %o is described: %s", (_, data, described) => {
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, components: { schemas: SCHEMAS } };
  const answer = { type: "object", properties: { code: { type: "integer" }, data } };
  expect(describedResult(answer, document)).toBe(described);
  expect(describedResult({ allOf: [{ type: "object", properties: { code: text } }, answer] }, document)).toBe(
    described,
  );
});

test("an answer without `data` is the result itself", () => {
  const document = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} };
  expect(describedResult(shape, document)).toBe(true);
  expect(describedResult({ type: "array", items: shape }, document)).toBe(true);
  expect(describedResult(open, document)).toBe(undefined);
  expect(describedResult(undefined, document)).toBe(undefined);
});

describe("of the operations", () => {
  const table: Record<string, OperationInfo> = operationTable;
  const types = readFileSync(path.join(ROOT, "generated/methods.d.ts"), "utf8");
  const idsWith = (described: OperationInfo["described"]): string[] =>
    Object.keys(table).filter((id) => table[id]?.described === described);

  test("the data of one may be null, and these have data without known members", () => {
    expect(idsWith("or null")).toEqual(["alibaba.orders.create"]);
    expect(idsWith(undefined)).toEqual([
      "alibaba.cart.createOrder",
      "alibaba.cart.previewOrder",
      "alibaba.cart.updateQuantity",
      "alibaba.orders.cancel",
      "alibaba.orders.payBatch",
      "alibaba.orders.previewBatch",
      "freight.book",
      "freight.preview",
      "freight.updateDomesticLogistics",
      "taobao.cart.add",
      "taobao.cart.createOrder",
      "taobao.cart.previewOrder",
      "taobao.orders.create",
      "taobao.orders.getChatLink",
      "taobao.orders.preview",
      "taobao.orders.updateWarehouse",
      "taobao.refunds.submitMessage",
    ]);
  });

  test.each(operations)("$id: the result may be undefined only if no member of it is known", ({ id }) => {
    const [, result = ""] = new RegExp(`^ {2}"${id}": .*? result: (.*?);(?: item: .*;)? \\};$`, "m").exec(types) ?? [];
    const data = `operations["${id}"]["responses"][200]["content"]["application/json"]["data"]`;
    if (table[id]?.result === "") expect(result).not.toContain("undefined");
    else expect(result).toBe(table[id]?.described ? `Exclude<${data}, undefined>` : `${data} | undefined`);
  });
});
