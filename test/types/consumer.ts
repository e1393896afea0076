// What a consumer of the types sees. Compiled by three versions of TypeScript against the packed package; never run.
import {
  operationTable,
  webhookTable,
  type components,
  type Int64,
  type Int64Input,
  type OperationInfo,
  type operations,
  type paths,
  type webhooks,
} from "pandapon-openapi";
import { same } from "./same.js";

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { "application/json": infer Json } };
}
  ? Json
  : never;
type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { "application/json": infer Json } } };
}
  ? Json
  : never;

// An id is a string of digits, even if it is a number on the wire. In a request it may also be a bigint.
same<Int64, string>();
same<Int64Input, string | bigint>();
const refund: Body<"alibaba.refunds.create"> = {
  orderId: "2542285634920880794",
  orderEntryIds: ["2542285634921880794"],
  disputeRequest: "returnRefund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "Wrong colour delivered",
  goodsStatus: "refundBuyerReceived",
};
// @ts-expect-error a number would lose digits
refund.orderId = 2542285634920880794;
refund.orderId = 2542285634920880794n;
refund.orderEntryIds = [2542285634921880794n, "2542285634921880795"];
// @ts-expect-error amounts are numbers
refund.applyPayment = "1990";
// Editors suggest the known values. Other values stay possible, because PandaPon may add some.
refund.disputeRequest = "exchange";
// @ts-expect-error a required field is missing
const incomplete: Body<"alibaba.refunds.create"> = { orderId: "1" };

// Text that holds JSON has the type of its content.
const order: Body<"taobao.orders.create"> = {
  orderLineList: [
    { itemId: "600126245031041190", skuId: "5016042822039", quantity: "200", price: "1", currency: "CNY" },
  ],
  receiver: { city: "杭州市", mobile_phone: "10000000001" },
  purchaseAmount: 200,
};
same<(typeof order)["orderLineList"], components["schemas"]["TaobaoOrderLine"][]>();
same<components["schemas"]["TaobaoOrderLine"]["itemId"], Int64Input | undefined>();
same<NonNullable<operations["taobao.products.get"]["parameters"]["query"]>, { itemId?: Int64Input | undefined }>();

// Nullable, optional and unknown fields keep these types.
const answer: Answer<"alibaba.refunds.create"> = { code: 200, data: { refundId: "TQ1" } };
same<(typeof answer)["requestId"], string | null | undefined>();
same<(typeof answer)["developId"], Int64 | null | undefined>();
// @ts-expect-error an id in an answer is never a bigint
answer.developId = 1n;
same<components["schemas"]["AlibabaProduct"]["offerId"], Int64 | undefined>();
same<components["schemas"]["AlibabaOrderProductItem"]["productID"], Int64 | undefined>();
same<NonNullable<(typeof answer)["data"]>["refundId"], string | null | undefined>();
same<Answer<"alibaba.orders.previewBatch">["data"], unknown>();
same<NonNullable<Answer<"alibaba.orders.create">["data"]>["orderId"], Int64 | null | undefined>();
same<Answer<"alibaba.orders.cancel">["data"], boolean | Record<string, unknown> | null | undefined>();
same<
  NonNullable<NonNullable<components["schemas"]["AlibabaDateTime"]>["firstDayOfWeek"]> | null,
  "SUNDAY" | "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | null
>();

// A field that a page marks as required is required, even in a schema that operations share.
type OrderAddress = Body<"alibaba.orders.create">["addressParam"];
// @ts-expect-error the page marks townText and others required
const address: OrderAddress = { fullName: "Test Buyer" };
type OrderLine = Body<"alibaba.orders.create">["cargoParamList"][number];
same<OrderLine["specId"], string>();
same<NonNullable<Body<"alibaba.orders.preview">["cargoParamList"]>[number]["specId"], string | undefined>();
same<Answer<"taobao.refunds.submitLogistics">["code"], number | null>();

// Paths and webhooks have the same operation types.
same<paths["/alibaba/refund/detail/create"]["post"], operations["alibaba.refunds.create"]>();
same<operations["taobao.refunds.cancel"]["parameters"]["path"], { refundId: string }>();
same<webhooks["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"]["post"], operations["webhooks.alibaba.orderPriceModified"]>();

// The table is data with literal types.
same<(typeof operationTable)["taobao.refunds.cancel"]["effect"], "write">();
same<(typeof operationTable)["taobao.refunds.cancel"]["path"], "/open/order/refund/cancel/{refundId}">();
same<keyof typeof webhookTable, keyof webhooks>();
const anyOperation: OperationInfo = operationTable["freight.book"];

export { address, anyOperation, incomplete, order, refund };
