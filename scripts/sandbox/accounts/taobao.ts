// What one account has at Taobao, and its saved addresses; and what a new account begins with.

export interface TaobaoAccount {
  orders: Record<string, object>;
  refunds: Record<string, object>;
  cart: Record<string, object>;
  addresses: Record<string, object>;
}

export const seededTaobao = (): TaobaoAccount => ({ orders: {}, refunds: {}, cart: {}, addresses: {} });
