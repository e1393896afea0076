// The form of an account, as it is checked when a state comes from outside.
import type { Account } from "./account.js";
import type {
  AlibabaAccount,
  AlibabaAddress,
  AlibabaCartLine,
  AlibabaOrder,
  AlibabaOrderEntry,
  AlibabaRefund,
} from "./alibaba.js";
import { flag, list, number, object, oneOf, optional, orNull, records, text } from "./shape.js";
import type { TaobaoCase } from "./taobao-cases.js";
import type { SavedAddress, TaobaoAccount, TaobaoCartLine, TaobaoLine, TaobaoOrder } from "./taobao.js";

/** What may be missing. */
const maybe = optional(text);

const alibaba = object<AlibabaAccount>({
  orders: records(
    object<AlibabaOrder>({
      orderId: text,
      status: oneOf<AlibabaOrder["status"]>("waitbuyerpay", "waitsellersend", "waitbuyerreceive", "success", "cancel"),
      isDelivered: flag,
      createdAt: number,
      sellerOpenId: text,
      message: orNull(text),
      address: object<AlibabaAddress>({
        fullName: maybe,
        mobile: maybe,
        phone: maybe,
        postCode: maybe,
        cityText: maybe,
        provinceText: maybe,
        areaText: maybe,
        townText: maybe,
        address: maybe,
        districtCode: maybe,
      }),
      entries: list(
        object<AlibabaOrderEntry>({
          entryId: text,
          offerId: text,
          specId: text,
          quantity: number,
          amount: number,
          refunded: number,
          isReceived: flag,
        }),
      ),
      carriage: number,
      refundedCarriage: number,
    }),
    "orderId",
  ),
  refunds: records(
    object<AlibabaRefund>({
      refundId: text,
      recordId: text,
      status: oneOf<AlibabaRefund["status"]>(
        "waitselleragree",
        "waitbuyersend",
        "waitsellerreceive",
        "waitbuyermodify",
        "refundsuccess",
      ),
      orderId: text,
      entryIds: list(text),
      disputeRequest: oneOf<AlibabaRefund["disputeRequest"]>("refund", "returnRefund"),
      goodsStatus: text,
      applyPayment: number,
      applyCarriage: number,
      applyReasonId: text,
      description: text,
      counts: orNull(records(number)),
      parcel: orNull(object<NonNullable<AlibabaRefund["parcel"]>>({ logisticsCompanyNo: text, freightBill: text })),
      rejectReason: orNull(text),
      appliedAt: number,
      changedAt: number,
      completedAt: orNull(number),
    }),
    "refundId",
  ),
  cart: records(object<AlibabaCartLine>({ cartId: text, offerId: text, specId: text, quantity: number }), "cartId"),
});

const taobao = object<TaobaoAccount>({
  orders: records(
    object<TaobaoOrder>({
      purchaseOrderId: text,
      orderId: text,
      outerId: text,
      status: oneOf<TaobaoOrder["status"]>("unpaid", "paid", "sent", "delivered"),
      createdAt: number,
      paidAt: orNull(number),
      sentAt: orNull(number),
      deliveredAt: orNull(number),
      receiver: records(text),
      warehouse: orNull(object<NonNullable<TaobaoOrder["warehouse"]>>({ name: text, address: text })),
      source: text,
      sellerOrderNumber: text,
      purchaseAmount: orNull(number),
      shippingFee: number,
      lines: list(
        object<TaobaoLine>({
          subPurchaseOrderId: text,
          outerId: text,
          itemId: text,
          skuId: text,
          title: text,
          variant: text,
          orderLineNo: text,
          quantity: number,
          amount: number,
          mailNo: orNull(text),
        }),
      ),
    }),
    "purchaseOrderId",
  ),
  refunds: records(
    object<TaobaoCase>({
      refundId: text,
      status: oneOf<TaobaoCase["status"]>("10", "20", "30", "100", "-10", "-20"),
      type: oneOf<TaobaoCase["type"]>(1, 2),
      goodsStatus: number,
      payOrderId: text,
      reasonId: number,
      reason: text,
      refundFee: number,
      timeoutAt: number,
      timeoutType: text,
      refusal: orNull(text),
      parcel: orNull(
        object<NonNullable<TaobaoCase["parcel"]>>({ buyerPhone: text, companyCode: text, mailNo: text, note: text }),
      ),
      messages: list(object<TaobaoCase["messages"][number]>({ at: number, text, images: text })),
      line: object<TaobaoCase["line"]>({
        createdAt: number,
        title: text,
        properties: records(text),
        purchaseOrderId: text,
        purchaseOrderLineId: text,
        quantity: number,
        amount: number,
        salesOrderId: text,
        supplierId: text,
        supplierNick: text,
      }),
    }),
    "refundId",
  ),
  cart: records(
    object<TaobaoCartLine>({
      id: text,
      itemId: text,
      skuId: text,
      mpId: text,
      mpSkuId: text,
      title: text,
      properties: text,
      price: number,
      quantity: number,
      shopId: text,
      shopName: text,
    }),
    "id",
  ),
  addresses: records(
    object<SavedAddress>({
      id: text,
      name: text,
      province: text,
      city: text,
      district: text,
      address: text,
      phone: text,
    }),
    "id",
  ),
});

export const accountShape = object<Account>({ alibaba, taobao });
