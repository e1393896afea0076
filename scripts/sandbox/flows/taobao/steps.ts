// What happens to Taobao orders and after-sales cases without a known operation: payment, dispatch, delivery, a new price, and what the
// seller says to a case. An order is named by its purchase order id (12 digits), by the id of one of its sub-orders, or by the id of 19
// digits that PandaPon gives it.
import type { TaobaoCase } from "../../accounts/taobao-cases.js";
import type { TaobaoOrder } from "../../accounts/taobao.js";
import type { FlowContext, Step } from "../../exchange/flow.js";
import { recordOf, textOf } from "../../exchange/inputs.js";
import { newPrice, nextStep, stepFrom, sumOf } from "../../exchange/steps.js";
import { timeOf } from "./logistics.js";
import { DEADLINE_MS } from "./refunds.js";

function orderOf(id: string, { account: { taobao } }: FlowContext): TaobaoOrder {
  const found = Object.values(taobao.orders).find(
    (order) => order.orderId === id || order.lines.some((line) => line.subPurchaseOrderId === id),
  );
  return found ?? recordOf(taobao.orders, id, "Taobao order");
}

const pay = stepFrom(orderOf, ["unpaid"], (order, { now }) => {
  order.status = "paid";
  order.paidAt = now;
});

/** Every sub-order goes into a parcel of its own. */
const ship = stepFrom(orderOf, ["paid"], (order, { now }) => {
  order.status = "sent";
  order.sentAt = now;
  for (const line of order.lines) line.mailNo = `78${line.subPurchaseOrderId}`; // 14 digits, as in the contract's example
});

const deliver = stepFrom(orderOf, ["sent"], (order, { now }) => {
  order.status = "delivered";
  order.deliveredAt = now;
});

const advance = nextStep(orderOf, { unpaid: pay, paid: ship, sent: deliver });

const price = stepFrom(orderOf, ["unpaid"], (order, { push }, body) => {
  order.shippingFee = newPrice(body, order.lines, order.shippingFee);
  push({ messageType: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", messageBody: priceMessage(order) });
});

export const taobaoOrderSteps: Readonly<Record<string, Step>> = { pay, ship, deliver, advance, price };

const DAY = 24 * 3_600_000;

/** The eight fields that PandaPon's page shows, and the id of the sub-order as upstream has it. */
const priceMessage = ({ orderId, outerId, createdAt, shippingFee, lines }: TaobaoOrder): Record<string, unknown> => ({
  salesOrderId: `500918-${orderId}`,
  subOrders: lines.map((line) => ({
    purchase_order_outer_id: outerId,
    purchase_order_line_outer_id: line.outerId,
    close_time_without_payment: timeOf(createdAt + DAY),
    detail_error_code: "",
    product_amount: String(line.amount),
    logistic_company_name: "",
    logistic_number: "",
    quantity: line.quantity,
    sub_purchase_order_id: BigInt(line.subPurchaseOrderId),
  })),
  purchaseOrderPriceDTO: {
    purchaseCurrency: "CNY",
    // As bigints, so that no state that the test door sets can make the message one that cannot be sent.
    purchaseTotalFee: BigInt(sumOf(lines) + shippingFee),
    purchaseProductFee: BigInt(sumOf(lines)),
    purchaseShippingFee: shippingFee,
  },
});

const caseOf = (id: string, { account }: FlowContext): TaobaoCase =>
  recordOf(account.taobao.refunds, id, "after-sales case");

/** If the case is about money only, the refund is done. If not, the goods have to come back first. */
const agree = stepFrom(caseOf, ["10"], (found, { now }) => {
  if (found.type === 1) found.status = "100";
  else Object.assign(found, { status: "20", timeoutType: "bReturnGoodsT" });
  found.timeoutAt = now + DEADLINE_MS;
});

/** Before agreeing, or after looking at the goods that came back. `reason` is the seller's. */
const refuse = stepFrom(caseOf, ["10", "30"], (found, { now }, { reason }) => {
  found.status = "-10";
  found.refusal = textOf(reason) ?? "卖家拒绝";
  found.timeoutAt = now + DEADLINE_MS;
});

/** The goods are back, and the refund is done. */
const finish = stepFrom(caseOf, ["30"], (found, { now }) => {
  found.status = "100";
  found.goodsStatus = 6;
  found.timeoutAt = now + DEADLINE_MS;
});

export const taobaoRefundSteps: Readonly<Record<string, Step>> = { agree, refuse, finish };
