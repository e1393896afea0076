// The Taobao cart. No page shows any of the three answers, and no source prints their names, so `data` is missing as in the contract's
// examples. The new line of `add` and the order of `createOrder` are shown at the test door, in the state.
import type { TaobaoCartLine } from "../../accounts/taobao.js";
import type { Account } from "../../accounts/state.js";
import type { Flow, Inputs } from "../../exchange/flow.js";
import {
  digitsOf,
  idsOf,
  neededText,
  notFound,
  objectOf,
  recordOf,
  textOf,
  textsOf,
  wholeOf,
  wordsOf,
} from "../../exchange/inputs.js";
import { itemOf, SHOP, skuIn } from "./catalogue.js";
import { checkSum, type ReadLine } from "./lines.js";
import { placeOrder } from "./orders.js";

/** A line is added even if the cart has one of the same SKU: no page says that they are joined. */
export const add: Flow = (inputs, { account, ids }) => {
  const mpId = neededText(inputs["mpId"], "mpId", "Looking up the item returns it.");
  const mpSkuId = neededText(inputs["mpSkuId"], "mpSkuId", "It names the SKU within the mpId.");
  const item = itemOf(mpId);
  const sku = skuIn(mpId, mpSkuId);
  if (item !== undefined && sku === undefined) {
    const known = item.skus.map((one) => one.mpSkuId).join(", ");
    throw notFound(`Item ${item.mpId} has no SKU ${mpSkuId.slice(0, 40)}. It has ${known}.`);
  }
  const price = inputs["promotionPrice"] ?? inputs["price"] ?? sku?.price ?? 0;
  const line: TaobaoCartLine = {
    itemId: digitsOf(inputs["itemId"]) ?? mpId,
    skuId: digitsOf(inputs["skuId"]) ?? sku?.skuId ?? mpSkuId,
    mpId,
    mpSkuId,
    title: textOf(inputs["itemTitle"]) ?? item?.title ?? "",
    properties: wordsOf(inputs["properties"]),
    price: wholeOf(price, "price or promotionPrice"),
    quantity: wholeOf(inputs["quantity"] ?? 1, "quantity", 1),
    shopId: digitsOf(inputs["shopId"]) ?? String(SHOP.id),
    shopName: textOf(inputs["shopName"]) ?? SHOP.name,
    id: ids.record(),
  };
  account.taobao.cart[line.id] = line;
};

export const previewOrder: Flow = (inputs, { account }) => void chosen(inputs, account);

/** The lines leave the cart. */
export const createOrder: Flow = (inputs, context) => {
  const { lines, address } = chosen(inputs, context.account);
  placeOrder(checkSum(lines.map(orderLineOf)), textsOf(address), context);
  for (const { id } of lines) delete context.account.taobao.cart[id];
};

const orderLineOf = (line: TaobaoCartLine, at: number): ReadLine => ({
  itemId: line.mpId,
  skuId: line.mpSkuId,
  title: line.title,
  variant: skuIn(line.mpId, line.mpSkuId)?.variant ?? line.properties,
  orderLineNo: String(at + 1),
  quantity: line.quantity,
  amount: line.price * line.quantity,
  problem: undefined,
});

/** @throws Refusal if a line is not in the cart or is named twice, or if the address is missing */
function chosen({ ids, orderAddress }: Inputs, { taobao }: Account): { lines: TaobaoCartLine[]; address: Inputs } {
  const lines = idsOf(ids, "ids").map((id) => recordOf(taobao.cart, id, "cart line"));
  return { lines, address: objectOf(orderAddress, "orderAddress") };
}
