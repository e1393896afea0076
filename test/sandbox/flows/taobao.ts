// Proof flows of the Taobao side, through the real client: they run against a served sandbox, in a browser page and elsewhere.
import type { PandaPon } from "../../../dist/src/index.js";

interface Its {
  pandapon: PandaPon;
  door: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

type Flow = (its: Its) => Promise<void>;
type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;
const row = (value: unknown): Row => (isRow(value) ? value : {});
/** What is at a path; undefined if something on the way is missing. */
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>((here, key) => row(here)[key], value);
const rows = (value: unknown): Row[] => Object.values(row(value)).map(row);

/** @throws Error that shows both */
function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [actual, expected].map((one) =>
    JSON.stringify(one, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part)),
  );
  if (is !== should) throw new Error(`${what}: expected ${should}, but it is ${is}`);
}

function holds(value: boolean, what: string): void {
  if (!value) throw new Error(`${what} does not hold`);
}

/** @throws Error if the call succeeds, or fails for another reason */
async function refused(call: PromiseLike<unknown>, reason: RegExp): Promise<Row> {
  try {
    await call;
  } catch (error) {
    const found = row(error);
    if (!reason.test(String(found["msg"]))) throw error;
    return found;
  }
  throw new Error(`the call succeeded, but ${String(reason)} was expected`);
}

/** The records of one kind, of all accounts. */
const stored = async ({ door }: Its, kind: "orders" | "refunds" | "cart" | "addresses"): Promise<Row[]> =>
  rows(at(await door("GET", "/sandbox/state"), "accounts")).flatMap((account) => rows(at(account, "taobao", kind)));

const RECEIVER = {
  zip: "000000",
  country: "中国",
  state: "浙江省",
  city: "杭州市",
  district: "余杭区",
  address: "示例路1号",
  mobile_phone: "10000000001",
  phone: "",
  name: "Test Buyer",
};

/** From the item to its parcel. The item's id has 18 digits, beyond 2^53, and must arrive with all of them. */
const order: Flow = async (its) => {
  const { pandapon, door } = its;
  const item = await pandapon.taobao.products.get({ itemId: "672991141190" });
  same(item?.itemId, "672991141190", "the item");

  const line = { itemId: "600126245031041190", skuId: "5016042822039", quantity: "200" };
  const preview = await pandapon.taobao.orders.preview({ orderLineList: [line], receiver: RECEIVER });
  same(at(preview, "total_real_pay_price"), { amount: 200, currency: "CNY" }, "the price");
  same(at(preview, "unavailable_sku_list"), [], "what cannot be ordered");

  const lines = [
    { ...line, orderLineNo: "1", price: "1", currency: "CNY" },
    {
      itemId: "600129202197070073",
      orderLineNo: "1",
      quantity: "200",
      price: "1",
      currency: "CNY",
      skuId: "4860968496626",
    },
  ];
  const { data: made, response } = await pandapon.taobao.orders
    .create({ orderLineList: lines, purchaseAmount: 400, receiver: RECEIVER, orderSource: "lazada" })
    .withResponse();
  same(response.headers.get("x-sandbox-basis"), "upstream", "what the answer rests on");
  same(at(made, "success"), true, "success");
  const purchase = at(made, "order_list", 0);
  const orderId = String(at(made, "outer_purchase_id"));
  const purchaseId = String(at(purchase, "purchase_id"));
  const subOrders = rows(at(purchase, "order_line_list"));
  same(
    subOrders.map((one) => one["item_id"]),
    lines.map(({ itemId }) => itemId),
    "the items",
  );
  holds(/^\d{19}$/.test(orderId) && /^\d{12}$/.test(purchaseId), "the order has 19 digits and the purchase order 12");

  await pandapon.taobao.orders.updateWarehouse({ orderId, warehouseName: "一号仓库", warehouseAddress: "广西省" });
  const found = (await stored(its, "orders")).find((one) => one["purchaseOrderId"] === purchaseId);
  same(at(found, "warehouse"), { name: "一号仓库", address: "广西省" }, "the warehouse");
  same(at(found, "lines", 0, "itemId"), "600126245031041190", "the item in the state");

  const subPurchaseOrderId = String(subOrders[0]?.["sub_purchase_order_id"]);
  const parcels = async (): Promise<Row[]> =>
    rows(at(await pandapon.taobao.orders.getLogistics({ subPurchaseOrderId }), "pnmLogisticsDetails"));
  const seen: number[] = [];
  const look = async (): Promise<unknown> => {
    const [parcel, ...others] = await parcels();
    same(others.length, 0, "other parcels");
    const traces = rows(parcel?.["logisticsTraces"]);
    seen.push(traces.length);
    return traces[0]?.["status"];
  };
  await look();
  await door("POST", `/sandbox/orders/${purchaseId}/pay`, {});
  await look();
  await door("POST", `/sandbox/orders/${purchaseId}/ship`, {});
  same(await look(), "TRANSPORT", "the state of the parcel");
  await refused(pandapon.taobao.orders.updateWarehouse({ orderId, warehouseName: "二号仓库" }), /have been sent/);
  await door("POST", "/sandbox/clock", { advanceMs: 25 * 3_600_000 });
  await look();
  await door("POST", `/sandbox/orders/${purchaseId}/deliver`, {});
  same(await look(), "SIGNED", "the state of the parcel");
  same(seen, [0, 0, 1, 3, 5], "the traces, which grow");
};

