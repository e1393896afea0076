// What the Taobao side of the sandbox refuses, and that odd values never break it.
import { expect, test } from "vitest";
import { CODES } from "../../scripts/dist/sandbox/exchange/refusal.js";
import { createSandbox } from "../../scripts/dist/sandbox/index.js";
import { exampleInputs, type Node } from "../support/bundle.js";
import { accounts, call, OWN, served } from "../support/taobao.js";

const line = (own: Node): string =>
  JSON.stringify([{ itemId: "600126245031041190", skuId: "5016042822039", quantity: "200", price: "1", ...own }]);

const DEAR = line({ price: "1000000000000", quantity: "1" }).slice(1, -1);

/** What is changed in the contract's example, and what the refusal says. */
const REFUSALS: [operation: string, change: Node, reason: keyof typeof CODES, words: string][] = [
  ["taobao.orders.create", { purchaseAmount: 199 }, "conflict", "the lines cost 200 fen"],
  ["taobao.orders.create", { orderLineList: "[]" }, "invalid", "at least one entry"],
  ["taobao.orders.create", { orderLineList: "[{" }, "invalid", "orderLineList"],
  ["taobao.orders.create", { orderLineList: line({ quantity: "0" }) }, "invalid", "quantity must be"],
  ["taobao.orders.create", { orderLineList: line({ quantity: "-1" }) }, "invalid", "quantity must be"],
  ["taobao.orders.create", { orderLineList: line({ quantity: "1.5" }) }, "invalid", "quantity must be"],
  ["taobao.orders.create", { orderLineList: line({ quantity: "" }) }, "invalid", "quantity must be"],
  ["taobao.orders.create", { orderLineList: line({ quantity: undefined }) }, "invalid", "quantity is missing"],
  ["taobao.orders.create", { orderLineList: line({ price: "0.01" }) }, "invalid", "whole number of fen"],
  ["taobao.orders.create", { orderLineList: line({ price: "0" }) }, "conflict", "costs 1 fen, not 0"],
  ["taobao.orders.create", { orderLineList: line({ currency: "USD" }) }, "invalid", "must be CNY"],
  ["taobao.orders.create", { orderLineList: line({ skuId: "5016042822030" }) }, "conflict", "no SKU 5016042822030"],
  ["taobao.orders.create", { orderLineList: line({ itemId: undefined }) }, "invalid", "itemId"],
  [
    "taobao.orders.create",
    { orderLineList: line({ quantity: "9999999999999999", price: "99" }) },
    "invalid",
    "quantity",
  ],
  ["taobao.orders.create", { orderLineList: line({ itemId: "99999999999999999999" }) }, "invalid", "itemId"],
  ["taobao.orders.create", { orderLineList: line({ price: "1000000000001" }) }, "invalid", "price must be"],
  ["taobao.orders.create", { orderLineList: line({ price: "100000000000" }) }, "invalid", "cost more than"],
  ["taobao.orders.create", { purchaseAmount: 1e13 }, "invalid", "purchaseAmount must be"],
  ["taobao.orders.create", { orderLineList: `[${DEAR},${DEAR}]` }, "invalid", "cost more than"],
  ["taobao.cart.add", { promotionPrice: 1e13 }, "invalid", "price or promotionPrice"],
  ["taobao.orders.create", { receiver: "[]" }, "invalid", "receiver"],
  ["taobao.orders.preview", { orderLineList: "[]" }, "invalid", "at least one entry"],
  ["taobao.orders.updateWarehouse", { orderId: undefined }, "invalid", "orderId is missing"],
  ["taobao.orders.updateWarehouse", { orderId: "1024285237573584052" }, "notFound", "no order 1024285237573584052"],
  ["taobao.orders.updateWarehouse", { orderId: "200033789050" }, "notFound", "no order"],
  ["taobao.orders.updateWarehouse", { orderId: "1023561483696472885" }, "conflict", "have been sent"],
  ["taobao.orders.updateWarehouse", { warehouseName: "", warehouseAddress: " " }, "invalid", "Send warehouseName"],
  ["taobao.orders.getLogistics", { subPurchaseOrderId: undefined }, "invalid", "subPurchaseOrderId is missing"],
  ["taobao.orders.getLogistics", { subPurchaseOrderId: "200033789040" }, "notFound", "no sub-order 200033789040"],
  ["taobao.products.get", { itemId: undefined }, "invalid", "itemId is missing"],
  ["taobao.products.get", { itemId: "111111111111" }, "notFound", "no item 111111111111"],
  ["taobao.products.get", { itemId: "constructor" }, "invalid", "itemId"],
  ["taobao.cart.add", { mpSkuId: "1" }, "notFound", "has no SKU 1"],
  ["taobao.cart.add", { mpId: "" }, "invalid", "mpId is missing"],
  ["taobao.cart.add", { quantity: 0 }, "invalid", "quantity must be"],
  ["taobao.cart.add", { promotionPrice: -1 }, "invalid", "price or promotionPrice"],
  ["taobao.cart.previewOrder", { ids: [] }, "invalid", "ids must have at least one entry"],
  ["taobao.cart.previewOrder", { ids: [75, 77] }, "notFound", "no cart line 77"],
  ["taobao.cart.createOrder", { ids: undefined }, "invalid", "ids must have"],
  ["taobao.cart.createOrder", { ids: [75, 75] }, "invalid", "twice"],
  ["taobao.cart.createOrder", { ids: [75, 77] }, "notFound", "no cart line 77"],
  ["taobao.cart.createOrder", { orderAddress: undefined }, "invalid", "orderAddress must be an object"],
  ["taobao.refunds.get", { refundId: "110000235002" }, "notFound", "no after-sales case 110000235002"],
  ["taobao.refunds.get", { refundId: "__proto__" }, "notFound", "no after-sales case"],
  ["taobao.refunds.cancel", { refundId: "toString" }, "notFound", "no after-sales case"],
  ["taobao.refunds.list", { pageSize: 0 }, "invalid", "pageSize must be"],
  ["taobao.refunds.list", { pageNo: 0 }, "invalid", "pageNo must be"],
  ["taobao.refunds.submitMessage", { refundId: undefined }, "invalid", "refundId is missing"],
  ["taobao.refunds.submitMessage", { refundMessage: "", refundImages: undefined }, "invalid", "message is empty"],
  ["taobao.refunds.submitMessage", { refundId: "110002687818" }, "conflict", "is over"],
  ["taobao.refunds.submitLogistics", { refundId: "110000300010" }, "conflict", "Only a case with status 20"],
  ["taobao.refunds.submitLogistics", { refundId: "110002687818" }, "conflict", "Only a case with status 20"],
  ["taobao.refunds.submitLogistics", { logisticsNo: "" }, "invalid", "logisticsNo is missing or empty"],
  ["addresses.save", { id: 1025 }, "notFound", "no address 1025"],
  [
    "addresses.save",
    {
      name: undefined,
      province: undefined,
      city: undefined,
      district: undefined,
      address: undefined,
      phone: undefined,
    },
    "invalid",
    "at least one of",
  ],
];

