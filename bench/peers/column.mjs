// Measures one client: its column of the table.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { FORMS, ID, lineCount, program, SIGN } from "./program.mjs";
import { bundle } from "./run.mjs";
import { allowedPrograms, clientErrors, NODE } from "./types.mjs";

/** @import { Client, Mode } from "./clients/client.mjs" */
/** @import { Answer, Outcome } from "./run.mjs" */
/** @typedef {(name: string, answer: (count: number) => Answer) => Promise<Outcome>} Run runs a program by its name */
/** Texts by the name of the row; several are lines of one cell. @typedef {Record<string, string[]>} Cells */

const CREATE = "alibaba.orders.create";
const CANCEL = "taobao.refunds.cancel";
const GET = "alibaba.orders.get";

/** The operations that take the long id, and how it should arrive. @type {Record<string, string>} */
const SENT = { [GET]: `"${ID}"`, "alibaba.refunds.create": ID, [CANCEL]: ID };

/** An answer to `taobao.refunds.cancel` with the long id as a bare number in three places. */
const READ = `{"cancelSuccess":true,"refundOrderAggregate":{"refundOrder":{"reasonId":${ID}},"purchaseOrderLine":{"purchaseOrderId":${ID}}},"other":${ID}}`;
/** @type {Record<string, (data: any) => unknown>} */
const PLACES = {
  "read integer": (data) => data.refundOrderAggregate.refundOrder.reasonId,
  "read union": (data) => data.refundOrderAggregate.purchaseOrderLine.purchaseOrderId,
  "read unknown": (data) => data.other,
};

/** @param {string} data */
const answered = (data) => ({ status: 200, text: `{"requestId":"1","code":200,"msg":"成功","data":${data}}` });
const OK = answered('{"cancelSuccess":true}');
const REFUSED = { status: 200, text: '{"requestId":"1","code":500,"msg":"系统异常"}' };
const UNAVAILABLE = { status: 503, text: "{}" };
/** The connection is cut, 503, 504. @type {Answer[]} */
const FAULTS = [undefined, UNAVAILABLE, { status: 504, text: "{}" }];

/** @param {string} text */
const quoted = (text) => `\`${text}\``;

/**
 * @param {Client} client
 * @param {string} dir an empty folder
 * @param {Awaited<ReturnType<typeof import("./run.mjs").startServer>>} server
 * @returns {Promise<Record<string, string>>} cells, by the name of the row
 */
export async function column(client, dir, server) {
  const [first, bigint] = client.modes;
  const usual = await prepare(client, first, path.join(dir, "default"), server);
  /** @type {Cells} */
  const cells = {
    version: [usual.version],
    bigint: [bigint?.name ?? "none"],
    ...(await digits(client, usual)),
    signing: [signingOf(client)],
    ...(await failures(client, usual.run)),
    size: [`${(gzipSync(readFileSync(usual.bundled(GET)), { level: 9 }).length / 1000).toFixed(1)} kB`],
  };
  for (const [at, count] of (await clientErrors(usual.dir, GET)).entries()) cells[`types ${at}`] = [String(count)];
  if (bigint !== undefined) {
    const other = await digits(client, await prepare(client, bigint, path.join(dir, "bigint"), server));
    for (const [row, texts] of Object.entries(other)) {
      if (texts.join() !== cells[row].join()) cells[row].push(...texts.map((text) => `bigint mode: ${text}`));
    }
  }
  return Object.fromEntries(Object.entries(cells).map(([row, texts]) => [row, texts.join("<br>")]));
}

/**
 * Generates the client, and makes those of its programs that its types allow.
 * @param {Client} client @param {Mode} mode @param {string} dir
 * @param {Awaited<ReturnType<typeof import("./run.mjs").startServer>>} server
 */