/** Nothing of the cart's answers is visible, so the effects are read at the test door. */
const cart: Flow = async (its) => {
  const { pandapon } = its;
  const lineIds = async (): Promise<string[]> => (await stored(its, "cart")).map((one) => String(one["id"]));
  await pandapon.taobao.cart.previewOrder({ ids: ["75", "76"], orderAddress: RECEIVER }); // the account begins at its first call
  const before = await lineIds();
  await pandapon.taobao.cart.add({
    itemId: "2048175493257375",
    skuId: "3452545926724",
    mpId: "2048057995392326",
    mpSkuId: "4951323355633",
    price: 689,
    promotionPrice: 576,
    properties: [{ valueId: "28324", valueName: "黄色", propId: "1627207", propName: "颜色分类" }],
    quantity: 3,
  });
  const [added = "", ...others] = (await lineIds()).filter((id) => !before.includes(id));
  same(others, [], "other new lines");
  const ids = ["75", added];
  const orders = await stored(its, "orders");
  await pandapon.taobao.cart.previewOrder({ ids, orderAddress: RECEIVER });
  same((await stored(its, "orders")).length, orders.length, "the orders after the preview");
  await pandapon.taobao.cart.createOrder({ ids, orderAddress: RECEIVER });
  const [made, ...more] = (await stored(its, "orders")).filter(
    (one) => !orders.some((old) => old["purchaseOrderId"] === one["purchaseOrderId"]),
  );
  same(more, [], "other new orders");
  same(
    rows(made?.["lines"]).map((one) => [one["itemId"], one["quantity"], one["amount"]]),
    [
      ["2048057995392326", 1, 576],
      ["2048057995392326", 3, 1728],
    ],
    "the lines of the order",
  );
  same(
    (await lineIds()).filter((id) => ids.includes(id)),
    [],
    "ordered lines that are still in the cart",
  );
  await refused(pandapon.taobao.cart.createOrder({ ids, orderAddress: RECEIVER }), /no cart line 75/);
};

