// `npm run bench:peers [-- NAME …]`: compares our client and our generator with those of other tools, and writes docs/comparison.md.
// With NAMEs, each the beginning of a client's name or `generate`, it prints their columns, or the times of the generators, instead.
//
// The tools are npm packages, fetched once into node_modules/.cache; after that nothing needs a network.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { ROOT } from "../test/support/fetch-packages.mjs";
import { Installed } from "../test/tools/tool.mjs";
import { heyApi } from "./peers/clients/hey-api.mjs";
import { kubb } from "./peers/clients/kubb.mjs";
import { openapiFetch } from "./peers/clients/openapi-fetch.mjs";
import { orval } from "./peers/clients/orval.mjs";
import { ours } from "./peers/clients/ours.mjs";
import { redocly } from "./peers/clients/redocly.mjs";
import { column } from "./peers/column.mjs";
import { GENERATORS } from "./peers/generators.mjs";
import { page } from "./peers/page.mjs";
import { startServer } from "./peers/run.mjs";
import { timeGenerators } from "./peers/timing.mjs";

const CLIENTS = [ours, openapiFetch, heyApi, orval, kubb, redocly];
const PAGE = path.join(ROOT, "docs/comparison.md");

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(2);
}

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const isMeant = (/** @type {string} */ want) => CLIENTS.filter(({ name }) => name.toLowerCase().startsWith(want));
const GENERATE = "generate";
const unknown = wanted.find((want) => want !== GENERATE && isMeant(want).length === 0);
if (unknown !== undefined) {
  stop(
    `No client ${unknown}; there are: ${CLIENTS.map(({ name }) => name).join("; ")}. \`${GENERATE}\` times the generators.`,
  );
}
if (!existsSync(path.join(ROOT, "dist/src/index.js"))) stop("The package is not built. Run `npm run build`.");

const clients = wanted.length === 0 ? CLIENTS : wanted.flatMap(isMeant);
const generators = wanted.length === 0 || wanted.includes(GENERATE) ? GENERATORS : [];
const dir = mkdtempSync(path.join(tmpdir(), "pandapon-peers-"));
process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
for (const [signal, code] of /** @type {const} */ ([
  ["SIGINT", 130],
  ["SIGTERM", 143],
]))
  process.once(signal, () => process.exit(code));

for (const { name, needs } of [...clients, ...generators]) {
  try {
    if (needs !== undefined) new Installed(needs, path.join(dir, "installed", name));
  } catch (error) {
    stop(`${name}: ${/** @type {Error} */ (error).message}`);
  }
}

const started = performance.now();
const server = await startServer();
const columns = [];
for (const client of clients) {
  if (process.stderr.isTTY) process.stderr.write(`${client.name} …\n`);
  columns.push({ name: client.name, cells: await cellsOf(client) });
}
server.close();
const timings = await timeGenerators(generators, path.join(dir, GENERATE));
const seconds = ((performance.now() - started) / 1000).toFixed(0);

if (wanted.length === 0) {
  const options = await resolveConfig(PAGE);
  writeFileSync(PAGE, await format(page(columns, timings), { ...options, filepath: PAGE }));
  console.log(
    `docs/comparison.md: ${columns.length} clients and ${timings.length} generators compared in ${seconds} s`,
  );
} else {
  for (const { name, cells } of columns) console.log(name, cells);
  for (const timing of timings) console.log(timing);
}

/** @param {import("./peers/clients/client.mjs").Client} client @returns {Promise<Record<string, string>>} */
async function cellsOf(client) {
  try {
    return await column(client, path.join(dir, client.name), server);
  } catch (error) {
    // If ours does not run, the comparison is not worth anything.
    if (client === ours) throw error;
    const { message } = /** @type {Error} */ (error);
    console.error(`${client.name} does not run: ${message}`);
    // The page shows no folders of this machine.
    const [reason] = message.replaceAll(dir, "").replaceAll(ROOT, "").split("\n");
    return { version: `does not run: ${reason}` };
  }
}
