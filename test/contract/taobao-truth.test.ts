// Taobao, addresses and freight: what the contract may say, and what it may not. Each test holds one fault that was found once.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  at,
  document,
  fields,
  isNode,
  nodeAt,
  operations,
  operation,
  requestSchema,
  responseExample,
  responseSchema,
  webhooks,
  type Field,
  type Node,
} from "../support/bundle.js";
import { ROOT } from "../support/workspace.js";

const component = (name: string): Node => nodeAt(document, "components", "schemas", name);
const field = (schema: Node, name: string): Field => {
  const found = fields(schema).get(name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
};

/** The files of this side of the contract, with their text. */
const FILES = ["paths/open", "components/schemas/taobao", "components/schemas/freight", "webhooks"].flatMap((folder) =>
  readdirSync(path.join(ROOT, "spec", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml") && !name.startsWith("1688"))
    .map((name) => {
      const file = path.join(folder, name);
      return { file, text: readFileSync(path.join(ROOT, "spec", file), "utf8") };
    }),
);

/** Every schema in a file of spec/, with the object that declares it as a property. */
function* schemasOf(node: unknown, above?: Node, name = ""): Generator<{ schema: Node; name: string; above?: Node }> {
  if (!isNode(node)) return;
  yield { schema: node, name, ...(above !== undefined && { above }) };
  for (const [key, inner] of Object.entries(node)) {
    if (key !== "properties") yield* schemasOf(inner);
    else if (isNode(inner)) for (const [one, schema] of Object.entries(inner)) yield* schemasOf(schema, node, one);
  }
}
const SCHEMAS = FILES.flatMap(({ file, text }) => [...schemasOf(parse(text))].map((one) => ({ ...one, file })));

describe("the receiver of an order is not the address of the cart", () => {
  const NAMES = "zip country state city district address mobile_phone phone name".split(" ");

  test("the receiver is known from examples: text, never null, no mark, more fields may exist", () => {
    const receiver = component("TaobaoReceiver");
    const found = fields(receiver);
    expect([...found.keys()].sort()).toEqual([...NAMES].sort());
    for (const [name, { type, required }] of found) expect([name, type, required]).toEqual([name, "string", "?"]);
    expect(receiver).toMatchObject({ "x-open": true, "x-evidence": { basis: "example" } });
  });

  test("the cart's tables print null, and one of its two pages shows no mark on any field", () => {
    const found = fields(component("TaobaoOrderAddress"));
    expect([...found.keys()].sort()).toEqual([...NAMES].sort());
    for (const [name, { type, required }] of found)
      expect([name, type, required]).toEqual([name, "string | null", "?"]);
  });

  test("the preview of a cart marks four fields of the address optional, the order none", () => {
    const marks = (id: string): string[] =>
      NAMES.filter((name) => field(requestSchema(id), `orderAddress.${name}`).required === "no");
    expect(marks("taobao.cart.previewOrder")).toEqual(["address", "mobile_phone", "phone", "name"]);
    expect(marks("taobao.cart.createOrder")).toEqual([]);
  });

  test.each(["paths/open/order.yaml", "paths/open/order/render.yaml"])("%s takes a receiver", (file) => {
    const text = FILES.find((one) => one.file === file)?.text;
    expect(text).toContain("TaobaoReceiver.yaml");
    expect(text).not.toContain("TaobaoOrderAddress.yaml");
  });
});

describe("the envelope is required where the page shows the mark, and only there", () => {
  const ENVELOPE = ["requestId", "code", "developId", "msg", "data"];
  const MARKED: Readonly<Record<string, string[]>> = {
    "taobao.orders.getLogistics": ENVELOPE,
    "taobao.orders.getChatLink": ENVELOPE,
    "taobao.refunds.cancel": ENVELOPE,
    "taobao.refunds.submitLogistics": ENVELOPE,
    "taobao.refunds.get": ["requestId", "developId", "msg", "data"],
    "taobao.refunds.submitMessage": ["code"],
    "taobao.products.getSource": ["msg", "data"],
  };
  const taobao = operations.filter(({ id }) => /^(?:taobao|addresses|freight)\./.test(id)).map(({ id }) => id);

  test.each(taobao)("%s", (id) => {
    const found = fields(responseSchema(id));
    const required = ENVELOPE.filter((name) => found.get(name)?.required === "yes");
    expect(required).toEqual(MARKED[id] ?? []);
  });
});

test.each([
  ["taobao.orders.create body", () => field(requestSchema("taobao.orders.create"), "purchaseAmount"), "fen"],
  ["TaobaoProduct price", () => field(component("TaobaoProduct"), "price"), "unknown"],
  ["TaobaoProduct beginAmount", () => field(component("TaobaoProduct"), "beginAmount"), "unknown"],
])("%s has the format that its page prints, and a unit", (_, find, unit) => {
  const { type, schema } = find();
  expect(type).toBe("integer");
  expect(schema).toMatchObject({ format: "int64", "x-unit": unit });
});

describe("ids of examples have their real form", () => {
  test("the item of a line to preview has 18 digits, as a JSON integer", () => {
    const bundle = readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8");
    expect(bundle).toMatch(/"examples":\s*\["?600120680003951077"?\]/);
    expect(fields(component("TaobaoRenderLine")).get("itemId")?.type).toBe("integer");
  });

  const FORMS: Readonly<Record<string, RegExp>> = {
    refundId: /^\d{12}$/,
    purchaseOrderId: /^\d{12}$/,
    purchaseOrderLineId: /^\d{12}$/,
    subPurchaseOrderId: /^\d{12}$/,
    sub_purchase_order_id: /^\d{12}$/,
    payOrderId: /^\d{19}$/,
    purchaseOrderOuterId: /^\d{19}$/,
    purchase_order_outer_id: /^\d{19}$/,
    salesOrderId: /^\d+-[A-Z]*\d+$/,
    mpId: /^\d{16}$/,
    itemId: /^(?:\d{11,12}|\d{16}|6001\d{14})$/,
    item_id: /^6001\d{14}$/,
    skuId: /^\d{12,13}$/,
    sku_id: /^\d{12,13}$/,
    shopId: /^\d{9}$/,
    categoryId: /^\d{9}$/,
    distributorId: /^\d{12,13}$/,
    supplierId: /^\d{10}(?:\d{3})?$/,
  };

  test.each(Object.entries(FORMS))("%s", (name, form) => {
    const values: unknown[] = [];
    const look = (node: unknown): void => {
      if (!isNode(node)) return;
      for (const [key, inner] of Object.entries(node)) {
        if (key === name && (typeof inner === "string" || typeof inner === "number")) values.push(inner);
        look(inner);
      }
    };
    for (const { schema, name: own } of SCHEMAS) {
      if (own === name && Array.isArray(schema["examples"])) values.push(...schema["examples"]);
      look(schema["example"]);
    }
    // Query parameters have their example beside the name.
    for (const { schema } of SCHEMAS)
      if (schema["name"] === name && schema["in"] !== undefined) values.push(schema["example"]);
    const texts = values.map(String);
    expect(texts.length).toBeGreaterThan(0);
    for (const value of texts) expect(value).toMatch(form);
  });
});

describe("examples are invented", () => {
  test.each(FILES)("$file names no picture and no account of PandaPon's", ({ text }) => {
    expect(text).not.toMatch(/alicdn|tbc\d{3}/);
  });

  test("a value of which only null is known has no type", () => {
    expect(component("TaobaoRefundOrderAggregate")["properties"]).not.toHaveProperty(["subUserId", "type"]);
    expect(at(responseExample("taobao.refunds.list"), "data", "refundOrderAggregates", "0", "subUserId")).toBeNull();
  });
});

test("the v2 page of an item is among the pages that were used", () => {
  const used = nodeAt(operation("taobao.products.get"), "x-evidence")["otherPages"];
  expect(used).toContain("https://doc-env2.pandapon.com/api-289120986");
});

test("the price of a purchase order is inside the message, and nowhere else", () => {
  const [message] = webhooks.filter(({ id }) => id === "webhooks.taobao.orderPriceModified");
  const found = fields(nodeAt(message?.operation, "requestBody", "content", "application/json", "schema"));
  expect(found.has("messageBody.purchaseOrderPriceDTO")).toBe(true);
  expect(found.has("purchaseOrderPriceDTO")).toBe(false);
});

test("each write names the read that tells its outcome, or says that there is none", () => {
  const writes = operations.filter(
    ({ id, operation: one }) => one["x-effect"] === "write" && /^(?:taobao|addresses|freight)\./.test(id),
  );
  const reads = writes.map(({ id, operation: one }) => [
    id,
    at(one["x-check-with"], "operation") ?? one["x-check-with"],
  ]);
  expect(Object.fromEntries(reads)).toEqual({
    "addresses.save": "none",
    "freight.book": "none",
    "freight.updateDomesticLogistics": "none",
    "taobao.cart.add": "none",
    "taobao.cart.createOrder": "none",
    "taobao.orders.create": "none",
    "taobao.orders.updateWarehouse": "none",
    "taobao.refunds.cancel": "taobao.refunds.get",
    "taobao.refunds.submitLogistics": "taobao.refunds.get",
    "taobao.refunds.submitMessage": "none",
  });
});

describe("what the platform behind PandaPon prints", () => {
  const basis = (schema: Node): unknown => at(schema, "x-evidence", "basis");
  const upstream = SCHEMAS.filter(({ schema }) => basis(schema) === "upstream");

  test("is a field of an open object, and optional", () => {
    expect(upstream.length).toBeGreaterThan(30);
    for (const { schema, name, above, file } of upstream) {
      expect(above?.["x-open"], `${file} ${name}`).toBe(true);
      expect(at(above, "required") ?? [], `${file} ${name}`).not.toContain(name);
      expect(schema, `${file} ${name}`).not.toHaveProperty("x-required");
    }
  });

  test("may be null, because PandaPon answers null where its pages do not print it", () => {
    for (const { schema, name, file } of upstream) {
      if (schema["type"] !== undefined) expect([schema["type"]].flat(), `${file} ${name}`).toContain("null");
    }
  });

  test("names a source that is not PandaPon's", () => {
    const pages = new Set(upstream.map(({ schema }) => String(at(schema, "x-evidence", "page"))));
    expect([...pages].sort()).toEqual([
      "https://github.com/Mlegbder/taobao-global",
      "https://wiki-en.dajisaas.com/doc-4966230",
    ]);
  });

  test("has the names of the source: no snake-case name is turned into camel case", () => {
    const names = upstream.map(({ name }) => name).filter((name) => /[a-z][A-Z]/.test(name));
    expect([...new Set(names)].sort()).toEqual([
      "postFee",
      "purchaseCurrency",
      "purchaseProductFee",
      "purchaseShippingFee",
      "purchaseTotalFee",
    ]);
  });

  test("adds the other fields of a sub-order to the eight that the page shows", () => {
    const found = Object.entries(nodeAt(component("TaobaoSubOrder"), "properties"));
    const shown = found.filter(([, schema]) => isNode(schema) && basis(schema) !== "upstream").map(([name]) => name);
    expect(shown).toEqual([
      "purchase_order_outer_id",
      "purchase_order_line_outer_id",
      "close_time_without_payment",
      "detail_error_code",
      "product_amount",
      "logistic_company_name",
      "logistic_number",
      "quantity",
    ]);
    expect(found).toHaveLength(35);
  });

  test("lists values that fit PandaPon's samples, and stays open", () => {
    const { schema } = field(component("TaobaoRefundOrder"), "refundStatus");
    expect(schema["x-extensible-enum"]).toEqual(["0", "10", "20", "30", "100", "-10", "-20"]);
    expect(schema).not.toHaveProperty("enum");
  });

  test("does not list values where PandaPon's sample is another one", () => {
    const { schema } = field(component("TaobaoTrace"), "status");
    expect(schema["x-extensible-enum"]).toEqual(["TRANSPORT"]);
  });
});
