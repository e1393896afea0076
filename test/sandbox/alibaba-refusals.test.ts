// What the 1688 side of the sandbox refuses, and what it says.
import { describe, expect, test } from "vitest";
import type { AlibabaOrder } from "../../scripts/dist/sandbox/accounts/alibaba.js";
import {
  ADDRESS,
  application,
  call,
  entryOf,
  failure,
  goodsBack,
  ordered,
  SHIRT,
  stateOf,
  VEST,
  type Inputs,
} from "../support/alibaba.ts";
import { startSandbox } from "../support/sandbox.ts";

const [INVALID, NOT_FOUND, CONFLICT] = ["90422", "90410", "90409"];
const UNKNOWN = "2542285999999880794";
const SELLER = "BBBwAN4GQ60zRPzBkv7BYPJRQ";
const OLD_CUP = { offerId: "715530286729", specId: "715530286729a7c3e9a7c3e9a7c3e900" };
const CUP = { offerId: "715530286641", specId: "715530286641a7c3e9a7c3e9a7c3e900" };
const line = (goods: Inputs, quantity: unknown = 1): Inputs => ({ ...goods, quantity });
const cargo = (...lines: Inputs[]): Inputs => ({ flow: "general", addressParam: ADDRESS, cargoParamList: lines });
const search = (inputs: Inputs): Inputs => ({ keyword: "", ...inputs });

