// Payment. `getPayUrl` pays nothing: it answers an address, and the step `pay` of the test door stands for the person who opens it. It names an
// order that cannot be paid in `cantPayOrderList`. `payBatch` "spends money", says the contract, so it pays: all orders, or none if one cannot
// be paid, which the envelope refuses. Nothing of its data is known, so it has none.
import type { Flow } from "../../exchange/flow.js";
import { conflict, idsOf } from "../../exchange/inputs.js";
import { orderOf } from "./order.js";

const getPayUrl: Flow = (inputs, context) => {
  const { orderId, status } = orderOf(inputs["orderId"], context);
  const isDue = status === "waitbuyerpay";
  return {
    orderId,
    protocolPaySuccess: false,
    payUrl: isDue ? `https://pay.example.com/cashier/${orderId}` : null,
    cantPayOrderList: isDue ? [] : [BigInt(orderId)],
  };
};

const payBatch: Flow = (inputs, context) => {
  const orders = idsOf(inputs["orderIds"], "orderIds").map((id) => orderOf(id, context));
  const other = orders.find(({ status }) => status !== "waitbuyerpay");
  if (other !== undefined) {
    throw conflict(`The order ${other.orderId} does not wait for payment (${other.status}). No order was paid.`);
  }
  for (const order of orders) order.status = "waitsellersend";
  return undefined;
};

export const paymentFlows: Readonly<Record<string, Flow>> = {
  "alibaba.orders.getPayUrl": getPayUrl,
  "alibaba.orders.payBatch": payBatch,
};
