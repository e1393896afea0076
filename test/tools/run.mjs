// `npm run test:tools [-- NAME …]`: puts what we publish through tools of other people, and prints a table. A NAME is
// the beginning of a tool's name.
//
// The tools are npm packages, fetched once into node_modules/.cache; after that nothing needs a network.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { collection } from "./collection.mjs";
import { converter } from "./converter.mjs";
import { generators } from "./generators.mjs";
import { linters } from "./linters.mjs";
import { prism } from "./prism.mjs";
import { Installed } from "./tool.mjs";

const TOOLS = [...linters, ...generators, converter, collection, prism];
/** How many problems of a tool are printed. */
const SHOWN = 20;

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const isMeant = (/** @type {string} */ name, /** @type {string} */ want) => name.toLowerCase().startsWith(want);
const unknown = wanted.find((want) => !TOOLS.some(({ name }) => isMeant(name, want)));
if (unknown !== undefined) {
  console.error(`No tool ${unknown}; there are: ${TOOLS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

/** @type {string[][]} */
const rows = [["tool", "version", "Node", "checked", "result", "seconds"]];
/** @type {string[]} */
const remarks = [];
let failed = false;
let installing = 0;

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-tools-"));
try {
  for (const [index, tool] of TOOLS.entries()) {
    if (wanted.length > 0 && !wanted.some((want) => isMeant(tool.name, want))) continue;
    if (process.stderr.isTTY) process.stderr.write(`${tool.name} …\n`);
    await check(tool, path.join(dir, String(index)));
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) {
  const cells = row.map((cell, column) => cell.padEnd(widths[column]));
  console.log(cells.join("  ").trimEnd());
}
if (remarks.length > 0) console.log(`\n${remarks.join("\n")}`);
console.log(`\nFetching the tools, or finding them in the cache: ${installing.toFixed(1)} s`);
if (failed) process.exitCode = 1;

/** Adds a row to the table. @param {import("./tool.mjs").Tool} tool @param {string} folder */
async function check(tool, folder) {
  const { name, checked } = tool;
  let [versions, node] = ["-", "-"];
  let started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  /** @type {import("./tool.mjs").Outcome} */
  let outcome;
  try {
    const installed = new Installed(tool, folder);
    installing += seconds();
    started = performance.now();
    versions = installed.versions;
    node = installed.nodeVersion;
    outcome = await tool.check(installed);
  } catch (error) {
    outcome = { problems: [error instanceof Error ? error.message : String(error)] };
  }
  const { problems, notes = [] } = outcome;
  const result = problems.length === 0 ? "passed" : `${problems.length} FAILED`;
  rows.push([name, versions, node, checked, result, seconds().toFixed(1)]);
  const indented = (/** @type {string} */ text) => text.replaceAll("\n", "\n    ");
  remarks.push(...problems.slice(0, SHOWN).map((problem) => `${name} FAILED: ${indented(problem)}`));
  if (problems.length > SHOWN) remarks.push(`${name} FAILED: ${problems.length - SHOWN} more`);
  remarks.push(...notes.map((note) => `${name} ${note}`));
  if (problems.length > 0) failed = true;
}
