// The mutation table: each kind of change is made at several places of the real bundle. Each must be found, at its place, and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contractDiff, type ContractDiff } from "../../scripts/dist/entries/contract-diff.js";
import { document, isNode, nodeAt, type Node } from "../support/bundle.js";
import { chooseFields, FIELD_KINDS, usesOf, type Use } from "./kinds.js";

type Line = string;
const line = (impact: string, kind: string, operationId: string | undefined, place: string): Line =>
  `${impact} ${kind} ${operationId ?? "-"} ${place}`;
const lineOf = ({ kind, met, place }: Use): Line => line(kind[met.side], kind.kind, met.operationId, place);
const linesOf = ({ changes }: ContractDiff): Line[] =>
  changes.flatMap(({ impact, kind, uses }) => uses.map((use) => line(impact, kind, use.operationId, use.place))).sort();

async function compared(changed: Node, old: Node = document): Promise<ContractDiff> {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  const files = { old: path.join(dir, "old.json"), new: path.join(dir, "new.json") };
  writeFileSync(files.old, JSON.stringify(old, undefined, 2));
  writeFileSync(files.new, JSON.stringify(changed, undefined, 2));
  return contractDiff(files).finally(() => rmSync(dir, { recursive: true }));
}

describe("fields", () => {
  const changed = structuredClone(document);
  const chosen = chooseFields(changed);
  const expected = usesOf(chosen).map((use) => ({ kind: use.kind, line: lineOf(use) }));
  let found: Line[];

  beforeAll(async () => {
    for (const [kind, field] of chosen) kind.apply(field);
    found = linesOf(await compared(changed));
  });

  test.each(FIELD_KINDS)("$what", (kind) => {
    const lines = expected.filter((one) => one.kind === kind).map((one) => one.line);
    expect(lines.length).toBeGreaterThan(0);
    expect(found).toEqual(expect.arrayContaining(lines));
  });

  test("and nothing else is found", () => {
    const all = expected.map((one) => one.line).sort();
    const hit = all.filter((one) => found.includes(one)).length;
    console.log(
      `contract-diff, fields: ${hit} of ${all.length} found (${FIELD_KINDS.length} kinds at ${chosen.length} declarations), ${found.length - hit} others`,
    );
    expect(found).toEqual(all);
  });
});

/** One change to an operation, and everything that must be found. */
interface Edit {
  what: string;
  edit: (document: Node) => void;
  finds: Line[];
}

const item = (document: Node, id: string): [items: Node, key: string, method: string] => {
  for (const section of ["paths", "webhooks"]) {
    const items = nodeAt(document, section);
    for (const key of Object.keys(items)) {
      for (const [method, operation] of Object.entries(nodeAt(items, key))) {
        if (isNode(operation) && operation["operationId"] === id) return [items, key, method];
      }
    }
  }
  throw new Error(`no operation ${id}`);
};
const operationIn = (document: Node, id: string): Node => {
  const [items, key, method] = item(document, id);
  return nodeAt(items, key, method);
};
const change =
  (id: string, values: Node) =>
  (document: Node): void => {
    const operation = operationIn(document, id);
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete operation[key];
      else operation[key] = value;
    }
  };
const parameter = (document: Node, id: string, name: string): Node => {
  const found = listOf(operationIn(document, id)["parameters"]).find((one) => one["name"] === name);
  if (found === undefined) throw new Error(`no parameter ${name} of ${id}`);
  return found;
};
const json = (document: Node, id: string, ...keys: string[]): Node =>
  nodeAt(operationIn(document, id), ...keys, "content", "application/json");
const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
function eachNode(value: unknown, visit: (node: Node) => void): void {
  if (!isNode(value)) return;
  visit(value);
  for (const inner of Object.values(value)) eachNode(inner, visit);
}
const TAGS = listOf(document["tags"]).length;
const ALIBABA_PRICE = "webhooks.alibaba.orderPriceModified";
const TAOBAO_PRICE = "webhooks.taobao.orderPriceModified";

