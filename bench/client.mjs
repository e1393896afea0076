// Compares calls with hand-written fetch and with bare openapi-fetch, and decoding with other parsers. The results are ratios of one run on one machine.
import { fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import JSONBig from "json-bigint";
import { parse as parseLossless } from "lossless-json";
import createBareClient from "openapi-fetch";
import { createClient, createPandaPon, operationTable } from "pandapon-openapi";
import { parseExact } from "../dist/src/codec/parse.js";
import { treeOf } from "../dist/src/codec/shape.js";
import { ANSWERS, OPERATION } from "./answers.mjs";

const AIMS = { bare: 1.2, timed: 1.1, path: 1.15, nonce: 1.03, decode: 1.4, exact: 1 };
const WARM_UP = 30;
const ROUNDS = 240;
/** Calls per measurement: enough for the clock, few enough that a disturbance affects only one round. */
const CALLS = 10;
const DECODES = 20;

const credentials = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
  userId: "2100007341207",
};
const { path, response } = operationTable[OPERATION];
const tree = treeOf(response);
const body = { purchaseOrderId: "2834920528508720000", pageNo: 1, pageSize: 50 };

function headersByHand() {
  const { accessKey, accessSecret, userId } = credentials;
  const timestamp = String(Date.now());
  const nonce = randomBytes(16).toString("hex");
  const digest = createHash("md5").update(accessKey + timestamp + nonce + accessSecret);
  const signature = digest.digest("hex").toUpperCase();
  return { "access-key": accessKey, timestamp, "nonce-str": nonce, "user-id": userId, signature };
}

/** @param {string} baseUrl */
function callers(baseUrl) {
  const pandapon = createPandaPon({ ...credentials, baseUrl });
  const fixed = createPandaPon({ ...credentials, baseUrl, nonce: () => "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345" });
  const client = createClient({ ...credentials, baseUrl });
  const bare = createBareClient({ baseUrl });
  bare.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headersByHand())) request.headers.set(name, value);
    },
  });
  /** The least that gets an answer: no timeout, and a failure looks like a success. */
  const hand = async (/** @type {AbortSignal | undefined} */ signal) => {
    const response = await fetch(baseUrl + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headersByHand() },
      body: JSON.stringify(body),
      signal,
    });
    return JSON.parse(await response.text());
  };
  return {
    hand: async () => (await hand(undefined)).data,
    /** What a program needs at least: it ends, and it sees a failure. */
    timed: async () => {
      const { code, msg, data } = await hand(AbortSignal.timeout(30_000));
      if (code !== 200) throw new Error(`${code}: ${msg}`);
      return data;
    },
    method: () => pandapon.taobao.refunds.list(body),
    fixed: () => fixed.taobao.refunds.list(body),
    bare: () => bare.POST(path, { body }),
    path: () => client.POST(path, { body }),
  };
}

/** @param {string} text */
function decoders(text) {
  const big = JSONBig({ storeAsString: true });
  return {
    parse: () => JSON.parse(text),
    decode: () => parseExact(text, tree),
    lossless: () => parseLossless(text),
    big: () => big.parse(text),
  };
}

/**
 * CPU time of one run in microseconds, by name, one value per round. In a round all contestants take turns in random order: a fixed
 * one would let each of them pay for the garbage of the same other one.
 * @template {string} Name
 * @param {Record<Name, () => unknown>} contestants
 * @param {number} batch
 * @returns {Promise<Record<Name, number[]>>}
 */
async function measure(contestants, batch) {
  const entries = Object.entries(contestants);
  const times = Object.fromEntries(entries.map(([name]) => [name, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const order = entries.map((entry) => ({ entry, place: Math.random() })).sort((a, b) => a.place - b.place);
    for (const { entry } of order) {
      const [name, run] = entry;
      const before = process.cpuUsage();
      for (let count = 0; count < batch; count += 1) await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UP) times[name].push((user + system) / batch);
    }
  }
  return times;
}

/** @param {number[]} values @param {number} part 0.5 for the median */
const quantile = (values, part) => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
const median = (/** @type {number[]} */ values) => quantile(values, 0.5);

/** @param {string[]} cells */
const line = (...cells) =>
  console.log(cells.map((cell, column) => cell.padEnd([25, 7, 19, 7, 20][column] ?? 0)).join(" "));

/**
 * @param {string} name
 * @param {number[]} times
 * @param {string} other
 * @param {number[]} others
 * @param {number} [aim]
 */
function report(name, times, other, others, aim) {
  const ratios = times.map((time, round) => time / (others[round] ?? Number.NaN));
  // The 95 % confidence interval of the median.
  const margin = 0.98 / Math.sqrt(ratios.length);
  const [low, high] = [quantile(ratios, 0.5 - margin), quantile(ratios, 0.5 + margin)];
  const ratio = median(ratios);
  line(
    name,
    median(times).toFixed(0),
    other,
    median(others).toFixed(0),
    `${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    aim === undefined ? "no aim" : `at most ${aim}: ${ratio <= aim ? "met" : "MISSED"}`,
  );
}

console.log(`CPU time of this process alone, medians of ${ROUNDS} interleaved rounds; the ratio's 95 % interval`);
console.log(
  '"and timeout, code": the same fetch by hand with a timeout of 30 s and a check of `code`, which no client can do without\n',
);
line("", "us", "compared with", "us", "ratio", "aim");
const server = fork(new URL("server.mjs", import.meta.url));
const [{ port }] = await once(server, "message");
/** @type {{ method: number[], fixed: number[] }} */
const nonces = { method: [], fixed: [] };
for (const name of Object.keys(ANSWERS)) {
  const calls = await measure(callers(`http://127.0.0.1:${port}/${encodeURIComponent(name)}`), CALLS);
  report(`method, ${name}`, calls.method, "fetch by hand", calls.hand, AIMS.bare);
  report(`method, ${name}`, calls.method, "and timeout, code", calls.timed, AIMS.timed);
  report(`path, ${name}`, calls.path, "bare openapi-fetch", calls.bare, AIMS.path);
  nonces.method.push(...calls.method);
  nonces.fixed.push(...calls.fixed);
}
report("method, all answers", nonces.method, "with a fixed nonce", nonces.fixed, AIMS.nonce);
server.disconnect();

for (const name of /** @type {const} */ (["12 kB", "12 kB, long ids"])) {
  const parsers = await measure(decoders(ANSWERS[name]), DECODES);
  // JSON.parse loses the digits of long ids, so its aim is for short ids. The exact parsers have one for long ids.
  const long = name !== "12 kB";
  report(`decode, ${name}`, parsers.decode, "JSON.parse", parsers.parse, long ? undefined : AIMS.decode);
  report(`decode, ${name}`, parsers.decode, "lossless-json", parsers.lossless, long ? AIMS.exact : undefined);
  report(`decode, ${name}`, parsers.decode, "json-bigint", parsers.big, long ? AIMS.exact : undefined);
}
