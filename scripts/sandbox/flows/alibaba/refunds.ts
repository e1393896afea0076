// After-sales cases. Amounts are in fen. `create` and `get` refuse by the envelope; `submitReturn` answers with `success: false` and a code of
// the sandbox if the case waits for no parcel. `status` has the values that upstream lists for the refund of an order.
// `buyerLogisticsName` is left out: a carrier is named by its code, and no page lists the names.
import type { AlibabaOrder, AlibabaOrderEntry, AlibabaRefund } from "../../accounts/alibaba.js";
import type { Flow, FlowContext, Inputs } from "../../exchange/flow.js";
import { OFFERS } from "./catalogue.js";
import { conflict, idOf, invalid, isMissing, neededText, recordOf, textOf, wholeOf } from "../../exchange/inputs.js";
import { entriesOf, orderOf } from "./order.js";
import { checkGoodsStatus, countsOf, isOpen, remaining } from "./refund-rules.js";

/** @throws Refusal if the account has no such case */
export const refundOf = (refundId: unknown, { account }: FlowContext): AlibabaRefund =>
  recordOf(account.alibaba.refunds, neededText(refundId, "refundId"), "1688 after-sales case");

/** @throws Refusal if more is asked for than there is */
function amountsOf(inputs: Inputs, order: AlibabaOrder, entries: readonly AlibabaOrderEntry[], open: AlibabaRefund[]) {
  const applyPayment = wholeOf(inputs["applyPayment"], "applyPayment");
  const applyCarriage = wholeOf(inputs["applyCarriage"], "applyCarriage");
  const most = remaining(entries);
  if (applyPayment > most) {
    throw invalid(`applyPayment is ${applyPayment} fen, but only ${most} fen are left of what was paid for the goods.`);
  }
  if (order.status === "waitsellersend" && applyPayment !== most) {
    throw invalid(`The goods are not sent yet, so applyPayment must be what was paid for them: ${most} fen.`);
  }
  const carriage = order.carriage - order.refundedCarriage - open.reduce((total, one) => total + one.applyCarriage, 0);
  if (applyCarriage > carriage) {
    throw invalid(`applyCarriage is ${applyCarriage} fen, but only ${carriage} fen are left of the freight.`);
  }
  return { applyPayment, applyCarriage };
}

const create: Flow = (inputs, context) => {
  const { refunds } = context.account.alibaba;
  const order = orderOf(inputs["orderId"], context);
  const entries = entriesOf(inputs["orderEntryIds"], order);
  const entryIds = entries.map(({ entryId }) => entryId);
  const named = new Set(entryIds);
  const disputeRequest = inputs["disputeRequest"];
  if (disputeRequest !== "refund" && disputeRequest !== "returnRefund") {
    throw invalid("disputeRequest must be refund or returnRefund.");
  }
  const goodsStatus = checkGoodsStatus(inputs["goodsStatus"], disputeRequest, order);
  const open = Object.values(refunds).filter((one) => one.orderId === order.orderId && isOpen(one));
  const other = open.find((one) => one.entryIds.some((id) => named.has(id)));
  if (other !== undefined) throw conflict(`The case ${other.refundId} is open for these goods.`);
  const amounts = amountsOf(inputs, order, entries, open);
  const applyReasonId = idOf(inputs["applyReasonId"], "applyReasonId");
  const description = textOf(inputs["description"]) ?? "";
  const length = [...description].length;
  if (length < 2 || length > 150) throw invalid("description must have 2 to 150 characters.");
  const counts = countsOf(inputs["orderEntryCountList"], entries, disputeRequest, goodsStatus);
  const refund: AlibabaRefund = {
    refundId: context.ids.alibabaRefund(),
    recordId: context.ids.record(),
    status: "waitselleragree",
    orderId: order.orderId,
    entryIds,
    disputeRequest,
    goodsStatus,
    ...amounts,
    applyReasonId,
    description,
    counts,
    parcel: null,
    rejectReason: null,
    appliedAt: context.now,
    changedAt: context.now,
    completedAt: null,
  };
  refunds[refund.refundId] = refund;
  return { refundId: refund.refundId };
};

const submitReturn: Flow = (inputs, context) => {
  const refund = refundOf(inputs["refundId"], context);
  const parcel = {
    logisticsCompanyNo: neededText(inputs["logisticsCompanyNo"], "logisticsCompanyNo"),
    freightBill: neededText(inputs["freightBill"], "freightBill"),
  };
  if (refund.status !== "waitbuyersend") {
    const errorInfo =
      refund.disputeRequest === "refund"
        ? `The case ${refund.refundId} is about money only, so no goods go back.`
        : `The case ${refund.refundId} does not wait for a parcel (${refund.status}).`;
    return { errorCode: "NO_RETURN_EXPECTED", errorInfo, success: false };
  }
  Object.assign(refund, { status: "waitsellerreceive", parcel, changedAt: context.now });
  return { errorCode: "", errorInfo: "", success: true };
};

const get: Flow = (inputs, context) => {
  const refund = refundOf(inputs["refundId"], context);
  const order = orderOf(refund.orderId, context);
  const entries = entriesOf(refund.entryIds, order);
  const isDone = refund.status === "refundsuccess";
  const isReceived = /Received$/.test(refund.goodsStatus) && !/NotReceived$/.test(refund.goodsStatus);
  return {
    id: BigInt(refund.recordId),
    applyCarriage: refund.applyCarriage,
    applyPayment: refund.applyPayment,
    applyReason: refund.description,
    applyReasonId: BigInt(refund.applyReasonId),
    buyerSendGoods: refund.parcel !== null,
    canRefundPayment: remaining(entries),
    freightBill: refund.parcel?.freightBill ?? null,
    gmtApply: upstreamTime(refund.appliedAt),
    gmtCompleted: refund.completedAt === null ? null : upstreamTime(refund.completedAt),
    gmtCreate: upstreamTime(refund.appliedAt),
    gmtModified: upstreamTime(refund.changedAt),
    goodsReceived: isReceived,
    goodsStatus: refund.parcel !== null ? 3 : isReceived ? 2 : 1,
    onlyRefund: refund.disputeRequest === "refund",
    orderEntryIdList: refund.entryIds,
    orderId: refund.orderId,
    productName: OFFERS.get(entries[0]?.offerId ?? "")?.subject ?? null,
    refundCarriage: isDone ? refund.applyCarriage : 0,
    refundGoods: refund.disputeRequest === "returnRefund",
    refundId: refund.refundId,
    refundPayment: isDone ? refund.applyPayment : 0,
    ...(!isMissing(refund.rejectReason) && { rejectReason: refund.rejectReason }),
    status: refund.status,
  };
};

/** The form of upstream's times, in China's time zone: 20240514145937000+0800. */
const upstreamTime = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().replaceAll(/\D/g, "")}+0800`;

export const refundFlows: Readonly<Record<string, Flow>> = {
  "alibaba.refunds.create": create,
  "alibaba.refunds.submitReturn": submitReturn,
  "alibaba.refunds.get": get,
};
