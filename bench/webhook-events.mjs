// Signed webhooks for the benches: the order fields that a sister platform shows, alone (260 bytes) and with goods lines (1 kB).
import { signTestWebhook } from "pandapon-openapi/webhooks";

export const credentials = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
};
export const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";

const order = {
  orderId: "3305075341149134260",
  orderNo: "PO202605200001",
  orderStatus: "WAITING_FOR_PAYMENT",
  payStatus: 1,
};
const line = (/** @type {number} */ index) => ({
  subItemID: `330507534114913426${index}`,
  productID: 706627393257,
  skuID: 5012345678901 + index,
  name: "示例商品 Sample shirt",
  quantity: 3,
  price: 1200,
  itemAmount: 3600,
  status: "waitbuyerpay",
  unit: "件",
  refundStatus: null,
});

/**
 * @param {number} count
 * @param {boolean} isLarge
 */
export const signedEvents = (count, isLarge) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const productItems = isLarge ? [line(1), line(2), line(3)] : undefined;
      const text = JSON.stringify({
        messageType: TYPE,
        messageBody: { ...order, totalAmount: index, productItems },
        messagePlatform: 1,
        timestamp: String(Date.now()),
      });
      return { body: Buffer.from(text), authorization: await signTestWebhook(text, credentials) };
    }),
  );
/** @typedef {Awaited<ReturnType<typeof signedEvents>>[number]} Signed */
