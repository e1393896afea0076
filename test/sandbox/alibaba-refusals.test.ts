// What the 1688 side of the sandbox refuses, and what it says.
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { seededAccount } from "../../scripts/dist/sandbox/accounts/state.js";
import type { AlibabaOrder } from "../../scripts/dist/sandbox/accounts/alibaba.js";
import { Ids } from "../../scripts/dist/sandbox/accounts/ids.js";
import { Refusal } from "../../scripts/dist/sandbox/exchange/refusal.js";
import { alibabaFlows } from "../../scripts/dist/sandbox/flows/alibaba/flows.js";
import { exampleInputs } from "../support/bundle.ts";
import { ADDRESS, application, failure, ordered, SHIRT, stateOf, VEST, type Inputs } from "../support/alibaba.ts";
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
  [
    "products.search",
    "a price that is not a number",
    search({ priceStart: "cheap" }),
    INVALID,
    "priceStart must be an amount",
  ],
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
  [[], "price", { productAmount: 100, shippingFee: "two" }, "shippingFee must be a whole number"],
];

describe("a step at the test door that does not fit says why and changes nothing", () => {
  test.each(ORDER_STEPS)("an order after %j: %s %j", async (before, step, body, words) => {
    const its = await startSandbox();
    const { orderId } = await ordered(its, ...before);
    const state = stateOf(its);
    await expect(its.door("POST", `/sandbox/orders/${orderId}/${step}`, body)).rejects.toThrow(words);
    expect(stateOf(its)).toEqual(state);
  });
});

/** What a lenient sandbox lets through: the contract's example with anything for some of its fields, at any depth. */
const anythingFor = (example: unknown): fc.Arbitrary<unknown> => {
  const odd = fc.oneof(
    fc.anything({ withBigInt: true, maxDepth: 2 }),
    fc.constantFrom(-0, 1e21, 2n ** 64n, "__proto__", "1e3"),
  );
  const own = Array.isArray(example)
    ? fc.tuple(...example.map(anythingFor)).map((items) => [...items])
    : typeof example === "object" && example !== null
      ? fc.record(Object.fromEntries(Object.entries(example).map(([name, value]) => [name, anythingFor(value)])), {
          requiredKeys: [],
        })
      : fc.constant(example);
  return fc.oneof({ weight: 6, arbitrary: own }, { weight: 1, arbitrary: odd });
};

test.each(Object.entries(alibabaFlows))("%s answers or refuses whatever it is given", (operation, flow) => {
  fc.assert(
    fc.property(anythingFor(exampleInputs(operation)), (inputs) => {
      const account = seededAccount();
      const context = { account, userId: "1", now: 0, ids: new Ids({ made: 0, calls: 0 }, 0), push: () => undefined };
      try {
        flow(Object(inputs) as Inputs, context); // any value can be read by name
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        expect(account).toEqual(seededAccount());
      }
      expect(JSON.parse(JSON.stringify(account))).toEqual(account);
    }),
  );
});

test("an order of a hundred thousand lines is made or refused at once", () => {
  const account = seededAccount();
  const context = { account, userId: "1", now: 0, ids: new Ids({ made: 0, calls: 0 }, 0), push: () => undefined };
  const run = (operation: string, inputs: Inputs): unknown => alibabaFlows[`alibaba.${operation}`]?.(inputs, context);
  const lines = Array.from({ length: 100_000 }, () => line(SHIRT));
  expect(() => run("orders.create", cargo(...lines))).toThrow("the order has 100000");
  const ids = lines.map((_, at) => String(at));
  expect(() => run("orders.payBatch", { orderIds: ids })).toThrow("no 1688 order 0");
  run("orders.create", cargo(...lines.slice(0, 3200)));
  const [order] = Object.values(account.alibaba.orders);
  expect(order?.entries).toHaveLength(3200);
}, 5_000);
