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
    request: { id: "i" }
  },
  "alibaba.cart.createOrder": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/create/order",
    request: { cartIds: ["!", { "*": "i" }], flow: "!" }
  },
  "alibaba.cart.previewOrder": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/preview/order",
    request: { addressParam: "!", cartIds: ["!", { "*": "i" }] }
  },
  "alibaba.cart.updateQuantity": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/cart/edit-quantity",
    request: { id: "i", quantity: "w", updateTime: { minimalDaysInFirstWeek: "w" } },
    success: { flag: "/data" }
  },
  "alibaba.orders.cancel": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/cancel",
    request: { cancelReason: "!", orderId: "i!", webSite: "!" },
    success: { flag: "/data" },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.confirmReceipt": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/receivegoods",
    request: { orderEntryIds: { "*": "i" }, orderId: "i" },
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorInfo" },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.create": {
    method: "POST",
    effect: "write",
    response: { data: { orderId: "s" }, developId: "s" },
    envelope: true,
    result: "/data",
    described: "or null",
    path: "/alibaba/order/create",
    request: {
      addressParam: [
        "!",
        {
          address: "!",
          cityText: "!",
          fullName: "!",
          mobile: "!",
          phone: "!",
          provinceText: "!",
          townText: "!"
        }
      ],
      cargoParamList: ["!", { "*": { offerId: "i!", quantity: "!", specId: "!" } }],
      flow: "!"
    }
  },
  "alibaba.orders.createBatch": {
    method: "POST",
    effect: "write",
    response: { data: { "*": { productItems: { "*": { productID: "s" } } } }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/batch/create",
    request: { cargoParamList: { "*": { offerId: "i", quantity: "!" } } }
  },
  "alibaba.orders.get": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/detail",
    request: { orderId: "s", webSite: "!" }
  },
  "alibaba.orders.getPayUrl": {
    method: "GET",
    effect: "write",
    response: { data: { cantPayOrderList: { "*": "s" }, orderId: "s" }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/pay/url",
    request: { orderId: "s" },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.payBatch": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/batch/submit/to/pay",
    request: { orderIds: ["!", { "*": "s" }] },
    checkWith: "alibaba.orders.get"
  },
  "alibaba.orders.preview": {
    method: "POST",
    effect: "read",
    response: {
      data: {
        consignOfferList: { "*": "s" },
        orderPreviewResuslt: { "*": { cargoList: { "*": { offerId: "s", skuId: "s" } } } },
        postFeeByDescOfferList: { "*": "s" },
        unsupportedCrossBorderPayOfferList: { "*": "s" }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/order/create/preview",
    request: { cargoParamList: { "*": { offerId: "i", quantity: "!" } } },
    success: { flag: "/data/success", errorCode: "/data/errorCode", errorMessage: "/data/errorMsg" }
  },
  "alibaba.orders.previewBatch": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/alibaba/order/create/previewbatch",
    request: {
      addressParam: ["!", { address: "!", cityText: "!", fullName: "!", mobile: "!", phone: "!", provinceText: "!" }],
      cargoParamList: ["!", { "*": { offerId: "i!", quantity: "!", sellerOpenId: "!", specId: "!" } }]
    }
  },
  "alibaba.products.get": {
    method: "POST",
    effect: "read",
    response: { data: { categoryId: "s", offerId: "s", productSkuInfos: { "*": { skuId: "s" } } }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/detail/get",
    request: { offerId: "i" }
  },
  "alibaba.products.search": {
    method: "POST",
    effect: "read",
    response: { data: { data: { "*": { offerId: "s" } } }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/keywords/query",
    request: { beginPage: "w", categoryId: "s", pageSize: "w", sort: "j" },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchByImage": {
    method: "POST",
    effect: "read",
    response: { data: { data: { "*": { offerId: "s" } } }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/image/query",
    request: { beginPage: "w", categoryId: "i", imageBase64: "!", pageSize: "w", sort: "j" },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.products.searchInStore": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/product/query/selleroffer",
    request: { beginPage: "w", categoryId: "i", pageSize: "w", sort: "j" },
    pagination: { page: "beginPage", firstPage: 1, size: "pageSize", items: "/data/data", total: "/data/totalRecords" }
  },
  "alibaba.refunds.create": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/refund/detail/create",
    request: {
      applyCarriage: "f!",
      applyPayment: "f!",
      applyReasonId: "i!",
      description: "!",
      disputeRequest: "!",
      goodsStatus: "!",
      orderEntryCountList: { "*": { count: "w", id: "i" } },
      orderEntryIds: ["!", { "*": "i" }],
      orderId: "i!"
    }
  },
  "alibaba.refunds.get": {
    method: "POST",
    effect: "read",
    response: {
      data: {
        applyReasonId: "s",
        applySubReasonId: "s",
        buyerUserId: "s",
        createById: "s",
        id: "s",
        orderId: "s",
        updateById: "s"
      },
      developId: "s"
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
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/alibaba/refund/goods/return",
    request: { freightBill: "!", logisticsCompanyNo: "!" },
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
    request: { lineItems: { "*": { itemId: "s", quantity: "w", skuId: "s" } } },
    security: "warehouse"
  },
  "freight.preview": {
    method: "POST",
    effect: "read",
    response: {},
    envelope: false,
    result: "",
    path: "/open/pp/logistics/orderRenderFreight",
    request: { renderItems: { "*": { freightInfo: "!", itemId: "s!", quantity: "w!", skuId: "s!" } } },
    security: "warehouse"
  },
  "freight.updateDomesticLogistics": {
    method: "POST",
    effect: "write",
    response: {},
    envelope: false,
    result: "",
    path: "/open/pp/logistics/updateLogisticInfo",
    request: { logisticInfos: { "*": { lineItem: { itemId: "s", quantity: "w", skuId: "s" } } } },
    security: "warehouse"
  },
  "taobao.cart.add": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/cart/add",
    request: {
      itemId: "i",
      mpId: "!",
      mpSkuId: "!",
      platform: "w",
      price: "w",
      promotionPrice: "w",
      properties: ["j", { "*": { propId: "i", valueId: "i" } }],
      quantity: "w",
      shopId: "i",
      skuId: "s"
    }
  },
  "taobao.cart.createOrder": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/cart/create/order",
    request: { ids: { "*": "i" } }
  },
  "taobao.cart.previewOrder": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/cart/confirm/order",
    request: { ids: ["!", { "*": "i" }], orderAddress: "!" }
  },
  "taobao.orders.create": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/order",
    request: { orderLineList: ["j!", { "*": { itemId: "s", skuId: "s" } }], purchaseAmount: "f!", receiver: "j!" }
  },
  "taobao.orders.getChatLink": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/order/page/link/get",
    request: {}
  },
  "taobao.orders.getLogistics": {
    method: "GET",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/logistics/detail/get",
    request: {}
  },
  "taobao.orders.preview": {
    method: "POST",
    effect: "read",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/order/render",
    request: { orderLineList: ["j!", { "*": { itemId: "i", skuId: "i" } }], receiver: "j!" }
  },
  "taobao.orders.updateWarehouse": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/order/updateWarehouse",
    request: { orderId: "s" }
  },
  "taobao.products.checkBatch": {
    method: "POST",
    effect: "read",
    response: { data: { noMpProductItemIds: { "*": "s" } }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/product/batch/check",
    request: { params: ["j!", { "*": { itemId: "s", skuIds: { "*": "s" } } }] }
  },
  "taobao.products.get": {
    method: "GET",
    effect: "read",
    response: {
      data: {
        categoryId: "s",
        itemId: "s",
        shopId: "s",
        skuList: { "*": { properties: { "*": { propId: "s", valueId: "s" } }, skuId: "s" } }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/product/get",
    request: { itemId: "s" }
  },
  "taobao.products.getSource": {
    method: "POST",
    effect: "read",
    response: { data: { itemId: "s" }, developId: "s" },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/product/source/get",
    request: { itemId: "s!" }
  },
  "taobao.refunds.cancel": {
    method: "GET",
    effect: "write",
    response: {
      data: {
        refundOrderAggregate: {
          purchaseOrderLine: {
            properties: { propId: "s", valueId: "s" },
            purchaseOrderId: "s",
            purchaseOrderLineId: "s",
            supplierId: "s"
          },
          refundOrder: { reasonId: "s" }
        }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/refund/cancel/{refundId}",
    request: {},
    success: { flag: "/data/cancelSuccess" },
    checkWith: "taobao.refunds.get"
  },
  "taobao.refunds.get": {
    method: "GET",
    effect: "read",
    response: {
      data: {
        refundOrderAggregate: {
          purchaseOrderLine: {
            properties: { propId: "s", valueId: "s" },
            purchaseOrderId: "s",
            purchaseOrderLineId: "s",
            supplierId: "s"
          },
          refundOrder: { reasonId: "s" }
        }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/refund/query",
    request: { refundId: "!" }
  },
  "taobao.refunds.list": {
    method: "POST",
    effect: "read",
    response: {
      data: {
        refundOrderAggregates: {
          "*": {
            purchaseOrderLine: {
              properties: { propId: "s", valueId: "s" },
              purchaseOrderId: "s",
              purchaseOrderLineId: "s",
              supplierId: "s"
            },
            refundOrder: { reasonId: "s" }
          }
        }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/refund/queryList",
    request: {
      pageNo: "w",
      pageSize: "w!",
      purchaseOrderId: "s",
      refundEndTime: "w",
      refundStartTime: "w",
      refundStatus: "w"
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
      data: {
        refundOrderAggregate: {
          purchaseOrderLine: {
            properties: { propId: "s", valueId: "s" },
            purchaseOrderId: "s",
            purchaseOrderLineId: "s",
            supplierId: "s"
          },
          refundOrder: { reasonId: "s" }
        }
      },
      developId: "s"
    },
    envelope: true,
    result: "/data",
    described: true,
    path: "/open/order/refund/render/submit/logistics",
    request: { buyerPhone: "!", logisticsCompanyCode: "!", logisticsNo: "!", refundId: "!", returnGoodsDesc: "!" },
    checkWith: "taobao.refunds.get"
  },
  "taobao.refunds.submitMessage": {
    method: "POST",
    effect: "write",
    response: { developId: "s" },
    envelope: true,
    result: "/data",
    path: "/open/order/refund/submit/message",
    request: {}
  }
} as const satisfies OperationTable;

/** What the client knows of each operation, by operationId. */
export const operationTable: typeof table & TableTypes<Methods, paths, Routes> = table;

/** The paths of the operations that are signed by the warehouse's own rule. */
export const warehousePaths: readonly string[] = [
  "/open/pp/logistics/orderBookingFreight",
  "/open/pp/logistics/orderRenderFreight",
  "/open/pp/logistics/updateLogisticInfo"
];

/** What is known of each message that PandaPon pushes, by message type. */
export const webhookTable = {
  "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": { operationId: "webhooks.alibaba.orderPriceModified", message: { messageBody: "j" } },
  TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY: {
    operationId: "webhooks.taobao.orderPriceModified",
    message: {
      messageBody: [
        "j",
        {
          subOrders: {
            "*": {
              option_fields: { shopId: "s" },
              refund_id: "s",
              sku_id: "s",
              sub_purchase_order_id: "s",
              supply_chain_service_orders: { "*": { order_id: "s", service_id: "s" } }
            }
          }
        }
      ]
    }
  }
} as const satisfies WebhookTable;
