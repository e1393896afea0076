// Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.

import type { OperationTable, TableTypes, WebhookTable } from "../src/core/index.js";
import type { Methods, Routes } from "./methods.js";
import type { paths } from "./schema.js";

const table = {
  "addresses.save": {
    method: "POST",
    path: "/open/address/addOrUpdate",
    effect: "write",
    request: { integer: ["/id"] },
    response: {},
    envelope: true,
    result: "",
    described: true
  },
  "alibaba.cart.createOrder": {
    method: "POST",
    path: "/alibaba/cart/create/order",
    effect: "write",
    request: { integer: ["/cartIds/*"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "alibaba.cart.previewOrder": {
    method: "POST",
    path: "/alibaba/cart/preview/order",
    effect: "read",
    request: { integer: ["/cartIds/*"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "alibaba.cart.updateQuantity": {
    method: "POST",
    path: "/alibaba/cart/edit-quantity",
    effect: "write",
    request: { integer: ["/id"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    success: { flag: "/data" }
  },
  "alibaba.orders.cancel": {
    method: "POST",
    path: "/alibaba/order/cancel",
    effect: "write",
    request: { integer: ["/orderId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    success: { flag: "/data" }
  },
  "alibaba.orders.confirmReceipt": {
    method: "POST",
    path: "/alibaba/order/receivegoods",
    effect: "write",
    request: { integer: ["/orderEntryIds/*", "/orderId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" }
  },
  "alibaba.orders.create": {
    method: "POST",
    path: "/alibaba/order/create",
    effect: "write",
    request: { integer: ["/cargoParamList/*/offerId"] },
    response: { either: ["/data/orderId", "/developId"] },
    envelope: true,
    result: "/data",
    described: "or null"
  },
  "alibaba.orders.createBatch": {
    method: "POST",
    path: "/alibaba/order/batch/create",
    effect: "write",
    request: { integer: ["/cargoParamList/*/offerId"] },
    response: { either: ["/data/*/productItems/*/productID", "/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.orders.get": {
    method: "POST",
    path: "/alibaba/order/detail",
    effect: "read",
    request: { string: ["/orderId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.orders.getPayUrl": {
    method: "GET",
    path: "/alibaba/order/pay/url",
    effect: "write",
    parameters: { orderId: "query" },
    request: { string: ["/orderId"] },
    response: { either: ["/data/cantPayOrderList/*", "/data/orderId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.orders.payBatch": {
    method: "POST",
    path: "/alibaba/order/batch/submit/to/pay",
    effect: "write",
    request: { string: ["/orderIds/*"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.preview": {
    method: "POST",
    path: "/alibaba/order/create/preview",
    effect: "read",
    request: { integer: ["/cargoParamList/*/offerId"] },
    response: {
      either: [
        "/data/consignOfferList/*",
        "/data/orderPreviewResuslt/*/cargoList/*/offerId",
        "/data/orderPreviewResuslt/*/cargoList/*/skuId",
        "/data/postFeeByDescOfferList/*",
        "/data/unsupportedCrossBorderPayOfferList/*",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true,
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorMsg" }
  },
  "alibaba.orders.previewBatch": {
    method: "POST",
    path: "/alibaba/order/create/previewbatch",
    effect: "read",
    request: { integer: ["/cargoParamList/*/offerId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "alibaba.products.get": {
    method: "POST",
    path: "/alibaba/product/detail/get",
    effect: "read",
    request: { integer: ["/offerId"] },
    response: { either: ["/data/categoryId", "/data/offerId", "/data/productSkuInfos/*/skuId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.products.search": {
    method: "POST",
    path: "/alibaba/product/keywords/query",
    effect: "read",
    request: { string: ["/categoryId"], jsonText: ["/sort"] },
    response: { either: ["/data/data/*/offerId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchByImage": {
    method: "POST",
    path: "/alibaba/product/image/query",
    effect: "read",
    request: { integer: ["/categoryId"], jsonText: ["/sort"] },
    response: { either: ["/data/data/*/offerId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchInStore": {
    method: "POST",
    path: "/alibaba/product/query/selleroffer",
    effect: "read",
    request: { integer: ["/categoryId"], jsonText: ["/sort"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.refunds.create": {
    method: "POST",
    path: "/alibaba/refund/detail/create",
    effect: "write",
    request: { integer: ["/applyReasonId", "/orderEntryCountList/*/id", "/orderEntryIds/*", "/orderId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.refunds.get": {
    method: "POST",
    path: "/alibaba/refund/info",
    effect: "read",
    request: {},
    response: {
      either: [
        "/data/applyReasonId",
        "/data/applySubReasonId",
        "/data/buyerUserId",
        "/data/createById",
        "/data/id",
        "/data/orderId",
        "/data/updateById",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true
  },
  "alibaba.refunds.submitReturn": {
    method: "POST",
    path: "/alibaba/refund/goods/return",
    effect: "write",
    request: {},
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" }
  },
  "freight.book": {
    method: "POST",
    path: "/open/pp/logistics/orderBookingFreight",
    effect: "write",
    security: "warehouse",
    request: { string: ["/lineItems/*/itemId", "/lineItems/*/skuId"] },
    response: {},
    envelope: false,
    result: ""
  },
  "freight.preview": {
    method: "POST",
    path: "/open/pp/logistics/orderRenderFreight",
    effect: "read",
    security: "warehouse",
    request: { string: ["/renderItems/*/itemId", "/renderItems/*/skuId"] },
    response: {},
    envelope: false,
    result: ""
  },
  "freight.updateDomesticLogistics": {
    method: "POST",
    path: "/open/pp/logistics/updateLogisticInfo",
    effect: "write",
    security: "warehouse",
    request: { string: ["/logisticInfos/*/lineItem/itemId", "/logisticInfos/*/lineItem/skuId"] },
    response: {},
    envelope: false,
    result: ""
  },
  "taobao.cart.add": {
    method: "POST",
    path: "/open/cart/add",
    effect: "write",
    request: {
      integer: ["/itemId", "/properties/*/propId", "/properties/*/valueId", "/shopId"],
      string: ["/skuId"],
      jsonText: ["/properties"]
    },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.cart.createOrder": {
    method: "POST",
    path: "/open/cart/create/order",
    effect: "write",
    request: { integer: ["/ids/*"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.cart.previewOrder": {
    method: "POST",
    path: "/open/cart/confirm/order",
    effect: "read",
    request: { integer: ["/ids/*"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.create": {
    method: "POST",
    path: "/open/order",
    effect: "write",
    request: {
      string: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"]
    },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.getChatLink": {
    method: "POST",
    path: "/open/order/page/link/get",
    effect: "read",
    request: {},
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.getLogistics": {
    method: "GET",
    path: "/open/order/logistics/detail/get",
    effect: "read",
    parameters: { subPurchaseOrderId: "query" },
    request: {},
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.orders.preview": {
    method: "POST",
    path: "/open/order/render",
    effect: "read",
    request: {
      integer: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"]
    },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.updateWarehouse": {
    method: "POST",
    path: "/open/order/updateWarehouse",
    effect: "write",
    request: { string: ["/orderId"] },
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  },
  "taobao.products.checkBatch": {
    method: "POST",
    path: "/open/product/batch/check",
    effect: "read",
    request: { string: ["/params/*/itemId", "/params/*/skuIds/*"], jsonText: ["/params"] },
    response: { either: ["/data/noMpProductItemIds/*", "/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.products.get": {
    method: "GET",
    path: "/open/product/get",
    effect: "read",
    parameters: { itemId: "query" },
    request: { string: ["/itemId"] },
    response: {
      either: [
        "/data/categoryId",
        "/data/itemId",
        "/data/shopId",
        "/data/skuList/*/properties/*/propId",
        "/data/skuList/*/properties/*/valueId",
        "/data/skuList/*/skuId",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.products.getSource": {
    method: "POST",
    path: "/open/product/source/get",
    effect: "read",
    request: { string: ["/itemId"] },
    response: { either: ["/data/itemId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.refunds.cancel": {
    method: "GET",
    path: "/open/order/refund/cancel/{refundId}",
    effect: "write",
    parameters: { refundId: "path" },
    request: {},
    response: {
      either: [
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId",
        "/data/refundOrderAggregate/refundOrder/reasonId",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true,
    success: { flag: "/data/cancelSuccess" }
  },
  "taobao.refunds.get": {
    method: "GET",
    path: "/open/order/refund/query",
    effect: "read",
    parameters: { refundId: "query" },
    request: {},
    response: {
      either: [
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId",
        "/data/refundOrderAggregate/refundOrder/reasonId",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.refunds.list": {
    method: "POST",
    path: "/open/order/refund/queryList",
    effect: "read",
    request: { string: ["/purchaseOrderId"] },
    response: {
      either: [
        "/data/refundOrderAggregates/*/purchaseOrderLine/properties/propId",
        "/data/refundOrderAggregates/*/purchaseOrderLine/properties/valueId",
        "/data/refundOrderAggregates/*/purchaseOrderLine/purchaseOrderId",
        "/data/refundOrderAggregates/*/purchaseOrderLine/purchaseOrderLineId",
        "/data/refundOrderAggregates/*/purchaseOrderLine/supplierId",
        "/data/refundOrderAggregates/*/refundOrder/reasonId",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true,
    pagination: {
      page: "pageNo",
      firstPage: 1,
      size: "pageSize",
      items: "/data/refundOrderAggregates",
      total: "/data/total"
    }
  },
  "taobao.refunds.submitLogistics": {
    method: "POST",
    path: "/open/order/refund/render/submit/logistics",
    effect: "write",
    request: {},
    response: {
      either: [
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId",
        "/data/refundOrderAggregate/refundOrder/reasonId",
        "/developId"
      ]
    },
    envelope: true,
    result: "/data",
    described: true
  },
  "taobao.refunds.submitMessage": {
    method: "POST",
    path: "/open/order/refund/submit/message",
    effect: "write",
    request: {},
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data"
  }
} as const satisfies OperationTable;

/** Every operation whose path is known, by operationId. */
export const operationTable: typeof table & TableTypes<Methods, paths, Routes> = table;

/** The paths of the operations that are signed by the warehouse's own rule. */
export const warehousePaths: readonly string[] = [
  "/open/pp/logistics/orderBookingFreight",
  "/open/pp/logistics/orderRenderFreight",
  "/open/pp/logistics/updateLogisticInfo"
];

/** Every message that PandaPon pushes and whose type is known, by message type. */
export const webhookTable = {
  "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": { operationId: "webhooks.alibaba.orderPriceModified", message: { jsonText: ["/messageBody"] } },
  TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY: {
    operationId: "webhooks.taobao.orderPriceModified",
    message: {
      either: [
        "/messageBody/subOrders/*/option_fields/shopId",
        "/messageBody/subOrders/*/refund_id",
        "/messageBody/subOrders/*/sku_id",
        "/messageBody/subOrders/*/sub_purchase_order_id",
        "/messageBody/subOrders/*/supply_chain_service_orders/*/order_id",
        "/messageBody/subOrders/*/supply_chain_service_orders/*/service_id"
      ],
      jsonText: ["/messageBody"]
    }
  }
} as const satisfies WebhookTable;
