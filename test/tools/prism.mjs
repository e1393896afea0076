// Prism serves the published bundle: it takes the example of each request, and answers with the example of the answer.
import { spawn } from "node:child_process";
import { parse, stringify } from "lossless-json";
import { bodyExample, list, operations, parametersOf, proofsOf, unsafePlaces, YAML_FILE } from "./bundle.mjs";
import { PRISM } from "./packages.mjs";

/** @typedef {import("./bundle.mjs").Operation} Operation */

const LIMIT_MS = 30_000;

/** @type {import("./tool.mjs").Tool} */
export const prism = {
  name: "Prism",
  shown: ["@stoplight/prism-cli"],
  packages: PRISM,
  newerNode: true,
  checked: "takes each example, answers with an example",
  async check(installed) {
    const { url, stop } = await start(installed);
    try {
      const problems = [];
      /** @type {Record<string, string[]>} */
      const odd = { refused: [], rounded: [] };
      for (const operation of operations) {
        const result = await call(url, operation);
        if (result in odd) odd[result].push(operation.id);
        else if (result !== "exact") problems.push(`${operation.id}: ${result}`);
      }
      const notes = [];
      if (odd.refused.length > 0) notes.push(`refuses integer ids beyond 2^53 with 422: ${list(odd.refused)}`);
      if (odd.rounded.length > 0) notes.push(`rounds integer ids of its answer: ${list(odd.rounded)}`);
      return { problems, notes };
    } finally {
      await stop();
    }
  },
};

/** @param {import("./tool.mjs").Installed} installed */
async function start(installed) {
  const { node, dir: cwd, environment: env } = installed;
  const args = [installed.command("@stoplight/prism-cli"), "mock", "--host", "127.0.0.1", "--port", "0", YAML_FILE];
  const child = spawn(node, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let printed = "";
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      printed += chunk;
      const [, address] = /listening on (http:\S+)/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`it ended with ${code}: ${printed.slice(-2000)}`)));
    setTimeout(() => reject(new Error(`it did not start: ${printed.slice(-2000)}`)), LIMIT_MS).unref();
  }).catch((error) => {
    child.kill();
    throw error;
  });
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/**
 * Sends the example of an operation.
 * @param {string} baseUrl
 * @param {Operation} operation
 * @returns {Promise<string>} `exact` if the answer is its example; `refused` or `rounded` if an integer id beyond 2^53 is the reason why it
 *   is not; otherwise what is wrong
 */
async function call(baseUrl, { method, path, operation }) {
  const url = new URL(baseUrl);
  /** @type {Record<string, string>} */
  const headers = { "content-type": "application/json" };
  /** @type {Map<string, unknown>} what is sent, by place */
  const sent = new Map();
  for (const { in: where, name, value } of parametersOf(operation)) {
    sent.set(`${where},${name}`, value);
    if (where === "query") url.searchParams.set(name, String(value));
    if (where === "path") path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
  }
  for (const { in: where, name } of proofsOf(operation)) {
    if (where === "header") headers[name] = "1";
    if (where === "query") url.searchParams.set(name, "1");
  }
  url.pathname = path;
  let body;
  if (operation.requestBody !== undefined) {
    const example = bodyExample(operation.requestBody);
    sent.set("body", example);
    body = stringify(example);
  }
  const response = await fetch(url, {
    method: method.toUpperCase(),
    headers,
    body,
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  const text = await response.text();
  if (response.status !== 200) {
    const reasons = JSON.parse(response.headers.get("sl-violations") ?? "[]");
    const unsafe = [...sent].flatMap(([place, value]) => unsafePlaces(value, place));
    const isOfUnsafe = (/** @type {{ location: string[] }} */ { location }) =>
      unsafe.includes(location.slice(1).join());
    if (response.status === 422 && reasons.length > 0 && reasons.every(isOfUnsafe)) return "refused";
    return `${response.status} ${JSON.stringify(reasons)} ${text.slice(0, 300)}`;
  }
  const expected = stringify(bodyExample(operation.responses["200"]));
  if (stringify(parse(text)) === expected) return "exact";
  // What is left of the example after JSON.parse.
  if (JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(expected ?? ""))) return "rounded";
  return `answers ${text.slice(0, 300)}, not its example`;
}
