// `npm run test:consumers [-- NAME …]`: small projects install the packed packages as users do, and run. Prints a table. A NAME
// is the beginning of a consumer's name.
//
// The tools are npm packages, fetched once into node_modules/.cache; after that nothing needs a network.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installPackage, packPackage } from "../runtimes/install.mjs";
import { ROOT } from "../support/fetch-packages.mjs";
import { bundlers } from "./bundlers.mjs";
import { frameworks } from "./frameworks.mjs";
import { generated, generateOnce } from "./generated.mjs";
import { linters } from "./linters.mjs";
import { managers } from "./managers.mjs";
import { nodes } from "./node.mjs";
import { endProcesses, fetchTools, Project } from "./project.mjs";
import { startServer } from "./server.mjs";
import { testers } from "./testers.mjs";
import { compilers } from "./typescript.mjs";

const CONSUMERS = [
  ...nodes,
  ...testers,
  ...bundlers,
  ...compilers,
  ...linters,
  ...managers,
  ...generated,
  ...frameworks,
];
/** How many run at a time. */
const LANES = 2;
/** How many problems of a consumer are printed. */
const SHOWN = 5;

const wanted = process.argv.slice(2);
const unknown = wanted.find((want) => !CONSUMERS.some(({ name }) => name.startsWith(want)));
if (unknown !== undefined) {
  console.error(`No consumer ${unknown}; there are: ${CONSUMERS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
if (!existsSync(path.join(ROOT, "dist/src/index.js"))) {
  console.error("Nothing is built. Run `npm run build` first.");
  process.exit(2);
}

const started = performance.now();
const secondsSince = (/** @type {number} */ start) => ((performance.now() - start) / 1000).toFixed(1);
/** @type {string[][]} */
const rows = [];
/** @type {string[]} */
const remarks = [];
let failed = 0;

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-consumers-"));
const server = await startServer();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
process.on("exit", () => {
  endProcesses();
  rmSync(dir, { recursive: true, force: true });
});

const place = path.join(dir, "packed");
mkdirSync(place);
const [tarball, codegen] = [installPackage(place), packPackage(place, path.join(ROOT, "scripts"))];
/** What the consumers of a generated folder get: its place, or why there is none. @type {unknown} */
let folder;
try {
  folder = generateOnce(path.join(dir, "generator"), place, codegen);
} catch (error) {
  folder = error;
}
const generatedFolder = () => {
  if (typeof folder !== "string") throw folder;
  return folder;
};
const packed = { dir: place, tarball, codegen, generated: generatedFolder };

const meant = CONSUMERS.filter(({ name }) => wanted.length === 0 || wanted.some((want) => name.startsWith(want)));
// Before any consumer runs, because this blocks the server.
const tools = meant.map((consumer) => {
  try {
    return fetchTools(consumer);
  } catch (error) {
    return error;
  }
});
const fetched = performance.now();
const left = meant.entries();
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (const [index, consumer] of left) await check(consumer, index);
  }),
);
server.close();

const table = [["consumer", "version", "result", "seconds"], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const row of table)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
if (remarks.length > 0) console.log(`\n${remarks.join("\n")}`);
const toFetch = ((fetched - started) / 1000).toFixed(1);
console.log(
  `\n${rows.length} consumers, ${failed} failed, in ${secondsSince(started)} s, of which ${toFetch} s to pack and fetch`,
);
if (failed > 0) process.exitCode = 1;

/** Runs a consumer and adds its row to the table. @param {import("./project.mjs").Consumer} consumer @param {number} index */
async function check(consumer, index) {
  const { name, version, calls = true } = consumer;
  if (process.stderr.isTTY) process.stderr.write(`${name} …\n`);
  /** @type {string[]} */
  let problems;
  let passed = 0;
  const start = performance.now();
  try {
    if (tools[index] instanceof Error) throw tools[index];
    const project = new Project(consumer, tools[index], path.join(dir, name), packed, `${server.url}/${name}`);
    const results = await consumer.run(project);
    const failures = results.filter(({ reason }) => reason !== undefined);
    passed = results.length - failures.length;
    problems = failures.map(({ name: test, reason }) => `${test}: ${reason}`);
    if (results.length === 0) problems.push("it checked nothing");
    if (calls && problems.length === 0 && server.callsOf(name) === 0) problems.push("no call reached the server");
  } catch (error) {
    problems = [error instanceof Error ? error.message : String(error)];
  }
  const result = problems.length === 0 ? `${passed} passed` : `${passed} passed, ${problems.length} FAILED`;
  rows[index] = [name, version, result, secondsSince(start)];
  remarks.push(...problems.slice(0, SHOWN).map((problem) => `${name} FAILED: ${problem.replaceAll("\n", "\n    ")}`));
  if (problems.length > SHOWN) remarks.push(`${name} FAILED: ${problems.length - SHOWN} more`);
  if (problems.length > 0) failed += 1;
}
