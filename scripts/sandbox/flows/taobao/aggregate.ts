// An after-sales case as the answers have it. Ids of its order line are numbers where a case is looked up and text where it is changed,
// as on PandaPon's pages.
import type { TaobaoCase } from "../../accounts/taobao-cases.js";

/** Only `SF` is shown on a page. Any other code is accepted too. */
export const CARRIERS = [{ logisticsCompanyName: "顺丰快递", logisticCompanyCode: "SF" }];

export function aggregateOf(found: TaobaoCase, ids: "number" | "text"): object {
  const { line } = found;
  const idOf = (id: string): string | bigint => (ids === "number" ? BigInt(id) : id);
  return {
    logistics: logisticsOf(found),
    subUserId: null,
    refundOrder: {
      refundId: found.refundId,
      payOrderId: found.payOrderId,
      refundStatus: found.status,
      refundType: found.type,
      goodsStatus: found.goodsStatus,
      reasonId: found.reasonId,
      reasonDesc: found.reason,
      refundDesc: "",
      refundFee: found.refundFee,
      canEditFee: null,
      feeTips: null,
      remainingTime: null,
      timeoutDate: String(found.timeoutAt),
      timeoutType: found.timeoutType,
      sellerRefuseReason: found.refusal,
      sellerRefuseReasonDescribe: found.refusal,
    },
    purchaseOrderLine: {
      createTime: line.createdAt,
      currency: "CNY",
      itemImageUrl: "//img.example.com/item.png",
      itemTitle: line.title,
      postFee: 0,
      price: line.amount / line.quantity,
      productFee: line.amount,
      properties: line.properties,
      purchaseOrderId: idOf(line.purchaseOrderId),
      purchaseOrderLineId: idOf(line.purchaseOrderLineId),
      quantity: line.quantity,
      salesMarket: "TAOBAO_BUYER",
      salesOrderId: line.salesOrderId,
      supplierId: idOf(line.supplierId),
      supplierNick: line.supplierNick,
      totalPrice: line.amount,
    },
  };
}

/** Once the seller has agreed to take the goods back, it says where to; the parcel follows. */
function logisticsOf({ status, type, parcel }: TaobaoCase): object | null {
  if (type === 1 || (parcel === null && status !== "20")) return null;
  return {
    ...(parcel !== null && {
      buyerPhone: parcel.buyerPhone,
      logisticsCompany: CARRIERS.find((one) => one.logisticCompanyCode === parcel.companyCode) ?? {
        logisticCompanyCode: parcel.companyCode,
        logisticsCompanyName: parcel.companyCode,
      },
      logisticsNo: parcel.mailNo,
      returnGoodsDesc: parcel.note,
    }),
    receiverAddress: { detailAddress: "示例路1号", phone: "10000000003", receiver: "Test Seller" },
    sellerAgreeReturnDescribe: "同意退货",
  };
}
