// What the test door does to a 1688 after-sales case, as the seller.
import type { AlibabaRefund } from "../../accounts/alibaba.js";
import type { FlowContext, Step } from "../../exchange/flow.js";
import { conflict, textOf } from "./inputs.js";
import { entriesOf, orderOf } from "./order.js";
import { refundOf } from "./refunds.js";

const mustNot = ({ refundId, status }: AlibabaRefund, step: string): never => {
  throw conflict(`The step ${step} does not fit the case ${refundId}, which is ${status}.`);
};

/** Pays out. What was paid for the goods is taken from the first line on. */
function payOut(refund: AlibabaRefund, { account, now }: FlowContext): void {
  const order = orderOf(refund.orderId, account.alibaba);
  let left = refund.applyPayment;
  for (const entry of entriesOf(refund.entryIds, order)) {
    const part = Math.min(left, entry.amount - entry.refunded);
    entry.refunded += part;
    left -= part;
  }
  order.refundedCarriage += refund.applyCarriage;
  refund.status = "refundsuccess";
  refund.completedAt = now;
}

/** The seller agrees: the money is paid out, or the buyer may send the goods back. */
const agree: Step = (id, _, context) => {
  const refund = refundOf(id, context);
  if (refund.status !== "waitselleragree") return mustNot(refund, "agree");
  if (refund.disputeRequest === "returnRefund") refund.status = "waitbuyersend";
  else payOut(refund, context);
  refund.changedAt = context.now;
  return refund;
};

/** The seller refuses, with the `reason` of the body. */
const refuse: Step = (id, body, context) => {
  const refund = refundOf(id, context);
  if (refund.status !== "waitselleragree" && refund.status !== "waitsellerreceive") return mustNot(refund, "refuse");
  refund.status = "waitbuyermodify";
  refund.rejectReason = textOf(body["reason"]) ?? null;
  refund.changedAt = context.now;
  return refund;
};

/** The returned goods have arrived, and the money is paid out. */
const finish: Step = (id, _, context) => {
  const refund = refundOf(id, context);
  if (refund.status !== "waitsellerreceive") return mustNot(refund, "finish");
  payOut(refund, context);
  refund.changedAt = context.now;
  return refund;
};

export const alibabaRefundSteps: Readonly<Record<string, Step>> = { agree, refuse, finish };
