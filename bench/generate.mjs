// Compares the wall time of `pandapon generate` with Redocly's `generate-client` on the same bundle, and measures how it grows. Ratios of one run on one machine.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { enlarge } from "./enlarge.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "node_modules/.cache/pandapon-bench");
const PANDAPON = path.join(ROOT, "scripts/bin/pandapon.js");
const REDOCLY = path.join(ROOT, "node_modules/@redocly/cli/bin/cli.js");
const ROUNDS = 7;
const AIMS = { cold: 2, unchanged: 0.5 };

/** @param {string[]} args */
function seconds(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: WORK,
    env: { ...process.env, REDOCLY_TELEMETRY: "off" },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** @param {number} n */
const show = (n) => n.toFixed(2);

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
const spec = path.join(ROOT, "spec");
const generate = (/** @type {string[]} */ ...flags) =>
  seconds([PANDAPON, "generate", "--out", path.join(WORK, "out"), ...flags]);

/** @type {Record<"cold" | "unchanged" | "client", number[]>} */
const times = { cold: [], unchanged: [], client: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.cold.push(generate("--spec", spec, "--force"));
  times.unchanged.push(generate("--spec", spec));
  times.client.push(
    seconds([
      REDOCLY,
      "generate-client",
      path.join(ROOT, "generated/openapi.yaml"),
      "--output",
      path.join(WORK, "client.ts"),
    ]),
  );
}
const client = median(times.client);
console.log(
  `redocly generate-client    ${show(client)} s, median of ${ROUNDS} (${show(Math.min(...times.client))} to ${show(Math.max(...times.client))})`,
);
for (const key of /** @type {const} */ (["cold", "unchanged"])) {
  const own = median(times[key]);
  const ratio = own / client;
  const verdict = ratio <= AIMS[key] ? "met" : "MISSED";
  console.log(
    `generate, ${key.padEnd(9)}        ${show(own)} s = ${show(ratio)}x of it; aim at most ${AIMS[key]}x: ${verdict}`,
  );
}

console.log("\ngrowth, one cold run each");
let base = 0;
for (const n of [1, 10, 50]) {
  const large = path.join(WORK, `spec-${n}`);
  enlarge(spec, n, large);
  const time = generate("--spec", large, "--force");
  const operations = Object.keys(JSON.parse(readFileSync(path.join(WORK, "out/openapi.json"), "utf8")).paths).length;
  if (n === 1) base = time;
  const verdict = time / base <= n ? "no worse than linear" : "WORSE THAN LINEAR";
  console.log(
    `${String(n).padStart(3)}x  ${String(operations).padStart(5)} operations  ${show(time).padStart(6)} s = ${show(time / base)}x: ${verdict}`,
  );
}
rmSync(WORK, { recursive: true, force: true });
