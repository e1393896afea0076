// Sends random inputs to, and random answers from, a server on loopback, and hostile requests to the sandbox and to a webhook
// handler. Every failure of the
// client must be a PandaPonError, nothing may be sent twice, every answer of the sandbox must be an envelope, and the process must
// end by itself. `npm run test:fuzz -- RUNS SEED` repeats a run.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const [runs = "20000", seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
/** The time for one part, in milliseconds. A process that does not end by itself fails. */
const LIMIT_MS = 10 * 60_000;

/** The properties of `npm test`, with ten times as many cases. They print their own seeds. */
const PROPERTIES = ["run", "--project", "runtime", "test/codec", "test/signing/md5.test.ts"];
const VITEST = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));

const started = (part) =>
  part === "properties"
    ? fork(VITEST, PROPERTIES, { env: { ...process.env, PANDAPON_RANDOM_CASES: "all" } })
    : fork(fileURLToPath(new URL(`${part}.mjs`, import.meta.url)), [runs, seed]);

for (const part of ["answers", "inputs", "sandbox", "webhooks", "properties"]) {
  const start = performance.now();
  const child = started(part);
  const code = await new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
    child.once("exit", (exitCode, signal) => {
      clearTimeout(timer);
      resolve(exitCode ?? signal);
    });
  });
  if (code !== 0) {
    console.error(`${part}: ended with ${code}. Repeat it: npm run test:fuzz -- ${runs} ${seed}`);
    process.exitCode = 1;
    break;
  }
  const what = part === "properties" ? "all random cases" : `${runs} calls, seed ${seed}`;
  console.log(`${part}: ${what}, ${((performance.now() - start) / 1_000).toFixed(1)} s`);
}
