// What a user sees who declares what real calls have shown. Compiled by three versions of TypeScript against the packed package,
// apart from the other programs, because the declaration holds for a whole program; never run.
import {
  createClient,
  createPandaPon,
  type Input,
  type Int64,
  type Item,
  type OperationTypes,
  type Result,
} from "pandapon-openapi";
import { same } from "./same.js";

declare module "pandapon-openapi" {
  interface Observed {
    "alibaba.orders.create": { input: { remark?: string }; result: { orderId: string; payId: Int64 } };
    // The contract knows nothing of this result, and that the other may be a boolean.
    "alibaba.orders.previewBatch": { result: { orders: { id: Int64 }[] } };
    "alibaba.orders.cancel": { result: { cancelled: boolean } };
    // Records of a list.
    "alibaba.products.search": { result: { data: { shop: { id: Int64 }; offerId: string }[] } };
    // Members of a list in a body, and a mandatory input.
    "alibaba.orders.createBatch": { input: { channel: string; cargoParamList: { note?: string }[] } };
    // A GET, whose inputs are in the query. Both members may be optional.
    "taobao.products.get": { input?: { lang?: string }; result?: { title: string } | null };
    // A result that is the whole answer.
    "addresses.save": { result: { id: Int64 } };
  }
}

const pandapon = createPandaPon();
const client = createClient();
const address = { fullName: "", mobile: "", phone: "", cityText: "", provinceText: "", townText: "", address: "" };
const order = { flow: "general", addressParam: address, cargoParamList: [] };

// What is added has its type, and what is stated is no longer null or undefined.
const created = await pandapon.alibaba.orders.create({ ...order, remark: "Gift" });
same<typeof created, Result<"alibaba.orders.create">>();
same<(typeof created)["payId"], string>();
same<(typeof created)["orderId"], string>();
// @ts-expect-error the observed type
void pandapon.alibaba.orders.create({ ...order, remark: 1 });
// @ts-expect-error the contract's types stay
void pandapon.alibaba.orders.create({ ...order, flow: 1, remark: "" });
// @ts-expect-error the contract's required inputs stay required
void pandapon.alibaba.orders.create({ flow: "general", remark: "" });
same<Result<"alibaba.orders.previewBatch">, { orders: { id: Int64 }[] }>();
same<Result<"alibaba.orders.cancel">["cancelled"], boolean>();
// The contract alone is still to be had.
same<OperationTypes["alibaba.orders.previewBatch"]["result"], unknown>();

// Records, in each way to reach them.
const found = await pandapon.alibaba.products.search({ keyword: "T恤" });
for (const record of found.data) {
  same<typeof record.shop.id, string>();
  same<typeof record.offerId, string>();
  void record.monthSold;
}
void found.data.map(({ shop, monthSold }) => [shop.id, monthSold]);
for await (const item of pandapon.alibaba.products.search({}).items()) {
  same<typeof item, Item<"alibaba.products.search">>();
  same<typeof item.shop, { id: Int64 }>();
  void item.monthSold;
}

// Inputs.
void pandapon.alibaba.orders.createBatch({ channel: "a", cargoParamList: [{ quantity: 1, note: "blue" }] });
// @ts-expect-error the observed input is mandatory
void pandapon.alibaba.orders.createBatch({ cargoParamList: [] });
const batch: Input<"alibaba.orders.createBatch"> = { channel: "a", cargoParamList: [{ quantity: 1 }] };
void pandapon.taobao.products.get({ itemId: "1", lang: "en" });
void pandapon.taobao.products.get();
same<NonNullable<Awaited<ReturnType<typeof pandapon.taobao.products.get>>>["title"], string>();

// By path: the inputs in their place, and the result as `data` of the answer.
const { data } = await client.POST("/alibaba/order/create", { body: { ...order, remark: "Gift" } });
if (data) {
  same<typeof data.data.payId, string>();
  same<typeof data.requestId, string | null | undefined>();
}
// @ts-expect-error the observed type
void client.POST("/alibaba/order/create", { body: { ...order, remark: 1 } });
// @ts-expect-error the body is required
void client.POST("/alibaba/order/create");
void client.GET("/open/product/get", { params: { query: { itemId: "1", lang: "en" } }, timeoutMs: 1 });
void client.GET("/open/product/get");
// @ts-expect-error the observed type
void client.GET("/open/product/get", { params: { query: { lang: 1 } } });
const saved = await client.POST("/open/address/addOrUpdate", { body: {} });
same<NonNullable<typeof saved.data>["id"], string>();

// By `request`.
const requested = await pandapon.request("POST", "/alibaba/order/create", { ...order, remark: "Gift" });
same<typeof requested, Result<"alibaba.orders.create">>();
const answer = await client.request("POST", "/alibaba/order/create", { ...order, remark: "Gift" });
if (answer.data) same<typeof answer.data.data.payId, string>();
// @ts-expect-error the observed type
void client.request("POST", "/alibaba/order/create", { ...order, remark: 1 });

// If nothing was observed of an operation, it is as the contract has it.
same<Result<"alibaba.refunds.create">, OperationTypes["alibaba.refunds.create"]["result"]>();
same<Input<"alibaba.refunds.create">, OperationTypes["alibaba.refunds.create"]["input"]>();

declare module "pandapon-openapi" {
  interface Observed {
    // @ts-expect-error the member is called result
    "alibaba.refunds.get": { resul: { status: string } };
  }
}

export { batch };