const EDITS: Edit[] = [
  {
    what: "another operationId",
    edit: change("alibaba.refunds.create", { operationId: "alibaba.refunds.open" }),
    finds: ["breaking operationId alibaba.refunds.create "],
  },
  {
    what: "another operationId of a webhook",
    edit: change(TAOBAO_PRICE, { operationId: "webhooks.taobao.priceModified" }),
    finds: [`breaking operationId ${TAOBAO_PRICE} `],
  },
  {
    what: "another path",
    edit: (document) => {
      const [items, key] = item(document, "alibaba.orders.cancel");
      items[`${key}/now`] = items[key];
      delete items[key];
    },
    finds: ["breaking moved alibaba.orders.cancel "],
  },
  {
    what: "another path, and a field that is gone with it",
    edit: (document) => {
      const [items, key] = item(document, "addresses.save");
      items["/elsewhere"] = items[key];
      delete items[key];
      operationIn(document, "addresses.save")["x-effect"] = "read";
    },
    finds: ["additive effect addresses.save ", "breaking moved addresses.save "],
  },
  {
    what: "another message type",
    edit: (document) => {
      const [items, key] = item(document, ALIBABA_PRICE);
      items[`${key}_V2`] = items[key];
      delete items[key];
    },
    finds: [`breaking moved ${ALIBABA_PRICE} `],
  },
  {
    what: "an operation that is gone",
    edit: (document) => {
      const [items, key, method] = item(document, "taobao.orders.updateWarehouse");
      delete nodeAt(items, key)[method];
    },
    finds: ["breaking removed taobao.orders.updateWarehouse "],
  },
  {
    what: "a new operation",
    edit: (document) => {
      const twin = structuredClone(operationIn(document, "alibaba.orders.get"));
      twin["operationId"] = "alibaba.orders.fetch";
      nodeAt(document, "paths")["/alibaba/order/fetch"] = { post: twin };
    },
    finds: ["additive added alibaba.orders.fetch "],
  },
  {
    what: "a read that becomes a write",
    edit: change("alibaba.orders.get", { "x-effect": "write" }),
    finds: ["breaking effect alibaba.orders.get "],
  },
  {
    what: "other words",
    edit: change("alibaba.orders.create", { summary: "Other words", description: "Other words." }),
    finds: ["documentation text alibaba.orders.create ", "documentation text alibaba.orders.create "],
  },
  {
    what: "other evidence",
    edit: (document) =>
      void (nodeAt(operationIn(document, "alibaba.orders.getPayUrl"), "x-evidence")["modified"] =
        "2026-01-01 00:00:00"),
    finds: ["documentation evidence alibaba.orders.getPayUrl "],
  },
  {
    what: "result pages that are no longer declared",
    edit: change("alibaba.products.search", { "x-pagination": undefined }),
    finds: ["breaking pagination alibaba.products.search "],
  },
  {
    what: "result pages that are requested in another way",
    edit: (document) =>
      void (nodeAt(operationIn(document, "alibaba.products.searchByImage"), "x-pagination")["firstPage"] = 0),
    finds: ["documentation pagination alibaba.products.searchByImage "],
  },
  {
    what: "records at another place",
    edit: (document) =>
      void (nodeAt(operationIn(document, "alibaba.products.searchInStore"), "x-pagination")["items"] = "/data/others"),
    finds: ["breaking pagination alibaba.products.searchInStore "],
  },
  {
    what: "a second level of success",
    edit: change("taobao.products.get", { "x-success": { flag: "/data/success" } }),
    finds: ["breaking success taobao.products.get "],
  },
  {
    what: "a second level of success that is gone",
    edit: change("alibaba.orders.confirmReceipt", { "x-success": undefined }),
    finds: ["breaking success alibaba.orders.confirmReceipt "],
  },
  {
    what: "a failure that is reported at another place",
    edit: (document) =>
      void (nodeAt(operationIn(document, "alibaba.refunds.submitReturn"), "x-success")["errorMessage"] = "/data/zz"),
    finds: ["documentation success alibaba.refunds.submitReturn "],
  },
  {
    what: "a parameter whose required mark becomes known, and two new ones",
    edit: (document) => {
      delete parameter(document, "taobao.refunds.cancel", "refundId")["x-required"];
      const operation = operationIn(document, "taobao.refunds.cancel");
      operation["parameters"] = [
        ...listOf(operation["parameters"]),
        { name: "zz", in: "query", required: true, schema: { type: "string" } },
        { name: "yy", in: "query", schema: { type: "string" } },
      ];
    },
    finds: ["additive added taobao.refunds.cancel query/yy", "breaking added taobao.refunds.cancel query/zz"],
  },
  {
    what: "a parameter that is gone",
    edit: change("taobao.orders.getLogistics", { parameters: [] }),
    finds: ["breaking removed taobao.orders.getLogistics query/subPurchaseOrderId"],
  },
  {
    what: "a parameter that is no longer an alternative, and is required",
    edit: (document) => {
      const refundId = parameter(document, "alibaba.refunds.get", "refundId");
      delete refundId["x-alternative"];
      refundId["required"] = true;
    },
    finds: [
      "breaking alternative alibaba.refunds.get query/refundId",
      "breaking required alibaba.refunds.get query/refundId",
    ],
  },
  {
    what: "other examples",
    edit: (document) => {
      json(document, "alibaba.cart.updateQuantity", "requestBody")["example"] = { quantity: 2 };
      json(document, "alibaba.cart.updateQuantity", "responses", "200")["example"] = { code: 201 };
    },
    finds: ["documentation example alibaba.cart.updateQuantity ", "documentation example alibaba.cart.updateQuantity "],
  },
  {
    what: "JSON text that becomes plain text",
    edit: (document) => {
      const list = nodeAt(
        document,
        "components",
        "schemas",
        "TaobaoOrdersCreateRequest",
        "properties",
        "orderLineList",
      );
      for (const key of ["contentSchema", "contentMediaType"]) delete list[key];
    },
    finds: ["breaking type taobao.orders.create body/orderLineList"],
  },
  {
    what: "a body that may be left out",
    edit: (document) => void delete nodeAt(operationIn(document, "alibaba.orders.payBatch"), "requestBody")["required"],
    finds: ["additive required alibaba.orders.payBatch body"],
  },
  {
    what: "the same answer, written in another way",
    edit: (document) => {
      const media = json(document, "alibaba.cart.createOrder", "responses", "200");
      media["schema"] = { allOf: [{ allOf: [media["schema"]] }] };
    },
    finds: ["documentation unseen alibaba.cart.createOrder "],
  },
  {
    what: "another server",
    edit: (document) => void (document["servers"] = [{ url: "https://other.example" }]),
    finds: ["additive added - servers/0", "breaking removed - servers/0"],
  },
  {
    what: "another description of the API, and a new tag",
    edit: (document) => {
      nodeAt(document, "info")["description"] = "Other words.";
      document["tags"] = [...listOf(document["tags"]), { name: "zz", description: "New." }];
    },
    finds: ["documentation text - info", `documentation text - tags/${TAGS}`],
  },
  {
    what: "a shape with another name",
    edit: (document) => {
      const schemas = nodeAt(document, "components", "schemas");
      schemas["Renamed"] = schemas["AlibabaSearchSort"];
      delete schemas["AlibabaSearchSort"];
      eachNode(document, (node) => {
        if (node["$ref"] === "#/components/schemas/AlibabaSearchSort") node["$ref"] = "#/components/schemas/Renamed";
      });
    },
    finds: ["additive added - components/schemas/Renamed", "breaking removed - components/schemas/AlibabaSearchSort"],
  },
];

describe("operations", () => {
  let found: ContractDiff;

  beforeAll(async () => {
    const changed = structuredClone(document);
    for (const { edit } of EDITS) edit(changed);
    found = await compared(changed);
  });

  test.each(EDITS)("$what", ({ finds }) => {
    for (const one of finds) expect(linesOf(found)).toContain(one);
  });

  test("and nothing else is found", () => {
    const all = EDITS.flatMap(({ finds }) => finds).sort();
    const lines = linesOf(found);
    // Tags aside, these do not depend on how many operations there are.
    expect(all).toHaveLength(34);
    const hit = all.filter((one) => lines.includes(one)).length;
    console.log(`contract-diff, operations: ${hit} of ${all.length} found, ${lines.length - hit} others`);
    expect(lines).toEqual(all);
  });
});