/** Operation, what is wrong, inputs, code, a part of the message. */
const WITHOUT_ORDER: [string, string, Inputs, string | undefined, string][] = [
  ["products.search", "a page size of 0", search({ pageSize: 0 }), INVALID, "pageSize must be a whole number"],
  ["products.search", "a price that is none", search({ priceStart: "cheap" }), INVALID, "priceStart must be an amount"],
  ["products.searchByImage", "no picture", { imageBase64: null }, INVALID, "Send the picture"],
  ["products.searchByImage", "a data: URL", { imageBase64: "data:image/png;base64,AA" }, INVALID, "base64"],
  ["products.searchInStore", "no shop", { keyword: "" }, INVALID, "sellerOpenId is missing"],
  ["products.searchInStore", "an unknown shop", { sellerOpenId: "BBBnobody" }, NOT_FOUND, "No shop"],
  ["products.searchInStore", "another spelling", { sellerOpenId: SELLER.toLowerCase() }, NOT_FOUND, "No shop"],
  ["products.get", "no product", {}, INVALID, "offerId is missing"],
  ["products.get", "an unknown product", { offerId: 1 }, NOT_FOUND, "No product"],
  ...["orders.preview", "orders.create", "orders.createBatch", "orders.previewBatch"].flatMap(
    (name): typeof WITHOUT_ORDER => {
      const all = { sellerOpenId: SELLER };
      return [
        [name, "no goods", cargo(), INVALID, "at least one entry"],
        [name, "an unknown product", cargo(line({ ...SHIRT, ...all, offerId: 1 })), NOT_FOUND, "No product"],
        [name, "an unknown variant", cargo(line({ ...SHIRT, ...all, specId: VEST.specId })), NOT_FOUND, "no variant"],
        [name, "no pieces", cargo(line({ ...SHIRT, ...all }, 0)), INVALID, "quantity must be a whole number"],
        [name, "half a piece", cargo(line({ ...SHIRT, ...all }, 0.5)), INVALID, "quantity must be a whole number"],
      ];
    },
  ),
  ...["orders.preview", "orders.create"].map((name): (typeof WITHOUT_ORDER)[number] => [
    ...([name, "goods of two shops", cargo(line(SHIRT), line(VEST)), INVALID, "of several sellers"] as const),
  ]),
  ["orders.preview", "too many", cargo(line(SHIRT, 3201)), "OUT_OF_STOCK", "there are 3200 pieces"],
  ["orders.preview", "too many in two", cargo(line(SHIRT, 3200), line(SHIRT)), "OUT_OF_STOCK", "has 3201"],
  ["orders.preview", "too few", cargo(line(CUP)), "BELOW_MINIMUM", "from 2 pieces on"],
  ["orders.preview", "what is not sold any more", cargo(line(OLD_CUP, 2)), "OFFER_EXPIRED", "not on sale"],
  ["orders.create", "too many", cargo(line(SHIRT, 3201)), CONFLICT, "there are 3200 pieces"],
  ["orders.create", "too few", cargo(line(CUP)), CONFLICT, "from 2 pieces on"],
  ["orders.create", "what is not sold any more", cargo(line(OLD_CUP, 2)), CONFLICT, "not on sale"],
  ["orders.createBatch", "one line of two is too many", cargo(line(VEST), line(SHIRT, 3201)), CONFLICT, "3200"],
  ["orders.createBatch", "another shop", cargo(line({ ...VEST, sellerOpenId: SELLER })), INVALID, "not the shop"],
  ["orders.get", "no order", { webSite: "1688" }, INVALID, "orderId is missing"],
  ["orders.get", "an unknown order", { webSite: "1688", orderId: UNKNOWN }, NOT_FOUND, UNKNOWN],
  ["orders.getPayUrl", "no order", {}, INVALID, "orderId is missing"],
  ["orders.getPayUrl", "an unknown order", { orderId: UNKNOWN }, NOT_FOUND, UNKNOWN],
  ["orders.payBatch", "no orders", { orderIds: [] }, INVALID, "at least one entry"],
  ["orders.payBatch", "an unknown order", { orderIds: [UNKNOWN] }, NOT_FOUND, UNKNOWN],
  ["orders.payBatch", "an order twice", { orderIds: [UNKNOWN, UNKNOWN] }, INVALID, "twice"],
  ["orders.cancel", "an unknown order", { webSite: "1688", orderId: UNKNOWN, cancelReason: "x" }, NOT_FOUND, UNKNOWN],
  ["orders.confirmReceipt", "no order", {}, INVALID, "orderId is missing"],
  ["orders.confirmReceipt", "an unknown order", { orderId: UNKNOWN }, NOT_FOUND, UNKNOWN],
  ["cart.updateQuantity", "no record", { quantity: 1 }, INVALID, "id is missing"],
  ["cart.updateQuantity", "an unknown record", { id: 7, quantity: 1 }, NOT_FOUND, "no record 7"],
  ["cart.updateQuantity", "no quantity", { id: "100200300400" }, INVALID, "quantity is missing"],
  ["cart.updateQuantity", "no pieces", { id: "100200300400", quantity: 0 }, INVALID, "quantity must be"],
  ["cart.updateQuantity", "too many", { id: "100200300400", quantity: 3201 }, CONFLICT, "there are 3200 pieces"],
  ...["cart.previewOrder", "cart.createOrder"].flatMap((name): typeof WITHOUT_ORDER => {
    const inputs = { flow: "general", addressParam: ADDRESS };
    return [
      [name, "no records", { ...inputs, cartIds: [] }, INVALID, "at least one entry"],
      [name, "an unknown record", { ...inputs, cartIds: ["100200300400", 7] }, NOT_FOUND, "no record 7"],
      [name, "a record twice", { ...inputs, cartIds: ["100200300400", "100200300400"] }, INVALID, "twice"],
    ];
  }),
  ["cart.createOrder", "null for the records", { flow: null, cartIds: null }, INVALID, "at least one entry"],
  ["refunds.get", "no case", {}, INVALID, "refundId is missing"],
  ["refunds.get", "an unknown case", { refundId: "TQ310200000000880794" }, NOT_FOUND, "no 1688 after-sales case"],
  ["refunds.get", "a name that objects have", { refundId: "constructor" }, NOT_FOUND, "constructor"],
  ["refunds.get", "a prototype", { refundId: "__proto__" }, NOT_FOUND, "__proto__"],
  ...[{}, { refundId: "TQ310200000000880794" }].map((id): (typeof WITHOUT_ORDER)[number] => {
    const parcel = { ...id, logisticsCompanyNo: "YTO", freightBill: "YT1" };
    const isNamed = "refundId" in id;
    const words = isNamed ? "no 1688 after-sales case" : "refundId is missing";
    return [
      "refunds.submitReturn",
      isNamed ? "an unknown case" : "no case",
      parcel,
      isNamed ? NOT_FOUND : INVALID,
      words,
    ];
  }),
  [
    "refunds.create",
    "an unknown order",
    application({ orderId: UNKNOWN, entries: [{ entryId: UNKNOWN }] } as AlibabaOrder),
    NOT_FOUND,
    UNKNOWN,
  ],
];

