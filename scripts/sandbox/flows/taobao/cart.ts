// The Taobao cart. No page shows any of the three answers, and no source prints their names, so `data` is missing as in the contract's
// examples. The new line of `add` and the order of `createOrder` are shown at the test door, in the state.
import { MOST } from "../../accounts/shape.js";
import type { TaobaoCartLine } from "../../accounts/taobao.js";
import type { Account } from "../../accounts/state.js";
import type { Flow, Inputs } from "../../exchange/flow.js";
import { Refusal } from "../../exchange/refusal.js";
import { itemOf, SHOP, skuOf } from "./catalogue.js";
import { amountOf, checkSum, type ReadLine } from "./lines.js";
import { placeOrder } from "./orders.js";
import { isObject } from "../../../core/node.js";
import { idOf, need, recordOf, textOf, textsOf, wholeOf, wordsOf } from "./read.js";

/** A line is added even if the cart has one of the same SKU: no page says that they are joined. */
export const add: Flow = (inputs, { account, ids }) => {
  const mpId = need(textOf(inputs["mpId"]), "mpId is missing. Looking up the item returns it.");
  const mpSkuId = need(textOf(inputs["mpSkuId"]), "mpSkuId is missing. It names the SKU within the mpId.");
  const item = itemOf(mpId);
  const sku = item === undefined ? undefined : skuOf(item, mpSkuId);
  if (item !== undefined && sku === undefined)
    throw new Refusal(
      "notFound",
      `Item ${item.mpId} has no SKU ${mpSkuId.slice(0, 40)}. It has ${item.skus.map((one) => one.mpSkuId).join(", ")}.`,
    );
  const quantity = need(wholeOf(inputs["quantity"] ?? 1, 1), `quantity must be a whole number from 1 to ${MOST}.`);
  const price = inputs["promotionPrice"] ?? inputs["price"] ?? sku?.price ?? 0;
  const line: TaobaoCartLine = {
    itemId: idOf(inputs["itemId"]) ?? mpId,
    skuId: idOf(inputs["skuId"]) ?? sku?.skuId ?? mpSkuId,
    mpId,
    mpSkuId,
    title: textOf(inputs["itemTitle"]) ?? item?.title ?? "",
    properties: wordsOf(inputs["properties"]),
    price: need(wholeOf(price, 0), `price and promotionPrice must be whole numbers from 0 to ${MOST}.`),
    quantity,
    shopId: idOf(inputs["shopId"]) ?? String(SHOP.id),
    shopName: textOf(inputs["shopName"]) ?? SHOP.name,
    id: ids.record(),
  };
  account.taobao.cart[line.id] = line;
};

export const previewOrder: Flow = (inputs, { account }) => void chosen(inputs, account);

/** The lines leave the cart. */
export const createOrder: Flow = (inputs, context) => {
  const { lines, address } = chosen(inputs, context.account);
  placeOrder(checkSum(lines.map(orderLineOf)), textsOf(address), {}, context);
  for (const { id } of lines) delete context.account.taobao.cart[id];
};

/** @throws Refusal */
const orderLineOf = (line: TaobaoCartLine, at: number): ReadLine => ({
  itemId: line.mpId,
  skuId: line.mpSkuId,
  title: line.title,
  variant: (skuOfLine(line)?.variant ?? "") || line.properties,
  orderLineNo: String(at + 1),
  quantity: line.quantity,
  amount: amountOf(line.price, line.quantity, `The cart line ${line.id}`),
  problem: undefined,
});

function skuOfLine({ mpId, mpSkuId }: TaobaoCartLine): { variant: string } | undefined {
  const item = itemOf(mpId);
  return item === undefined ? undefined : skuOf(item, mpSkuId);
}

/** @throws Refusal if a line is not in the cart or is named twice, or if the address is missing */
function chosen({ ids, orderAddress }: Inputs, { taobao }: Account): { lines: TaobaoCartLine[]; address: Inputs } {
  if (!Array.isArray(ids) || ids.length === 0)
    throw new Refusal("invalid", "ids is missing or empty. Send the ids of cart lines, such as [75, 76].");
  const asked = ids.map((id: unknown) => need(idOf(id), "ids must be whole numbers."));
  if (new Set(asked).size < asked.length) throw new Refusal("invalid", "ids names a cart line twice.");
  if (!isObject(orderAddress)) throw new Refusal("invalid", "orderAddress is missing. Send the delivery address.");
  return { lines: asked.map((id) => recordOf(taobao.cart, id, "cart line")), address: orderAddress };
}
