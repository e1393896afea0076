// Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.

import type { OperationTable, TableTypes, WebhookTable } from "../src/core/index.js";
import type { Methods, Routes } from "./methods.js";
import type { paths } from "./schema.js";

const table = {
  "addresses.save": {
    method: "POST",
    effect: "write",
    response: {},
    envelope: true,
    result: "",
    described: true,
    path: "/open/address/addOrUpdate",
    request: { integer: ["/id"] }
  },
  "alibaba.cart.createOrder": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/create/order",
    request: { integer: ["/cartIds/*"], required: ["/cartIds", "/flow"] }
  },
  "alibaba.cart.previewOrder": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/preview/order",
    request: { integer: ["/cartIds/*"], required: ["/addressParam", "/cartIds"] }
  },
  "alibaba.cart.updateQuantity": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/edit-quantity",
    request: { integer: ["/id"], whole: ["/quantity", "/updateTime/minimalDaysInFirstWeek"] },
    success: { flag: "/data" }
  },
  "alibaba.orders.cancel": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/cancel",
    request: { integer: ["/orderId"], required: ["/cancelReason", "/orderId", "/webSite"] },
    success: { flag: "/data" },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.confirmReceipt": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/receivegoods",
    request: { integer: ["/orderEntryIds/*", "/orderId"] },
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.create": {
    method: "POST",
    effect: "write",
    response: { either: ["/data/orderId", "/developId"] },
    envelope: true,
    result: "/data",
    described: "or null",
    path: "/alibaba/order/create",
    request: {
      integer: ["/cargoParamList/*/offerId"],
      required: [
        "/addressParam",
        "/addressParam/address",
        "/addressParam/cityText",
        "/addressParam/fullName",
        "/addressParam/mobile",
        "/addressParam/phone",
        "/addressParam/provinceText",
        "/addressParam/townText",
        "/cargoParamList",
        "/cargoParamList/*/offerId",
        "/cargoParamList/*/quantity",
        "/cargoParamList/*/specId",
        "/flow"
      ]
    }
  },
  "alibaba.orders.createBatch": {
    method: "POST",
    effect: "write",
    response: { either: ["/data/*/productItems/*/productID", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/batch/create",
    request: { integer: ["/cargoParamList/*/offerId"], required: ["/cargoParamList/*/quantity"] }
  },
  "alibaba.orders.get": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/detail",
    request: { string: ["/orderId"], required: ["/webSite"] }
  },
  "alibaba.orders.getPayUrl": {
    method: "GET",
    effect: "write",
    response: { either: ["/data/cantPayOrderList/*", "/data/orderId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/pay/url",
    parameters: { orderId: "query" },
    request: { string: ["/orderId"] },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.payBatch": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/batch/submit/to/pay",
    request: { string: ["/orderIds/*"], required: ["/orderIds"] },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.preview": {
    method: "POST",
    effect: "read",
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
    path: "/alibaba/order/create/preview",
    request: { integer: ["/cargoParamList/*/offerId"], required: ["/cargoParamList/*/quantity"] },
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorMsg" }
  },
  "alibaba.orders.previewBatch": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/create/previewbatch",
    request: {
      integer: ["/cargoParamList/*/offerId"],
      required: [
        "/addressParam",
        "/addressParam/address",
        "/addressParam/cityText",
        "/addressParam/fullName",
        "/addressParam/mobile",
        "/addressParam/phone",
        "/addressParam/provinceText",
        "/cargoParamList",
        "/cargoParamList/*/offerId",
        "/cargoParamList/*/quantity",
        "/cargoParamList/*/sellerOpenId",
        "/cargoParamList/*/specId"
      ]
    }
  },
  "alibaba.products.get": {
    method: "POST",
    effect: "read",
    response: { either: ["/data/categoryId", "/data/offerId", "/data/productSkuInfos/*/skuId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/detail/get",
    request: { integer: ["/offerId"] }
  },
  "alibaba.products.search": {
    method: "POST",
    effect: "read",
    response: { either: ["/data/data/*/offerId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/keywords/query",
    request: { string: ["/categoryId"], jsonText: ["/sort"], whole: ["/beginPage", "/pageSize"] },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchByImage": {
    method: "POST",
    effect: "read",
    response: { either: ["/data/data/*/offerId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/image/query",
    request: {
      integer: ["/categoryId"],
      jsonText: ["/sort"],
      whole: ["/beginPage", "/pageSize"],
      required: ["/imageBase64"]
    },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchInStore": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/query/selleroffer",
    request: { integer: ["/categoryId"], jsonText: ["/sort"], whole: ["/beginPage", "/pageSize"] },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.refunds.create": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/refund/detail/create",
    request: {
      integer: ["/applyReasonId", "/orderEntryCountList/*/id", "/orderEntryIds/*", "/orderId"],
      fen: ["/applyCarriage", "/applyPayment"],
      whole: ["/orderEntryCountList/*/count"],
      required: [
        "/applyCarriage",
        "/applyPayment",
        "/applyReasonId",
        "/description",
        "/disputeRequest",
        "/goodsStatus",
        "/orderEntryIds",
        "/orderId"
      ]
    }
  },
  "alibaba.refunds.get": {
    method: "POST",
    effect: "read",
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
    described: true,
    path: "/alibaba/refund/info",
    request: {}
  },
  "alibaba.refunds.submitReturn": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/refund/goods/return",
    request: { required: ["/freightBill", "/logisticsCompanyNo"] },
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" },
    checkWith: "alibaba.refunds.get"
  },
  "freight.book": {
    method: "POST",
    effect: "write",
    response: {},
    envelope: false,
    result: "",
    path: "/open/pp/logistics/orderBookingFreight",
    request: { string: ["/lineItems/*/itemId", "/lineItems/*/skuId"], whole: ["/lineItems/*/quantity"] },
    security: "warehouse"
  },
  "freight.preview": {
    method: "POST",
    effect: "read",
    response: {},
    envelope: false,
    result: "",
    path: "/open/pp/logistics/orderRenderFreight",
    request: {
      string: ["/renderItems/*/itemId", "/renderItems/*/skuId"],
      whole: ["/renderItems/*/quantity"],
      required: [
        "/renderItems/*/freightInfo",
        "/renderItems/*/itemId",
        "/renderItems/*/quantity",
        "/renderItems/*/skuId"
      ]
    },
    security: "warehouse"
  },
  "freight.updateDomesticLogistics": {
    method: "POST",
    effect: "write",
    response: {},
    envelope: false,
    result: "",
    path: "/open/pp/logistics/updateLogisticInfo",
    request: {
      string: ["/logisticInfos/*/lineItem/itemId", "/logisticInfos/*/lineItem/skuId"],
      whole: ["/logisticInfos/*/lineItem/quantity"]
    },
    security: "warehouse"
  },
  "taobao.cart.add": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/cart/add",
    request: {
      integer: ["/itemId", "/properties/*/propId", "/properties/*/valueId", "/shopId"],
      string: ["/skuId"],
      jsonText: ["/properties"],
      whole: ["/platform", "/price", "/promotionPrice", "/quantity"],
      required: ["/mpId", "/mpSkuId"]
    }
  },
  "taobao.cart.createOrder": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/cart/create/order",
    request: { integer: ["/ids/*"] }
  },
  "taobao.cart.previewOrder": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/cart/confirm/order",
    request: { integer: ["/ids/*"], required: ["/ids", "/orderAddress"] }
  },
  "taobao.orders.create": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/order",
    request: {
      string: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"],
      fen: ["/purchaseAmount"],
      required: ["/orderLineList", "/purchaseAmount", "/receiver"]
    }
  },
  "taobao.orders.getChatLink": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/order/page/link/get",
    request: {}
  },
  "taobao.orders.getLogistics": {
    method: "GET",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/logistics/detail/get",
    parameters: { subPurchaseOrderId: "query" },
    request: {}
  },
  "taobao.orders.preview": {
    method: "POST",
    effect: "read",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/order/render",
    request: {
      integer: ["/orderLineList/*/itemId", "/orderLineList/*/skuId"],
      jsonText: ["/orderLineList", "/receiver"],
      required: ["/orderLineList", "/receiver"]
    }
  },
  "taobao.orders.updateWarehouse": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/order/updateWarehouse",
    request: { string: ["/orderId"] }
  },
  "taobao.products.checkBatch": {
    method: "POST",
    effect: "read",
    response: { either: ["/data/noMpProductItemIds/*", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/product/batch/check",
    request: { string: ["/params/*/itemId", "/params/*/skuIds/*"], jsonText: ["/params"], required: ["/params"] }
  },
  "taobao.products.get": {
    method: "GET",
    effect: "read",
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
    described: true,
    path: "/open/product/get",
    parameters: { itemId: "query" },
    request: { string: ["/itemId"] }
  },
  "taobao.products.getSource": {
    method: "POST",
    effect: "read",
    response: { either: ["/data/itemId", "/developId"] },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/product/source/get",
    request: { string: ["/itemId"], required: ["/itemId"] }
  },
  "taobao.refunds.cancel": {
    method: "GET",
    effect: "write",
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
    path: "/open/order/refund/cancel/{refundId}",
    parameters: { refundId: "path" },
    request: {},
    success: { flag: "/data/cancelSuccess" },
    checkWith: "taobao.refunds.get"
  },
  "taobao.refunds.get": {
    method: "GET",
    effect: "read",
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
    path: "/open/order/refund/query",
    parameters: { refundId: "query" },
    request: { required: ["/refundId"] }
  },
  "taobao.refunds.list": {
    method: "POST",
    effect: "read",
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
    path: "/open/order/refund/queryList",
    request: {
      string: ["/purchaseOrderId"],
      whole: ["/pageNo", "/pageSize", "/refundEndTime", "/refundStartTime", "/refundStatus"],
      required: ["/pageSize"]
    },
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
    effect: "write",
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
    path: "/open/order/refund/render/submit/logistics",
    request: { required: ["/buyerPhone", "/logisticsCompanyCode", "/logisticsNo", "/refundId", "/returnGoodsDesc"] },
    checkWith: "taobao.refunds.get"
  },
  "taobao.refunds.submitMessage": {
    method: "POST",
    effect: "write",
    response: { either: ["/developId"] },
    envelope: true,
    result: "/data",
    path: "/open/order/refund/submit/message",
    request: {}
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
