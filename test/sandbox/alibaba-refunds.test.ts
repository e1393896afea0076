// After-sales cases of 1688 in the sandbox: what an application must be like, and how a case goes on.
import { describe, expect, test } from "vitest";
import { createClient } from "../../dist/src/index.js";
import type { AlibabaOrder } from "../../scripts/dist/sandbox/accounts/alibaba.js";
import { application, call, entryOf, failure, goodsBack, ordered, stateOf, type Inputs } from "../support/alibaba.ts";
import { at } from "../support/bundle.ts";
import { startSandbox } from "../support/sandbox.ts";

const [INVALID, CONFLICT] = ["90422", "90409"];
const UNKNOWN = "2542285999999880794";

describe("refunds", () => {
  const applied = async (...of: Parameters<typeof call>): Promise<string> => String(at(await call(...of), "refundId"));

  test("of money only are paid out when the seller agrees, and nothing is left to send", async () => {
    const its = await startSandbox();
    const order = await ordered(its, "pay");
    const refundId = await applied(its, "alibaba.refunds.create", application(order, { applyCarriage: 550 }));
    expect(await failure(its, "alibaba.refunds.create", application(order))).toMatchObject({ code: "90409" });
    await its.door("POST", `/sandbox/refunds/${refundId}/agree`, {});
    expect(await call(its, "alibaba.refunds.get", { refundId })).toMatchObject({
      ...{ refundId, orderId: order.orderId, status: "refundsuccess", onlyRefund: true, goodsStatus: 1 },
      ...{ applyPayment: 6350, refundPayment: 6350, refundCarriage: 550, canRefundPayment: 0 },
    });
    const shown = await call(its, "alibaba.orders.get", { webSite: "1688", orderId: order.orderId });
    expect(shown).toMatchObject({ baseInfo: { refund: 69, totalAmount: 69 } });
    await expect(its.door("POST", `/sandbox/orders/${order.orderId}/ship`, {})).rejects.toThrow("was refunded");
    const parcel = { refundId, logisticsCompanyNo: "YTO", freightBill: "YT1" };
    expect((await failure(its, "alibaba.refunds.submitReturn", parcel)).msg).toContain("money only");
  });

  test("leave what was not asked for", async () => {
    const its = await startSandbox();
    const order = await ordered(its, "pay", "ship", "deliver");
    const part = goodsBack(order, { disputeRequest: "refund", orderEntryIds: [entryOf(order)], applyPayment: 3000 });
    const refundId = await applied(its, "alibaba.refunds.create", part);
    await its.door("POST", `/sandbox/refunds/${refundId}/agree`, {});
    const again = await failure(its, "alibaba.refunds.create", { ...part, applyPayment: 751 });
    expect(again).toMatchObject({ code: "90422", msg: expect.stringContaining("only 750 fen") });
    await call(its, "alibaba.refunds.create", { ...part, applyPayment: 750 });
  });

  test("that the seller refused can be asked for again", async () => {
    const its = await startSandbox();
    const order = await ordered(its, "pay");
    const refundId = await applied(its, "alibaba.refunds.create", application(order));
    await its.door("POST", `/sandbox/refunds/${refundId}/refuse`, { reason: "Sent today" });
    const refused = await call(its, "alibaba.refunds.get", { refundId });
    expect(refused).toMatchObject({ status: "waitbuyermodify", rejectReason: "Sent today", refundPayment: 0 });
    expect(await applied(its, "alibaba.refunds.create", application(order))).not.toBe(refundId);
  });

  test("take the parcel that goes back once", async () => {
    const its = await startSandbox();
    const refundId = await applied(
      its,
      "alibaba.refunds.create",
      goodsBack(await ordered(its, "pay", "ship", "deliver")),
    );
    await its.door("POST", `/sandbox/refunds/${refundId}/agree`, {});
    const parcel = { refundId, logisticsCompanyNo: "YTO", freightBill: "YT1" };
    await call(its, "alibaba.refunds.submitReturn", parcel);
    const twice = await failure(its, "alibaba.refunds.submitReturn", parcel);
    expect(twice).toMatchObject({ kind: "api", outcome: "refused", code: "NO_RETURN_EXPECTED" });
  });

  test("are found by an id in the body and by one in the query, because PandaPon's pages disagree", async () => {
    const its = await startSandbox();
    const refundId = await applied(its, "alibaba.refunds.create", application(await ordered(its, "pay")));
    const client = createClient({ ...its.sandbox.credentials, baseUrl: its.url });
    for (const place of [{ params: { query: { refundId } } }, { body: { refundId } }]) {
      const { data } = await client.POST("/alibaba/refund/info", place);
      expect(data?.data).toMatchObject({ refundId, status: "waitselleragree" });
    }
  });

  test("are possible after the sale", async () => {
    const its = await startSandbox();
    const order = await ordered(its, "pay", "ship");
    await call(its, "alibaba.orders.confirmReceipt", { orderId: order.orderId });
    await applied(its, "alibaba.refunds.create", goodsBack(order, { goodsStatus: "aftersaleBuyerReceived" }));
  });
});