async function prepare(client, mode, dir, server) {
  mkdirSync(path.join(dir, "calls"), { recursive: true });
  const version = await mode.generate(dir);
  writeFileSync(path.join(dir, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(path.join(dir, "calls/sign.ts"), SIGN);
  writeFileSync(path.join(dir, "calls/node.d.ts"), NODE);
  /** @type {string[]} */
  const names = [];
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    names.push(name);
    writeFileSync(path.join(dir, `calls/${name}.ts`), text);
  };
  write(GET, program(client, mode, GET));
  for (const id of Object.keys(SENT)) {
    for (const [form, orderId] of Object.entries(FORMS)) {
      write(`${id}-${form}`, program(client, mode, id, { orderId }));
    }
  }
  for (const [at, { source }] of client.setups.entries()) {
    for (const id of [CREATE, CANCEL, GET]) write(`${id}-setup-${at}`, program(client, mode, id, { setup: source }));
  }
  const allowed = await allowedPrograms(dir, names);
  const bundled = bundle(dir, allowed);
  /** @type {Run} */
  const run = (name, answer) => {
    if (!allowed.includes(name)) throw new Error(`the program ${name} does not compile`);
    return server.run(bundled(name), answer);
  };
  return { dir, version, bundled, run, allows: (/** @type {string} */ name) => allowed.includes(name) };
}

/** What becomes of the digits. @param {Client} client @param {{ run: Run, allows: (name: string) => boolean }} prepared @returns {Promise<Cells>} */
async function digits(client, { run, allows }) {
  /** @type {Cells} */
  const cells = {};
  for (const [id, wanted] of Object.entries(SENT)) {
    /** @type {Record<string, string[]>} */
    const forms = {};
    for (const form of Object.keys(FORMS).filter((form) => allows(`${id}-${form}`))) {
      (forms[sentText(await run(`${id}-${form}`, () => OK), wanted)] ??= []).push(form);
    }
    const texts = Object.entries(forms).map(([text, taken]) => `${text} (${taken.join(", ")})`);
    if (texts.length === 0) throw new Error(`the types of ${id} take no form of the id`);
    cells[`sent ${id}`] = texts;
  }
  const { result, failure } = await run(`${CANCEL}-setup-0`, () => answered(READ));
  if (failure !== undefined) throw new Error(`${CANCEL} fails with ${failure}`);
  for (const [row, find] of Object.entries(PLACES)) cells[row] = [readText(find(client.data(result)))];
  return cells;
}

/** @param {Outcome} outcome @param {string} wanted @returns {string} how the id arrived */
function sentText({ requests: [arrived], failure }, wanted) {
  if (arrived === undefined) return `not sent, ${quoted(failure ?? "")}`;
  const last = decodeURIComponent(arrived.url.split("/").at(-1) ?? "");
  const found = arrived.body === "" ? last : (/"orderId":([^,}]*)/.exec(arrived.body)?.[1] ?? "nothing");
  return found === wanted ? "exact" : quoted(found);
}

/** @param {unknown} value @returns {string} */
function readText(value) {
  if (String(value) === ID) return `exact (${typeof value})`;
  return quoted(typeof value === "bigint" ? `${value}n` : String(JSON.stringify(value)));
}

/** @param {Client} client */
function signingOf({ signing }) {
  if (signing === undefined) return "by itself";
  const lines = lineCount(SIGN) + lineCount(signing.hook ?? "");
  return `${signing.how}: ${lines} lines${signing.added === undefined ? "" : `, and ${signing.added} per call`}`;
}

/** What the client does if a call fails. @param {Client} client @param {Run} run @returns {Promise<Cells>} */
async function failures(client, run) {
  const refused = await run(`${CREATE}-setup-0`, () => REFUSED);
  /** @type {Cells} */
  const cells = {
    refusal: [refused.failure === undefined ? "succeeds" : `fails, ${quoted(refused.failure)}`],
    "retry option": [client.retryOption],
    [`writes ${CREATE}`]: [],
    [`writes ${CANCEL}`]: [],
    "read again": [],
  };
  for (const [at, { name }] of client.setups.entries()) {
    const add = (/** @type {string} */ row, /** @type {string} */ text) =>
      cells[row].push(name === undefined ? text : `${name}: ${text}`);
    for (const id of [CREATE, CANCEL]) {
      const counts = [];
      for (const answer of FAULTS) counts.push((await run(`${id}-setup-${at}`, () => answer)).requests.length);
      add(`writes ${id}`, counts.join(" / "));
    }
    const read = await run(`${GET}-setup-${at}`, (count) => (count === 1 ? UNAVAILABLE : OK));
    add("read again", read.requests.length > 1 && read.failure === undefined ? "yes" : "no");
  }
  return cells;
}
