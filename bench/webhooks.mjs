// Compares verifying and reading webhooks with the least that could do it: node:crypto's HMAC and JSON.parse. Ratios of one run on one machine.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import {
  createWebhookHandler,
  parseWebhookUnverified,
  signTestWebhook,
  verifyWebhook,
} from "pandapon-openapi/webhooks";

const AIM = 1.5;
const ROUNDS = 60;
const EVENTS = 500;
const accessKey = "0123456789abcdef0123456789abcdef";
const accessSecret = "fedcba9876543210fedcba9876543210";
const type = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const order = {
  orderId: "3305075341149134260",
  orderNo: "PO202605200001",
  orderStatus: "WAITING_FOR_PAYMENT",
  payStatus: 1,
};

/** @param {number} index */
const bodyOf = (index) =>
  JSON.stringify({
    messageType: type,
    messageBody: { ...order, totalAmount: index },
    messagePlatform: 1,
    timestamp: String(Date.now()),
  });
const events = await Promise.all(
  Array.from({ length: EVENTS }, async (_, index) => {
    const text = bodyOf(index);
    return { body: Buffer.from(text), text, authorization: await signTestWebhook(text, { accessKey, accessSecret }) };
  }),
);
/** @typedef {(typeof events)[number]} Signed */

const credentials = { accessKey, accessSecret };
const handler = (/** @type {any} */ store) =>
  createWebhookHandler({ ...credentials, store, on: { [type]: () => undefined } });
/** A store that remembers nothing, so that every round handles every event. */
const forgetful = {
  claim: async () => ({ state: "claimed", token: "1" }),
  done: async () => true,
  release: async () => true,
};
const handle = handler(forgetful);
const headersOf = (/** @type {string} */ authorization) => ({ "content-type": "application/json", authorization });
/** @type {Record<string, (event: Signed) => unknown>} */
const ways = {
  "bare HMAC + JSON.parse": ({ body, authorization }) => {
    const digest = createHmac("sha256", accessSecret).update(accessKey).update(body).digest();
    if (!timingSafeEqual(digest, Buffer.from(authorization, "hex"))) throw new Error("forged");
    return JSON.parse(body.toString());
  },
  "bare, with SHA-256 as key, Request and Response": async ({ body, authorization }) => {
    const request = new Request("http://127.0.0.1/", { method: "POST", body, headers: headersOf(authorization) });
    const bytes = Buffer.from(await request.arrayBuffer());
    const digest = createHmac("sha256", accessSecret).update(accessKey).update(bytes).digest();
    if (!timingSafeEqual(digest, Buffer.from(request.headers.get("authorization") ?? "", "hex")))
      throw new Error("forged");
    JSON.parse(bytes.toString());
    createHash("sha256").update(bytes).digest("hex");
    return new Response("ok");
  },
  "verifyWebhook + parseWebhookUnverified": async ({ body, text, authorization }) => {
    await verifyWebhook(body, authorization, credentials);
    return parseWebhookUnverified(text);
  },
  "parseWebhookUnverified alone": ({ text }) => parseWebhookUnverified(text),
  "handler, with Request and Response": async ({ body, authorization }) => {
    const response = await handle(
      new Request("http://127.0.0.1/", { method: "POST", body, headers: headersOf(authorization) }),
    );
    if (response.status !== 200) throw new Error(String(response.status));
  },
};

/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, way] of Object.entries(ways)) {
    const started = performance.now();
    for (const event of events) await way(event);
    // The first rounds warm up.
    if (round >= ROUNDS / 6) times[name]?.push((performance.now() - started) / EVENTS);
  }
}
const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[list.length >> 1] ?? NaN;
const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
const bare = medians["bare HMAC + JSON.parse"] ?? NaN;
for (const [name, ms] of Object.entries(medians)) {
  const perSecond = Math.round(1_000 / ms).toLocaleString("en");
  console.log(
    `${name.padEnd(48)} ${perSecond.padStart(9)}/s  ${(ms * 1_000).toFixed(1).padStart(6)} µs  ${(ms / bare).toFixed(2).padStart(6)}`,
  );
}
const ratio = (medians["verifyWebhook + parseWebhookUnverified"] ?? NaN) / bare;
console.log(
  `\nverified and read: ${ratio.toFixed(2)} of the bare way, aim at most ${AIM}: ${ratio <= AIM ? "met" : "MISSED"}`,
);
