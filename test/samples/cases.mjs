// The samples to run: those of all operations, and of a few with values that are hard to write in a program.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import { operationsOf } from "../../scripts/dist/core/openapi.js";
import { targetIn } from "../../scripts/dist/core/schema-view.js";
import { exact } from "./compare.mjs";
import { samplesOf, webhookSamplesOf } from "../../scripts/dist/docs/samples/index.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const document = readBundleFile(path.join(ROOT, "generated/openapi.yaml"));
const follow = targetIn(document);
const operations = [...operationsOf(document.paths, follow)];
/** Read without the tool chain's own reader. */
const bundle = exact(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"));

/** @typedef {{ id: string, route: string, path: object, query: object, body?: unknown }} Inputs */
/** @typedef {Inputs & { name: string, flagged: boolean, samples: import("../../scripts/dist/docs/samples/index.js").Sample[] }} Case */

const TEXTS = [
  `"quotes" 'and' \`ticks\` """ '''`,
  "$HOME ${HOME} $(id) `id` \\$ !! !x %s %20 {brace} {{x}} [x] ~ * ? #",
  "back\\slash \\n \\u0041 \\x41 \\",
  "line\nbreak\r\nand\ttab",
  `ends with "`,
  "ends with '",
  "emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 中文　العربية é é",
  "\u202eto the left\u2028\u2029\u0000\u007f\ud800",
  "// /* */ <!-- </script> -d @/etc/passwd",
  "",
];
const points = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x7f })), {
  maxLength: 8,
});
const RANDOM = fc.sample(points, { numRuns: 100, seed: 17 }).map((codes) => String.fromCodePoint(...codes));

/** @param {string} id */
const exampleOf = (id) =>
  operations.find(({ operation }) => operation.operationId === id).operation.requestBody.content["application/json"]
    .example;

/** @type {Case[]} */
export const CASES = [
  ...operations.map((whole) => caseOf(whole.operation.operationId, whole)),
  ...[TEXTS, RANDOM].map((vouchers) =>
    hard("alibaba.refunds.create", {
      body: { ...exampleOf("alibaba.refunds.create"), description: vouchers.join(""), vouchers },
    }),
  ),
  // JSON in JSON.
  hard("taobao.orders.preview", {
    body: {
      ...exampleOf("taobao.orders.preview"),
      receiver: JSON.stringify(Object.fromEntries(TEXTS.map((text, index) => [`field${index} ${text}`, text]))),
    },
  }),
  // Half of a surrogate pair has no form in a URL.
  hard("taobao.orders.getLogistics", { query: { subPurchaseOrderId: TEXTS.join(" ").toWellFormed() } }),
  hard("taobao.refunds.cancel", { path: { refundId: `a/b?c=d&e#f %2F${TEXTS.join("").toWellFormed()}` } }),
];

/** A receiver in TypeScript, and a push to it in bash, for each webhook. */
export const PUSHES = [...operationsOf(document.webhooks, follow)].map((whole) => {
  const { messageBody } = whole.operation.requestBody.content["application/json"].example;
  return { name: whole.key, messageBody, samples: webhookSamplesOf(whole, document) };
});

/** @param {string} name @param {any} whole @returns {Case} */
function caseOf(name, whole) {
  const { operation, key, method } = whole;
  const written = bundle.paths[key][method];
  const given = { path: {}, query: {} };
  for (const { in: place, name, example, "x-alternative": alternative } of written.parameters ?? []) {
    if (alternative === undefined) given[place][name] = example;
  }
  const body = written.requestBody?.content["application/json"].example;
  const id = operation.operationId;
  return {
    name,
    id,
    route: key,
    ...given,
    body,
    flagged: operation["x-success"] !== undefined,
    samples: samplesOf(whole, document),
  };
}

/** An operation with other examples. @param {string} id @param {Partial<Inputs>} inputs @returns {Case} */
function hard(id, inputs) {
  const whole = operations.find(({ operation }) => operation.operationId === id);
  const operation = structuredClone(whole.operation);
  for (const parameter of operation.parameters ?? []) {
    parameter.example = inputs[parameter.in]?.[parameter.name] ?? parameter.example;
  }
  if (inputs.body !== undefined) operation.requestBody.content["application/json"].example = inputs.body;
  const samples = samplesOf({ ...whole, operation }, document);
  return {
    name: `${id}, hard values`,
    id,
    route: whole.key,
    path: {},
    query: {},
    ...inputs,
    flagged: operation["x-success"] !== undefined,
    samples,
  };
}