const refunds: Flow = async (its) => {
  const { pandapon, door } = its;
  const ids: string[] = [];
  let isSeedKnown = false;
  for await (const one of pandapon.taobao.refunds.list({ pageSize: 2 }).items()) {
    ids.push(String(one.refundOrder?.refundId));
    isSeedKnown ||= one.purchaseOrderLine?.purchaseOrderId === "200028508720";
  }
  same(ids.length, new Set(ids).size, "cases, each once");
  same(ids.length, (await pandapon.taobao.refunds.list({ pageSize: 1 })).total, "cases in all");
  holds(isSeedKnown, "the case of the contract's example is listed");
  const waiting = await pandapon.taobao.refunds.list({ refundStatus: 20, pageSize: 50 });
  const statuses = waiting.refundOrderAggregates?.map((one) => one.refundOrder?.refundStatus) ?? [];
  holds(statuses.length > 1 && statuses.every((one) => one === "20"), "the filter by status");

  const refundId = "110000303674";
  const logistics = async (): Promise<unknown> =>
    at(await pandapon.taobao.refunds.get({ refundId }), "refundOrderAggregate", "logistics", "logisticsNo");
  same(await logistics(), undefined, "the tracking number before the parcel");
  await pandapon.taobao.refunds.submitMessage({ refundId, refundMessage: "The parcel is on its way back." });
  const parcel = {
    refundId,
    buyerPhone: "10000000001",
    logisticsCompanyCode: "SF",
    logisticsNo: "SF00111test",
    returnGoodsDesc: null,
  };
  const sent = await pandapon.taobao.refunds.submitLogistics(parcel);
  same(sent.refundOrderAggregate.refundOrder?.refundStatus, "30", "the state after the parcel");
  same(await logistics(), "SF00111test", "the tracking number");
  await refused(
    pandapon.taobao.refunds.submitLogistics({ ...parcel, logisticsNo: "SF00112test" }),
    /Only a case with status 20/,
  );
  same(await logistics(), "SF00111test", "the tracking number after the second parcel");
  const tooLate = await refused(pandapon.taobao.refunds.cancel({ refundId }), /./);
  same([tooLate["kind"], tooLate["status"]], ["api", 200], "a cancellation that is too late");
  await door("POST", `/sandbox/refunds/${refundId}/finish`, {});
  const done = await pandapon.taobao.refunds.get({ refundId });
  same(done.refundOrderAggregate.refundOrder?.refundStatus, "100", "the state at the end");
  const [record] = (await stored(its, "refunds")).filter((one) => one["refundId"] === refundId);
  same(
    rows(record?.["messages"]).map((one) => one["text"]),
    ["The parcel is on its way back."],
    "the messages",
  );
  await refused(pandapon.taobao.refunds.submitMessage({ refundId, refundMessage: "Thanks" }), /is over/);

  const cancelled = await pandapon.taobao.refunds.cancel({ refundId: "110000235001" });
  same(
    [cancelled.cancelSuccess, cancelled.refundOrderAggregate.refundOrder?.refundStatus],
    [true, "-20"],
    "cancelling",
  );
  const twice = await refused(pandapon.taobao.refunds.cancel({ refundId: "110000235001" }), /./);
  same([twice["kind"], at(twice, "answer", "data", "cancelSuccess")], ["api", false], "cancelling twice");
};

const addresses: Flow = async (its) => {
  const { pandapon } = its;
  await pandapon.addresses.save({ id: "1024", phone: "10000000001" }); // the account begins at its first call
  const before = await stored(its, "addresses");
  await pandapon.addresses.save({ name: "Test Buyer", province: "浙江省", city: "杭州市", address: "示例路2号" });
  const [added, ...others] = (await stored(its, "addresses")).filter(
    (one) => !before.some((old) => old["id"] === one["id"]),
  );
  same([added?.["address"], others.length], ["示例路2号", 0], "the new address");
  await pandapon.addresses.save({ id: String(added?.["id"]), phone: "10000000001" });
  const changed = (await stored(its, "addresses")).find((one) => one["id"] === added?.["id"]);
  same([changed?.["address"], changed?.["phone"]], ["示例路2号", "10000000001"], "the changed address");
  same((await stored(its, "addresses")).length, before.length + 1, "all addresses");
  await refused(pandapon.addresses.save({ id: "999999", phone: "10000000001" }), /no address 999999/);
};

/** By name. Each needs a sandbox as it is at its start, and none disturbs another one. */
export const taobaoFlows: Readonly<Record<string, Flow>> = { order, cart, refunds, addresses };
