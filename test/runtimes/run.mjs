// `npm run test:runtimes [-- NAME …]`: runs the suite with the built package on every runtime that we support.
//
// The runtimes are npm packages, fetched once into node_modules/.cache. To raise a version, change it here and run this. A test
// that fails then shows a change of that platform. src/transport/attempt.ts lists how each words a refused connection.
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { fetchBinary } from "../support/fetch-packages.mjs";
import { runEdge } from "./edge.mjs";
import { installPackage } from "./install.mjs";
import { bun, deno, edgeRuntime, node, workerd } from "./packages.mjs";
import { runScript } from "./script.mjs";
import { startServer } from "./server.mjs";
import { runWorkerd } from "./workerd.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** Far longer than the suite takes. */
const LIMIT_MS = 60_000;

const ENVIRONMENT = {
  PANDAPON_ACCESS_KEY: "key-of-the-environment",
  PANDAPON_ACCESS_SECRET: "secret-of-the-environment",
  PANDAPON_USER_ID: "user-of-the-environment",
};
const ofNode = { tellsRefused: true, resendsGets: false, environment: ENVIRONMENT };
const DENO = ["run", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "--allow-net=127.0.0.1"];
const denoPackage = deno("2.9.6");

/**
 * @typedef {object} Runtime
 * @property {import("./packages.mjs").Package} from
 * @property {string[]} [args] before the file to run; not for those that run a bundle
 * @property {boolean} tellsRefused this and the next: what the suite expects, see suite.js
 * @property {boolean} resendsGets
 * @property {Record<string, string>} [environment] if the runtime can read it
 */
/** @type {Record<string, Runtime>} */
const RUNTIMES = {
  "node-20": { ...ofNode, from: node("20.20.2"), args: [] },
  "node-22": { ...ofNode, from: node("22.23.3"), args: [] },
  "node-24": { ...ofNode, from: node("24.21.0"), args: [] },
  "node-26": { ...ofNode, from: node("26.10.0"), args: [] },
  bun: { ...ofNode, from: bun("1.4.5"), args: ["--no-install"] },
  deno: { ...ofNode, from: denoPackage, args: DENO, resendsGets: true, environment: undefined },
  "deno-allow-env": {
    ...ofNode,
    from: denoPackage,
    args: [...DENO, `--allow-env=${Object.keys(ENVIRONMENT).join()}`],
    resendsGets: true,
  },
  workerd: { from: workerd("1.20261117.1"), tellsRefused: false, resendsGets: true },
  "edge-runtime": { from: edgeRuntime("4.0.1"), tellsRefused: true, resendsGets: false },
};

const all = Object.keys(RUNTIMES);
const wanted = process.argv.slice(2);
const isMeant = (/** @type {string} */ name, /** @type {string} */ want) =>
  name === want || name.startsWith(`${want}-`);
const unknown = wanted.find((want) => !all.some((name) => isMeant(name, want)));
if (unknown !== undefined) {
  console.error(`No runtime ${unknown}; there are: ${all.join(", ")}. \`node\` means all of Node's.`);
  process.exit(2);
}
if (!existsSync(path.join(HERE, "../../dist/src/index.js"))) {
  console.error("Nothing is built. Run `npm run build` first.");
  process.exit(2);
}

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-runtimes-"));
const server = await startServer();
try {
  installPackage(dir);
  for (const file of ["suite.js", "webhooks.js", "check.js", "main.js", "worker.js", "edge.js"]) {
    cpSync(path.join(HERE, file), path.join(dir, file));
  }
  await build({
    entryPoints: [path.join(HERE, "flows.ts")],
    outfile: path.join(dir, "flows.js"),
    bundle: true,
    format: "esm",
    // An import of a module of Node fails.
    platform: "browser",
  });
  for (const name of all) {
    if (wanted.length > 0 && !wanted.some((want) => isMeant(name, want))) continue;
    if (!(await passes(name, RUNTIMES[name]))) process.exitCode = 1;
  }
} finally {
  server.close();
  rmSync(dir, { recursive: true, force: true });
}

/** Runs the suite on one runtime and prints the result. @param {string} name @param {Runtime} runtime */
async function passes(name, runtime) {
  const title = `${name.padEnd(14)}  ${runtime.from.version.padEnd(13)}`;
  try {
    const binary = fetchBinary(runtime.from);
    const started = performance.now();
    const results = await resultsOf(binary, runtime);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const failed = results.filter(({ reason }) => reason !== undefined);
    const passed = results.length - failed.length;
    console.log(`${title}  ${passed} passed, ${failed.length} failed  ${seconds} s`);
    for (const { name: test, reason } of failed) console.log(`  ${test}\n    ${reason?.replaceAll("\n", "\n    ")}`);
    return passed > 0 && failed.length === 0;
  } catch (error) {
    console.log(`${title}  FAILED: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** @param {string} binary @param {Runtime} runtime */
function resultsOf(binary, { from, args, tellsRefused, resendsGets, environment }) {
  const { baseUrl, refusedUrl } = server;
  const environmentUserId = environment?.PANDAPON_USER_ID;
  const given = { baseUrl, refusedUrl, tellsRefused, resendsGets, environmentUserId };
  if (from.name === "edge-runtime") return runEdge(binary, from.version, dir, given, LIMIT_MS);
  if (args === undefined) return runWorkerd(binary, dir, given, LIMIT_MS);
  // Always set: a process that may not read its environment must not fail because of it.
  return runScript(
    { binary, version: from.version, args, file: "main.js", dir, environment: ENVIRONMENT },
    given,
    LIMIT_MS,
  );
}
