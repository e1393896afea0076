// `npm run bench:faults [-- SEED]`: sends calls through connection faults with several clients, and counts at the server which
// ones were sent twice. With the seed of an earlier run, every call meets the same faults again.
import { isDeepStrictEqual } from "node:util";
import axios from "axios";
import axiosRetry from "axios-retry";
import ky from "ky";
import { createPandaPon } from "pandapon-openapi";
import { Agent, request, RetryAgent } from "undici";
import { FAULTS, startFaultyServer } from "./faulty-server.mjs";

const CALLS = 100;
const RETRIES = 2;
const TIMEOUT_MS = 1_000;
/** Between the starts of two calls, so that no call is slow because of the others. */
const PAUSE_MS = 12;

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 2 ** 32));
if (!Number.isInteger(seed)) {
  console.error("The seed must be an integer.");
  process.exit(2);
}

let state = seed;
/** The generator mulberry32. @returns {number} evenly distributed from 0 to 1 */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @typedef {import("pandapon-openapi").PandaPon} PandaPon */

const REFUND = {
  orderId: "2542285634920880794",
  orderEntryIds: ["2542285634921880794"],
  disputeRequest: /** @type {const} */ ("refund"),
  applyPayment: 100,
  applyCarriage: 0,
  applyReasonId: "20021",
  description: "",
  goodsStatus: /** @type {const} */ ("refundWaitSellerSend"),
};

/** What is called: as a request for the other clients, and by method for ours. */
const KINDS = {
  "POST that writes": {
    sent: {
      method: "POST",
      path: "/alibaba/refund/detail/create",
      body: REFUND,
      data: { refundId: "TQ310200485816880794" },
    },
    ours: (/** @type {PandaPon} */ pandapon) => pandapon.alibaba.refunds.create(REFUND),
  },
  "GET that writes": {
    sent: { method: "GET", path: "/open/order/refund/cancel/110000235001", data: { cancelSuccess: true } },
    ours: (/** @type {PandaPon} */ pandapon) => pandapon.taobao.refunds.cancel({ refundId: "110000235001" }),
  },
  read: {
    sent: { method: "GET", path: "/open/product/get?itemId=672991141190", data: { title: "示例商品".repeat(500) } },
    ours: (/** @type {PandaPon} */ pandapon) => pandapon.taobao.products.get({ itemId: "672991141190" }),
  },
};

const agent = new RetryAgent(new Agent({ headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS }), {
  maxRetries: RETRIES,
});
// A proxy of the environment would stand between client and server.
const http = axios.create({ timeout: TIMEOUT_MS, proxy: false });
axiosRetry(http, { retries: RETRIES, retryDelay: axiosRetry.exponentialDelay });

/**
 * Each gives the `data` of the answer, or fails. Everything that is not set here is the client's default.
 * @type {Record<string, (url: string, kind: (typeof KINDS)[keyof typeof KINDS]) => Promise<unknown>>}
 */
const CLIENTS = {
  "pandapon-openapi": (baseUrl, { ours }) =>
    ours(
      createPandaPon({
        accessKey: "k",
        accessSecret: "s",
        userId: "1",
        baseUrl,
        timeoutMs: TIMEOUT_MS,
        maxRetries: RETRIES,
      }),
    ),
  fetch: async (url, { sent: { method, path, body } }) => {
    const response = await fetch(url + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return dataOf(response.status, await response.json());
  },
  ky: async (url, { sent: { method, path, body } }) => {
    const response = await ky(url + path, { method, ...(body && { json: body }), timeout: TIMEOUT_MS, retry: RETRIES });
    return dataOf(response.status, await response.json());
  },
  "undici RetryAgent": async (url, { sent: { method, path, body } }) => {
    const { statusCode, body: answer } = await request(url + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      dispatcher: agent,
    });
    return dataOf(statusCode, await answer.json());
  },
  "axios + axios-retry": async (url, { sent: { method, path, body } }) => {
    const { status, data } = await http.request({ url: url + path, method, data: body });
    return dataOf(status, data);
  },
};

/** @param {number} status @param {any} answer @returns {unknown} */
function dataOf(status, answer) {
  if (status !== 200 || answer.code !== 200) throw new Error(`HTTP ${status}`);
  return answer.data;
}

/**
 * One call of one client.
 * @param {(typeof CLIENTS)[string]} client
 * @param {(typeof KINDS)[keyof typeof KINDS]} kind
 * @param {import("./faulty-server.mjs").Fault[]} faults
 */
async function run(client, kind, faults) {
  const { data } = kind.sent;
  const server = await startFaultyServer(faults, JSON.stringify({ requestId: "r-1", code: 200, data }), TIMEOUT_MS);
  const recovered = await client(server.url, kind).then(
    (got) => isDeepStrictEqual(got, data),
    () => false,
  );
  server.close();
  return { twice: server.received() > 1, recovered };
}

const calls = Object.entries(KINDS).flatMap(([name, kind]) =>
  Array.from({ length: CALLS }, () => {
    const faults = Array.from(
      { length: Math.floor(random() * (RETRIES + 1)) },
      () => FAULTS[Math.floor(random() * FAULTS.length)],
    );
    return { name, kind, faults };
  }),
);
console.log(
  `${CALLS} calls of each kind. Each meets 0 to ${RETRIES} of these faults, and then a healthy server: ${FAULTS.join(", ")}.\n` +
    `${RETRIES} retries, a timeout of ${TIMEOUT_MS} ms, otherwise each client's defaults. Seed ${seed}.\n`,
);

const running = [];
for (const call of calls) {
  for (const [name, client] of Object.entries(CLIENTS)) {
    running.push(run(client, call.kind, call.faults).then((result) => ({ client: name, kind: call.name, ...result })));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
const results = await Promise.all(running);
await agent.close();

/** @param {string[]} cells */
const line = (...cells) => console.log(cells.map((cell, column) => cell.padEnd([22, 8, 18][column] ?? 0)).join(""));
line("sent twice:", "POST", "GET that writes", "reads that recover");
for (const client of Object.keys(CLIENTS)) {
  const count = (/** @type {string} */ kind, /** @type {"twice" | "recovered"} */ what) =>
    results.filter((result) => result.client === client && result.kind === kind && result[what]).length;
  const posts = count("POST that writes", "twice");
  const gets = count("GET that writes", "twice");
  line(client, String(posts), String(gets), `${Math.round((100 * count("read", "recovered")) / CALLS)} %`);
  if (client === "pandapon-openapi" && posts + gets > 0) process.exitCode = 1;
}
