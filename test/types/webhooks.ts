// What a receiver of webhooks sees. Compiled by three versions of TypeScript against the packed package; never run.
import {
  createWebhookHandler,
  isWebhookEvent,
  memoryStore,
  parseWebhookUnverified,
  signTestWebhook,
  verifyWebhook,
  WebhookError,
  type FittedBase,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookReason,
  type WebhookStore,
} from "pandapon-openapi/webhooks";
import { same } from "./same.js";

const handle = createWebhookHandler({
  accessKey: "k",
  secrets: ["new", "old"],
  on: {
    TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY: ({ type, body, timestamp }) => {
      same<typeof type, "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY">();
      same<typeof timestamp, Date | undefined>();
      return body?.subOrders?.[0]?.sku_id;
    },
    "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": async (event) => {
      same<typeof event, WebhookEvent<"1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY">>();
    },
  },
  onUnknown: ({ type, body }) => {
    same<typeof type, string>();
    same<typeof body, unknown>();
  },
  onReject: ({ reason }) => same<typeof reason, WebhookReason>(),
});
export const answer: Promise<Response> = handle(new Request("https://shop.example"), { waitUntil: () => undefined });
same<ReturnType<typeof memoryStore>, WebhookStore>();

// What platforms take as it is. The build of Next 15 infers the second parameter, and refuses any but its own or an unknown one.
type SecondOf<Route> = Route extends (...given: [never, infer Second]) => unknown ? Second : never;
same<SecondOf<typeof handle>, unknown>();
export const POST: (request: Request, context: { params: Promise<object> }) => Promise<Response> = handle;
export const worker: (
  request: Request,
  env: object,
  context: { waitUntil(work: Promise<unknown>): void },
) => unknown = (request, _env, context) => handle(request, context);

// @ts-expect-error there is no such type: use onUnknown
createWebhookHandler({ accessKey: "k", accessSecret: "s", on: { ORDER_CREATE: () => 1 } });
// @ts-expect-error a parsed body cannot be verified
void verifyWebhook({ messageType: "x" }, "", { accessKey: "k", accessSecret: "s" });
// @ts-expect-error "auto" is only for verifying
void signTestWebhook("{}", { accessKey: "k", accessSecret: "s", base: "auto" });

export const verified: Promise<{ base: FittedBase }> = verifyWebhook(new Uint8Array(), null, {
  accessKey: "k",
  accessSecret: "s",
  base: ({ accessKey, body }) => accessKey + body,
});
const event: WebhookEvent | UnknownWebhookEvent = parseWebhookUnverified("{}");
if (isWebhookEvent(event) && event.type === "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY") {
  same<typeof event, WebhookEvent<"TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY">>();
}
export const reason = (error: unknown): WebhookReason | undefined =>
  error instanceof WebhookError ? error.reason : undefined;