/** What is wrong, what was done to the order before, the application, code, a part of the message. */
const WRONG: [string, string[], (order: AlibabaOrder) => Inputs, string | undefined, string][] = [
  ["an unpaid order", [], application, CONFLICT, "Nothing was paid"],
  ["an order on its way as not sent", ["pay", "ship"], application, CONFLICT, "does not fit"],
  ["an order not sent as received", ["pay"], (order) => goodsBack(order), CONFLICT, "does not fit"],
  ["goods back before they came", ["pay", "ship"], (order) => goodsBack(order), CONFLICT, "has not arrived"],
  [
    "goods back that were not received",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { goodsStatus: "refundWaitBuyerReceive" }),
    CONFLICT,
    "only after they were received",
  ],
  [
    "an unknown goodsStatus",
    ["pay"],
    (order) => application(order, { goodsStatus: "toString" }),
    INVALID,
    "goodsStatus must be one of",
  ],
  [
    "an unknown request",
    ["pay"],
    (order) => application(order, { disputeRequest: "exchange" }),
    INVALID,
    "refund or returnRefund",
  ],
  ["less than was paid, not sent", ["pay"], (order) => application(order, { applyPayment: 6349 }), INVALID, "6350 fen"],
  [
    "more than was paid, not sent",
    ["pay"],
    (order) => application(order, { applyPayment: 6351 }),
    INVALID,
    "only 6350 fen",
  ],
  [
    "more than was paid for one line",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryIds: [entryOf(order)], applyPayment: 3751 }),
    INVALID,
    "only 3750 fen",
  ],
  [
    "a negative amount",
    ["pay", "ship"],
    (order) => application(order, { goodsStatus: "refundWaitBuyerReceive", applyPayment: -1 }),
    INVALID,
    "applyPayment must be",
  ],
  [
    "more freight than was paid",
    ["pay"],
    (order) => application(order, { applyCarriage: 551 }),
    INVALID,
    "only 550 fen",
  ],
  [
    "a sub-order of another",
    ["pay"],
    (order) => application(order, { orderEntryIds: [UNKNOWN] }),
    INVALID,
    "no sub-order",
  ],
  ["no sub-orders", ["pay"], (order) => application(order, { orderEntryIds: [] }), INVALID, "at least one"],
  [
    "a sub-order twice",
    ["pay"],
    (order) => application(order, { orderEntryIds: [entryOf(order), entryOf(order)] }),
    INVALID,
    "twice",
  ],
  [
    "counts without goods to send back",
    ["pay"],
    (order) => application(order, { orderEntryCountList: [{ id: entryOf(order), count: 1 }] }),
    INVALID,
    "for returnRefund",
  ],
  [
    "a count of nothing",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryCountList: [{ id: entryOf(order), count: 0 }] }),
    INVALID,
    "count must be",
  ],
  [
    "more pieces than were bought",
    ["pay", "ship", "deliver"],
    (order) => goodsBack(order, { orderEntryCountList: [{ id: entryOf(order), count: 4 }] }),
    INVALID,
    "3 were bought",
  ],
  [
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

test.each(WRONG)("an application is refused: %s", async (_, steps, inputs, code, words) => {
  const its = await startSandbox({ wrongRequests: true });
  const order = await ordered(its, ...steps);
  const before = stateOf(its);
  const refused = await failure(its, "alibaba.refunds.create", inputs(order));
  expect(refused).toMatchObject({ kind: "api", outcome: "refused", code });
  expect(refused.msg).toContain(words);
  expect(stateOf(its)).toEqual(before);
});

/** What was done to the case before, the step, a part of the message. */
const REFUND_STEPS: [string[], string, string][] = [
  [[], "finish", "does not fit"],
  [["agree"], "agree", "does not fit"],
  [["agree"], "refuse", "does not fit"],
  [["agree"], "finish", "does not fit"],
  [["refuse"], "agree", "does not fit"],
  [["refuse"], "refuse", "does not fit"],
];

test.each(REFUND_STEPS)(
  "a step that does not fit changes nothing: a case after %j: %s",
  async (before, step, words) => {
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
  },
);
