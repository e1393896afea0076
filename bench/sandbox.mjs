// How many requests the sandbox answers per second, in this process, with every check on: the refund flow of 1688. And how long it
// takes to start. `npm run bench:sandbox` fails below the targets.
import { execFileSync } from "node:child_process";
import { signer } from "pandapon-openapi/signing";
import { createSandbox } from "pandapon-codegen/sandbox";
import { stringify } from "lossless-json";

const AIMS = { perSecond: 2_000, startMs: 1_000 };
const RUNS = 5;
/** Flows per run. Each is a new order with a refund. */
const FLOWS = 400;

const ADDRESS = {
  fullName: "Test Buyer",
  mobile: "10000000001",
  phone: "10000000001",
  postCode: "000000",
  provinceText: "浙江省",
  cityText: "杭州市",
  areaText: "余杭区",
  townText: "示例镇",
  address: "示例路1号",
};
const SHIRT = { offerId: 706627393257, specId: "cd2b8c31408766f9fb089e74e2a6ac15" };

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Orders, pays, receives and returns goods, again and again. @returns how many operations were called, how many requests there were with those to the test door, and the time in milliseconds */
async function run() {
  const sandbox = createSandbox();
  const sign = signer(sandbox.credentials);
  let requests = 0;
  let all = 0;
  /** @param {string} path @param {string} body JSON text @param {object} [headers] */
  async function post(path, body, headers = {}) {
    all += 1;
    const init = { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
    const answer = await sandbox.fetch(`http://sandbox.example${path}`, init);
    const text = await answer.text();
    // Ids are long integers, so they are not read by JSON.parse.
    if (!answer.ok || !/"code":200|^\{(?!.*"code")/.test(text)) throw new Error(`${path}: ${text}`);
    return text;
  }
  /** @param {string} path @param {unknown} body */
  const call = (path, body) => {
    requests += 1;
    return post(path, stringify(body) ?? "", sign());
  };
  const started = performance.now();
  for (let flow = 0; flow < FLOWS; flow += 1) {
    const ordered = await call("/alibaba/order/create", {
      flow: "general",
      addressParam: ADDRESS,
      cargoParamList: [{ ...SHIRT, quantity: 3 }],
    });
    const [, id = ""] = /"orderId":"(\d{19})"/.exec(ordered) ?? [];
    const orderId = BigInt(id);
    let order = "";
    for (const step of ["pay", "ship", "deliver"]) order = await post(`/sandbox/orders/${id}/${step}`, "{}");
    // No answer of PandaPon shows the id of a line.
    const entryId = BigInt(/"entryId":"(\d{19})"/.exec(order)?.[1] ?? "");
    const refunded = await call("/alibaba/refund/detail/create", {
      orderId,
      orderEntryIds: [entryId],
      disputeRequest: "returnRefund",
      goodsStatus: "refundBuyerReceived",
      applyPayment: 2500,
      applyCarriage: 0,
      applyReasonId: 20006,
      description: "Wrong colour delivered",
      orderEntryCountList: [{ id: entryId, count: 2 }],
    });
    const [, refundId = ""] = /"refundId":"(TQ\d{18})"/.exec(refunded) ?? [];
    await post(`/sandbox/refunds/${refundId}/agree`, "{}");
    await call("/alibaba/refund/info", { refundId });
    await call("/alibaba/refund/goods/return", { refundId, logisticsCompanyNo: "YTO", freightBill: "YT0000000000001" });
    await post(`/sandbox/refunds/${refundId}/finish`, "{}");
    await call("/alibaba/refund/info", { refundId });
    await call("/alibaba/order/detail", { webSite: "1688", orderId: id });
    sandbox.reset("state");
  }
  const ms = performance.now() - started;
  return { requests, all, ms };
}

const { requests, all } = await run(); // warms up
/** @type {number[]} */
const rates = [];
for (let count = 0; count < RUNS; count += 1) rates.push((requests / (await run()).ms) * 1_000);

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

console.log(`Median of ${RUNS} runs of ${requests} calls of operations each, signed and checked, in this process\n`);
const rate = median(rates);
report(
  "calls of the refund flow",
  `${rate.toFixed(0)} requests/s`,
  rate >= AIMS.perSecond,
  `at least ${AIMS.perSecond}`,
);
const withDoor = `${((rate * all) / requests).toFixed(0)} requests/s`;
console.log(`${"with those to the test door".padEnd(34)} ${withDoor.padStart(16)}`);
const range = `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`;
console.log(`${"calls, slowest to fastest run".padEnd(34)} ${range.padStart(16)}`);
const start = median(starts);
report("import, create, first answer", `${start.toFixed(0)} ms`, start < AIMS.startMs, `below ${AIMS.startMs}`);
