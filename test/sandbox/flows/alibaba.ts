// What a shop does at 1688, from search to refund, by the real client: each flow runs in a test over HTTP and in a browser page, and throws if an
// answer is not as expected. Amounts of orders are in yuan, those of previews and refunds in fen.
import type { Its } from "../../support/sandbox.js";

type ProofFlow = (its: Its) => Promise<void>;

/** The part of the state that flows look at: no answer of PandaPon shows these ids. */
interface Order {
  orderId: string;
  status: string;
  entries: { entryId: string; quantity: number; amount: number }[];
}
interface Account {
  alibaba: { orders: Record<string, Order>; cart: Record<string, { quantity: number }> };
}

const SHIRT = { offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15" };
const VEST = { offerId: "743470146022", specId: "e61a85a671bb3d0301d0412b51641c6b" };
const ADDRESS = {
  fullName: "Test Buyer",
  mobile: "10000000001",
  phone: "10000000001",
  postCode: "000000",
  cityText: "杭州市",
  provinceText: "浙江省",
  areaText: "余杭区",
  townText: "示例镇",
  address: "示例路1号",
};

/** @throws Error if the part that is expected is not in it */
function expectIn(actual: unknown, expected: unknown, what: string): void {
  const isObject = typeof expected === "object" && expected !== null;
  if (!isObject) {
    if (actual !== expected) throw new Error(`${what} is ${String(actual)}, not ${String(expected)}`);
    return;
  }
  if (typeof actual !== "object" || actual === null) throw new Error(`${what} is ${String(actual)}, not an object`);
  if (Array.isArray(expected)) {
    expectIn(Array.isArray(actual) ? actual.length : undefined, expected.length, `the length of ${what}`);
  }
  for (const [name, value] of Object.entries(expected)) {
    expectIn((actual as Record<string, unknown>)[name], value, `${what}.${name}`); // any object can be read by name
  }
}

/** @throws Error unless the call fails and its message has the words */
async function expectFailure(call: Promise<unknown>, words: string): Promise<void> {
  const message = await call.then(
    () => "nothing: the call succeeded",
    (error: unknown) => String(error),
  );
  if (!message.includes(words)) throw new Error(`expected a failure with "${words}", got ${message}`);
}

/** What the test door shows of the account, which begins with the first call. */
async function accountOf({ pandapon, door }: Its): Promise<Account["alibaba"]> {
  await pandapon.alibaba.products.get({ offerId: SHIRT.offerId });
  const state = (await door("GET", "/sandbox/state")) as { accounts: Record<string, Account> }; // the sandbox's State
  const account = Object.values(state.accounts)[0];
  if (account === undefined) throw new Error("the sandbox has no account");
  return account.alibaba;
}

const step = (its: Its, what: string, body: unknown = {}): Promise<unknown> =>
  its.door("POST", `/sandbox/${what}`, body);

/** Does something, and finds the orders that it made. */
async function newOrders(its: Its, doIt: () => Promise<unknown>): Promise<Order[]> {
  const before = Object.keys((await accountOf(its)).orders);
  await doIt();
  return Object.values((await accountOf(its)).orders).filter(({ orderId }) => !before.includes(orderId));
}

async function ordered(its: Its, quantity = 2): Promise<Order> {
  const [order] = await newOrders(its, () =>
    its.pandapon.alibaba.orders.create({
      flow: "general",
      addressParam: ADDRESS,
      cargoParamList: [{ ...SHIRT, quantity }],
    }),
  );
  if (order === undefined) throw new Error("no order was created");
  return order;
}

/** Search, detail, preview, order, payment at the door, parcel, receipt. */
const purchase: ProofFlow = async (its) => {
  const { products, orders } = its.pandapon.alibaba;
  const found = [];
  for await (const item of products.search({ keyword: "t-shirt", pageSize: 2 }).items()) found.push(item);
  expectIn(found.length, 6, "how many shirts there are");
  const [first] = found;
  expectIn(first, { priceInfo: { price: "12.50" } }, "the first shirt");
  const product = await products.get({ offerId: String(first?.offerId) });
  const sku = product?.productSkuInfos?.[0];
  const line = { offerId: String(product?.offerId), specId: sku?.specId ?? "", quantity: 3 };
  expectIn(line, { ...SHIRT, quantity: 3 }, "the goods");
  const preview = await orders.preview({ addressParam: ADDRESS, cargoParamList: [line] });
  expectIn(
    preview,
    {
      success: true,
      orderPreviewResuslt: [{ sumPayment: 4300, sumCarriage: 550, sumPaymentNoCarriage: 3750 }],
    },
    "the preview",
  );
  const created = await orders.create({ flow: "general", addressParam: ADDRESS, cargoParamList: [line] });
  const orderId = String(created?.orderId);
  if (!/^\d{19}$/.test(orderId)) throw new Error(`the order's id is ${orderId}`);
  const asked = { webSite: "1688", orderId } as const;
  const baseInfo = { totalAmount: 43, shippingFee: 5.5, sumProductPayment: 37.5, refund: 0 };
  expectIn(await orders.get(asked), { baseInfo: { ...baseInfo, status: "waitbuyerpay" } }, "the order");
  const payment = await orders.getPayUrl({ orderId });
  expectIn(payment, { orderId, protocolPaySuccess: false, cantPayOrderList: [] }, "the way to pay");
  expectIn(await orders.get(asked), { baseInfo: { status: "waitbuyerpay" } }, "the order after the link was asked for");
  const { entries } = (await step(its, `orders/${orderId}/pay`)) as Order; // the order in the state
  expectIn(await orders.get(asked), { baseInfo: { ...baseInfo, status: "waitsellersend" } }, "the paid order");
  expectIn(await orders.getPayUrl({ orderId }), { payUrl: null, cantPayOrderList: [orderId] }, "the way to pay twice");
  const receipt = { orderId, orderEntryIds: entries.map(({ entryId }) => entryId) };
  await expectFailure(orders.confirmReceipt(receipt), "not on its way");
  await step(its, `orders/${orderId}/ship`);
  await step(its, `orders/${orderId}/deliver`);
  expectIn(await orders.get(asked), { baseInfo: { status: "waitbuyerreceive" } }, "the order on its way");
  expectIn(await orders.confirmReceipt(receipt), { success: true }, "the receipt");
  expectIn(await orders.get(asked), { baseInfo: { ...baseInfo, status: "success" } }, "the received order");
  await expectFailure(orders.confirmReceipt(receipt), "confirmed already");
};

/** Goods of two sellers: one order each, paid together. */
const batch: ProofFlow = async (its) => {
  const { orders } = its.pandapon.alibaba;
  const { sellerOpenId: ofShirt } = await its.pandapon.alibaba.products.get({ offerId: SHIRT.offerId });
  const { sellerOpenId: ofVest } = await its.pandapon.alibaba.products.get({ offerId: VEST.offerId });
  const cargoParamList = [
    { ...SHIRT, quantity: 2, sellerOpenId: ofShirt ?? "" },
    { ...VEST, quantity: 1, sellerOpenId: ofVest ?? "" },
  ];
  await orders.previewBatch({ addressParam: ADDRESS, cargoParamList });
  const made = await newOrders(its, async () => {
    const answer = await orders.createBatch({ addressParam: ADDRESS, cargoParamList });
    expectIn(
      answer,
      [
        { productItems: [{ productID: SHIRT.offerId, itemAmount: 25, price: 12.5 }] },
        { productItems: [{ productID: VEST.offerId, itemAmount: 19, price: 19 }] },
      ],
      "the new orders",
    );
    expectIn(answer, [{ nativeLogistics: { address: "示例镇 示例路1号" } }, {}], "where they go");
  });
  const orderIds = made.map(({ orderId }) => orderId);
  expectIn(orderIds.length, 2, "how many orders there are");
  await orders.payBatch({ orderIds });
  for (const orderId of orderIds) {
    expectIn(await orders.get({ webSite: "1688", orderId }), { baseInfo: { status: "waitsellersend" } }, "the order");
  }
  await expectFailure(orders.payBatch({ orderIds }), "does not wait for payment");
};

/** An order is cancelled once, and only before it is paid. */
const cancel: ProofFlow = async (its) => {
  const { orders } = its.pandapon.alibaba;
  const { orderId } = await ordered(its);
  const cancellation = { webSite: "1688", cancelReason: "buyerCancel" } as const;
  expectIn(await orders.cancel({ ...cancellation, orderId }), true, "the cancellation");
  expectIn(await orders.get({ webSite: "1688", orderId }), { baseInfo: { status: "cancel" } }, "the order");
  await expectFailure(orders.cancel({ ...cancellation, orderId }), "cancelled already");
  await expectFailure(step(its, `orders/${orderId}/pay`), "needs waitbuyerpay");
  const paid = await ordered(its);
  await step(its, `orders/${paid.orderId}/pay`);
  await expectFailure(orders.cancel({ ...cancellation, orderId: paid.orderId }), "is paid");
};

/** The seeded lines are changed, previewed and ordered; then they are gone. */
const cart: ProofFlow = async (its) => {
  const { cart: calls } = its.pandapon.alibaba;
  const [id, other, left] = Object.keys((await accountOf(its)).cart);
  if (id === undefined || other === undefined || left === undefined) throw new Error("the cart has no three lines");
  expectIn(await calls.updateQuantity({ id, quantity: 4 }), true, "the change");
  expectIn((await accountOf(its)).cart[id]?.quantity, 4, "the quantity");
  const cartIds = [id, other];
  await calls.previewOrder({ addressParam: ADDRESS, cartIds });
  const made = await newOrders(its, () => calls.createOrder({ flow: "general", addressParam: ADDRESS, cartIds }));
  expectIn(
    made.map(({ entries }) => entries.map(({ quantity, amount }) => ({ quantity, amount }))),
    [[{ quantity: 4, amount: 5000 }], [{ quantity: 1, amount: 1900 }]],
    "the orders of the two sellers",
  );
  expectIn(Object.keys((await accountOf(its)).cart), [left], "what is left in the cart");
  await expectFailure(calls.previewOrder({ addressParam: ADDRESS, cartIds }), "no record");
};

/** Two of three delivered pieces go back, and a part of the money comes back. */
const refund: ProofFlow = async (its) => {
  const { orders, refunds } = its.pandapon.alibaba;
  const { orderId, entries } = await ordered(its, 3);
  const [entryId = ""] = entries.map((one) => one.entryId);
  for (const name of ["pay", "ship", "deliver"]) await step(its, `orders/${orderId}/${name}`);
  const application = {
    orderId,
    orderEntryIds: [entryId],
    disputeRequest: "returnRefund",
    goodsStatus: "refundBuyerReceived",
    applyCarriage: 0,
    applyReasonId: "20006",
    description: "Wrong colour delivered",
    orderEntryCountList: [{ id: entryId, count: 2 }],
  };
  await expectFailure(refunds.create({ ...application, applyPayment: 3751 }), "3750 fen are left");
  const { refundId } = await refunds.create({ ...application, applyPayment: 2500 });
  if (refundId === null || refundId === undefined || !/^TQ\d{18}$/.test(refundId)) {
    throw new Error(`the case's id is ${String(refundId)}`);
  }
  const parcel = { refundId, logisticsCompanyNo: "YTO", freightBill: "YT0000000000001" };
  await expectFailure(refunds.submitReturn(parcel), "does not wait for a parcel");
  await step(its, `refunds/${refundId}/agree`);
  expectIn(await refunds.get({ refundId }), { status: "waitbuyersend", buyerSendGoods: false, orderId }, "the case");
  expectIn(await refunds.submitReturn(parcel), { success: true }, "the return");
  expectIn(await refunds.get({ refundId }), { buyerSendGoods: true, freightBill: "YT0000000000001" }, "the return");
  await step(its, `refunds/${refundId}/finish`);
  expectIn(
    await refunds.get({ refundId }),
    { status: "refundsuccess", applyPayment: 2500, refundPayment: 2500, canRefundPayment: 1250, goodsStatus: 3 },
    "the finished case",
  );
  const order = await orders.get({ webSite: "1688", orderId });
  expectIn(order, { baseInfo: { refund: 25 }, productItems: [{ refund: 25, itemAmount: 37.5 }] }, "the order");
};

export const alibabaFlows: Readonly<Record<string, ProofFlow>> = { purchase, batch, cancel, cart, refund };
