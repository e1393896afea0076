// What a caller of the methods sees. Compiled by three versions of TypeScript against the packed package; never run.
import type { components, Input, Item, ListId, operations, OperationTypes, PandaPon, Result } from "pandapon-openapi";
import { same } from "./same.js";

declare const pandapon: PandaPon;

// Every operation has its types. A webhook is not a method.
same<Exclude<keyof operations, keyof OperationTypes>, `webhooks.${string}` & keyof operations>();

// A result has the type of `data`. If the answer has no `data`, the result is the whole answer.
const { refundId } = await pandapon.alibaba.refunds.create({
  orderId: "2542285634920880794",
  orderEntryIds: ["2542285634921880794"],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "Wrong colour delivered",
  goodsStatus: "refundWaitSellerSend",
});
same<typeof refundId, string | null | undefined>();
same<Result<"alibaba.orders.cancel">, boolean | Record<string, unknown> | null | undefined>();
same<Result<"alibaba.orders.previewBatch">, unknown>();
same<NonNullable<Result<"alibaba.orders.create">>["orderId"], string | null | undefined>();
same<Result<"freight.preview">, operations["freight.preview"]["responses"][200]["content"]["application/json"]>();

// An input that the pages put in two places is passed once.
same<Input<"alibaba.refunds.get">, { refundId?: string | undefined }>();
same<Input<"taobao.refunds.cancel">, { refundId: string }>();
// @ts-expect-error the input is required
void pandapon.taobao.refunds.cancel();
void pandapon.taobao.products.get();

// Lists can be read record by record.
same<
  ListId,
  Extract<
    { [Id in keyof OperationTypes]: OperationTypes[Id] extends { item: unknown } ? Id : never }[keyof OperationTypes],
    string
  >
>();
same<Item<"taobao.refunds.list">, components["schemas"]["TaobaoRefundOrderAggregate"]>();
for await (const item of pandapon.alibaba.products.search({ keyword: "T恤" }).items()) {
  same<typeof item, components["schemas"]["AlibabaSearchItem"]>();
}
