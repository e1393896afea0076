// What the test door does to 1688 orders and after-sales cases, because no known operation does it: as the person who pays, as the seller,
// as the carrier.
import type { AlibabaRefund } from "../../accounts/alibaba.js";
import type { FlowContext, Step } from "../../exchange/flow.js";
import { conflict, textOf } from "../../exchange/inputs.js";
import { newPrice, nextStep, stepFrom } from "../../exchange/steps.js";
import { entriesOf, orderBody, orderOf } from "./order.js";
import { remaining } from "./refund-rules.js";
import { refundOf } from "./refunds.js";

const pay = stepFrom(orderOf, ["waitbuyerpay"], (order) => {
  order.status = "waitsellersend";
});

const ship = stepFrom(orderOf, ["waitsellersend"], (order) => {
  if (remaining(order.entries) === 0) throw conflict(`Everything of the order ${order.orderId} was refunded.`);
  order.status = "waitbuyerreceive";
});

const deliver = stepFrom(orderOf, ["waitbuyerreceive"], (order) => {
  if (order.isDelivered) {
    throw conflict(`No step follows: the parcel of the order ${order.orderId} has arrived already.`);
  }
  order.isDelivered = true;
});

const advance = nextStep(orderOf, { waitbuyerpay: pay, waitsellersend: ship, waitbuyerreceive: deliver });

const price = stepFrom(orderOf, ["waitbuyerpay"], (order, { push }, body) => {
  order.carriage = newPrice(body, order.entries, order.carriage);
  push({
    messageType: "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    messageBody: { guaranteesTerms: null, ...orderBody(order) },
  });
});

export const alibabaOrderSteps: Readonly<Record<string, Step>> = { pay, ship, deliver, advance, price };

/** Pays out. What was paid for the goods is taken from the first line on. */
function payOut(refund: AlibabaRefund, context: FlowContext): void {
  const order = orderOf(refund.orderId, context);
  let left = refund.applyPayment;
  for (const entry of entriesOf(refund.entryIds, order)) {
    const part = Math.min(left, entry.amount - entry.refunded);
    entry.refunded += part;
    left -= part;
  }
  order.refundedCarriage += refund.applyCarriage;
  refund.status = "refundsuccess";
  refund.changedAt = refund.completedAt = context.now;
}

/** The money is paid out, or the buyer may send the goods back. */
const agree = stepFrom(refundOf, ["waitselleragree"], (refund, context) => {
  if (refund.disputeRequest === "refund") return payOut(refund, context);
  refund.status = "waitbuyersend";
  refund.changedAt = context.now;
});

/** Takes the `reason` of the body. */
const refuse = stepFrom(refundOf, ["waitselleragree", "waitsellerreceive"], (refund, { now }, { reason }) => {
  refund.status = "waitbuyermodify";
  refund.rejectReason = textOf(reason) ?? null;
  refund.changedAt = now;
});

/** The returned goods have arrived. */
const finish = stepFrom(refundOf, ["waitsellerreceive"], payOut);

export const alibabaRefundSteps: Readonly<Record<string, Step>> = { agree, refuse, finish };
