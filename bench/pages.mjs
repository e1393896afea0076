// Measures how many pages per second `pandapon pages diff` reads and compares, as a library and as a command, and the memory it takes, with 70 and 7 000 pages.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "node_modules/.cache/pandapon-bench-pages");
const PANDAPON = path.join(ROOT, "scripts/bin/pandapon.js");
const DIFF = pathToFileURL(path.join(ROOT, "scripts/dist/pages/diff/index.js")).href;
const SPEC = path.join(ROOT, "spec");
const COUNTS = [70, 7_000];
const AIM = 300;
/**
 * Limit of the heap for old objects in MB, for any number of pages. Node ends a process that needs more. The total peak depends on
 * the garbage collector, so it is only printed.
 */
const HEAP = 48;

/** The page writers of the tests. They are TypeScript, so they are bundled first. */
async function writers() {
  const outfile = path.join(WORK, "writers.mjs");
  await build({
    stdin: {
      contents: 'export * from "./contract-pages.ts"; export * from "./apifox.ts"; export * from "./rendered.ts";',
      resolveDir: path.join(ROOT, "test/support/pages"),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

const { contractPages, markdownPage, textPage } = await (async () => {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  return writers();
})();

/**
 * Writes the pages of the contract repeatedly. Each copy has an id of its own.
 * @param {"md" | "txt"} form @param {number} count @returns {{ dir: string, bytes: number }}
 */
function write(form, count) {
  const dir = path.join(WORK, `${form}-${count}`);
  mkdirSync(dir);
  const pages = contractPages();
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const original = pages[index % pages.length];
    const page = { ...original, id: `api-${Math.floor(index / pages.length) + 10}${original.id.slice(4)}` };
    const text = Buffer.from(form === "md" ? markdownPage(page) : textPage(page));
    bytes += text.length;
    writeFileSync(path.join(dir, `${page.id}.${form}`), text);
  }
  return { dir, bytes };
}

/** Runs in a separate process, so that the memory is that of the diff alone. */
const LIBRARY = `
  import { diff } from ${JSON.stringify(DIFF)};
  const started = performance.now();
  const { pages, findings, problems } = diff({ spec: ${JSON.stringify(SPEC)}, from: [process.argv[1]] });
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ pages, findings: findings.length, problems: problems.length, seconds, peak: process.resourceUsage().maxRSS * 1024 }));
`;

/** @param {string} dir @returns {{ pages: number, findings: number, problems: number, seconds: number, peak: number }} */
function library(dir) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, "--input-type=module", "--eval", LIBRARY, dir],
    { encoding: "utf8" },
  );
  if (stderr.includes("heap out of memory")) throw new Error(`MISSED: a heap of ${HEAP} MB is too small for ${dir}`);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** @param {string} dir @returns {number} seconds, including the start of Node */
function command(dir) {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [PANDAPON, "pages", "diff", "--from", dir, "--spec", SPEC, "--json"],
    { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" },
  );
  // The copies have other ids than the pages in the contract. So the contradictions that it accepts are reported, with exit code 1.
  if (status !== 1) throw new Error(`exit code ${String(status)}: ${stderr}`);
  return (performance.now() - started) / 1000;
}

const mb = (/** @type {number} */ bytes) => (bytes / 1024 / 1024).toFixed(0);
let missed = false;
/** @param {boolean} met */
const verdict = (met) => {
  missed ||= !met;
  return met ? "OK" : "MISSED";
};

for (const form of /** @type {const} */ (["md", "txt"])) {
  console.log(form === "md" ? "Markdown pages" : "\npages as text");
  for (const count of COUNTS) {
    const { dir, bytes } = write(form, count);
    const { pages, findings, problems, seconds, peak } = library(dir);
    if (pages !== count || problems !== 0) throw new Error(`${pages} of ${count} pages read, ${problems} problems`);
    const wall = command(dir);
    const rate = pages / seconds;
    const aim = count === COUNTS.at(-1);
    console.log(
      `${String(count).padStart(6)} pages of ${mb(bytes)} MB, ${findings} findings\n` +
        `       library  ${seconds.toFixed(2).padStart(6)} s = ${rate.toFixed(0).padStart(5)} pages/s, including reading the contract` +
        (aim ? `; aim at least ${AIM}: ${verdict(rate >= AIM)}` : ""),
    );
    const commanded = count / wall;
    console.log(
      `       command  ${wall.toFixed(2).padStart(6)} s = ${commanded.toFixed(0).padStart(5)} pages/s` +
        (aim ? `; aim at least ${AIM}: ${verdict(commanded >= AIM)}` : ""),
    );
    console.log(`       memory   ${mb(peak).padStart(6)} MB at its peak, in a heap of ${HEAP} MB: OK`);
  }
}
rmSync(WORK, { recursive: true, force: true });
if (missed) process.exitCode = 1;
