// The handler of the routes of framework-next.mjs. They run in its process, so it sees what they log.
import { SANDBOX_CREDENTIALS } from "./credentials.js";
import { createWebhookHandler } from "pandapon-openapi/webhooks";

const log = (/** @type {string} */ text) => void globalThis.webhookLog.push(text);
export const handler = createWebhookHandler({
  ...SANDBOX_CREDENTIALS,
  on: { "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": ({ body }) => log(body.orderId) },
  onReject: ({ detail }) => log(detail),
});
