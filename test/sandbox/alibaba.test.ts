// The 1688 side of the sandbox, by the real client over HTTP: its flows, its catalogue, its amounts, and what it keeps apart.
import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Delivery } from "../../scripts/dist/sandbox/index.js";
import { seededAccount } from "../../scripts/dist/sandbox/accounts/state.js";
import type { AlibabaOrder } from "../../scripts/dist/sandbox/accounts/alibaba.js";
import { Ids } from "../../scripts/dist/sandbox/accounts/ids.js";
import type { Message } from "../../scripts/dist/sandbox/exchange/flow.js";
import { alibabaFlows as operations, alibabaOrderSteps } from "../../scripts/dist/sandbox/flows/alibaba/flows.js";
import { ADDRESS, application, call, failure, ordered, SHIRT, stateOf } from "../support/alibaba.ts";
import { at, document, exampleInputs, webhooks } from "../support/bundle.ts";
import { startSandbox } from "../support/sandbox.ts";
import { alibabaFlows } from "./flows/alibaba.ts";

test.each(Object.entries(alibabaFlows))("the flow %s works from beginning to end", async (_, flow) => {
  await flow(await startSandbox());
});

describe("the catalogue", () => {
  test.each([1, 4, 5, 23, 24, 100])("is listed once by pages of %i", async (pageSize) => {
    const { pandapon } = await startSandbox();
    const ids = [];
    for await (const { offerId } of pandapon.alibaba.products.search({ pageSize }).items()) ids.push(offerId);
    expect(new Set(ids).size).toBe(23);
    expect(ids).toHaveLength(23);
  });

  test.each([
    ["nothing", {}, 23],
    ["a word of the Chinese title", { keyword: "男鞋" }, 6],
    ["words of the translated title, in any case", { keyword: "SHOES leather" }, 6],
    ["words that no title has", { keyword: "submarine" }, 0],
    ["a category", { categoryId: "72" }, 5],
    ["prices, both ends included", { priceStart: "12.5", priceEnd: "13.60" }, 2],
    ["empty texts for what can be left out", { categoryId: "", priceStart: "", priceEnd: "", sort: null }, 23],
  ])("is searched by %s", async (_, inputs, count) => {
    const { pandapon } = await startSandbox();
    const page = await pandapon.alibaba.products.search(inputs);
    expect(page).toMatchObject({ totalRecords: count, currentPage: 1 });
    expect(page.data).toHaveLength(Math.min(count, 20));
  });

  test("counts one page too many if the last one is full, as PandaPon's examples do", async () => {
    const { pandapon } = await startSandbox();
    const asked = { keyword: "男鞋", pageSize: 3 };
    const last = await pandapon.alibaba.products.search({ ...asked, beginPage: 3 });
    expect(last).toEqual({ totalRecords: 6, totalPage: 3, pageSize: 3, currentPage: 3, data: [] });
    expect((await pandapon.alibaba.products.search({ ...asked, beginPage: 2 })).data).toHaveLength(3);
  });

  test("is sorted by price, in both directions", async () => {
    const { pandapon } = await startSandbox();
    const prices = async (direction: "asc" | "desc"): Promise<number[]> => {
      const found = [];
      for await (const item of pandapon.alibaba.products.search({ sort: { price: direction } }).items())
        found.push(item);
      return found.map(({ priceInfo }) => Number(priceInfo?.price));
    };
    const ascending = await prices("asc");
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
    expect(await prices("desc")).toEqual(ascending.toReversed());
  });

  test.each(["search", "searchByImage", "searchInStore"])(
    "has goods for the contract's example of %s",
    async (name) => {
      const its = await startSandbox();
      const id = `alibaba.products.${name}`;
      expect(at(await call(its, id, exampleInputs(id)), "data")).not.toHaveLength(0);
    },
  );

  test.each(["preview", "create", "previewBatch", "createBatch"])(
    "has the goods of the contract's example of %s",
    async (name) => {
      const its = await startSandbox();
      const id = `alibaba.orders.${name}`;
      await call(its, id, exampleInputs(id));
    },
  );
});

