// What one account has at 1688, and what a new account begins with.

/** An order, from creation to receipt. */
export interface AlibabaOrder {
  orderId: string;
  status: "waitbuyerpay" | "waitsellersend" | "waitbuyerreceive" | "success" | "cancel";
}

export interface AlibabaAccount {
  orders: Record<string, AlibabaOrder>;
  refunds: Record<string, object>;
  cart: Record<string, object>;
}

export const seededAlibaba = (): AlibabaAccount => ({ orders: {}, refunds: {}, cart: {} });
