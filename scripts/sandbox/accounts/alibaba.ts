// What one account has at 1688, and what a new account begins with. Amounts are in fen, ids are strings, times are milliseconds since 1970 UTC.

/** Where an order goes, as the call named it. */
export type AlibabaAddress = Partial<
  Record<
    | "fullName"
    | "mobile"
    | "phone"
    | "postCode"
    | "cityText"
    | "provinceText"
    | "areaText"
    | "townText"
    | "address"
    | "districtCode",
    string
  >
>;

/** A sub-order: one line of goods of an order. */
export interface AlibabaOrderEntry {
  entryId: string;
  offerId: string;
  specId: string;
  quantity: number;
  /** What the line costs now; the seller can change it before payment. */
  amount: number;
  /** The part of `amount` that was refunded. */
  refunded: number;
  /** Whether the buyer has confirmed receipt. */
  isReceived: boolean;
}

/** An order, from creation to receipt. */
export interface AlibabaOrder {
  orderId: string;
  status: "waitbuyerpay" | "waitsellersend" | "waitbuyerreceive" | "success" | "cancel";
  /** Whether the parcel has arrived. The order waits for the buyer's confirmation all the same. */
  isDelivered: boolean;
  createdAt: number;
  sellerOpenId: string;
  message: string | null;
  address: AlibabaAddress;
  entries: AlibabaOrderEntry[];
  /** Freight. */
  carriage: number;
  /** The part of `carriage` that was refunded. */
  refundedCarriage: number;
}

/** An after-sales case. Its states have the names that upstream gives the refund of an order. */
export interface AlibabaRefund {
  refundId: string;
  /** The number of the record. */
  recordId: string;
  status: "waitselleragree" | "waitbuyersend" | "waitsellerreceive" | "waitbuyermodify" | "refundsuccess";
  orderId: string;
  entryIds: string[];
  disputeRequest: "refund" | "returnRefund";
  /** The buyer's word for where the goods are. */
  goodsStatus: string;
  applyPayment: number;
  applyCarriage: number;
  applyReasonId: string;
  description: string;
  /** Pieces to return, by sub-order; null returns everything. */
  counts: Record<string, number> | null;
  /** The parcel that carries the goods back. */
  parcel: { logisticsCompanyNo: string; freightBill: string } | null;
  rejectReason: string | null;
  appliedAt: number;
  changedAt: number;
  completedAt: number | null;
}

/** A record of the cart. */
export interface AlibabaCartLine {
  cartId: string;
  offerId: string;
  specId: string;
  quantity: number;
}

export interface AlibabaAccount {
  orders: Record<string, AlibabaOrder>;
  refunds: Record<string, AlibabaRefund>;
  cart: Record<string, AlibabaCartLine>;
}

/** No known operation adds to the cart, so a new account has three lines in it, of two sellers. */
export const seededAlibaba = (): AlibabaAccount => ({
  orders: {},
  refunds: {},
  cart: Object.fromEntries(
    [
      {
        cartId: "100200300400",
        offerId: "706627393257",
        specId: "cd2b8c31408766f9fb089e74e2a6ac15",
        quantity: 2,
      },
      {
        cartId: "100200300401",
        offerId: "743470146022",
        specId: "e61a85a671bb3d0301d0412b51641c6b",
        quantity: 1,
      },
      {
        cartId: "100200300402",
        offerId: "706627393257",
        specId: "cd2b8c31408766f9fb089e74e2a6ac16",
        quantity: 5,
      },
    ].map((line) => [line.cartId, line]),
  ),
});
