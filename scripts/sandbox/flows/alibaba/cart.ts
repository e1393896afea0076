// The cart. Every refusal is the envelope's: `updateQuantity` has a second level of success, but no room for a reason there. Nothing of the data
// of `previewOrder` and `createOrder` is known, so they have none; the test door shows the new orders.
import type { Flow, FlowContext, Inputs } from "../../exchange/flow.js";
import { checkAvailable, goodsOf, placeOrders, type Goods } from "./goods.js";
import { idOf, idsOf, recordOf, wholeOf } from "../../exchange/inputs.js";
import type { AlibabaCartLine } from "../../accounts/alibaba.js";

const lineOf = (id: string, { account }: FlowContext): AlibabaCartLine => recordOf(account.alibaba.cart, id, "record");

function chosen(inputs: Inputs, context: FlowContext): { lines: AlibabaCartLine[]; goods: Goods[] } {
  const lines = idsOf(inputs["cartIds"], "cartIds").map((id) => lineOf(id, context));
  const goods = lines.map(({ offerId, specId, quantity }) => goodsOf(offerId, specId, quantity));
  checkAvailable(goods);
  return { lines, goods };
}

const updateQuantity: Flow = (inputs, context) => {
  const line = lineOf(idOf(inputs["id"], "id"), context);
  const quantity = wholeOf(inputs["quantity"], "quantity", 1);
  checkAvailable([goodsOf(line.offerId, line.specId, quantity)]);
  line.quantity = quantity;
  return true;
};

const previewOrder: Flow = (inputs, context) => {
  chosen(inputs, context);
  return undefined;
};

const createOrder: Flow = (inputs, context) => {
  const { lines, goods } = chosen(inputs, context);
  placeOrders(goods, inputs, context);
  for (const { cartId } of lines) delete context.account.alibaba.cart[cartId];
  return undefined;
};

export const cartFlows: Readonly<Record<string, Flow>> = {
  "alibaba.cart.updateQuantity": updateQuantity,
  "alibaba.cart.previewOrder": previewOrder,
  "alibaba.cart.createOrder": createOrder,
};
