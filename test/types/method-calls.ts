// What a caller of the methods sees. Compiled by three versions of TypeScript against the packed package; never run.
import {
  createPandaPon,
  PandaPonError,
  type Call,
  type CallOptions,
  type ClientOptions,
  type components,
  type Item,
  type ListCall,
  type PandaPon,
  type PandaPonErrorKind,
  type Result,
  type WithResponse,
} from "pandapon-openapi";
import { same } from "./same.js";

const pandapon = createPandaPon({ accessKey: "k", accessSecret: "s", userId: "u" });
same<typeof pandapon, PandaPon>();

// A result is the unwrapped `data`.
const address = { fullName: "", mobile: "", phone: "", cityText: "", provinceText: "", townText: "", address: "" };
const created = pandapon.alibaba.refunds.create({
  orderId: "2542285634920880794",
  orderEntryIds: [2542285634921880794n, "2542285634921880795"],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: 20006n,
  description: "Wrong colour delivered",
  goodsStatus: "refundWaitSellerSend",
});
same<typeof created, Call<Result<"alibaba.refunds.create">>>();
same<(typeof created extends Promise<infer T> ? T : never)["refundId"], string | null | undefined>();
// Where the contract describes no member of `data`, it may be absent.
same<Result<"alibaba.orders.cancel">, boolean | Record<string, unknown> | null | undefined>();
same<Result<"taobao.orders.getChatLink">, string | undefined>();
// Where it describes members, an answer without `data` fails. It may be null if the contract says so.
same<Extract<Result<"alibaba.refunds.create">, null | undefined>, never>();
same<Extract<Result<"alibaba.orders.create">, null | undefined>, null>();
same<Extract<Result<"alibaba.products.search">, null | undefined>, never>();
const pay = await pandapon.alibaba.orders.getPayUrl({ orderId: 2019601741959504495n });
same<NonNullable<typeof pay>["cantPayOrderList"], string[] | null | undefined>();

// The response and other facts of an answer.
const whole = await created.withResponse();
same<typeof whole, WithResponse<Result<"alibaba.refunds.create">>>();
same<typeof whole.requestId, string | undefined>();
same<typeof whole.response, Response>();
same<typeof whole.attempts, number>();
// @ts-expect-error the facts of an answer are read-only
whole.requestId = "other";

// Inputs.
const complete = {
  orderId: "1",
  orderEntryIds: ["1"],
  disputeRequest: "refund",
  applyPayment: 1,
  applyCarriage: 0,
  applyReasonId: "1",
  description: "late",
  goodsStatus: "refundWaitSellerSend",
};
const { orderId: _, ...withoutOrder } = complete;
// @ts-expect-error a required field is missing
void pandapon.alibaba.refunds.create(withoutOrder);
// @ts-expect-error an id as a number would lose digits
void pandapon.alibaba.refunds.create({ ...complete, orderId: 2542285634920880794 });
// @ts-expect-error an amount is a number
void pandapon.alibaba.refunds.create({ ...complete, applyPayment: 1990n });
// @ts-expect-error a list of ids, not one
void pandapon.alibaba.refunds.create({ ...complete, orderEntryIds: "1" });
// @ts-expect-error the operation has no such input
void pandapon.alibaba.refunds.get({ refundID: "TQ1" });
// @ts-expect-error the input is required
void pandapon.alibaba.refunds.create();
// @ts-expect-error no page says whether the refund is required, so the caller decides: an empty input is one
void pandapon.alibaba.refunds.get();
void pandapon.alibaba.refunds.get({});
void pandapon.taobao.refunds.get({ refundId: "1" });
// An input that may be left out may be undefined as well, at any depth.
void pandapon.taobao.products.get({ itemId: undefined });
void pandapon.taobao.refunds.list({ pageNo: undefined, pageSize: 20 });
void pandapon.taobao.orders.create({
  orderLineList: [{ itemId: undefined }],
  receiver: { zip: undefined },
  purchaseAmount: 1,
});
// @ts-expect-error a required input is not undefined
void pandapon.alibaba.refunds.create({ ...complete, orderId: undefined });
void pandapon.alibaba.orders.create({
  flow: "general",
  // @ts-expect-error a required input of a shared shape is not undefined
  addressParam: { ...address, mobile: undefined },
  cargoParamList: [],
});
void pandapon.alibaba.orders.create({
  flow: "general",
  addressParam: { ...address, postCode: undefined },
  cargoParamList: [],
});
// Also if only an example shows the fields of a request, a misspelt one is an error.
void pandapon.alibaba.products.get({ offerId: 706627393257n });
// @ts-expect-error it is spelled offerId
void pandapon.alibaba.products.get({ offerid: 706627393257n });
// @ts-expect-error it is spelled mobile_phone
void pandapon.taobao.orders.create({ orderLineList: [], receiver: { mobilePhone: "1" }, purchaseAmount: 1 });
// An answer stays open: it may have fields that no page shows.
same<Result<"alibaba.products.get">["anyOther"], unknown>();
// Text that holds JSON is passed as its content.
void pandapon.taobao.products.checkBatch({ params: [{ itemId: 672991141190n, skuIds: ["3452545926724"] }] });
// @ts-expect-error it is not passed as text
void pandapon.taobao.products.checkBatch({ params: "[]" });

