// The operations table says about each operation what the bundle says, in a form for programs.
import { describe, expect, test } from "vitest";
import { warehousePaths } from "../../generated/operations.js";
import { compileOperations } from "../../scripts/dist/generate/operations.js";
import { operationTable, webhookTable, type OperationInfo, type WebhookInfo } from "../../src/index.js";
import { placeOf } from "../support/calls.js";
import { positionsIn, type Positions } from "../support/positions.js";
import {
  at,
  document,
  exampleInputs,
  fields,
  isNode,
  nodeAt,
  operations,
  target,
  type Node,
} from "../support/bundle.js";

const table: Record<string, OperationInfo> = operationTable;
const requestPositions = (id: string): Positions => positionsIn(table[id]?.request ?? "");

test("there is a row for each operation, by name, and for each webhook", () => {
  expect(Object.keys(table)).toEqual(operations.map((one) => one.id).sort());
  expect(Object.keys(webhookTable)).toEqual(Object.keys(nodeAt(document, "webhooks")).sort());
});

test.each(operations)(
  "$id: method, path, effect, security, pagination, success and the read that checks a write are the contract's",
  ({ id, method, path, operation }) => {
    expect(table[id]).toMatchObject({ method, path, effect: operation["x-effect"] });
    expect(table[id]?.security).toBe(operation["security"] === undefined ? undefined : "warehouse");
    expect(table[id]?.pagination).toEqual(operation["x-pagination"]);
    expect(table[id]?.success).toEqual(operation["x-success"]);
    expect(table[id]?.checkWith).toBe(at(operation, "x-check-with", "operation"));
  },
);

const json = (node: Node, ...keys: string[]): Node | undefined => {
  const schema = at(node, ...keys, "content", "application/json", "schema");
  return isNode(schema) ? schema : undefined;
};

