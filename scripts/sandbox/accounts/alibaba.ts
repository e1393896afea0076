// What one account has at 1688, and what a new account begins with. Amounts are in fen, ids are strings, times are milliseconds since 1970 UTC.
import {
  amount,
  digits,
  flag,
  list,
  object,
  oneOf,
  orNull,
  pieces,
  records,
  text,
  time,
  type Shaped,
} from "./shape.js";

/** A sub-order: one line of goods of an order. */
export type AlibabaOrderEntry = Shaped<typeof entry>;
const entry = object({
  entryId: digits,
  offerId: digits,
  specId: text,
  quantity: pieces,
  /** What the line costs now; the seller can change it before payment. */
  amount,
  /** The part of `amount` that was refunded. */
  refunded: amount,
  /** Whether the buyer has confirmed receipt. */
  isReceived: flag,
});

/** An order, from creation to receipt. */
export type AlibabaOrder = Shaped<typeof order>;
const order = object({
  orderId: digits,
  status: oneOf("waitbuyerpay", "waitsellersend", "waitbuyerreceive", "success", "cancel"),
  /** Whether the parcel has arrived. The order waits for the buyer's confirmation all the same. */
  isDelivered: flag,
  createdAt: time,
  sellerOpenId: text,
  message: orNull(text),
  /** Where it goes: the texts of `addressParam`. */
  address: records(text),
  entries: list(entry),
  /** Freight. */
  carriage: amount,
  /** The part of `carriage` that was refunded. */
  refundedCarriage: amount,
});

/** An after-sales case. Its states have the names that upstream gives the refund of an order. */
export type AlibabaRefund = Shaped<typeof refund>;
const refund = object({
  refundId: text,
  /** The number of the record. */
  recordId: digits,
  status: oneOf("waitselleragree", "waitbuyersend", "waitsellerreceive", "waitbuyermodify", "refundsuccess"),
  orderId: text,
  entryIds: list(digits),
  disputeRequest: oneOf("refund", "returnRefund"),
  /** The buyer's word for where the goods are. */
  goodsStatus: text,
  applyPayment: amount,
  applyCarriage: amount,
  applyReasonId: digits,
  description: text,
  /** Pieces to return, by sub-order; null returns everything. */
  counts: orNull(records(pieces)),
  /** The parcel that carries the goods back. */
  parcel: orNull(object({ logisticsCompanyNo: text, freightBill: text })),
  rejectReason: orNull(text),
  appliedAt: time,
  changedAt: time,
  completedAt: orNull(time),
});

/** A record of the cart. */
export type AlibabaCartLine = Shaped<typeof cartLine>;
const cartLine = object({ cartId: text, offerId: digits, specId: text, quantity: pieces });

export type AlibabaAccount = Shaped<typeof alibabaShape>;
export const alibabaShape = object({
  orders: records(order, "orderId"),
  refunds: records(refund, "refundId"),
  cart: records(cartLine, "cartId"),
});

/** No known operation adds to the cart, so a new account has three lines in it, of two sellers. */
export const seededAlibaba = (): AlibabaAccount => ({
  orders: {},
  refunds: {},
  cart: Object.fromEntries(
    [
      { cartId: "100200300400", offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 },
      { cartId: "100200300401", offerId: "743470146022", specId: "e61a85a671bb3d0301d0412b51641c6b", quantity: 1 },
      { cartId: "100200300402", offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac16", quantity: 5 },
    ].map((line) => [line.cartId, line]),
  ),
});
