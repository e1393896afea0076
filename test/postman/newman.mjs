// `npm run test:postman`: newman, which is Postman without its window, runs the collection against a server on loopback that
// checks signature and digits.
//
// newman is fetched once into node_modules/.cache, because it needs 66 MB. To raise its version, change it here and run this.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "lossless-json";
import { installBinary } from "../runtimes/install.mjs";
import { startServer } from "./server.mjs";

/** @import { Expected, Outcome } from "./server.mjs" */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COLLECTION = path.join(ROOT, "generated/postman_collection.json");
const NEWMAN = { name: "newman", version: "6.2.2", binary: "bin/newman.js" };
const CREDENTIALS = { accessKey: "key-of-a-test", accessSecret: "secret-of-a-test", userId: "2100000000001" };
const WAREHOUSE = { warehouseTimestamp: "1733474179", warehouseSign: "sign-of-a-test" };
/** Far longer than a run takes. */
const LIMIT_MS = 120_000;

if (!existsSync(COLLECTION)) {
  console.error("There is no collection. Run `npm run build` first.");
  process.exit(2);
}
const expected = expectedOf(parse(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8")));
const signed = expected.filter((one) => one.isSigned).length;
const all = expected.length;

try {
  const binary = installBinary(NEWMAN);
  const started = performance.now();
  const results = [
    await holds("every request is accepted", binary, {}, (outcomes) => accepted(outcomes) === all),
    await holds(
      "with a wrong secret, every signed request is refused",
      binary,
      { accessSecret: "another-secret" },
      (outcomes) => accepted(outcomes) === all - signed && refused(outcomes, "signature") === signed,
    ),
    await holds(
      "without a secret, the script says so",
      binary,
      { accessSecret: "" },
      (outcomes, output) =>
        accepted(outcomes) === all - signed && output.includes("Not signed: the variable accessSecret is empty."),
    ),
  ];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = results.filter(Boolean).length;
  const failed = results.length - passed;
  console.log(
    `newman ${NEWMAN.version}, ${all} requests, ${signed} signed: ${passed} passed, ${failed} failed  ${seconds} s`,
  );
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  console.log(`newman ${NEWMAN.version}  FAILED: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

/**
 * Runs the collection once.
 * @param {string} what @param {string} binary @param {Record<string, string>} variables replace the right ones
 * @param {(outcomes: Outcome[], output: string) => boolean} isRight
 */
async function holds(what, binary, variables, isRight) {
  const server = await startServer(expected, CREDENTIALS);
  try {
    const given = { ...CREDENTIALS, ...WAREHOUSE, ...variables, baseUrl: server.url };
    const output = await newman(binary, given);
    const ok = server.outcomes.length === all && isRight(server.outcomes, output);
    console.log(`${ok ? "passed" : "FAILED"}  ${what}`);
    if (ok) return true;
    console.log(`  ${accepted(server.outcomes)} of ${all} accepted`);
    for (const { request, reason } of server.outcomes) if (reason !== undefined) console.log(`  ${request}: ${reason}`);
    console.log(output.slice(-3_000));
    return false;
  } finally {
    server.close();
  }
}

/** @param {Outcome[]} outcomes */
function accepted(outcomes) {
  return outcomes.filter(({ reason }) => reason === undefined).length;
}

/** @param {Outcome[]} outcomes @param {string} why */
function refused(outcomes, why) {
  return outcomes.filter(({ reason }) => reason === why).length;
}

/** @param {string} binary @param {Record<string, string>} variables @returns {Promise<string>} what it printed */
function newman(binary, variables) {
  const set = Object.entries(variables).flatMap(([name, value]) => ["--env-var", `${name}=${value}`]);
  const args = [binary, "run", COLLECTION, "--color", "off", "--reporters", "cli", ...set];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], timeout: LIMIT_MS });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => (output += text));
    }
    child.on("error", reject);
    child.on("close", (_, signal) =>
      signal === null ? resolve(output) : reject(new Error(`newman was ended by ${signal}`)),
    );
  });
}

/**
 * What the contract's examples make of each operation. Written without the tool chain, from the bundle alone.
 * @param {any} document the bundle, with long integers kept @returns {Expected[]}
 */
function expectedOf(document) {
  const schemes = document.components.securitySchemes;
  return Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const [names] = operation.security ?? document.security;
      const isSigned = Object.keys(names).every((name) => schemes[name].in === "header");
      const taken = (operation.parameters ?? []).filter((/** @type {any} */ one) => one["x-alternative"] === undefined);
      const texts = (/** @type {string} */ place) =>
        taken
          .filter((/** @type {any} */ one) => one.in === place)
          .map((/** @type {any} */ { name, example }) => [name, encodeURIComponent(String(example))]);
      const proofs = isSigned ? [] : Object.keys(names).map((name) => [schemes[name].name, WAREHOUSE[name]]);
      const query = [...texts("query"), ...proofs].map(([name, text]) => `${name}=${text}`).join("&");
      const target = texts("path").reduce((url, [name, text]) => url.replace(`{${name}}`, text), template);
      return {
        id: operation.operationId,
        request: `${method.toUpperCase()} ${target}${query && `?${query}`}`,
        body: stringify(operation.requestBody?.content["application/json"].example, null, 2) ?? "",
        isSigned,
      };
    }),
  );
}
