// A receiver of PandaPon's messages, for any platform with Request and Response. A message only says that something changed, and may
// come late, twice or out of order. So the receiver reads the current state of the order, and saves that.
import type { PandaPon } from "pandapon-openapi";
import { createWebhookHandler, type WebhookHandler, type WebhookStore } from "pandapon-openapi/webhooks";

/** What of your own shop is used. */
export interface Shop {
  accessKey: string;
  accessSecret: string;
  pandapon: PandaPon;
  /** Redis or PostgreSQL if you have more than one process. Default: memory. */
  store?: WebhookStore;
  /** Sets the status. It may be called twice with the same one. */
  saveStatus(orderId: string, status: string | undefined): Promise<void>;
  log(line: string): void;
}

export const receiver = ({ accessKey, accessSecret, pandapon, store, saveStatus, log }: Shop): WebhookHandler =>
  createWebhookHandler({
    accessKey,
    accessSecret,
    store,
    on: {
      TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY: ({ body }) => log(`a new price for ${body?.salesOrderId}`),
    },
    // PandaPon's pages print two of its types. The others arrive here.
    onUnknown: async ({ type, platform, body }) => {
      const orderId = orderIdOf(body);
      if (platform !== "1688" || orderId === undefined) return log(`no handler for ${type}`);
      const order = await pandapon.alibaba.orders.get({ webSite: "1688", orderId });
      await saveStatus(orderId, order.baseInfo?.status ?? undefined);
    },
    onReject: ({ reason, detail }) => log(`refused (${reason}): ${detail}`),
    onError: (error, event) => log(`${event?.type ?? "the sweep"} failed, and comes again: ${String(error)}`),
  });

/** The id with all digits, as text. In a type that the contract does not know, a short one is a number. */
function orderIdOf(body: unknown): string | undefined {
  const { orderId }: { orderId?: unknown } = Object(body);
  return typeof orderId === "string" || typeof orderId === "number" ? String(orderId) : undefined;
}
