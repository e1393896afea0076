// Bundles the programs and runs them against a server on loopback.
import { createHash } from "node:crypto";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { listen } from "../../test/tools/loopback.mjs";

/** @typedef {import("../../test/tools/loopback.mjs").Arrived} Arrived */
/** What the server answers; `undefined` cuts the connection. @typedef {{ status: number, text: string } | undefined} Answer */
/** What arrived, why the call failed, and what it returned. @typedef {{ requests: Arrived[], failure?: string, result?: any }} Outcome */

const CREDENTIALS = {
  PANDAPON_ACCESS_KEY: "0123456789abcdef0123456789abcdef",
  PANDAPON_ACCESS_SECRET: "fedcba9876543210fedcba9876543210",
  PANDAPON_USER_ID: "2100007341207",
};

/** Why a request is not as PandaPon wants it. @param {Arrived} arrived @returns {string | undefined} */
function fault({ headers, body }) {
  const { PANDAPON_ACCESS_KEY: key, PANDAPON_ACCESS_SECRET: secret, PANDAPON_USER_ID: user } = CREDENTIALS;
  const text = `${key}${headers["timestamp"]}${headers["nonce-str"]}${secret}`;
  const signature = createHash("md5").update(text).digest("hex").toUpperCase();
  if (headers["access-key"] !== key || headers["user-id"] !== user) return "no credentials";
  if (headers["signature"] !== signature) return "the wrong signature";
  if (body !== "" && !headers["content-type"]?.startsWith("application/json")) return "the wrong content type";
  return undefined;
}

/** One server for all programs. They read its address and the credentials from the environment. */
export async function startServer() {
  /** @type {Arrived[]} */
  let requests = [];
  /** @type {(count: number) => Answer} */
  let answerTo = () => undefined;
  const { url, close } = await listen((arrived) => answerTo(requests.push(arrived)));
  Object.assign(process.env, CREDENTIALS, { PEERS_URL: url });

  /**
   * @param {string} file a bundled program
   * @param {(count: number) => Answer} answer takes how many requests have arrived
   * @returns {Promise<Outcome>}
   */
  async function run(file, answer) {
    requests = [];
    answerTo = answer;
    const { call } = await import(pathToFileURL(file).href);
    const outcome = await settle(call);
    const reason = requests.map(fault).find((found) => found !== undefined);
    if (reason !== undefined) throw new Error(`${path.basename(file)} sends ${reason}`);
    return { requests, ...outcome };
  }
  return { run, close };
}

/** @param {() => Promise<any>} call */
async function settle(call) {
  try {
    const result = await call();
    // Some clients return errors.
    return result?.error === undefined ? { result } : { failure: nameOf(result.error) };
  } catch (error) {
    return { failure: nameOf(error) };
  }
}

/** @param {unknown} error */
const nameOf = (error) => (error instanceof Error ? error.name : "error");

/**
 * Bundles programs for Node, minified.
 * @param {string} dir
 * @param {string[]} names of modules in calls/
 * @returns {(name: string) => string} where the bundle is
 */
export function bundle(dir, names) {
  const outdir = path.join(dir, "bundles");
  buildSync({
    entryPoints: names.map((name) => path.join(dir, `calls/${name}.ts`)),
    absWorkingDir: dir,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // The only platform that adds no conditions.
    platform: "neutral",
    conditions: ["node"],
    external: ["node:*"],
    logLevel: "error",
  });
  return (name) => path.join(outdir, `${name}.mjs`);
}