describe("orders", () => {
  test("keep every digit of their ids, and a rounded id is another one", async () => {
    const its = await startSandbox();
    const { orderId } = await ordered(its);
    const rounded = String(BigInt(Number(orderId)));
    expect(rounded).not.toBe(orderId);
    const cancellation = { webSite: "1688", cancelReason: "other" };
    expect(await failure(its, "alibaba.orders.cancel", { ...cancellation, orderId: rounded })).toMatchObject({
      code: "90410",
    });
    expect(await call(its, "alibaba.orders.cancel", { ...cancellation, orderId })).toBe(true);
  });

  test("are received one sub-order after the other", async () => {
    const its = await startSandbox();
    const { orderId, entries } = await ordered(its, "pay", "ship");
    const [one, two] = entries.map(({ entryId }) => entryId);
    const status = async (): Promise<unknown> =>
      at(await call(its, "alibaba.orders.get", { webSite: "1688", orderId }), "baseInfo", "status");
    await call(its, "alibaba.orders.confirmReceipt", { orderId, orderEntryIds: [one] });
    expect(await status()).toBe("waitbuyerreceive");
    expect(await failure(its, "alibaba.orders.confirmReceipt", { orderId, orderEntryIds: [one, two] })).toMatchObject({
      code: "ALREADY_RECEIVED",
      outcome: "refused",
    });
    await call(its, "alibaba.orders.confirmReceipt", { orderId, orderEntryIds: [two] });
    expect(await status()).toBe("success");
  });

  test("advance by one step at a time", async () => {
    const its = await startSandbox();
    const { status, isDelivered } = await ordered(its, "advance", "advance");
    expect({ status, isDelivered }).toEqual({ status: "waitbuyerreceive", isDelivered: false });
  });
});

