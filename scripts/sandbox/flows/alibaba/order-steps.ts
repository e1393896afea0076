// What the test door does to a 1688 order, because no known operation does it: as the person who pays, as the seller, as the carrier.
import type { AlibabaOrder } from "../../accounts/alibaba.js";
import type { Step } from "../../exchange/flow.js";
import { conflict, invalid, isMissing, wholeOf } from "./inputs.js";
import { goodsAmount, orderBody, orderOf } from "./order.js";
import { remaining } from "./refund-rules.js";

const PRICE_MESSAGE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";

function mustBe(order: AlibabaOrder, status: AlibabaOrder["status"], step: string): void {
  if (order.status !== status) {
    throw conflict(`The order ${order.orderId} is ${order.status}; the step ${step} needs ${status}.`);
  }
}

const pay: Step = (id, _, { account }) => {
  const order = orderOf(id, account.alibaba);
  mustBe(order, "waitbuyerpay", "pay");
  order.status = "waitsellersend";
  return order;
};

const ship: Step = (id, _, { account }) => {
  const order = orderOf(id, account.alibaba);
  mustBe(order, "waitsellersend", "ship");
  if (remaining(order.entries) === 0) throw conflict(`Everything of the order ${order.orderId} was refunded.`);
  order.status = "waitbuyerreceive";
  return order;
};

const deliver: Step = (id, _, { account }) => {
  const order = orderOf(id, account.alibaba);
  mustBe(order, "waitbuyerreceive", "deliver");
  if (order.isDelivered) throw conflict(`The parcel of the order ${order.orderId} has arrived already.`);
  order.isDelivered = true;
  return order;
};

const advance: Step = (id, body, context) => {
  const { orderId, status, isDelivered } = orderOf(id, context.account.alibaba);
  if (status === "waitbuyerpay") return pay(id, body, context);
  if (status === "waitsellersend") return ship(id, body, context);
  if (status === "waitbuyerreceive" && !isDelivered) return deliver(id, body, context);
  throw conflict(`No step follows: the order ${orderId} is ${status}${isDelivered ? " and delivered" : ""}.`);
};

/**
 * The seller changes what an unpaid order costs: `productAmount` of all goods, `shippingFee`, or both, in fen. A new amount for the goods is
 * shared out among the lines in proportion. Pushes the message.
 */
const price: Step = (id, body, { account, push }) => {
  const order = orderOf(id, account.alibaba);
  const { productAmount, shippingFee } = body;
  if (isMissing(productAmount) && isMissing(shippingFee)) {
    throw invalid("Send productAmount, shippingFee, or both: whole numbers of fen.");
  }
  const goods = isMissing(productAmount) ? undefined : wholeOf(productAmount, "productAmount");
  const carriage = isMissing(shippingFee) ? order.carriage : wholeOf(shippingFee, "shippingFee");
  mustBe(order, "waitbuyerpay", "price");
  if (goods !== undefined) shareOut(goods, order);
  order.carriage = carriage;
  push({ messageType: PRICE_MESSAGE, messageBody: { guaranteesTerms: null, ...orderBody(order) } });
  return order;
};

/** Each line gets its part of what is left, so that the parts add up. */
function shareOut(amount: number, { entries }: AlibabaOrder): void {
  let before = goodsAmount(entries);
  let left = amount;
  for (const [at, entry] of entries.entries()) {
    const isLast = at === entries.length - 1;
    const part = isLast || before === 0 ? left : Number((BigInt(left) * BigInt(entry.amount)) / BigInt(before));
    before -= entry.amount;
    left -= part;
    entry.amount = part;
  }
}

export const alibabaOrderSteps: Readonly<Record<string, Step>> = { pay, ship, deliver, advance, price };
