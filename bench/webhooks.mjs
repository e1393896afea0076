// Compares verifying and reading webhooks with the least that could do it: node:crypto's HMAC and JSON.parse. Ratios of one run on one machine.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createWebhookHandler, parseWebhookUnverified, verifyWebhook } from "pandapon-openapi/webhooks";
import { credentials, signedEvents, TYPE } from "./webhook-events.mjs";
import { answersUnderLoad } from "./webhooks-load.mjs";

const AIM = 1.5;
/** Short rounds, so that other work on the machine interrupts few of them. */
const ROUNDS = 800;
const EVENTS = 50;
const { accessKey, accessSecret } = credentials;
/** @typedef {import("./webhook-events.mjs").Signed} Signed */

/** A store that remembers nothing, so that every round handles every event. */
const forgetful = {
  claim: async () => /** @type {const} */ ({ state: "claimed", token: "1" }),
  done: async () => true,
  release: async () => true,
};
const handle = createWebhookHandler({ ...credentials, store: forgetful, on: { [TYPE]: () => undefined } });
const headersOf = (/** @type {string} */ authorization) => ({ "content-type": "application/json", authorization });
const decoder = new TextDecoder();
const BARE = "bare HMAC + JSON.parse";
const OURS = "verifyWebhook + parseWebhookUnverified";
/** All begin with the bytes as they came. @type {Record<string, (event: Signed) => unknown>} */
const ways = {
  [BARE]: ({ body, authorization }) => {
    const digest = createHmac("sha256", accessSecret).update(accessKey).update(body).digest();
    if (!timingSafeEqual(digest, Buffer.from(authorization, "hex"))) throw new Error("forged");
    return JSON.parse(body.toString());
  },
  [OURS]: async ({ body, authorization }) => {
    await verifyWebhook(body, authorization, credentials);
    return parseWebhookUnverified(decoder.decode(body));
  },
  "parseWebhookUnverified alone": ({ body }) => parseWebhookUnverified(decoder.decode(body)),
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
  "handler, with Request and Response": async ({ body, authorization }) => {
    const response = await handle(
      new Request("http://127.0.0.1/", { method: "POST", body, headers: headersOf(authorization) }),
    );
    if (response.status !== 200) throw new Error(String(response.status));
  },
};

const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? NaN;

for (const isLarge of [true, false]) {
  const events = await signedEvents(EVENTS, isLarge);
  /** Milliseconds per event, one per round. @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const started = performance.now();
      for (const event of events) await way(event);
      // The first rounds warm up.
      if (round >= ROUNDS / 5) times[name]?.push((performance.now() - started) / EVENTS);
    }
  }
  // The ratio of each round, since the speed of a busy machine changes.
  const ratioOf = (/** @type {string} */ name) =>
    median((times[name] ?? []).map((ms, round) => ms / (times[BARE]?.[round] ?? NaN)));
  console.log(`\n${events[0]?.body.length} bytes per event`);
  for (const [name, list] of Object.entries(times)) {
    const ms = median(list);
    const perSecond = Math.round(1_000 / ms).toLocaleString("en");
    console.log(
      `${name.padEnd(48)} ${perSecond.padStart(9)}/s  ${(ms * 1_000).toFixed(1).padStart(6)} µs  ${ratioOf(name).toFixed(2).padStart(6)}`,
    );
  }
  const ratio = ratioOf(OURS);
  console.log(
    `verified and read: ${ratio.toFixed(2)} of the bare way, aim at most ${AIM}: ${ratio <= AIM ? "met" : "MISSED"}`,
  );
}
await answersUnderLoad();
