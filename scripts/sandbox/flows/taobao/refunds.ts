// After-sales cases of Taobao orders. The states are those of upstream; what each of them allows is the sandbox's own rule.
// A case can be cancelled until the goods are on their way back. After that, and when it is cancelled twice, `code` is 200 and
// `cancelSuccess` is false: the contract's second level. A parcel is accepted only in the state that waits for it.
import type { TaobaoCase } from "../../accounts/taobao-cases.js";
import type { Flow, FlowContext } from "../../exchange/flow.js";
import { conflict, digitsOf, invalid, neededText, recordOf, wholeOf, wordsOf } from "../../exchange/inputs.js";
import { aggregateOf, CARRIERS } from "./aggregate.js";

/** The longest that a deadline runs: 7 days. */
export const DEADLINE_MS = 7 * 24 * 3_600_000;

function caseOf(value: unknown, { account }: FlowContext): TaobaoCase {
  const id = neededText(digitsOf(value) ?? value, "refundId", "Send the id of a case, 12 digits.");
  return recordOf(account.taobao.refunds, id.trim(), "after-sales case"); // the page's curl has a blank before the id
}

export const get: Flow = ({ refundId }, context) => ({
  distributorId: context.userId,
  currency: "CNY",
  refundOrderAggregate: aggregateOf(caseOf(refundId, context), "number"),
});

/** Only cases that pass all filters, in the order of the seed. Times are compared with that of the order line. */
export const list: Flow = (inputs, { account }) => {
  const pageNo = wholeOf(inputs["pageNo"] ?? 1, "pageNo", 1);
  const pageSize = wholeOf(inputs["pageSize"], "pageSize", 1);
  const from = inputs["refundStartTime"] === undefined ? -Infinity : millisecondsOf(inputs["refundStartTime"]);
  const to = inputs["refundEndTime"] === undefined ? Infinity : millisecondsOf(inputs["refundEndTime"]);
  const filters: [unknown, (one: TaobaoCase) => string][] = [
    [inputs["refundId"], (one) => one.refundId],
    [inputs["purchaseOrderId"], (one) => one.line.purchaseOrderId],
    [inputs["salesOrderId"], (one) => one.line.salesOrderId],
    [inputs["refundStatus"], (one) => one.status],
  ];
  const found = Object.values(account.taobao.refunds).filter(
    (one) =>
      filters.every(([asked, has]) => asked === undefined || wordsOf(asked) === has(one)) &&
      one.line.createdAt >= from &&
      one.line.createdAt <= to,
  );
  return {
    total: found.length,
    pageNo,
    distributorId: null,
    pageSize,
    currency: "CNY",
    refundOrderAggregates: found
      .slice((pageNo - 1) * pageSize, pageNo * pageSize)
      .map((one) => aggregateOf(one, "number")),
  };
};

/** No page states the unit: a number below 10^11 is taken as seconds, any other as milliseconds. */
function millisecondsOf(value: unknown): number {
  const time = Number(wordsOf(value));
  return Math.abs(time) < 1e11 ? time * 1000 : time;
}

const CANCELLABLE: readonly string[] = ["10", "20", "-10"];

export const cancel: Flow = ({ refundId }, context) => {
  const found = caseOf(refundId, context);
  const cancelSuccess = CANCELLABLE.includes(found.status);
  if (cancelSuccess) found.status = "-20";
  return {
    cancelSuccess,
    currency: "CNY",
    distributorId: context.userId,
    refundOrderAggregate: aggregateOf(found, "text"),
  };
};

export const submitMessage: Flow = ({ refundId, refundMessage, refundImages }, context) => {
  const found = caseOf(refundId, context);
  const text = wordsOf(refundMessage);
  const images = wordsOf(refundImages);
  if (text.trim() === "" && images.trim() === "")
    throw invalid("The message is empty. Send refundMessage, refundImages, or both.");
  if (["100", "-20"].includes(found.status))
    throw conflict(`Case ${found.refundId} is over (status ${found.status}): it takes no message.`);
  found.messages = [...found.messages, { at: context.now, text, images }];
  return {};
};

export const submitLogistics: Flow = (inputs, context) => {
  const found = caseOf(inputs["refundId"], context);
  const mailNo = neededText(inputs["logisticsNo"], "logisticsNo", "Send the tracking number of the parcel.");
  const companyCode = neededText(
    inputs["logisticsCompanyCode"],
    "logisticsCompanyCode",
    "Send a carrier's code, such as SF.",
  );
  const buyerPhone = neededText(inputs["buyerPhone"], "buyerPhone");
  if (found.status !== "20") {
    throw conflict(`Case ${found.refundId} has status ${found.status}. Only a case with status 20 waits for a parcel.`);
  }
  found.parcel = { buyerPhone, companyCode, mailNo, note: wordsOf(inputs["returnGoodsDesc"]) };
  found.status = "30";
  found.goodsStatus = 5;
  found.timeoutAt = context.now + DEADLINE_MS;
  return {
    currency: "CNY",
    distributorId: context.userId,
    logisticsCompanyList: CARRIERS,
    refundOrderAggregate: aggregateOf(found, "text"),
  };
};
