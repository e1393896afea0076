// What a draft says of a call's effect: it is a write unless its names surely say that it only reads.
import { describe, expect, test } from "vitest";
import { effectOf, operationIdOf } from "../../scripts/dist/pages/draft/names.js";

/** A path and a title, in English or Chinese. */
const READS: [path: string, title: string][] = [
  // The path says so, by its last step.
  ["/open/product/get", ""],
  ["/open/order/refund/query", ""],
  ["/open/order/refund/queryList", ""],
  ["/open/parcel/getDetail/{parcelId}", ""],
  ["/open/parcel/listParcels", ""],
  ["/open/parcel/searchByName", "Parcels"],
  ["/open/parcel/findById", "包裹"],
  ["/alibaba/product/detail/get", "商品"],
  ["/alibaba/order/wrapping/list", "List the wrapping papers"],
  ["/open/order/render", "Render before creating an order (vi only)"],
  ["/alibaba/cart/preview", "预览"],
  // A noun in the path and a title that agrees, or none.
  ["/alibaba/order/detail", "Order detail (vi only)"],
  ["/alibaba/order/detail", ""],
  ["/alibaba/refund/info", "查询售后单详情"],
  ["/open/cart/list", "List of shopping carts"],
  ["/open/cart/list", "购物车列表"],
  ["/open/parcel/parcelInfo", "Parcel details inquiry"],
  // The title alone.
  ["/open/parcel", "Query a parcel"],
  ["/open/parcel/{parcelId}", "Get the parcel"],
  ["/open/parcel", "包裹查询"],
  ["/open/parcel/tracking", "获取订单的物流跟踪信息"],
  ["/open/parcel/track", "Obtain the tracking information"],
  ["/open/category/multilingual", "Query multilingual categories according to category ID"],
  ["/open/order/mine", "Paging to query the order list"],
  ["/open/product/related", "Related commodity inquiry"],
  ["/open/product/picture", "淘宝商品图片搜索接口"],
  ["/open/product/picture", "Taobao commodity picture search interface"],
  ["/alibaba/product/query/selleroffer", "商品店搜"],
  ["/open/freight", "商详海外运费预估"],
  ["/open/freight", "Detailed overseas freight estimate"],
  ["/open/product/batch/check", "根据淘宝商品id批量查询商品"],
  ["/open/product/batch/check", "Batch query goods according to Taobao commodity id"],
];

const WRITES: [path: string, title: string][] = [
  // No verb that is known.
  ["/open/order/refresh", ""],
  ["/open/order/{orderId}", ""],
  ["/open/order", "Order"],
  ["/open/order", "订单"],
  ["/open/order/lock", "Lock the order"],
  ["/open/order/lock", "锁定订单"],
  ["/open/order/frobnicate", "Frobnicate the order"],
  ["/open/order/remind", "催发货"],
  ["/open/order/pay/url", "Order payment"],
  ["/open/message/read", ""],
  ["/open/order/receivegoods", "The buyer receives the goods"],
  // A word that is often a noun does not make it a read.
  ["/open/wish/list/clear", "Clear the wish list"],
  ["/open/wish/list/frobnicate", ""],
  ["/open/wish/list/frobnicate", "Frobnicate the wish list"],
  ["/open/search/history/purge", ""],
  ["/open/order/info/reset", "Reset the order info"],
  ["/open/page/publish", ""],
  ["/open/order/detail/frobnicate", ""],
  ["/open/order/detail", "Frobnicate the order"],
  ["/open/order/detail", "订单"],
  ["/open/user/info", "完善用户信息"],
  ["/open/user/info", "Complete the user information"],
  ["/open/order/refreshList", "刷新订单列表"],
  ["/open/order/refreshList", "Refresh the order list"],
  ["/open/order/lockDetail", ""],
  ["/open/cart/check", "勾选商品"],
  ["/open/cart/check", ""],
  ["/open/order/status", "Frobnicate the list"],
  // A verb that reads beside one that acts.
  ["/open/order/get", "Lock the order"],
  ["/open/order/get", "锁定订单"],
  ["/open/order/queryAndLock", "Query"],
  ["/open/order/queryAndFrobnicate", ""],
  ["/open/order/query", "查询并锁定订单"],
  ["/open/order/getOrCreate", "Get the order"],
  ["/open/order/query/refresh", "Query"],
  ["/open/order/sync/list", "查询列表"],
  ["/open/order/detail", "Order detail modification"],
  ["/open/order/detail", "Modify the order detail"],
  ["/open/order/detail", "修改订单详情"],
  ["/open/order/list", "导入订单列表"],
  ["/open/order/list", "清空列表"],
  ["/open/refund/query", "申请退款"],
  ["/open/order/refund/cancel/{refundId}", "Reverse order cancellation"],
  ["/open/order/refund/cancel/{refundId}", "逆向单撤销"],
  ["/open/address/addOrUpdate", "地址新增与更新"],
  ["/alibaba/order/receivegoods", "买家确认收货"],
  ["/open/pp/logistics/orderBookingFreight", "Create international logistics orders"],
];

describe.each(["GET", "POST"])("%s", (method) => {
  test.each(READS)("%s %j only reads", (path, title) => {
    expect(effectOf({ method, path, title })).toBe("read");
  });
  test.each(WRITES)("%s %j is taken for a write", (path, title) => {
    expect(effectOf({ method, path, title })).toBe("write");
  });
});

test.each(["PUT", "PATCH", "DELETE"])("%s is a write, whatever its names say", (method) => {
  expect(effectOf({ method, path: "/open/order/list", title: "Order list" })).toBe("write");
});

test.each([
  ["GET", "/open/order/lock", "", "taobao.orders.lock"],
  ["GET", "/open/order/status", "Query the status", "taobao.orders.getStatus"],
  ["POST", "/open/order/lock", "", "taobao.orders.lock"],
])("no operationId promises a read of a call that may act: %s %s %j", (method, path, title, id) => {
  const naming = { method, path, title, prefix: "taobao.orders", common: [], taken: [], pages: false };
  expect(operationIdOf(naming)).toBe(id);
});
