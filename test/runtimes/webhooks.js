// Webhooks on every platform: verified and handled once, forged ones refused. Where the platform has a server of its own for
// web handlers, over that server too.
import { same } from "./check.js";

const credentials = { accessKey: "0123456789abcdef0123456789abcdef", accessSecret: "fedcba9876543210fedcba9876543210" };
const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const BODY = `{"messageType":"${TYPE}","messageBody":{"orderId":2542285634920880794,"title":"T恤"},"messagePlatform":1}`;

/** Serves a handler as the platform does. @typedef {(handler: any) => { url: string, close: () => unknown }} Serve */
/** @returns {Record<string, Serve>} */
function servers() {
  const { Bun, Deno } = globalThis;
  return {
    ...(Bun?.serve && {
      "Bun.serve"(handler) {
        const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: handler });
        return { url: String(server.url), close: () => server.stop(true) };
      },
    }),
    ...(Deno?.serve && {
      "Deno.serve"(handler) {
        const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => undefined }, handler);
        return { url: `http://127.0.0.1:${server.addr.port}`, close: () => server.shutdown() };
      },
    }),
  };
}

/** @param {any} webhooks the entry of the package @returns {Promise<{ name: string, reason?: string }[]>} */
export async function webhookResults({ createWebhookHandler, signTestWebhook }) {
  /** @param {(handler: any, init: RequestInit) => Promise<Response>} send */
  const check = async (send) => {
    /** @type {unknown[]} */
    const seen = [];
    const handler = createWebhookHandler({
      ...credentials,
      on: { [TYPE]: (/** @type {any} */ event) => void seen.push(event.body.orderId) },
      onReject: (/** @type {any} */ { reason }) => void seen.push(reason),
    });
    const authorization = await signTestWebhook(BODY, credentials);
    const headers = { "content-type": "application/json", authorization };
    const statuses = [];
    for (const body of [BODY, BODY, BODY.replace("4,", "5,")]) {
      statuses.push((await send(handler, { method: "POST", headers, body })).status);
    }
    same(
      [statuses, seen],
      [
        [200, 200, 401],
        ["2542285634920880794", "signature"],
      ],
    );
  };
  // As Next's app router and Cloudflare call it.
  const contexts = { none: undefined, params: { params: Promise.resolve({}) }, waitUntil: { waitUntil() {} } };
  const direct = Object.entries(contexts).map(([name, context]) => ({
    name: `a handler with the context: ${name}`,
    run: () => check((handler, init) => handler(new Request("http://localhost/", init), context)),
  }));
  const served = Object.entries(servers()).map(([name, serve]) => ({
    name,
    run: () =>
      check(async (handler, init) => {
        const { url, close } = serve(handler);
        try {
          return await fetch(url, init);
        } finally {
          await close();
        }
      }),
  }));
  const results = [];
  for (const { name, run } of [...direct, ...served]) {
    const reason = await run().then(() => undefined, String);
    results.push({ name: `webhooks, ${name}`, ...(reason !== undefined && { reason }) });
  }
  return results;
}
