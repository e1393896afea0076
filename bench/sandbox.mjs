// How many requests the sandbox answers per second, in this process, with every check on: the refund flow of 1688. And how long it
// takes to start. `npm run bench:sandbox` fails below the targets.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { signer } from "pandapon-openapi/signing";
import { createSandbox } from "pandapon-codegen/sandbox";
import { parse, stringify } from "lossless-json";

const AIMS = { perSecond: 2_000, startMs: 1_000 };
const RUNS = 5;
/** Flows per run. Each is a new order with a refund. */
const FLOWS = 400;

const { paths } = /** @type {any} */ (
  parse(readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8"))
);
/** @param {string} path @returns {Record<string, unknown>} the example of its body */
const exampleOf = (path) => paths[path].post.requestBody.content["application/json"].example;

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Makes refunds. @returns how many requests that took, and the milliseconds */
async function run() {
  const sandbox = createSandbox();
  const sign = signer(sandbox.credentials);
  let requests = 0;
  /** @param {string} path @param {Record<string, unknown>} body */
  async function call(path, body) {
    requests += 1;
    const headers = { "content-type": "application/json", ...sign() };
    const init = { method: "POST", headers, body: stringify(body) };
    const text = await (await sandbox.fetch(`http://sandbox.example${path}`, init)).text();
    const answer = /** @type {any} */ (parse(text));
    if (Number(answer.code) !== 200) throw new Error(`${path}: ${text}`);
    return answer.data;
  }
  /** @param {string} id @param {string} step */
  async function door(id, step) {
    requests += 1;
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const answer = await sandbox.fetch(`http://sandbox.example/sandbox/orders/${id}/${step}`, init);
    if (!answer.ok) throw new Error(`${step}: ${await answer.text()}`);
  }
  const started = performance.now();
  for (let flow = 0; flow < FLOWS; flow += 1) await refund(call, door);
  return { requests, ms: performance.now() - started };
}

const [{ requests }] = [await run()]; // warms up
const rates = [];
for (let count = 0; count < RUNS; count += 1) {
  const { requests, ms } = await run();
  rates.push((requests / ms) * 1_000);
}

/** A process that starts a sandbox and answers once. Its own clock begins when Node runs its first line. */
const START = `
  const started = performance.now();
  const { createSandbox } = await import("pandapon-codegen/sandbox");
  const sandbox = createSandbox();
  const { signer } = await import("pandapon-openapi/signing");
  const headers = signer(sandbox.credentials)();
  const answer = await sandbox.fetch("http://sandbox.example/open/order/refund/query?refundId=110002685755", { headers });
  await answer.text();
  console.log(performance.now() - started);
`;
const starts = Array.from({ length: RUNS }, () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", START], { cwd: new URL("..", import.meta.url) })),
);

/** @param {string} what @param {string} measured @param {boolean} isMet @param {string} aim */
function report(what, measured, isMet, aim) {
  console.log(`${what.padEnd(34)} ${measured.padStart(16)}   ${aim}: ${isMet ? "met" : "MISSED"}`);
  if (!isMet) process.exitCode = 1;
}

console.log(`Median of ${RUNS} runs of ${requests} requests each, in this process, with signatures and validation\n`);
const rate = median(rates);
report("refund flow", `${rate.toFixed(0)} requests/s`, rate >= AIMS.perSecond, `at least ${AIMS.perSecond}`);
const start = median(starts);
report("import, create, first answer", `${start.toFixed(0)} ms`, start < AIMS.startMs, `below ${AIMS.startMs}`);