/** Operation, what is wrong, what was done to the order before, inputs, code, a part of the message. */
const WITH_ORDER: [string, string, string[], (order: AlibabaOrder) => Inputs, string | undefined, string][] = [
  [
    "orders.payBatch",
    "an unknown order beside",
    [],
    ({ orderId }) => ({ orderIds: [orderId, UNKNOWN] }),
    NOT_FOUND,
    UNKNOWN,
  ],
  [
    "orders.payBatch",
    "a paid order",
    ["pay"],
    ({ orderId }) => ({ orderIds: [orderId] }),
    CONFLICT,
    "No order was paid",
  ],
  [
    "orders.cancel",
    "a paid order",
    ["pay"],
    ({ orderId }) => ({ webSite: "1688", orderId, cancelReason: "x" }),
    CONFLICT,
    "is paid",
  ],
  [
    "orders.cancel",
    "a sent order",
    ["pay", "ship"],
    ({ orderId }) => ({ webSite: "1688", orderId, cancelReason: "x" }),
    CONFLICT,
    "is paid",
  ],
  ["orders.confirmReceipt", "an unpaid order", [], ({ orderId }) => ({ orderId }), "ORDER_NOT_SENT", "waitbuyerpay"],
  [
    "orders.confirmReceipt",
    "an order not sent",
    ["pay"],
    ({ orderId }) => ({ orderId }),
    "ORDER_NOT_SENT",
    "waitsellersend",
  ],
  [
    "orders.confirmReceipt",
    "no sub-orders",
    ["pay", "ship"],
    ({ orderId }) => ({ orderId, orderEntryIds: [] }),
    INVALID,
    "at least one",
  ],
  [
    "orders.confirmReceipt",
    "another sub-order",
    ["pay", "ship"],
    ({ orderId }) => ({ orderId, orderEntryIds: [orderId] }),
    INVALID,
    "no sub-order",
  ],
  ["refunds.create", "an unpaid order", [], application, CONFLICT, "Nothing was paid"],
  ["refunds.create", "an order on its way as not sent", ["pay", "ship"], application, CONFLICT, "does not fit"],
  ["refunds.create", "an order not sent as received", ["pay"], (order) => goodsBack(order), CONFLICT, "does not fit"],
  [
    "refunds.create",
    "goods back before they came",
    ["pay", "ship"],
    (order) => goodsBack(order),
    CONFLICT,
    "has not arrived",
  ],
  [
    "refunds.create",
    "goods back that were not received",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { goodsStatus: "refundWaitBuyerReceive" }),
    CONFLICT,
    "only after they were received",
  ],
  [
    "refunds.create",
    "an unknown goodsStatus",
    ["pay"],
    (order) => application(order, { goodsStatus: "toString" }),
    INVALID,
    "goodsStatus must be one of",
  ],
  [
    "refunds.create",
    "an unknown request",
    ["pay"],
    (order) => application(order, { disputeRequest: "exchange" }),
    INVALID,
    "refund or returnRefund",
  ],
  [
    "refunds.create",
    "less than was paid, not sent",
    ["pay"],
    (order) => application(order, { applyPayment: 6349 }),
    INVALID,
    "6350 fen",
  ],
  [
    "refunds.create",
    "more than was paid, not sent",
    ["pay"],
    (order) => application(order, { applyPayment: 6351 }),
    INVALID,
    "only 6350 fen",
  ],
  [
    "refunds.create",
    "more than was paid for one line",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryIds: [entryOf(order)], applyPayment: 3751 }),
    INVALID,
    "only 3750 fen",
  ],
  [
    "refunds.create",
    "a negative amount",
    ["pay", "ship"],
    (order) => application(order, { goodsStatus: "refundWaitBuyerReceive", applyPayment: -1 }),
    INVALID,
    "applyPayment must be",
  ],
  [
    "refunds.create",
    "more freight than was paid",
    ["pay"],
    (order) => application(order, { applyCarriage: 551 }),
    INVALID,
    "only 550 fen",
  ],
  [
    "refunds.create",
    "a sub-order of another",
    ["pay"],
    (order) => application(order, { orderEntryIds: [UNKNOWN] }),
    INVALID,
    "no sub-order",
  ],
  [
    "refunds.create",
    "no sub-orders",
    ["pay"],
    (order) => application(order, { orderEntryIds: [] }),
    INVALID,
    "at least one",
  ],
  [
    "refunds.create",
    "a sub-order twice",
    ["pay"],
    (order) => application(order, { orderEntryIds: [entryOf(order), entryOf(order)] }),
    INVALID,
    "twice",
  ],
  [
    "refunds.create",
    "counts without goods to send back",
    ["pay"],
    (order) => application(order, { orderEntryCountList: [{ id: entryOf(order), count: 1 }] }),
    INVALID,
    "for returnRefund",
  ],
  [
    "refunds.create",
    "a count of nothing",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryCountList: [{ id: entryOf(order), count: 0 }] }),
    INVALID,
    "count must be",
  ],
  [
    "refunds.create",
    "more pieces than were bought",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryCountList: [{ id: entryOf(order), count: 4 }] }),
    INVALID,
    "3 were bought",
  ],
  [
    "refunds.create",
    "a count of another line",
    ["pay", "ship", "deliver"],
    (order) =>
      goodsBack(order, {
        orderEntryIds: [entryOf(order)],
        applyPayment: 1,
        orderEntryCountList: [{ id: order.entries[1]?.entryId, count: 1 }],
      }),
    INVALID,
    "not in orderEntryIds",
  ],
];

