// Compares the time that `pandapon docs` takes per language with that of plain `redocly build-docs` of the same bundle, and weighs the pages. It fails if a page is too heavy.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "node_modules/.cache/pandapon-bench-docs");
const PANDAPON = path.join(ROOT, "scripts/bin/pandapon.js");
const REDOCLY = path.join(ROOT, "node_modules/@redocly/cli/bin/cli.js");
const BUNDLE = path.join(ROOT, "generated/openapi.yaml");
const SPEC = path.join(ROOT, "spec");
const LANGUAGES = ["en", "zh-CN"];
const ROUNDS = 5;
/** Of the time of Redocly, for each language. */
const AIM = 1.6;
/** Bytes. */
const LIMITS = { redoc: 3_500_000, redocGzip: 900_000, html: 100_000 };

/** @param {string[]} args */
function seconds(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: WORK,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** @param {number[]} values */
const shown = (values) =>
  `${median(values).toFixed(2)} s, median of ${values.length} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;
/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
const site = path.join(WORK, "site");

/** @type {number[][]} */
const [redocly = [], one = [], all = []] = [[], [], []];
for (let round = 0; round < ROUNDS; round += 1) {
  redocly.push(seconds([REDOCLY, "build-docs", BUNDLE, "--output", path.join(WORK, "plain.html")]));
  one.push(
    seconds([PANDAPON, "docs", "--bundle", BUNDLE, "--spec", SPEC, "--out", path.join(WORK, "one"), "--lang", "en"]),
  );
  const url = "https://docs.example.com/";
  all.push(
    seconds([
      PANDAPON,
      "docs",
      "--bundle",
      BUNDLE,
      "--spec",
      SPEC,
      "--out",
      site,
      "--lang",
      LANGUAGES.join(","),
      "--url",
      url,
    ]),
  );
}
console.log(`redocly build-docs       ${shown(redocly)}`);
const ratio = median(all) / median(redocly) / LANGUAGES.length;
console.log(
  `pandapon docs, ${LANGUAGES.join(",")}  ${shown(all)} = ${ratio.toFixed(2)}x per language; aim at most ${AIM}x: ${ratio <= AIM ? "met" : "MISSED"}`,
);
// What does not depend on the number of languages is in both.
console.log(`pandapon docs, en        ${shown(one)} = ${(median(one) / median(redocly)).toFixed(2)}x`);

console.log("");
const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".html"))
  .map((file) => ({ file, text: readFileSync(path.join(site, file)) }));
const isRedoc = (/** @type {string} */ file) => /^(?:[^/]+\/)?index\.html$/.test(file);
let failed = false;
/**
 * @param {string} what
 * @param {number} bytes
 * @param {number} limit
 */
function weigh(what, bytes, limit) {
  const isTooHeavy = bytes >= limit;
  failed ||= isTooHeavy;
  console.log(
    `${what.padEnd(58)} ${kilobytes(bytes).padStart(8)} of ${kilobytes(limit)}${isTooHeavy ? ": TOO HEAVY" : ""}`,
  );
}
for (const { file, text } of pages.filter((page) => isRedoc(page.file))) {
  weigh(file, text.length, LIMITS.redoc);
  weigh(`${file}, gzip`, gzipSync(text).length, LIMITS.redocGzip);
}
const others = pages.filter((page) => !isRedoc(page.file)).toSorted((a, b) => b.text.length - a.text.length);
for (const { file, text } of others.slice(0, 3)) weigh(file, text.length, LIMITS.html);
const lightest = median(others.map(({ text }) => text.length));
console.log(`${others.length} other HTML pages, ${kilobytes(lightest)} in the median`);
rmSync(WORK, { recursive: true, force: true });
if (failed) process.exitCode = 1;
