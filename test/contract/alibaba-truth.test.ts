// What the 1688 side of the contract says, and what it leaves open because no page of PandaPon shows it.
import { describe, expect, test } from "vitest";
import {
  at,
  document,
  fields,
  isNode,
  nodeAt,
  operation,
  operations,
  requestExample,
  requestSchema,
  responseExample,
  responseSchema,
  target,
  webhooks,
  type Node,
} from "../support/bundle.js";

const component = (name: string): Node => nodeAt(document, "components", "schemas", name);
const member = (schema: Node, ...names: string[]): Node =>
  names.reduce(
    (here, name) => target(nodeAt(target(here), ...(name === "*" ? ["items"] : ["properties", name]))),
    schema,
  );
/** A field of a body as it is written; its `$ref` is not followed. */
const written = (schema: Node, name: string): Node => nodeAt(target(schema), "properties", name);
const field = (schema: Node, name: string): Node => {
  const found = fields(schema).get(name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found.schema;
};
const basisOf = (node: Node): unknown => at(node, "x-evidence", "basis");
const WEAK: unknown[] = ["upstream", "client", "observed"];
const ALIBABA = operations.filter(({ id }) => id.startsWith("alibaba."));
const MESSAGE = webhooks.find(({ id }) => id === "webhooks.alibaba.orderPriceModified")?.operation ?? {};
const message = target(nodeAt(MESSAGE, "requestBody", "content", "application/json", "schema"));

/** Whether a name of an object is PandaPon's word: neither it nor what holds it has a weak basis. */
function shownNames(schema: Node): string[] {
  const own = target(schema);
  if (WEAK.includes(basisOf(own))) return [];
  const properties = isNode(own["properties"]) ? own["properties"] : {};
  return Object.entries(properties).flatMap(([name, one]) => (isNode(one) && WEAK.includes(basisOf(one)) ? [] : name));
}

describe("answers that no page shows stay open", () => {
  test("a pushed order has no members of the order of v2", () => {
    const order = component("AlibabaOrderMessage");
    for (const places of [["nativeLogistics"], ["productItems", "*"], ["baseInfo"], ["extAttributes", "*"]]) {
      const schema = member(order, ...places);
      expect(schema, places.join(".")).toMatchObject({ type: "object" });
      expect(shownNames(schema), places.join(".")).toEqual([]);
    }
    expect(
      Object.keys(
        nodeAt(MESSAGE, "requestBody", "content", "application/json", "example", "messageBody", "nativeLogistics"),
      ),
    ).toEqual([]);
  });

  test("created orders are a list in v2, and can be an object", () => {
    const data = field(responseSchema("alibaba.orders.createBatch"), "data");
    expect(data).not.toHaveProperty("type");
    expect(data).toMatchObject({ "x-evidence": { basis: "v2" } });
    const branches = data["anyOf"] as Node[];
    expect(branches.map(({ type }) => type)).toEqual(["array", "object"]);
    expect(nodeAt(branches[1])).not.toHaveProperty("properties");
  });

  test("a created order has names of upstream only, or is null", () => {
    const [order, nothing] = field(responseSchema("alibaba.orders.create"), "data")["anyOf"] as [Node, Node];
    expect(target(order)).toBe(component("AlibabaCreatedOrder"));
    expect(shownNames(order)).toEqual([]);
    expect(nothing).toMatchObject({ type: "null" });
  });

  test.each([
    "alibaba.orders.payBatch",
    "alibaba.orders.previewBatch",
    "alibaba.cart.createOrder",
    "alibaba.cart.previewOrder",
  ])("the data of %s has no type", (id) => {
    const data = field(responseSchema(id), "data");
    for (const key of ["type", "properties", "anyOf"]) expect(data).not.toHaveProperty(key);
  });

  test("goods that the page lists as null can be a list of ids", () => {
    const preview = component("AlibabaOrderPreview");
    for (const name of ["postFeeByDescOfferList", "consignOfferList"]) {
      const branches = member(preview, name)["anyOf"] as Node[];
      expect(branches.map(({ type }) => type)).toEqual(["null", "array"]);
      expect(branches[1]).toMatchObject({
        items: {
          anyOf: [
            { type: "string", format: "int64" },
            { type: "integer", format: "int64" },
          ],
        },
      });
    }
    const items = member(preview, "unsupportedCrossBorderPayOfferList", "*");
    expect(items).toMatchObject({ type: ["string", "integer"], format: "int64" });
  });
});

describe("marks and words are those of the pages", () => {
  test("the preview of several orders requires what the Vietnamese page marks, the phone too", () => {
    const address = field(requestSchema("alibaba.orders.previewBatch"), "addressParam");
    expect(address["required"]).toEqual(["fullName", "mobile", "phone", "cityText", "provinceText", "address"]);
  });

  test("a message has its type and its time, which may be null", () => {
    expect(message["required"]).toEqual(["messageType", "timestamp"]);
    for (const name of ["messageType", "timestamp"]) {
      expect(written(message, name)).toMatchObject({ type: ["string", "null"] });
      expect(written(message, name)).not.toHaveProperty("x-required");
    }
  });

  test.each(["alibaba.orders.cancel", "alibaba.cart.updateQuantity"])("%s fails if its data is false", (id) => {
    expect(operation(id)["x-success"]).toEqual({ flag: "/data" });
    expect(field(responseSchema(id), "data")).toMatchObject({ type: ["boolean", "null"] });
    expect(responseExample(id)).toMatchObject({ data: true });
  });

  test("nothing is said of a picture's address replacing the picture", () => {
    const { description } = field(requestSchema("alibaba.products.searchByImage"), "imageAddress");
    expect(description).not.toMatch(/does not replace/);
    expect(description).toMatch(/No page says whether/);
  });

  test.each(["get", "search", "searchByImage", "searchInStore"])(
    "in products.%s, country is a language by conclusion",
    (name) => {
      const country = field(requestSchema(`alibaba.products.${name}`), "country");
      expect(country).toMatchObject({ "x-evidence": { basis: "inferred" } });
      expect(country["description"]).toMatch(/^Presumably /);
    },
  );

  test("a product has no list of the states of an order", () => {
    const status = member(component("AlibabaProduct"), "status");
    expect(status).not.toHaveProperty("enum");
    expect(status).not.toHaveProperty("x-extensible-enum");
  });

  test("the descriptions of upstream units leave the unit of PandaPon's own fields unknown", () => {
    for (const [name, unit, ...places] of [
      ["AlibabaOrderPreviewItem", "fen", "discountFee"],
      ["AlibabaRefund", "fen", "applyPayment"],
      ["AlibabaRefund", "fen", "applyCarriage"],
      ["AlibabaOrderProductItem", "yuan", "itemAmount"],
      ["AlibabaOrderProductItem", "yuan", "price"],
    ] as [string, string, string][]) {
      const one = member(component(name), ...places);
      expect(one["x-unit"], `${name} ${String(places)}`).toBe("unknown");
      expect(one["description"]).toMatch(`Upstream it is in ${unit}.`);
    }
  });
});

describe("ids in examples have the length and form of real ones", () => {
  const FORMS: Record<string, RegExp> = {
    orderId: /^\d{19}$/,
    orderIds: /^\d{19}$/,
    orderEntryIds: /^\d{19}$/,
    cantPayOrderList: /^\d{19}$/,
    refundId: /^TQ\d+$/,
    specId: /^[0-9a-f]{32}$/,
    sellerOpenId: /^BBB[\w-]{22}$/,
    offerId: /^\d{12}$/,
    productID: /^\d{12}$/,
  };
  /** Every scalar of an example, with the name it stands under; the items of a list have the list's name. */
  function scalars(value: unknown, name: string, found: [string, string][] = []): [string, string][] {
    if (Array.isArray(value)) for (const one of value) scalars(one, name, found);
    else if (isNode(value)) for (const [key, one] of Object.entries(value)) scalars(one, key, found);
    else if (value !== null && value !== undefined) found.push([name, String(value)]);
    return found;
  }
  const lists = [...operations, ...webhooks].filter(({ id }) => id.includes("alibaba."));

  test.each(lists)("$id", ({ operation: one }) => {
    const examples: [string, string][] = [];
    const look = (node: unknown, name: string): void => {
      if (Array.isArray(node)) for (const item of node) look(item, name);
      if (!isNode(node)) return;
      for (const [key, inner] of Object.entries(node)) {
        if (key === "example" || key === "examples") scalars(inner, name, examples);
        else if (key === "properties" && isNode(inner))
          for (const [own, schema] of Object.entries(inner)) look(schema, own);
        else look(inner, key === "schema" && typeof node["name"] === "string" ? node["name"] : name);
      }
      if (typeof node["name"] === "string" && "in" in node) scalars(node["example"], node["name"], examples);
    };
    look(one, "");
    for (const [name, value] of examples) {
      const form = FORMS[name];
      if (form !== undefined) expect(value, name).toMatch(form);
    }
  });

  test("shared shapes", () => {
    expect(member(component("AlibabaRefundEntryCount"), "id")["examples"]).toEqual([
      expect.toSatisfy((id) => /^\d{19}$/.test(String(id))),
    ]);
  });

  test("an id of one 1688 order is exact in every request that takes it as an integer", () => {
    for (const id of ["alibaba.orders.cancel", "alibaba.orders.confirmReceipt", "alibaba.refunds.create"]) {
      expect(Number.isSafeInteger(Number(at(requestExample(id), "orderId"))), id).toBe(false);
    }
  });

  test("the number of a case's record is not the digits of the case's id", () => {
    const asked = String(at(requestExample("alibaba.refunds.get"), "refundId")).replace("TQ", "");
    expect(String(at(responseExample("alibaba.refunds.get"), "data", "id"))).not.toBe(asked);
  });
});

describe("each write says which read tells its outcome", () => {
  test.each([
    ["alibaba.orders.cancel", "alibaba.orders.get"],
    ["alibaba.orders.confirmReceipt", "alibaba.orders.get"],
    ["alibaba.orders.payBatch", "alibaba.orders.get"],
    ["alibaba.orders.getPayUrl", "alibaba.orders.get"],
    ["alibaba.refunds.submitReturn", "alibaba.refunds.get"],
  ])("%s with %s", (id, read) => {
    const found = nodeAt(operation(id), "x-check-with");
    expect(found["operation"]).toBe(read);
    // What to look at is in the answer of the read.
    const places = [...String(found["how"]).matchAll(/`(data\.[\w.]+)`/g)].map(([, place]) => place ?? "");
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      const seen = fields(responseSchema(read)).get(place)?.schema;
      expect(seen, place).toBeDefined();
      if (seen !== undefined && WEAK.includes(basisOf(seen))) expect(found["how"]).toContain("(upstream");
    }
  });

  test.each([
    "alibaba.orders.create",
    "alibaba.orders.createBatch",
    "alibaba.cart.createOrder",
    "alibaba.cart.updateQuantity",
    "alibaba.refunds.create",
  ])("%s with none", (id) => {
    expect(operation(id)["x-check-with"]).toBe("none");
  });
});

