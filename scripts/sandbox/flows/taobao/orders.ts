// Taobao orders. No page shows the answers of `create` and `preview`, so they have the names of upstream, in snake case as printed there.
import type { TaobaoLine, TaobaoOrder } from "../../accounts/taobao.js";
import type { Flow, FlowContext, Inputs } from "../../exchange/flow.js";
import {
  conflict,
  idOf,
  invalid,
  jsonIn,
  objectOf,
  recordOf,
  textOf,
  textsOf,
  wholeOf,
  wordsOf,
} from "../../exchange/inputs.js";
import { sumOf } from "../../exchange/steps.js";
import { SHOP } from "./catalogue.js";
import { readLines, type ReadLine } from "./lines.js";

/** Freight inside China of an order, in fen. */
const FREIGHT = 0;

const receiverIn = (text: unknown): Record<string, string> => textsOf(objectOf(jsonIn(text, "receiver"), "receiver"));

export const preview: Flow = ({ orderLineList, receiver }) => {
  const lines = readLines(orderLineList);
  receiverIn(receiver);
  const available = lines.filter(({ problem }) => problem === undefined);
  const inFen = (amount: number): object => ({ amount, currency: "CNY" });
  return {
    render_item_list:
      available.length === 0
        ? []
        : [
            {
              seller_id: SHOP.sellerId,
              nick: SHOP.name,
              item_price_infos: [], // its members are not printed
              mainland_shipping_fee: inFen(FREIGHT),
              order_fee: inFen(sumOf(available) + FREIGHT),
            },
          ],
    unavailable_sku_list: lines
      .filter(({ problem }) => problem !== undefined)
      .map(({ itemId, skuId, problem }) => ({
        item_id: itemId,
        sku_id: BigInt(skuId),
        reason: problem,
        error_code: "SKU_UNAVAILABLE",
        error_msg: problem,
      })),
    total_real_pay_price: inFen(available.length === 0 ? 0 : sumOf(available) + FREIGHT),
  };
};

export const create: Flow = (inputs, context) => {
  const lines = readLines(inputs["orderLineList"]);
  const receiver = receiverIn(inputs["receiver"]);
  const budget = wholeOf(inputs["purchaseAmount"], "purchaseAmount", 0, " of fen");
  const problem = lines.find((line) => line.problem !== undefined)?.problem;
  if (problem !== undefined) throw conflict(`The order cannot be made: ${problem}.`);
  const cost = sumOf(lines) + FREIGHT;
  if (budget < cost) {
    throw conflict(`purchaseAmount is ${budget} fen, but the lines cost ${cost} fen. Send at least that.`);
  }
  return answerOf(placeOrder(lines, receiver, context, inputs, budget));
};

/** Adds an order to the account. Everything must have been checked. */
export function placeOrder(
  lines: readonly ReadLine[],
  receiver: Record<string, string>,
  { account, ids, now }: FlowContext,
  { orderSource, sellerOrderNumber }: Inputs = {},
  purchaseAmount: number | null = null,
): TaobaoOrder {
  const order: TaobaoOrder = {
    purchaseOrderId: ids.taobaoOrder(),
    orderId: ids.taobaoOuterOrder(),
    outerId: ids.taobaoOwnOrder(),
    status: "unpaid",
    createdAt: now,
    paidAt: null,
    sentAt: null,
    deliveredAt: null,
    receiver,
    warehouse: null,
    source: wordsOf(orderSource),
    sellerOrderNumber: wordsOf(sellerOrderNumber),
    purchaseAmount,
    shippingFee: FREIGHT,
    lines: lines.map(({ itemId, skuId, title, variant, orderLineNo, quantity, amount }): TaobaoLine => ({
      subPurchaseOrderId: ids.taobaoOrder(),
      outerId: ids.taobaoOwnOrder(),
      itemId,
      skuId,
      title,
      variant,
      orderLineNo,
      quantity,
      amount,
      mailNo: null,
    })),
  };
  account.taobao.orders[order.purchaseOrderId] = order;
  return order;
}

/**
 * Ids are numbers here, as upstream; those of items are text. Upstream, `outer_purchase_id` is the id that the caller gives to the order,
 * and its caller is PandaPon: so it is PandaPon's own id of the order, which changing the warehouse takes.
 */
const answerOf = (order: TaobaoOrder): object => ({
  success: true,
  error_code: null,
  error_message: null,
  payment_url: `https://pay.example.com/taobao?purchase_id=${order.purchaseOrderId}`,
  outer_purchase_id: order.orderId,
  order_list: [
    {
      purchase_id: BigInt(order.purchaseOrderId),
      supplier_nick: SHOP.name,
      estimate_amount: sumOf(order.lines) + order.shippingFee,
      estimate_currency: "CNY",
      source_market: "TAOBAO_BUYER",
      order_line_list: order.lines.map((line) => ({
        item_id: line.itemId,
        sku_id: BigInt(line.skuId),
        order_line_no: line.orderLineNo,
        quantity: line.quantity,
        estimate_amount: line.amount,
        estimate_currency: "CNY",
        sub_purchase_order_id: BigInt(line.subPurchaseOrderId),
        supplier_nick: SHOP.name,
      })),
    },
  ],
});

/** The goods must not have been sent yet: the sandbox's own rule, as no page says in which states this is possible. */
export const updateWarehouse: Flow = ({ orderId, warehouseName, warehouseAddress }, { account }) => {
  const id = idOf(orderId, "orderId", "Send the order's id of 19 digits, as text.");
  const name = textOf(warehouseName);
  const address = textOf(warehouseAddress);
  if (name === undefined && address === undefined) throw invalid("Send warehouseName, warehouseAddress, or both.");
  const orders = Object.values(account.taobao.orders).map((one) => [one.orderId, one] as const);
  const order = recordOf(Object.fromEntries(orders), id, "order");
  if (order.sentAt !== null) {
    throw conflict(`The goods of order ${id} have been sent, so its warehouse cannot be changed.`);
  }
  order.warehouse = { name: name ?? order.warehouse?.name ?? "", address: address ?? order.warehouse?.address ?? "" };
  return {};
};
