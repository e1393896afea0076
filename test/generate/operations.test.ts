// The operations table says about each operation what the bundle says, in a form for programs.
import { describe, expect, test } from "vitest";
import { warehousePaths } from "../../generated/operations.js";
import {
  operationTable,
  webhookTable,
  type Int64Wire,
  type OperationInfo,
  type Positions,
  type WebhookInfo,
} from "../../src/index.js";
import { at, document, fields, isNode, nodeAt, operations, target, type Node } from "../support/bundle.js";

const table: Record<string, OperationInfo> = operationTable;

test("there is a row for each operation, by name, and for each webhook", () => {
  expect(Object.keys(table)).toEqual(operations.map((one) => one.id).sort());
  expect(Object.keys(webhookTable)).toEqual(Object.keys(nodeAt(document, "webhooks")).sort());
});

test.each(operations)(
  "$id: method, path, effect, security, pagination and success are the contract's",
  ({ id, method, path, operation }) => {
    expect(table[id]).toMatchObject({ method, path, effect: operation["x-effect"] });
    expect(table[id]?.security).toBe(operation["security"] === undefined ? undefined : "warehouse");
    expect(table[id]?.pagination).toEqual(operation["x-pagination"]);
    expect(table[id]?.success).toEqual(operation["x-success"]);
  },
);

const json = (node: Node, ...keys: string[]): Node | undefined => {
  const schema = at(node, ...keys, "content", "application/json", "schema");
  return isNode(schema) ? schema : undefined;
};

test.each(operations)("$id: the inputs that go into the URL have their place", ({ id, operation }) => {
  const parameters: Record<string, unknown> = {};
  for (const parameter of [operation["parameters"] ?? []].flat()) {
    if (isNode(parameter) && parameter["x-alternative"] === undefined)
      parameters[String(parameter["name"])] = parameter["in"];
  }
  expect(table[id]?.parameters ?? {}).toEqual(parameters);
});

test("warehouse paths are those of the operations that are signed by the warehouse's rule", () => {
  const expected = operations.filter(({ operation }) => operation["security"] !== undefined).map((one) => one.path);
  expect(warehousePaths).toEqual(expected.sort());
});

/** Whether a value is an id, in one of its forms. An int64 with a unit is an amount or a time. */
const isId = (schema: Node): boolean =>
  (schema["format"] === "int64" && schema["x-unit"] === undefined) ||
  [schema["anyOf"] ?? []].flat().some((one) => isNode(one) && isId(one));

/** How an id travels, by the types of its forms. */
function wireOf(schema: Node): Int64Wire {
  const forms = [schema["anyOf"] ?? schema].flat().filter(isNode).filter(isId);
  const types = forms.flatMap((form) => form["type"]);
  if (!types.includes("integer")) return "string";
  return types.includes("string") ? "either" : "integer";
}

/** The items of a list, or of the list among the forms of a value. */
const itemsOf = (schema: Node): unknown =>
  schema["items"] ??
  [schema["anyOf"] ?? []]
    .flat()
    .map((one) => (isNode(one) ? one["items"] : undefined))
    .find(isNode);

/** `data.items[].id` as a position: `/data/items/*\/id`. */
const position = (name: string): string => `/${name.replaceAll("[]", ".*").split(".").join("/")}`;

test.each(operations)(
  "$id: every int64 field is in the table by its kind, and nothing else is",
  ({ id, operation }) => {
    for (const [side, schema] of [
      ["request", json(operation, "requestBody")],
      ["response", json(operation, "responses", "200")],
    ] as const) {
      const expected: Record<keyof Positions, Set<string>> = {
        integer: new Set(),
        string: new Set(),
        either: new Set(),
        jsonText: new Set(),
      };
      const add = (schema: Node, at: string): void => {
        // However an id travels, it is read in the same way.
        if (isId(schema)) expected[side === "request" ? wireOf(schema) : "either"].add(at);
      };
      const collect = (from: Node, prefix: string): void => {
        for (const [name, field] of fields(from)) {
          const items = itemsOf(field.schema);
          add(field.schema, prefix + position(name));
          if (isNode(items)) add(target(items), `${prefix}${position(name)}/*`);
          const text = field.schema["contentSchema"];
          if (!isNode(text)) continue;
          expected.jsonText.add(prefix + position(name));
          const inner = target(text);
          const list = inner["items"];
          if (isNode(list)) collect(target(list), `${prefix}${position(name)}/*`);
          else collect(inner, prefix + position(name));
        }
      };
      if (schema !== undefined) collect(schema, "");
      const parameters = [operation["parameters"] ?? []].flat().filter(isNode);
      if (side === "request") {
        for (const one of parameters) add(nodeAt(one, "schema"), `/${String(one["name"])}`);
      }
      // Nested `skuIds[]` inside text and lists of ids are positions of their own.
      const kinds = Object.entries(expected).filter(([, places]) => places.size > 0);
      expect(table[id]?.[side], side).toStrictEqual(
        Object.fromEntries(kinds.map(([kind, places]) => [kind, [...places].sort()])),
      );
    }
  },
);

describe("what a program relies on", () => {
  test("an id goes out as the contract says: bare digits, or text", () => {
    expect(table["alibaba.refunds.create"]?.request).toEqual({
      integer: ["/applyReasonId", "/orderEntryCountList/*/id", "/orderEntryIds/*", "/orderId"],
    });
    expect(table["alibaba.orders.payBatch"]?.request).toEqual({ string: ["/orderIds/*"] });
  });

  test("a text that holds JSON is named, and the ids inside it too", () => {
    expect(table["taobao.orders.create"]?.request).toEqual({
      string: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"],
    });
    expect(table["taobao.orders.preview"]?.request.integer).toEqual([
      "/orderLineList/*/itemId",
      "/orderLineList/*/skuId",
    ]);
  });

  test("an answer with `data` is unwrapped; an answer without it is returned whole", () => {
    expect(table["alibaba.orders.cancel"]?.result).toBe("/data");
    expect(table["addresses.save"]?.result).toBe("");
    expect(table["freight.preview"]?.result).toBe("");
  });

  test("an input that two pages put in two places goes to the place of the v1 page", () => {
    expect(table["alibaba.refunds.get"]).not.toHaveProperty("parameters");
  });

  test("the ids of a pushed message are of one kind: they are read in any form", () => {
    const kinds = Object.values<WebhookInfo>(webhookTable).flatMap(({ message }) => Object.keys(message));
    expect(new Set(kinds)).toEqual(new Set(["either", "jsonText"]));
  });

  test("a pushed body may be an object or JSON text", () => {
    for (const webhook of Object.values(webhookTable))
      expect(webhook.message).toMatchObject({ jsonText: ["/messageBody"] });
  });
});