test("what an operation refuses, it refuses with a reason and without a change", async () => {
  const sandbox = await served();
  await call(sandbox, "taobao.refunds.list", { pageSize: 1 }); // the account begins at its first call
  const before = accounts(sandbox);
  for (const [id, change, reason, words] of REFUSALS) {
    const said = await call(sandbox, id, { ...exampleInputs(id), ...change });
    expect(said, `${id} ${JSON.stringify(change)}`).toMatchObject({
      code: CODES[reason],
      msg: expect.stringContaining(words) as unknown,
    });
    expect(accounts(sandbox), `${id} ${JSON.stringify(change)}`).toBe(before);
  }
});

const ODD = [
  undefined,
  null,
  0,
  -1,
  1e300,
  2n ** 70n,
  true,
  "",
  "x",
  "__proto__",
  "[]",
  "{}",
  "[null]",
  '[{"itemId":{}}]',
  [],
  [null],
  {},
  { a: [] },
];

test("with `lenient`, odd values in any field never break an operation", async () => {
  const sandbox = createSandbox({ lenient: true });
  for (const { id } of OWN) {
    const example = exampleInputs(id);
    for (const name of Object.keys(example)) {
      for (const value of ODD) {
        const said = await call(sandbox, id, { ...example, [name]: value });
        if (said.code === CODES.broken) throw new Error(`${id} ${name} ${String(value)}: ${String(said.msg)}`);
      }
    }
  }
});
