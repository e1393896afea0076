// The contract describes every operation whose path a page shows, and no other. A new operation changes only this test.
import { readFileSync } from "node:fs";
import path from "node:path";
import { coverage } from "pandapon-codegen/coverage";
import { describe, expect, test } from "vitest";
import { chooseFields, isSeenByTypes, usesOf } from "../contract-diff/kinds.js";
import { at, document, nodeAt, operations, webhooks } from "../support/bundle.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { mutationsOf } from "../support/pages/mutations.js";
import { ROOT } from "../support/workspace.js";

const OPERATIONS = `
addresses.save                   POST /open/address/addOrUpdate                   write
alibaba.cart.createOrder         POST /alibaba/cart/create/order                  write
alibaba.cart.previewOrder        POST /alibaba/cart/preview/order                 read
alibaba.cart.updateQuantity      POST /alibaba/cart/edit-quantity                 write
alibaba.orders.cancel            POST /alibaba/order/cancel                       write
alibaba.orders.confirmReceipt    POST /alibaba/order/receivegoods                 write
alibaba.orders.create            POST /alibaba/order/create                       write
alibaba.orders.createBatch       POST /alibaba/order/batch/create                 write
alibaba.orders.get               POST /alibaba/order/detail                       read
alibaba.orders.getPayUrl         GET  /alibaba/order/pay/url                      write
alibaba.orders.payBatch          POST /alibaba/order/batch/submit/to/pay          write
alibaba.orders.preview           POST /alibaba/order/create/preview               read
alibaba.orders.previewBatch      POST /alibaba/order/create/previewbatch          read
alibaba.products.get             POST /alibaba/product/detail/get                 read
alibaba.products.search          POST /alibaba/product/keywords/query             read
alibaba.products.searchByImage   POST /alibaba/product/image/query                read
alibaba.products.searchInStore   POST /alibaba/product/query/selleroffer          read
alibaba.refunds.create           POST /alibaba/refund/detail/create               write
alibaba.refunds.get              POST /alibaba/refund/info                        read
alibaba.refunds.submitReturn     POST /alibaba/refund/goods/return                write
freight.book                     POST /open/pp/logistics/orderBookingFreight      write
freight.preview                  POST /open/pp/logistics/orderRenderFreight       read
freight.updateDomesticLogistics  POST /open/pp/logistics/updateLogisticInfo       write
taobao.cart.add                  POST /open/cart/add                              write
taobao.cart.createOrder          POST /open/cart/create/order                     write
taobao.cart.previewOrder         POST /open/cart/confirm/order                    read
taobao.orders.create             POST /open/order                                 write
taobao.orders.getChatLink        POST /open/order/page/link/get                   read
taobao.orders.getLogistics       GET  /open/order/logistics/detail/get            read
taobao.orders.preview            POST /open/order/render                          read
taobao.orders.updateWarehouse    POST /open/order/updateWarehouse                 write
taobao.products.checkBatch       POST /open/product/batch/check                   read
taobao.products.get              GET  /open/product/get                           read
taobao.products.getSource        POST /open/product/source/get                    read
taobao.refunds.cancel            GET  /open/order/refund/cancel/{refundId}        write
taobao.refunds.get               GET  /open/order/refund/query                    read
taobao.refunds.list              POST /open/order/refund/queryList                read
taobao.refunds.submitLogistics   POST /open/order/refund/render/submit/logistics  write
taobao.refunds.submitMessage     POST /open/order/refund/submit/message           write
`;

const rows = OPERATIONS.trim()
  .split("\n")
  .map((line) => line.split(/\s+/));

test("the contract has the operations whose path is known, and no other", () => {
  const found = operations.map(({ id, method, path, operation }) => [id, method, path, operation["x-effect"]]);
  expect(found.sort()).toEqual(rows);
  expect(rows).toHaveLength(39);
});

test("the contract has the webhooks whose message type is known, and no other", () => {
  expect(webhooks.map(({ id, path }) => [path, id]).sort()).toEqual([
    ["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "webhooks.alibaba.orderPriceModified"],
    ["TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "webhooks.taobao.orderPriceModified"],
  ]);
});

test("a call is signed in five headers; only the warehouse group is signed in the query", () => {
  expect(document["security"]).toEqual([{ accessKey: [], nonceStr: [], timestamp: [], userId: [], signature: [] }]);
  const schemes = nodeAt(document, "components", "securitySchemes");
  const headers = ["accessKey", "nonceStr", "timestamp", "userId", "signature"].map((key) => at(schemes, key, "name"));
  expect(headers).toEqual(["access-key", "nonce-str", "timestamp", "user-id", "signature"]);
  for (const { id, operation } of operations) {
    const own = id.startsWith("freight.") ? [{ warehouseTimestamp: [], warehouseSign: [] }] : undefined;
    expect(operation["security"], id).toEqual(own);
  }
});

test("the contract, the package and the tool chain have one version", () => {
  const versions = ["package.json", "scripts/package.json"].map((file) => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as { version: string };
    return version;
  });
  expect(versions).toEqual([at(document, "info", "version"), at(document, "info", "version")]);
});

describe("navigation.yaml", () => {
  const entries = coverage(path.join(ROOT, "spec"));

  test("has an entry for each entry of the navigation, and for those that only the Vietnamese one has", () => {
    expect(entries).toHaveLength(79);
    expect(entries.filter(({ onlyIn }) => onlyIn === "vi")).toHaveLength(4);
    const groups = new Map<string, number>();
    for (const { group } of entries) groups.set(group, (groups.get(group) ?? 0) + 1);
    expect(Object.fromEntries(groups)).toEqual({
      "Taobao goods": 7,
      "Taobao orders": 10,
      "Taobao after-sales": 10,
      "Taobao callbacks": 3,
      "Taobao cart": 6,
      "1688 goods": 8,
      "1688 orders": 11,
      "1688 after-sales": 6,
      "1688 callbacks": 3,
      "1688 cart": 6,
      "1688 marketing": 3,
      Foundations: 2,
      Warehouse: 4,
    });
  });

  test("has a path for each entry, or the reason why the path is missing", () => {
    const described = entries.filter(({ path: key, webhook }) => (key ?? webhook) !== undefined);
    expect(described).toHaveLength(41);
    for (const entry of entries) {
      if (described.includes(entry)) expect(entry.operationId, entry.title).toMatch(/\w\.\w/);
      else expect(entry.reason, entry.title).toMatch(/\w{3}/);
    }
  });
});

describe("the number of mutations, which grows with the contract", () => {
  test.each([
    ["markdown", 7_054],
    ["text", 6_553],
  ] as const)("of %s pages is %i", (form, changes) => {
    expect(contractPages().flatMap((page) => mutationsOf(page, form).mutations)).toHaveLength(changes);
  });

  test("of fields, all and those that types show", () => {
    const chosen = chooseFields(structuredClone(document));
    expect(usesOf(chosen)).toHaveLength(329);
    expect(usesOf(chosen.filter(isSeenByTypes))).toHaveLength(253);
  });
});