test.each(operations)("$id: the inputs that go into the URL have their place", ({ id, operation }) => {
  const info = table[id];
  expect(info).toBeDefined();
  if (info === undefined) return;
  const inUrl: string[] = [];
  for (const parameter of [operation["parameters"] ?? []].flat()) {
    if (!isNode(parameter) || parameter["x-alternative"] !== undefined) continue;
    const name = String(parameter["name"]);
    expect([name, placeOf(info, name)]).toEqual([name, parameter["in"]]);
    inUrl.push(name);
  }
  for (const name of [...info.path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name)) expect(inUrl).toContain(name);
  const others = Object.keys(exampleInputs(id)).filter((name) => !inUrl.includes(name));
  for (const name of others) expect([name, placeOf(info, name)]).toEqual([name, "body"]);
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
function wireOf(schema: Node): "integer" | "string" {
  const forms = [schema["anyOf"] ?? schema].flat().filter(isNode).filter(isId);
  const types = forms.flatMap((form) => form["type"]);
  // One that may be either is written as text.
  return types.includes("string") || !types.includes("integer") ? "string" : "integer";
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
  "$id: ids, JSON texts, whole numbers and required fields are in the table by their kind, and nothing else is",
  ({ id, operation }) => {
    for (const [side, schema] of [
      ["request", json(operation, "requestBody")],
      ["response", json(operation, "responses", "200")],
    ] as const) {
      const expected: Record<Exclude<keyof Positions, "either">, Set<string>> = {
        integer: new Set(),
        string: new Set(),
        jsonText: new Set(),
        fen: new Set(),
        whole: new Set(),
        required: new Set(),
      };
      const add = (schema: Node, at: string): void => {
        // However an id travels, it is read in the same way.
        if (isId(schema)) expected[side === "request" ? wireOf(schema) : "string"].add(at);
      };
      const collect = (from: Node, prefix: string): void => {
        for (const [name, field] of fields(from)) {
          const items = itemsOf(field.schema);
          if (side === "request") {
            const isWhole = /\binteger\b/.test(field.type) && !/\bnumber\b|\[/.test(field.type) && !isId(field.schema);
            if (isWhole) expected[field.schema["x-unit"] === "fen" ? "fen" : "whole"].add(prefix + position(name));
            // Its page shows two bodies. What only one of them requires may be left out.
            if (field.required === "yes" && id !== "taobao.orders.getChatLink") {
              expected.required.add(prefix + position(name));
            }
          }
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
        for (const one of parameters) {
          const place = `/${String(one["name"])}`;
          add(nodeAt(one, "schema"), place);
          if (one["required"] === true && one["in"] === "query") expected.required.add(place);
        }
      }
      // Nested `skuIds[]` inside text and lists of ids are positions of their own.
      const kinds = Object.entries(expected).filter(([, places]) => places.size > 0);
      expect(positionsIn(table[id]?.[side] ?? ""), side).toStrictEqual(
        Object.fromEntries(kinds.map(([kind, places]) => [kind, [...places].sort()])),
      );
    }
  },
);

describe("what a program relies on", () => {
  test("an id goes out as the contract says: bare digits, or text", () => {
    expect(requestPositions("alibaba.refunds.create").integer).toEqual([
      "/applyReasonId",
      "/orderEntryCountList/*/id",
      "/orderEntryIds/*",
      "/orderId",
    ]);
    expect(requestPositions("alibaba.orders.payBatch").string).toEqual(["/orderIds/*"]);
  });

  test("a text that holds JSON is named, and the ids inside it too", () => {
    expect(table["taobao.orders.create"]?.request).toEqual({
      orderLineList: ["j!", { "*": { itemId: "s", skuId: "s" } }],
      purchaseAmount: "f!",
      receiver: "j!",
    });
    expect(requestPositions("taobao.orders.create")).toEqual({
      string: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"],
      fen: ["/purchaseAmount"],
      required: ["/orderLineList", "/purchaseAmount", "/receiver"],
    });
    expect(requestPositions("taobao.orders.preview").integer).toEqual([
      "/orderLineList/*/itemId",
      "/orderLineList/*/skuId",
    ]);
  });

  test("an amount in fen and other whole numbers are told apart, and a quantity that may have a fraction is neither", () => {
    expect(requestPositions("alibaba.refunds.create")).toMatchObject({
      fen: ["/applyCarriage", "/applyPayment"],
      whole: ["/orderEntryCountList/*/count"],
    });
    expect(requestPositions("alibaba.orders.create")).not.toHaveProperty("whole");
  });

  test("what must be there is named at every depth", () => {
    expect(requestPositions("alibaba.orders.cancel").required).toEqual(["/cancelReason", "/orderId", "/webSite"]);
    expect(requestPositions("alibaba.orders.preview").required).toEqual(["/cargoParamList/*/quantity"]);
    expect(requestPositions("taobao.refunds.get").required).toEqual(["/refundId"]);
    expect(requestPositions("taobao.refunds.cancel")).not.toHaveProperty("required");
  });

  test("an answer with `data` is unwrapped; an answer without it is returned whole", () => {
    expect(table["alibaba.orders.cancel"]?.result).toBe("/data");
    expect(table["addresses.save"]?.result).toBe("");
    expect(table["freight.preview"]?.result).toBe("");
  });

  test("an input that two pages put in two places goes to the place of the v1 page", () => {
    expect(table["alibaba.refunds.get"]).toMatchObject({
      method: "POST",
      path: expect.not.stringContaining("{") as string,
    });
    expect(table["alibaba.refunds.get"]).not.toHaveProperty("query");
  });

  test("the ids of a pushed message are of one kind: they are read in any form", () => {
    const kinds = Object.values<WebhookInfo>(webhookTable).flatMap(({ message }) => Object.keys(positionsIn(message)));
    expect(new Set(kinds)).toEqual(new Set(["string", "jsonText"]));
  });

  test("a pushed body may be an object or JSON text", () => {
    for (const webhook of Object.values(webhookTable))
      expect(positionsIn(webhook.message)).toMatchObject({ jsonText: ["/messageBody"] });
  });
});

describe("a contract of another shape", () => {
  const text = (more: object = {}): Node => ({ type: "string", ...more });
  const object = (required: string[], properties: Node, more: object = {}): Node => ({
    type: "object",
    required,
    properties,
    ...more,
  });

  /** What the table says of an operation. */
  function compiled(method: "get" | "post", operation: Node): OperationInfo {
    const whole = { operationId: "a.b.c", "x-effect": "read", security: [{ signature: [] }], ...operation };
    const compiled = compileOperations(
      { openapi: "3.1.0", info: { title: "", version: "" }, paths: { "/a/{id}": { [method]: whole } } } as Parameters<
        typeof compileOperations
      >[0], // only what the compiler reads
      "core",
    );
    const table = /^const table = (.*?) as const/ms.exec(compiled)?.[1] ?? "";
    return at(new Function(`return ${table}`)(), "a.b.c") as OperationInfo;
  }
  const requestOf = (method: "get" | "post", operation: Node): Positions =>
    positionsIn(compiled(method, operation).request);
  const requestOfBody = (schema: Node, required = true): Positions =>
    requestOf("post", { requestBody: { required, content: { "application/json": { schema } } } });

  test.each<[what: string, schema: Node, request: Node]>([
    [
      "what only one of several shapes requires may be left out",
      { anyOf: [object(["a", "b"], { a: text(), b: text() }), object(["b"], { b: text() })] },
      { required: ["/b"] },
    ],
    [
      "a shape that may be null requires its members",
      object([], { a: { anyOf: [object(["b"], { b: text() }), { type: "null" }] } }),
      { required: ["/a/b"] },
    ],
    [
      "a part of a shape may require what another part declares",
      { allOf: [object([], { a: text(), b: text() }), { required: ["b"] }] },
      { required: ["/b"] },
    ],
    [
      "members of items, of maps and of JSON inside text",
      object([], {
        list: { type: "array", items: object(["a"], { a: text() }) },
        map: { type: "object", additionalProperties: object(["b"], { b: text() }) },
        text: text({ contentMediaType: "application/json", contentSchema: object(["c"], { c: text() }) }),
      }),
      { jsonText: ["/text"], required: ["/list/*/a", "/map/*/b", "/text/c"] },
    ],
    [
      "whole numbers are those that can have no fraction",
      object([], {
        count: { type: ["integer", "null"], format: "int32" },
        time: { type: "integer", format: "int64", "x-unit": "ms" },
        fen: { type: "integer", format: "int64", "x-unit": "fen" },
        price: { type: "number", "x-unit": "fen" },
        id: { type: "integer", format: "int64" },
        text: { type: ["integer", "string"], format: "int32" },
        loose: { anyOf: [{ type: "integer", format: "int32" }, { type: "number" }] },
        looser: { type: ["integer", "number"] },
        any: { anyOf: [{ type: "integer", format: "int32" }, {}] },
        list: { type: "array", items: { type: "integer", format: "int32" } },
      }),
      { integer: ["/id"], fen: ["/fen"], whole: ["/count", "/list/*", "/text", "/time"] },
    ],
  ])("%s", (_, schema, request) => {
    expect(requestOfBody(schema)).toEqual(request);
  });

  test("a pointer with an escape is refused: the client does not read it", () => {
    const success = { flag: "/data/a~1b" };
    expect(() => requestOf("post", { "x-success": success })).toThrow("a.b.c: the client does not read /data/a~1b.");
    expect(requestOf("post", { "x-success": { flag: "/data/ab" } })).toEqual({});
  });

  test("inputs of the query are named, except for a GET, whose inputs all go there", () => {
    const parameters = [{ name: "page", in: "query", schema: text() }];
    expect(compiled("post", { parameters })).toMatchObject({ query: ["page"] });
    expect(compiled("get", { parameters })).not.toHaveProperty("query");
  });

  test("a body that may be left out requires no member, but the shapes in it do", () => {
    const schema = object(["a"], { a: object(["b"], { b: { type: "integer", format: "int64" } }) });
    expect(requestOfBody(schema, false)).toEqual({ integer: ["/a/b"], required: ["/a/b"] });
  });

  test("of the parameters, only those of the query of a GET are named", () => {
    const parameter = (name: string, place: string): Node => ({ name, in: place, required: true, schema: text() });
    const parameters = [parameter("id", "path"), parameter("page", "query")];
    expect(requestOf("get", { parameters })).toEqual({ required: ["/page"] });
    const requestBody = { required: true, content: { "application/json": { schema: object(["a"], { a: text() }) } } };
    expect(requestOf("post", { parameters, requestBody })).toEqual({ required: ["/a"] });
  });
});
