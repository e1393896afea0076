// The time until a webhook is answered, under 500 requests per second over HTTP on loopback. The requests start on time, whether or
// not the answers before have come, and the time counts from when a request was due: a server that stalls cannot hide it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { signedEvents } from "./webhook-events.mjs";

const PER_SECOND = 500;
const WARM_UP = 500;
const MEASURED = 2_500;
const ROUNDS = 2;
const AIM_MS = 100;
const WAYS = [
  { name: "bare server: HMAC + JSON.parse", kind: "bare", defer: "" },
  { name: "redis, defer", kind: "redis", defer: "defer" },
  { name: "postgres, defer", kind: "postgres", defer: "defer" },
  { name: "redis, handled before the answer", kind: "redis", defer: "" },
];

/**
 * @param {number} port
 * @param {Agent} agent
 * @param {import("./webhook-events.mjs").Signed} event
 * @returns {Promise<void>}
 */
const post = (port, agent, { body, authorization }) =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": body.length, authorization };
    request({ host: "127.0.0.1", port, agent, method: "POST", headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
      response.resume().on("end", resolve);
    })
      .on("error", reject)
      .end(body);
  });

/**
 * @param {string[]} args
 * @returns {Promise<number[]>} milliseconds of each answer after the warm-up
 */
async function load(args) {
  const events = await signedEvents(WARM_UP + MEASURED, true);
  const child = fork(new URL("webhooks-receiver.mjs", import.meta.url), args);
  const agent = new Agent({ keepAlive: true });
  let sent = 0;
  /**
   * Sends some events, and waits until they are handled.
   * @param {number} count
   * @param {{ port: number }} address
   */
  const send = async (count, { port }) => {
    /** @type {number[]} */
    const times = [];
    const answers = [];
    const started = performance.now() + 50;
    for (const [index, event] of events.slice(sent, (sent += count)).entries()) {
      const due = started + (index * 1_000) / PER_SECOND;
      const early = due - performance.now();
      if (early > 0) await wait(early);
      answers.push(post(port, agent, event).then(() => times.push(performance.now() - due)));
      // A failure is reported below.
      answers.at(-1)?.catch(() => undefined);
    }
    await Promise.all(answers);
    for (let handled = 0, asked = 0; handled !== sent; asked += 1) {
      if (asked > 200) throw new Error(`${args[0]}: ${handled} of ${sent} events were handled`);
      child.send("handled?");
      [{ handled }] = await once(child, "message");
      if (handled !== sent) await wait(50);
    }
    return times;
  };
  try {
    const [address] = await once(child, "message");
    await send(WARM_UP, address);
    return await send(MEASURED, address);
  } finally {
    agent.destroy();
    child.disconnect();
  }
}

/** The servers that the tests of the stores start. */
async function servers() {
  const entry = new URL("../test/stores/servers.ts", import.meta.url).pathname;
  const { outputFiles } = await build({ entryPoints: [entry], write: false, format: "esm", platform: "node" });
  const { default: start } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
  /** @type {Record<string, string>} */
  const urls = {};
  const stop = await start({ provide: (/** @type {string} */ name, /** @type {string} */ url) => (urls[name] = url) });
  return { urls, stop };
}

/** Prints the times of all ways. */
export async function answersUnderLoad() {
  const { urls, stop } = await servers();
  /** @type {Map<string, number[]>} */
  const all = new Map();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, { name, kind, defer }] of WAYS.entries()) {
        const times = await load([kind, defer, urls[`${kind}Url`] ?? "", `load_${round}_${at}`]);
        all.set(name, [...(all.get(name) ?? []), ...times]);
      }
    }
  } finally {
    await stop();
  }
  console.log(`\nanswers under ${PER_SECOND} requests per second, handlers that wait 50 to 200 ms, in milliseconds`);
  console.log(`${"".padEnd(36)}     p50      p99      max  p99 / bare`);
  const p99 = (/** @type {number[]} */ times) => times[Math.floor(times.length * 0.99)] ?? NaN;
  for (const times of all.values()) times.sort((a, b) => a - b);
  const bare = p99([...all.values()][0] ?? []);
  for (const [name, times] of all) {
    const columns = [times[times.length >> 1], p99(times), times.at(-1)].map((ms) => ms?.toFixed(1).padStart(8));
    const verdict = name.endsWith("defer") ? `  aim below ${AIM_MS} ms: ${p99(times) < AIM_MS ? "met" : "MISSED"}` : "";
    console.log(`${name.padEnd(36)}${columns.join(" ")}  ${(p99(times) / bare).toFixed(1).padStart(10)}${verdict}`);
  }
  if (bare > AIM_MS / 4)
    console.log(
      `The machine is busy: a p99 of ${bare.toFixed(0)} ms is not of the bare server. Run it on an idle one.`,
    );
}