describe("what is not PandaPon's word", () => {
  /** Every field that is known from upstream or a client only. */
  const weak = (schema: Node): string[] => {
    const found: string[] = [];
    const visit = (node: Node, place: string, inWeak: boolean): void => {
      const own = target(node);
      const below = inWeak || WEAK.includes(basisOf(node)) || WEAK.includes(basisOf(own));
      for (const part of [own["allOf"], own["anyOf"]].flat()) if (isNode(part)) visit(part, place, below);
      if (isNode(own["items"])) visit(own["items"], `${place}[]`, below);
      for (const [name, one] of Object.entries(isNode(own["properties"]) ? own["properties"] : {})) {
        if (!isNode(one)) continue;
        const at = place === "" ? name : `${place}.${name}`;
        if (below || WEAK.includes(basisOf(one))) found.push(at);
        visit(one, at, below);
      }
    };
    visit(schema, "", false);
    return found;
  };

  test("no input of a 1688 operation rests on it", () => {
    for (const { id } of ALIBABA.filter(({ operation: one }) => one["requestBody"] !== undefined)) {
      expect(weak(requestSchema(id)), id).toEqual([]);
    }
  });

  test.each([
    [
      "alibaba.orders.preview",
      "data.orderPreviewResuslt[].",
      "taoSampleSinglePromotion sumPayment message sumCarriage resultCode sumPaymentNoCarriage additionalFee flowFlag cargoList shopPromotionList tradeModelList",
    ],
    ["alibaba.orders.create", "data.", "orderId totalSuccessAmount postFee"],
    ["alibaba.orders.get", "data.baseInfo.", "status totalAmount shippingFee refund sumProductPayment"],
    ["alibaba.orders.get", "data.productItems[].", "itemAmount price refund"],
    ["alibaba.orders.createBatch", "data[].extAttributes[].", "key value description"],
    ["alibaba.products.search", "data.data[].", "subjectTrans offerId priceInfo repurchaseRate monthSold"],
    ["alibaba.products.searchByImage", "data.data[].", "subjectTrans offerId priceInfo monthSold"],
    [
      "alibaba.products.get",
      "data.",
      "mainVideo productImage productAttribute productSkuInfos productSaleInfo status sellerNickName",
    ],
    [
      "alibaba.refunds.get",
      "data.",
      "canRefundPayment refundPayment refundCarriage goodsStatus gmtApply refundOperationList sellerLoginId",
    ],
  ])("%s names what upstream or a client shows in %s", (id, prefix, names) => {
    expect(weak(responseSchema(id))).toEqual(expect.arrayContaining(names.split(" ").map((name) => prefix + name)));
  });

  test("a previewed order has the 14 fields that the page counts", () => {
    expect(Object.keys(nodeAt(component("AlibabaOrderPreviewItem"), "properties"))).toHaveLength(14);
  });

  test("known values of upstream leave every other text allowed", () => {
    const flow = [
      ["alibaba.orders.create", "flow"],
      ["alibaba.orders.createBatch", "flow"],
      ["alibaba.cart.createOrder", "flow"],
    ] as const;
    for (const [id, name] of flow) {
      const one = field(requestSchema(id), name);
      expect(one["x-extensible-enum"]).toEqual([
        "general",
        "fenxiao",
        "paired",
        "repurchase",
        "saleproxy",
        "boutiquefenxiao",
        "boutiquepifa",
      ]);
      expect(one).not.toHaveProperty("enum");
    }
    expect(member(component("AlibabaOrderBaseInfo"), "status")["x-extensible-enum"]).toHaveLength(10);
    // PandaPon's sample is free text, so upstream's values are in words only.
    expect(field(requestSchema("alibaba.orders.cancel"), "cancelReason")).not.toHaveProperty("x-extensible-enum");
  });

  test("the completeness of an answer counts only PandaPon's word", () => {
    const completeness = (id: string): unknown => at(operation(id), "x-evidence", "response");
    for (const name of [
      "orders.create",
      "orders.createBatch",
      "products.search",
      "products.searchByImage",
      "products.searchInStore",
    ]) {
      expect(completeness(`alibaba.${name}`), name).toBe("unknown");
    }
    for (const name of ["orders.get", "orders.preview", "products.get", "refunds.get"]) {
      expect(completeness(`alibaba.${name}`), name).toBe("partial");
    }
  });
});
