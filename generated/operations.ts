// Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.

import type { OperationTable, TableTypes, WebhookTable } from "../src/core/index.js";
import type { Methods } from "./methods.js";
import type { paths } from "./schema.js";

const table = {
  "addresses.save": {
    method: "POST",
    path: "/open/address/addOrUpdate",
    effect: "write",
    security: "signature",
    request: { int64: { "/id": "integer" } },
    response: {},
    envelope: true,
    result: ""
  },
  "alibaba.cart.createOrder": {
    method: "POST",
    path: "/alibaba/cart/create/order",
    effect: "write",
    security: "signature",
    request: { int64: { "/cartIds/*": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.cart.previewOrder": {
    method: "POST",
    path: "/alibaba/cart/preview/order",
    effect: "read",
    security: "signature",
    request: { int64: { "/cartIds/*": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.cart.updateQuantity": {
    method: "POST",
    path: "/alibaba/cart/edit-quantity",
    effect: "write",
    security: "signature",
    request: { int64: { "/id": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data",
    success: { flag: "/data" }
  },
  "alibaba.orders.cancel": {
    method: "POST",
    path: "/alibaba/order/cancel",
    effect: "write",
    security: "signature",
    request: { int64: { "/orderId": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data",
    success: { flag: "/data" }
  },
  "alibaba.orders.confirmReceipt": {
    method: "POST",
    path: "/alibaba/order/receivegoods",
    effect: "write",
    security: "signature",
    request: { int64: { "/orderEntryIds/*": "integer", "/orderId": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data",
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" }
  },
  "alibaba.orders.create": {
    method: "POST",
    path: "/alibaba/order/create",
    effect: "write",
    security: "signature",
    request: { int64: { "/cargoParamList/*/offerId": "integer" } },
    response: { int64: { "/data/orderId": "either", "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.createBatch": {
    method: "POST",
    path: "/alibaba/order/batch/create",
    effect: "write",
    security: "signature",
    request: { int64: { "/cargoParamList/*/offerId": "integer" } },
    response: { int64: { "/data/*/productItems/*/productID": "integer", "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.get": {
    method: "POST",
    path: "/alibaba/order/detail",
    effect: "read",
    security: "signature",
    request: { int64: { "/orderId": "string" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.getPayUrl": {
    method: "GET",
    path: "/alibaba/order/pay/url",
    effect: "write",
    security: "signature",
    parameters: { orderId: "query" },
    request: { int64: { "/orderId": "string" } },
    response: { int64: { "/data/cantPayOrderList/*": "integer", "/data/orderId": "string", "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.payBatch": {
    method: "POST",
    path: "/alibaba/order/batch/submit/to/pay",
    effect: "write",
    security: "signature",
    request: { int64: { "/orderIds/*": "string" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.orders.preview": {
    method: "POST",
    path: "/alibaba/order/create/preview",
    effect: "read",
    security: "signature",
    request: { int64: { "/cargoParamList/*/offerId": "integer" } },
    response: {
      int64: {
        "/data/consignOfferList/*": "either",
        "/data/orderPreviewResuslt/*/cargoList/*/offerId": "either",
        "/data/orderPreviewResuslt/*/cargoList/*/skuId": "either",
        "/data/postFeeByDescOfferList/*": "either",
        "/data/unsupportedCrossBorderPayOfferList/*": "either",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data",
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorMsg" }
  },
  "alibaba.orders.previewBatch": {
    method: "POST",
    path: "/alibaba/order/create/previewbatch",
    effect: "read",
    security: "signature",
    request: { int64: { "/cargoParamList/*/offerId": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.products.get": {
    method: "POST",
    path: "/alibaba/product/detail/get",
    effect: "read",
    security: "signature",
    request: { int64: { "/offerId": "integer" } },
    response: {
      int64: {
        "/data/categoryId": "integer",
        "/data/offerId": "integer",
        "/data/productSkuInfos/*/skuId": "either",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data"
  },
  "alibaba.products.search": {
    method: "POST",
    path: "/alibaba/product/keywords/query",
    effect: "read",
    security: "signature",
    request: { int64: { "/categoryId": "string" }, jsonText: ["/sort"] },
    response: { int64: { "/data/data/*/offerId": "either", "/developId": "either" } },
    envelope: true,
    result: "/data",
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchByImage": {
    method: "POST",
    path: "/alibaba/product/image/query",
    effect: "read",
    security: "signature",
    request: { int64: { "/categoryId": "integer" }, jsonText: ["/sort"] },
    response: { int64: { "/data/data/*/offerId": "either", "/developId": "either" } },
    envelope: true,
    result: "/data",
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchInStore": {
    method: "POST",
    path: "/alibaba/product/query/selleroffer",
    effect: "read",
    security: "signature",
    request: { int64: { "/categoryId": "integer" }, jsonText: ["/sort"] },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data",
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.refunds.create": {
    method: "POST",
    path: "/alibaba/refund/detail/create",
    effect: "write",
    security: "signature",
    request: {
      int64: {
        "/applyReasonId": "integer",
        "/orderEntryCountList/*/id": "integer",
        "/orderEntryIds/*": "integer",
        "/orderId": "integer"
      }
    },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "alibaba.refunds.get": {
    method: "POST",
    path: "/alibaba/refund/info",
    effect: "read",
    security: "signature",
    request: {},
    response: {
      int64: {
        "/data/applyReasonId": "integer",
        "/data/applySubReasonId": "integer",
        "/data/buyerUserId": "integer",
        "/data/createById": "integer",
        "/data/id": "integer",
        "/data/orderId": "either",
        "/data/updateById": "integer",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data"
  },
  "alibaba.refunds.submitReturn": {
    method: "POST",
    path: "/alibaba/refund/goods/return",
    effect: "write",
    security: "signature",
    request: {},
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data",
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" }
  },
  "freight.book": {
    method: "POST",
    path: "/open/pp/logistics/orderBookingFreight",
    effect: "write",
    security: "warehouse",
    request: { int64: { "/lineItems/*/itemId": "string", "/lineItems/*/skuId": "string" } },
    response: {},
    envelope: false,
    result: ""
  },
  "freight.preview": {
    method: "POST",
    path: "/open/pp/logistics/orderRenderFreight",
    effect: "read",
    security: "warehouse",
    request: { int64: { "/renderItems/*/itemId": "string", "/renderItems/*/skuId": "string" } },
    response: {},
    envelope: false,
    result: ""
  },
  "freight.updateDomesticLogistics": {
    method: "POST",
    path: "/open/pp/logistics/updateLogisticInfo",
    effect: "write",
    security: "warehouse",
    request: { int64: { "/logisticInfos/*/lineItem/itemId": "string", "/logisticInfos/*/lineItem/skuId": "string" } },
    response: {},
    envelope: false,
    result: ""
  },
  "taobao.cart.add": {
    method: "POST",
    path: "/open/cart/add",
    effect: "write",
    security: "signature",
    request: {
      int64: {
        "/itemId": "integer",
        "/properties/*/propId": "integer",
        "/properties/*/valueId": "integer",
        "/shopId": "integer",
        "/skuId": "string"
      },
      jsonText: ["/properties"]
    },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.cart.createOrder": {
    method: "POST",
    path: "/open/cart/create/order",
    effect: "write",
    security: "signature",
    request: { int64: { "/ids/*": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.cart.previewOrder": {
    method: "POST",
    path: "/open/cart/confirm/order",
    effect: "read",
    security: "signature",
    request: { int64: { "/ids/*": "integer" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.create": {
    method: "POST",
    path: "/open/order",
    effect: "write",
    security: "signature",
    request: {
      int64: { "/orderLineList/*/itemId": "string", "/orderLineList/*/skuId": "string" },
      jsonText: ["/orderLineList", "/receiver"]
    },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.getChatLink": {
    method: "POST",
    path: "/open/order/page/link/get",
    effect: "read",
    security: "signature",
    request: {},
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.getLogistics": {
    method: "GET",
    path: "/open/order/logistics/detail/get",
    effect: "read",
    security: "signature",
    parameters: { subPurchaseOrderId: "query" },
    request: {},
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.preview": {
    method: "POST",
    path: "/open/order/render",
    effect: "read",
    security: "signature",
    request: {
      int64: { "/orderLineList/*/itemId": "integer", "/orderLineList/*/skuId": "integer" },
      jsonText: ["/orderLineList", "/receiver"]
    },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.orders.updateWarehouse": {
    method: "POST",
    path: "/open/order/updateWarehouse",
    effect: "write",
    security: "signature",
    request: { int64: { "/orderId": "string" } },
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.products.checkBatch": {
    method: "POST",
    path: "/open/product/batch/check",
    effect: "read",
    security: "signature",
    request: { int64: { "/params/*/itemId": "string", "/params/*/skuIds/*": "string" }, jsonText: ["/params"] },
    response: { int64: { "/data/noMpProductItemIds/*": "string", "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.products.get": {
    method: "GET",
    path: "/open/product/get",
    effect: "read",
    security: "signature",
    parameters: { itemId: "query" },
    request: { int64: { "/itemId": "string" } },
    response: {
      int64: {
        "/data/categoryId": "string",
        "/data/itemId": "integer",
        "/data/shopId": "integer",
        "/data/skuList/*/properties/*/propId": "integer",
        "/data/skuList/*/properties/*/valueId": "integer",
        "/data/skuList/*/skuId": "string",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data"
  },
  "taobao.products.getSource": {
    method: "POST",
    path: "/open/product/source/get",
    effect: "read",
    security: "signature",
    request: { int64: { "/itemId": "string" } },
    response: { int64: { "/data/itemId": "integer", "/developId": "either" } },
    envelope: true,
    result: "/data"
  },
  "taobao.refunds.cancel": {
    method: "GET",
    path: "/open/order/refund/cancel/{refundId}",
    effect: "write",
    security: "signature",
    parameters: { refundId: "path" },
    request: {},
    response: {
      int64: {
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId": "either",
        "/data/refundOrderAggregate/refundOrder/reasonId": "integer",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data",
    success: { flag: "/data/cancelSuccess" }
  },
  "taobao.refunds.get": {
    method: "GET",
    path: "/open/order/refund/query",
    effect: "read",
    security: "signature",
    parameters: { refundId: "query" },
    request: {},
    response: {
      int64: {
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId": "either",
        "/data/refundOrderAggregate/refundOrder/reasonId": "integer",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data"
  },
  "taobao.refunds.list": {
    method: "POST",
    path: "/open/order/refund/queryList",
    effect: "read",
    security: "signature",
    request: { int64: { "/purchaseOrderId": "string" } },
    response: {
      int64: {
        "/data/refundOrderAggregates/*/purchaseOrderLine/properties/propId": "integer",
        "/data/refundOrderAggregates/*/purchaseOrderLine/properties/valueId": "integer",
        "/data/refundOrderAggregates/*/purchaseOrderLine/purchaseOrderId": "either",
        "/data/refundOrderAggregates/*/purchaseOrderLine/purchaseOrderLineId": "either",
        "/data/refundOrderAggregates/*/purchaseOrderLine/supplierId": "either",
        "/data/refundOrderAggregates/*/refundOrder/reasonId": "integer",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data",
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
    security: "signature",
    request: {},
    response: {
      int64: {
        "/data/refundOrderAggregate/purchaseOrderLine/properties/propId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/properties/valueId": "integer",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/purchaseOrderLineId": "either",
        "/data/refundOrderAggregate/purchaseOrderLine/supplierId": "either",
        "/data/refundOrderAggregate/refundOrder/reasonId": "integer",
        "/developId": "either"
      }
    },
    envelope: true,
    result: "/data"
  },
  "taobao.refunds.submitMessage": {
    method: "POST",
    path: "/open/order/refund/submit/message",
    effect: "write",
    security: "signature",
    request: {},
    response: { int64: { "/developId": "either" } },
    envelope: true,
    result: "/data"
  }
} as const satisfies OperationTable;

/** Every operation whose path is known, by operationId. */
export const operationTable: typeof table & TableTypes<Methods, paths> = table;

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
      int64: {
        "/messageBody/subOrders/*/option_fields/shopId": "either",
        "/messageBody/subOrders/*/refund_id": "either",
        "/messageBody/subOrders/*/sku_id": "either",
        "/messageBody/subOrders/*/sub_purchase_order_id": "either",
        "/messageBody/subOrders/*/supply_chain_service_orders/*/order_id": "either",
        "/messageBody/subOrders/*/supply_chain_service_orders/*/service_id": "either"
      },
      jsonText: ["/messageBody"]
    }
  }
} as const satisfies WebhookTable;
