// What happens to Taobao orders without a known operation: payment, dispatch, delivery, and a new price. An order is named by its
// purchase order id (12 digits), by the id of one of its sub-orders, or by the id of 19 digits that PandaPon gives it.
import { MOST } from "../../accounts/shape.js";
import type { TaobaoLine, TaobaoOrder } from "../../accounts/taobao.js";
import type { FlowContext, Inputs, Step } from "../../exchange/flow.js";
import { Refusal } from "../../exchange/refusal.js";
import { timeOf } from "./logistics.js";
import { recordOf, wholeOf } from "./read.js";

function orderOf(id: string, { account: { taobao } }: FlowContext): TaobaoOrder {
  const found = Object.values(taobao.orders).find(
    (order) => order.orderId === id || order.lines.some((line) => line.subPurchaseOrderId === id),
  );
  return found ?? recordOf(taobao.orders, id, "Taobao order");
}

/** @returns the order as the state has it */
const step =
  (from: TaobaoOrder["status"], act: (order: TaobaoOrder, context: FlowContext) => void): Step =>
  (id, _body, context) => {
    const order = orderOf(id, context);
    if (order.status !== from)
      throw new Refusal("conflict", `Order ${id} is ${order.status}. This step needs an order that is ${from}.`);
    act(order, context);
    return order;
  };

export const pay = step("unpaid", (order, { now }) => {
  order.status = "paid";
  order.paidAt = now;
});

/** Every sub-order goes into a parcel of its own. */
export const ship = step("paid", (order, { now }) => {
  order.status = "sent";
  order.sentAt = now;
  for (const line of order.lines) line.mailNo = `78${line.subPurchaseOrderId}`; // 14 digits, as in the contract's example
});

export const deliver = step("sent", (order, { now }) => {
  order.status = "delivered";
  order.deliveredAt = now;
});

const NEXT: Readonly<Record<TaobaoOrder["status"], Step | undefined>> = {
  unpaid: pay,
  paid: ship,
  sent: deliver,
  delivered: undefined,
};

export const advance: Step = (id, body, context) => {
  const { status } = orderOf(id, context);
  const next = NEXT[status];
  if (next === undefined) throw new Refusal("conflict", `Order ${id} is ${status}. No step follows.`);
  return next(id, body, context);
};

/** The seller changes the price before payment: `productAmount` of all goods, `shippingFee`, or both, in fen. Pushes the message. */
export const price: Step = (id, body, context) => {
  const order = orderOf(id, context);
  const productAmount = fenIn(body, "productAmount");
  const shippingFee = fenIn(body, "shippingFee");
  if (productAmount === undefined && shippingFee === undefined)
    throw new Refusal("invalid", "Send productAmount, shippingFee, or both: whole numbers of fen.");
  if (order.status !== "unpaid")
    throw new Refusal("conflict", `Order ${id} is ${order.status}. Its price can change only before it is paid.`);
  if (productAmount !== undefined) share(productAmount, order.lines);
  order.shippingFee = shippingFee ?? order.shippingFee;
  context.push({ messageType: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", messageBody: messageOf(order) });
  return order;
};

function fenIn(body: Inputs, field: string): number | undefined {
  const value = body[field];
  const fen = wholeOf(value, 0);
  if (value !== undefined && fen === undefined)
    throw new Refusal("invalid", `${field} must be a whole number of fen from 0 to ${MOST}.`);
  return fen;
}

/** In proportion to what the lines cost: each gets its part of what is left, so that the parts add up. */
function share(total: number, lines: readonly TaobaoLine[]): void {
  let before = lines.reduce((sum, { amount }) => sum + amount, 0);
  let left = total;
  for (const [at, line] of lines.entries()) {
    const isLast = at === lines.length - 1 || before === 0;
    const part = isLast ? left : Number((BigInt(left) * BigInt(line.amount)) / BigInt(before));
    before -= line.amount;
    left -= part;
    line.amount = part;
  }
}

const DAY = 24 * 3_600_000;

/** The eight fields that PandaPon's page shows, and the id of the sub-order as upstream has it. */
const messageOf = ({ orderId, outerId, createdAt, shippingFee, lines }: TaobaoOrder): Record<string, unknown> => ({
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
    sub_purchase_order_id: Number(line.subPurchaseOrderId),
  })),
  purchaseOrderPriceDTO: {
    purchaseCurrency: "CNY",
    purchaseTotalFee: lines.reduce((sum, { amount }) => sum + amount, shippingFee),
    purchaseProductFee: lines.reduce((sum, { amount }) => sum + amount, 0),
    purchaseShippingFee: shippingFee,
  },
});
