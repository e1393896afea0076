// What the page of `alibaba.refunds.create` says an application must be like (https://doc-en.pandapon.com/api-263477656).
import type { AlibabaOrder, AlibabaOrderEntry, AlibabaRefund } from "../../accounts/alibaba.js";
import { conflict, idOf, invalid, isMissing, listOf, objectOf, wholeOf } from "../../exchange/inputs.js";

/** Whether the seller or the buyer still has to do something. A refused case is over: no known operation changes it. */
export const isOpen = ({ status }: AlibabaRefund): boolean =>
  status !== "refundsuccess" && status !== "waitbuyermodify";

/** What was paid for the goods and not refunded, in fen. */
export const remaining = (entries: readonly AlibabaOrderEntry[]): number =>
  entries.reduce((total, { amount, refunded }) => total + amount - refunded, 0);

/** By `goodsStatus`: the state that the order must have, and whether the buyer has the goods. */
const SITUATIONS: Readonly<Record<string, { status: AlibabaOrder["status"]; isReceived: boolean }>> = {
  refundWaitSellerSend: { status: "waitsellersend", isReceived: false },
  refundWaitBuyerReceive: { status: "waitbuyerreceive", isReceived: false },
  refundBuyerReceived: { status: "waitbuyerreceive", isReceived: true },
  aftersaleBuyerNotReceived: { status: "success", isReceived: false },
  aftersaleBuyerReceived: { status: "success", isReceived: true },
};

/** @returns the `goodsStatus` @throws Refusal if the order is in another situation */
export function checkGoodsStatus(
  value: unknown,
  disputeRequest: AlibabaRefund["disputeRequest"],
  order: AlibabaOrder,
): string {
  const name = typeof value === "string" && Object.hasOwn(SITUATIONS, value) ? value : "";
  const situation = SITUATIONS[name];
  if (situation === undefined) throw invalid(`goodsStatus must be one of ${Object.keys(SITUATIONS).join(", ")}.`);
  if (order.status === "waitbuyerpay" || order.status === "cancel") {
    throw conflict(`Nothing was paid for the order ${order.orderId} (${order.status}).`);
  }
  if (order.status !== situation.status) {
    throw conflict(`goodsStatus ${name} does not fit the order ${order.orderId}, which is ${order.status}.`);
  }
  if (name === "refundBuyerReceived" && !order.isDelivered) {
    throw conflict(`goodsStatus ${name} does not fit the order ${order.orderId}, whose parcel has not arrived.`);
  }
  if (disputeRequest === "returnRefund" && !situation.isReceived) {
    throw conflict(`Goods can go back only after they were received, and goodsStatus is ${name}.`);
  }
  return name;
}

/** @returns pieces by sub-order, or null to return everything @throws Refusal */
export function countsOf(
  value: unknown,
  entries: readonly AlibabaOrderEntry[],
  disputeRequest: string,
  goodsStatus: string,
): Record<string, number> | null {
  if (isMissing(value)) return null;
  if (disputeRequest !== "returnRefund" || goodsStatus !== "refundBuyerReceived") {
    throw invalid("orderEntryCountList is for returnRefund with goodsStatus refundBuyerReceived only. Leave it out.");
  }
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const counts = new Map<string, number>();
  for (const [at, one] of listOf(value, "orderEntryCountList").entries()) {
    const name = `orderEntryCountList[${at}]`;
    const { id, count } = objectOf(one, name);
    const entryId = idOf(id, `${name}.id`);
    const entry = byId.get(entryId);
    if (entry === undefined) throw invalid(`${name}.id is not in orderEntryIds.`);
    if (counts.has(entryId)) throw invalid(`orderEntryCountList has ${entryId} twice.`);
    const pieces = wholeOf(count, `${name}.count`, 1);
    if (pieces > entry.quantity) throw invalid(`${name}.count is ${pieces}, but ${entry.quantity} were bought.`);
    counts.set(entryId, pieces);
  }
  return Object.fromEntries(counts);
}
