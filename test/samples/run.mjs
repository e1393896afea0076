// `npm run test:samples`: programs of other languages call the sandbox by HTTP, signed by their own code. One makes the calls that
// the client makes in every flow, and its answers must be the same. One is that of docs/sandbox.md. The others are all code samples
// of the docs.
//
// Needs Python 3.9 or later, with its standard library only (the variable PYTHON names another one), Java 17, curl and OpenSSL.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { missingTools, PYTHON, run } from "./tools.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = path.join(HERE, "../..");

/** @typedef {{ name: string, calls: number, longIntegers?: number, reason?: string }} Replayed */

if (!existsSync(path.join(ROOT, "scripts/dist/sandbox/contract/compiled.js"))) {
  console.error("Nothing is built. Run `npm run build` first.");
  process.exit(2);
}

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-samples-"));
try {
  const missing = await missingTools();
  if (missing.length > 0) {
    console.error(missing.join("\n"));
    process.exitCode = 2;
  } else {
    await check();
    // After it is known that they are there.
    const { checkPrograms } = await import("./programs.mjs");
    await checkPrograms(dir, fail);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function check() {
  const outfile = path.join(dir, "flows.mjs");
  await build({
    entryPoints: [path.join(ROOT, "test/support/proof-flows.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
  });
  /** @type {typeof import("../support/proof-flows.js")} */
  const { runFlows } = await import(pathToFileURL(outfile).href);
  // After it is known that it is there.
  const { createSandbox } = await import("pandapon-codegen/sandbox");
  // Stands still, so that the answers of both have the same times.
  const start = Date.now();
  const now = () => start;

  /** @type {Map<string, object[]>} */
  const flows = new Map();
  const results = await runFlows({ now }, (name, passed) => {
    flows.set(name, [...(flows.get(name) ?? []), passed]);
  });
  for (const { name, reason } of results) if (reason !== undefined) fail(`client  ${name}`, reason);

  const sandbox = createSandbox({ now });
  const { url, close } = await sandbox.listen();
  try {
    const { credentials } = sandbox;
    const timestamp = String(Math.floor(start / 1000));
    writeFileSync(path.join(dir, "flows.json"), JSON.stringify({ url, credentials, timestamp, flows: [...flows] }));
    const lines = (await run(PYTHON, [path.join(HERE, "replay.py"), "flows.json"], dir)).trim().split("\n");
    /** @type {Replayed[]} */
    const replayed = lines.map((line) => JSON.parse(line));
    for (const { name, calls, reason } of replayed) {
      if (reason === undefined) console.log(`passed  ${name}  ${calls} calls`);
      else fail(name, reason);
    }
    const long = replayed.reduce((sum, { longIntegers = 0 }) => sum + longIntegers, 0);
    if (replayed.length !== results.length) fail("flows", `${replayed.length} of ${results.length} were called`);
    if (long === 0) fail("digits", "no call had an integer beyond 2^53, so none was checked");
    await checkPage(url);
    console.log(`Python: ${replayed.length} flows, ${long} integers beyond 2^53`);
  } finally {
    await close();
  }
}

/** Runs the program that docs/sandbox.md shows. @param {string} url of a sandbox */
async function checkPage(url) {
  const page = readFileSync(path.join(ROOT, "docs/sandbox.md"), "utf8");
  const [, program = ""] = /^```python\n([^]*?)^```/m.exec(page) ?? [];
  writeFileSync(path.join(dir, "page.py"), program.replace("http://127.0.0.1:4010", url));
  const printed = await run(PYTHON, ["page.py"], dir).catch(String);
  if (/^\d{19} waitsellersend 90409 .*is paid/.test(printed)) console.log("passed  docs/sandbox.md");
  else fail("docs/sandbox.md", printed);
}

/** @param {string} name @param {string} reason */
function fail(name, reason) {
  console.log(`FAILED  ${name}\n    ${reason.replaceAll("\n", "\n    ")}`);
  process.exitCode = 1;
}