describe("the seller's new price", () => {
  test("is seen in the order, whose answer says that it shows names of v2", async () => {
    const its = await startSandbox();
    const { orderId } = await ordered(its);
    await its.door("POST", `/sandbox/orders/${orderId}/price`, { shippingFee: 5 });
    const { data, response } = await its.pandapon.alibaba.orders.get({ webSite: "1688", orderId }).withResponse();
    expect(data).toMatchObject({ baseInfo: { shippingFee: 0.05 }, nativeLogistics: { contactPerson: "Test Buyer" } });
    expect(response.headers.get("x-sandbox-basis")).toBe("v2, inferred, upstream");
  });

  test("of an order of many lines is pushed as a whole", async () => {
    const { pandapon, door } = await startSandbox();
    const cargoParamList = Array.from({ length: 2_000 }, () => ({ ...SHIRT, quantity: 1 }));
    const order = await pandapon.alibaba.orders.create({
      flow: "general",
      addressParam: ADDRESS,
      cargoParamList,
    });
    await door("POST", `/sandbox/orders/${order?.orderId}/price`, { shippingFee: 5 });
    const { deliveries } = (await door("GET", "/sandbox/deliveries")) as { deliveries: Delivery[] };
    expect(deliveries.map(({ message }) => message.messageBody["productItems"])).toMatchObject([{ length: 2_000 }]);
  });

  const { requestBody } = webhooks.find(({ id }) => id === "webhooks.alibaba.orderPriceModified")?.operation ?? {};
  const schema = at(requestBody, "content", "application/json", "schema") as object; // checked by the test below
  const validator = new Validator({ ...schema, components: document["components"] }, "2020-12", false);

  test("is what the order costs from then on, to the fen, and is pushed as the contract has the message", () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 });
    const quantities = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(quantities, amount, amount, (pieces, productAmount, shippingFee) => {
        const messages: Message[] = [];
        const context = {
          account: seededAccount(),
          userId: "1",
          now: 0,
          ids: new Ids({ made: 0, calls: 0 }, 0),
          push: (message: Message) => void messages.push(message),
        };
        const cargoParamList = pieces.map((quantity) => ({ ...SHIRT, quantity }));
        operations["alibaba.orders.create"]?.({ flow: "general", addressParam: ADDRESS, cargoParamList }, context);
        const [orderId = ""] = Object.keys(context.account.alibaba.orders);
        const order = alibabaOrderSteps["price"]?.(orderId, { productAmount, shippingFee }, context) as AlibabaOrder; // what steps answer
        expect(order.entries.reduce((sum, one) => sum + one.amount, 0)).toBe(productAmount);
        expect(order.entries.every((one) => Number.isInteger(one.amount) && one.amount >= 0)).toBe(true);
        const [message] = messages;
        expect(validator.validate({ ...message, messagePlatform: 1, timestamp: "1715669977082" }).errors).toEqual([]);
        const yuan = (fen: number): number => Number(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`);
        expect(at(message, "messageBody", "baseInfo")).toEqual({
          status: "waitbuyerpay",
          totalAmount: yuan(productAmount + shippingFee),
          shippingFee: yuan(shippingFee),
          refund: 0,
          sumProductPayment: yuan(productAmount),
        });
      }),
    );
  });

  test("shows in the order, and is what can be refunded", async () => {
    const its = await startSandbox();
    const order = await ordered(its);
    await its.door("POST", `/sandbox/orders/${order.orderId}/price`, { productAmount: 5999, shippingFee: 0 });
    const shown = await call(its, "alibaba.orders.get", { webSite: "1688", orderId: order.orderId });
    expect(shown).toMatchObject({
      baseInfo: { totalAmount: 59.99, shippingFee: 0, sumProductPayment: 59.99 },
      productItems: [{ itemAmount: 35.42 }, { itemAmount: 24.57 }],
    });
    await its.door("POST", `/sandbox/orders/${order.orderId}/pay`, {});
    expect((await failure(its, "alibaba.refunds.create", application(order))).msg).toContain("only 5999 fen");
    await call(its, "alibaba.refunds.create", application(order, { applyPayment: 5999 }));
  });
});

test("users see nothing of each other's orders, carts and cases", async () => {
  const its = await startSandbox();
  const other = { pandapon: its.client({ userId: "2100000000002" }) };
  const order = await ordered(its, "pay");
  const { refundId } = (await call(its, "alibaba.refunds.create", application(order))) as { refundId: string }; // every case has one
  const calls: [string, Record<string, unknown>][] = [
    ["alibaba.orders.get", { webSite: "1688", orderId: order.orderId }],
    ["alibaba.orders.getPayUrl", { orderId: order.orderId }],
    ["alibaba.orders.payBatch", { orderIds: [order.orderId] }],
    ["alibaba.orders.confirmReceipt", { orderId: order.orderId }],
    ["alibaba.refunds.create", application(order)],
    ["alibaba.refunds.get", { refundId }],
  ];
  for (const [operation, inputs] of calls) {
    expect(await failure(other, operation, inputs), operation).toMatchObject({ code: "90410" });
  }
  await call(other, "alibaba.cart.createOrder", { flow: "general", addressParam: ADDRESS, cartIds: ["100200300400"] });
  await call(its, "alibaba.cart.previewOrder", { addressParam: ADDRESS, cartIds: ["100200300400"] });
});

test("the same seed gives the same answers byte for byte, and another one other ids", async () => {
  const texts = async (seed: number): Promise<string> => {
    const its = await startSandbox({ seed, now: () => 1_790_000_000_000 });
    const answers: string[] = [];
    const pandapon = its.client({
      now: () => 1_790_000_000_000,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        answers.push(await answer.clone().text());
        return answer;
      },
    });
    for (const flow of Object.values(alibabaFlows)) await flow({ ...its, pandapon });
    return [...answers, JSON.stringify(stateOf(its))].join("\n");
  };
  const [first, second, other] = [await texts(7), await texts(7), await texts(8)];
  expect(second).toBe(first);
  expect(first.split("\n").length).toBeGreaterThan(50);
  expect(other).not.toBe(first);
});
