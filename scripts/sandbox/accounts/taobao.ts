// What one account has at Taobao, and its saved addresses; and what a new account begins with. Amounts are in fen, times in milliseconds.
import { amount, digits, list, object, oneOf, orNull, pieces, records, text, time, type Shaped } from "./shape.js";
import { seededCases, taobaoCase } from "./taobao-cases.js";

/** A sub-order: one SKU, sent in one parcel. */
export type TaobaoLine = Shaped<typeof orderLine>;
const orderLine = object({
  /** 12 digits. */
  subPurchaseOrderId: digits,
  /** Taobao's own id, 19 digits. */
  outerId: text,
  itemId: text,
  skuId: text,
  title: text,
  variant: text,
  orderLineNo: text,
  quantity: pieces,
  /** For all pieces together. */
  amount,
  /** The tracking number of its parcel, 14 digits; `null` before it is sent. */
  mailNo: orNull(text),
});

export type TaobaoOrder = Shaped<typeof order>;
const order = object({
  /** 12 digits: `purchase_id` upstream. */
  purchaseOrderId: digits,
  /** PandaPon's own id of the order, 19 digits: what changing the warehouse takes. */
  orderId: text,
  /** Taobao's own id, 19 digits. */
  outerId: text,
  status: oneOf("unpaid", "paid", "sent", "delivered"),
  createdAt: time,
  paidAt: orNull(time),
  sentAt: orNull(time),
  deliveredAt: orNull(time),
  receiver: records(text),
  warehouse: orNull(object({ name: text, address: text })),
  source: text,
  sellerOrderNumber: text,
  /** The budget of the buyer; `null` for an order from the cart. */
  purchaseAmount: orNull(amount),
  shippingFee: amount,
  lines: list(orderLine),
});

export type TaobaoCartLine = Shaped<typeof cartLine>;
const cartLine = object({
  id: text,
  itemId: text,
  skuId: text,
  mpId: text,
  mpSkuId: text,
  title: text,
  /** The SKU's properties, JSON text as it was sent. */
  properties: text,
  /** Of one piece, after discount. No page states its unit; the sandbox takes it as fen. */
  price: amount,
  quantity: pieces,
  shopId: text,
  shopName: text,
});

export type SavedAddress = Shaped<typeof address>;
const address = object({
  id: text,
  name: text,
  province: text,
  city: text,
  district: text,
  address: text,
  phone: text,
});

export type TaobaoAccount = Shaped<typeof taobaoShape>;
export const taobaoShape = object({
  orders: records(order, "purchaseOrderId"),
  /** After-sales cases. */
  refunds: records(taobaoCase, "refundId"),
  cart: records(cartLine, "id"),
  addresses: records(address, "id"),
});

const RECEIVER = {
  zip: "000000",
  country: "中国",
  state: "浙江省",
  city: "杭州市",
  district: "余杭区",
  address: "示例路1号",
  mobile_phone: "10000000001",
  phone: "10000000001",
  name: "Test Buyer",
};

/** 2023-12-14 21:37:38 in China: the oldest trace of the contract's example. */
const SENT = Date.UTC(2023, 11, 14, 13, 37, 38);

/** An order of one line. */
function orderWith(
  ids: Pick<TaobaoOrder, "purchaseOrderId" | "orderId" | "outerId">,
  line: Pick<TaobaoLine, "subPurchaseOrderId" | "outerId" | "itemId" | "skuId">,
  mailNo: string | null,
): TaobaoOrder {
  const isSent = mailNo !== null;
  return {
    ...ids,
    status: isSent ? "sent" : "paid",
    createdAt: SENT - 48 * 3_600_000,
    paidAt: SENT - 47 * 3_600_000,
    sentAt: isSent ? SENT : null,
    deliveredAt: null,
    receiver: RECEIVER,
    warehouse: null,
    source: "lazada",
    sellerOrderNumber: "1",
    purchaseAmount: 1,
    shippingFee: 0,
    lines: [{ ...line, title: "示例商品", variant: "黄色", orderLineNo: "1", quantity: 1, amount: 1, mailNo }],
  };
}

/** The ids are those of the contract's examples, so that each example works in a new account. */
const ORDERS = [
  orderWith(
    { purchaseOrderId: "200033789040", orderId: "1023561483696472885", outerId: "3682557363259579405" },
    {
      subPurchaseOrderId: "200033789041",
      outerId: "3682557363260579405",
      itemId: "600120680003951077",
      skuId: "4951323355633",
    },
    "78753196186473",
  ),
  orderWith(
    { purchaseOrderId: "200033789050", orderId: "1024285237573584051", outerId: "3682557363269579405" },
    {
      subPurchaseOrderId: "200033789051",
      outerId: "3682557363270579405",
      itemId: "600126245031041190",
      skuId: "5016042822039",
    },
    null,
  ),
];

const CART_LINE: Omit<TaobaoCartLine, "id" | "quantity"> = {
  itemId: "2048175493257375",
  skuId: "3452545926724",
  mpId: "2048057995392326",
  mpSkuId: "4951323355633",
  title: "示例商品",
  properties: '[{"valueId":28324,"valueName":"黄色","propId":1627207,"propName":"颜色分类"}]',
  price: 576,
  shopId: "268763467",
  shopName: "示例店铺",
};

const CART: TaobaoCartLine[] = [
  { ...CART_LINE, id: "75", quantity: 1 },
  { ...CART_LINE, id: "76", quantity: 2 },
];

const ADDRESS: SavedAddress = {
  id: "1024",
  name: "Test Buyer",
  province: "浙江省",
  city: "杭州市",
  district: "余杭区",
  address: "示例路1号",
  phone: "10000000001",
};

const SEED = JSON.stringify({
  orders: Object.fromEntries(ORDERS.map((one) => [one.purchaseOrderId, one])),
  refunds: seededCases(),
  cart: Object.fromEntries(CART.map((one) => [one.id, one])),
  addresses: { [ADDRESS.id]: ADDRESS },
});

/** @returns a copy of its own for every account, in which no two records share an object */
export const seededTaobao = (): TaobaoAccount => JSON.parse(SEED) as TaobaoAccount; // written above