describe("a refused call says why and changes nothing", () => {
  test.each(WITHOUT_ORDER)("%s: %s", async (operation, _, inputs, code, words) => {
    const its = await startSandbox({ wrongRequests: true });
    await its.pandapon.alibaba.products.get({ offerId: SHIRT.offerId }); // makes the account
    const before = stateOf(its);
    const refused = await failure(its, `alibaba.${operation}`, inputs);
    expect(refused).toMatchObject({ kind: "api", outcome: "refused", code });
    expect(refused.msg).toContain(words);
    expect(stateOf(its)).toEqual(before);
  });

  test.each(WITH_ORDER)("%s: %s", async (operation, _, steps, inputs, code, words) => {
    const its = await startSandbox({ wrongRequests: true });
    const order = await ordered(its, ...steps);
    const before = stateOf(its);
    const refused = await failure(its, `alibaba.${operation}`, inputs(order));
    expect(refused).toMatchObject({ kind: "api", outcome: "refused", code });
    expect(refused.msg).toContain(words);
    expect(stateOf(its)).toEqual(before);
  });
});

/** What was done before, the step, its body, a part of the message. */
const ORDER_STEPS: [string[], string, Inputs, string][] = [
  [["pay"], "pay", {}, "needs waitbuyerpay"],
  [[], "ship", {}, "needs waitsellersend"],
  [["pay", "ship"], "ship", {}, "needs waitsellersend"],
  [["pay"], "deliver", {}, "needs waitbuyerreceive"],
  [["pay", "ship", "deliver"], "deliver", {}, "has arrived already"],
  [["advance", "advance", "advance"], "advance", {}, "No step follows"],
  [["pay"], "price", { shippingFee: 1 }, "needs waitbuyerpay"],
  [[], "price", {}, "Send productAmount, shippingFee, or both"],
  [[], "price", { productAmount: -1 }, "productAmount must be a whole number"],
  [[], "price", { shippingFee: 1.5 }, "shippingFee must be a whole number"],
  [[], "price", { productAmount: 100, shippingFee: "2" }, "shippingFee must be a whole number"],
];
/** What was done to the case before, the step, a part of the message. */
const REFUND_STEPS: [string[], string, string][] = [
  [[], "finish", "does not fit"],
  [["agree"], "agree", "does not fit"],
  [["agree"], "refuse", "does not fit"],
  [["agree"], "finish", "does not fit"],
  [["refuse"], "agree", "does not fit"],
  [["refuse"], "refuse", "does not fit"],
];

describe("a step at the test door that does not fit says why and changes nothing", () => {
  test.each(ORDER_STEPS)("an order after %j: %s %j", async (before, step, body, words) => {
    const its = await startSandbox();
    const { orderId } = await ordered(its, ...before);
    const state = stateOf(its);
    await expect(its.door("POST", `/sandbox/orders/${orderId}/${step}`, body)).rejects.toThrow(words);
    expect(stateOf(its)).toEqual(state);
  });

  test.each(REFUND_STEPS)("a case after %j: %s", async (before, step, words) => {
    const its = await startSandbox();
    const { refundId } = (await call(
      its,
      "alibaba.refunds.create",
      goodsBack(await ordered(its, "pay", "ship", "deliver")),
    )) as {
      refundId: string; // every case has one
    };
    for (const one of before) await its.door("POST", `/sandbox/refunds/${refundId}/${one}`, {});
    const state = stateOf(its);
    await expect(its.door("POST", `/sandbox/refunds/${refundId}/${step}`, {})).rejects.toThrow(words);
    expect(stateOf(its)).toEqual(state);
  });
});
