// Goods that someone wants to order: finds them in the catalogue, checks them, and makes orders of them.
import type { AlibabaOrder } from "../../accounts/alibaba.js";
import type { FlowContext, Inputs } from "../../exchange/flow.js";
import { OFFERS, type Offer, type Sku } from "./catalogue.js";
import {
  conflict,
  idOf,
  invalid,
  isMissing,
  listOf,
  neededText,
  notFound,
  objectOf,
  textOf,
  textsOf,
  wholeOf,
} from "../../exchange/inputs.js";

/** One line of goods. */
export interface Goods {
  offer: Offer;
  sku: Sku;
  quantity: number;
}

/** @throws Refusal if the line names no goods */
export function goodsOf(offerId: string, specId: string, quantity: number): Goods {
  const offer = OFFERS.get(offerId);
  if (offer === undefined) throw notFound(`No product has the offerId ${offerId}.`);
  const sku = offer.skus.find((one) => one.specId === specId);
  if (sku === undefined) throw notFound(`The product ${offerId} has no variant with the specId ${specId}.`);
  return { offer, sku, quantity };
}

/** Reads `cargoParamList`. @throws Refusal */
export function cargoOf(inputs: Inputs): Goods[] {
  return listOf(inputs["cargoParamList"], "cargoParamList").map((value, at) => {
    const name = `cargoParamList[${at}]`;
    const line = objectOf(value, name);
    const goods = goodsOf(
      idOf(line["offerId"], `${name}.offerId`),
      neededText(line["specId"], `${name}.specId`),
      wholeOf(line["quantity"], `${name}.quantity`, 1),
    );
    const seller = line["sellerOpenId"];
    if (!isMissing(seller) && seller !== goods.offer.sellerOpenId) {
      throw invalid(`${name}.sellerOpenId is not the shop of the product: that is ${goods.offer.sellerOpenId}.`);
    }
    return goods;
  });
}

/** Why goods cannot be ordered now. Codes are the sandbox's own. */
export interface Unavailable {
  errorCode: "OFFER_EXPIRED" | "BELOW_MINIMUM" | "OUT_OF_STOCK";
  why: string;
}

/** @returns undefined if all of them can be ordered */
export function unavailable(goods: readonly Goods[]): Unavailable | undefined {
  const pieces = new Map<Offer | Sku, number>();
  for (const { offer, sku, quantity } of goods) {
    for (const one of [offer, sku]) pieces.set(one, (pieces.get(one) ?? 0) + quantity);
  }
  for (const { offer, sku } of goods) {
    const ofOffer = pieces.get(offer) ?? 0;
    const ofSku = pieces.get(sku) ?? 0;
    if (offer.status === "expired") {
      return { errorCode: "OFFER_EXPIRED", why: `The product ${offer.offerId} is not on sale any more.` };
    }
    if (ofOffer < offer.minQuantity) {
      const why = `The product ${offer.offerId} is sold from ${offer.minQuantity} pieces on; the order has ${ofOffer}.`;
      return { errorCode: "BELOW_MINIMUM", why };
    }
    if (ofSku > sku.stock) {
      const why = `For the variant ${sku.specId} there are ${sku.stock} pieces; the order has ${ofSku}.`;
      return { errorCode: "OUT_OF_STOCK", why };
    }
  }
  return undefined;
}

/** @throws Refusal if some of them cannot be ordered */
export function checkAvailable(goods: readonly Goods[]): void {
  const found = unavailable(goods);
  if (found !== undefined) throw conflict(found.why);
}

/** @returns the goods of each seller, in the order of their first lines */
export function bySeller(goods: readonly Goods[]): Goods[][] {
  const sellers = [...new Set(goods.map(({ offer }) => offer.sellerOpenId))];
  return sellers.map((seller) => goods.filter(({ offer }) => offer.sellerOpenId === seller));
}

/** In fen. */
export const amountOf = ({ sku, quantity }: Goods): number => sku.price * quantity;
export const carriageOf = (goods: readonly Goods[]): number =>
  goods.reduce((most, { offer }) => Math.max(most, offer.carriage), 0);

/** Creates one order per seller. Everything must have been checked. */
export function placeOrders(goods: readonly Goods[], inputs: Inputs, context: FlowContext): AlibabaOrder[] {
  const { addressParam } = inputs;
  const address = isMissing(addressParam) ? {} : textsOf(objectOf(addressParam, "addressParam"));
  return bySeller(goods).map((own) => {
    const order: AlibabaOrder = {
      orderId: context.ids.alibabaOrder(),
      status: "waitbuyerpay",
      isDelivered: false,
      createdAt: context.now,
      sellerOpenId: own[0]?.offer.sellerOpenId ?? "",
      message: textOf(inputs["message"]) ?? null,
      address,
      entries: own.map((line) => ({
        entryId: context.ids.alibabaOrder(),
        offerId: line.offer.offerId,
        specId: line.sku.specId,
        quantity: line.quantity,
        amount: amountOf(line),
        refunded: 0,
        isReceived: false,
      })),
      carriage: carriageOf(own),
      refundedCarriage: 0,
    };
    context.account.alibaba.orders[order.orderId] = order;
    return order;
  });
}