// Operations.
// @ts-expect-error the operation does not exist
void pandapon.alibaba.refunds.destroy;
// @ts-expect-error the group does not exist
void pandapon.amazon;
// @ts-expect-error a client is read-only
pandapon.alibaba.refunds = {};

// Pages and records, on lists only.
const list = pandapon.alibaba.products.search({ keyword: "T恤" });
same<typeof list, ListCall<Result<"alibaba.products.search">, components["schemas"]["AlibabaSearchItem"]>>();
for await (const page of list.pages()) same<typeof page, Result<"alibaba.products.search">>();
for await (const item of pandapon.taobao.refunds.list({ pageNo: 1, pageSize: 20 }).items()) {
  same<typeof item, Item<"taobao.refunds.list">>();
  same<typeof item, components["schemas"]["TaobaoRefundOrderAggregate"]>();
}
for await (const item of list.items({ limit: 5 })) same<typeof item, Item<"alibaba.products.search">>();
list.items({ limit: undefined });
// @ts-expect-error a number of records
list.items({ limit: "5" });
// @ts-expect-error only records can be limited
list.pages({ limit: 5 });
// @ts-expect-error a refund is not a list
created.pages();
// @ts-expect-error a refund is not a list
created.items();
// @ts-expect-error a refund has no records
const noItem: Item<"alibaba.refunds.create"> = {};

// Options of one call.
const { signal } = new AbortController();
const options: CallOptions = { signal, timeoutMs: 1_000, maxRetries: 0, userId: "u", headers: { "x-trace": "1" } };
void pandapon.alibaba.refunds.get({ refundId: "TQ1" }, options);
void pandapon.alibaba.refunds.get({}, { headers: new Headers(), signal: undefined });
void pandapon.alibaba.refunds.get({}, { headers: [["x-trace", "1"]] });
// @ts-expect-error the option is called timeoutMs
void pandapon.alibaba.refunds.get({}, { timeout: 1_000 });
// @ts-expect-error timeoutMs is a number
void pandapon.alibaba.refunds.get({}, { timeoutMs: "1000" });
// @ts-expect-error credentials are options of the client
void pandapon.alibaba.refunds.get({}, { accessSecret: "s" });

// Options of a client, including hooks.
createPandaPon();
createPandaPon({ accessKey: process_("PANDAPON_ACCESS_KEY"), timestampUnit: "s", now: Date.now, nonce: () => "n" });
const settings: ClientOptions = {
  baseUrl: "http://127.0.0.1",
  fetch,
  timeoutMs: Infinity,
  maxRetries: 3,
  signWarehouse: ({ method, path, body, timestamp }) => ({ timestamp, sign: method + path + body }),
  onRequest(event) {
    same<typeof event.operation, string>();
    same<typeof event.attempt, number>();
    same<typeof event.body, string | undefined>();
  },
  onResponse(event) {
    same<typeof event.status, number>();
    same<typeof event.headers, Headers>();
    same<typeof event.text, string | undefined>();
    same<typeof event.durationMs, number>();
    same<typeof event.url, string>();
  },
  onRetry(event) {
    same<typeof event.attempts, number>();
    same<typeof event.delayMs, number>();
    same<typeof event.error, PandaPonError>();
    // @ts-expect-error events are read-only
    event.delayMs = 0;
  },
};
createPandaPon({ ...settings, signWarehouse: async ({ timestamp }) => ({ timestamp, sign: "" }) });
// @ts-expect-error the unit does not exist
createPandaPon({ timestampUnit: "minutes" });
// @ts-expect-error the option does not exist
createPandaPon({ apiKey: "k" });
// @ts-expect-error signWarehouse returns a timestamp and a sign
createPandaPon({ signWarehouse: () => "sign" });

// Failures.
try {
  await created;
} catch (error) {
  if (error instanceof PandaPonError) {
    same<typeof error.kind, PandaPonErrorKind>();
    same<typeof error.operation, string | undefined>();
    same<typeof error.code, string | undefined>();
    same<typeof error.outcome, "not-sent" | "refused" | "unknown">();
    same<typeof error.checkWith, string | undefined>();
    same<typeof error.answer, unknown>();
    same<typeof error.msg, string | undefined>();
    same<typeof error.requestId, string | undefined>();
    same<typeof error.status, number | undefined>();
    same<typeof error.attempts, number>();
    // @ts-expect-error the kind does not exist
    void (error.kind === "server");
    // @ts-expect-error errors are read-only
    error.attempts = 0;
    switch (error.kind) {
      case "api":
      case "http":
      case "decode":
      case "network":
      case "timeout":
      case "aborted":
      case "input":
        break;
      default:
        error.kind satisfies never;
    }
  }
}

declare function process_(variable: string): string | undefined;
export { noItem, settings };
