// Importing an entry of pandapon-codegen loads only what that entry needs.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { ROOT } from "../support/workspace.js";

const REDOCLY = "@redocly/openapi-core";

/** The packages that take long to load, by entry. Small ones are not listed. */
const HEAVY = {
  ".": [],
  // It writes its records as YAML, and the docs site reads Markdown.
  "./contract-diff": [REDOCLY, "yaml"],
  "./coverage": [],
  "./docs": ["marked", "yaml"],
  "./lint": [REDOCLY],
  "./lint-plugin": [REDOCLY],
  "./pages": [],
  "./postman": [],
  "./sandbox": ["openapi-fetch"],
};
/** Packages that any entry may load. */
const SMALL = ["js-yaml", "leven", "lossless-json", "picomatch"];

const { exports, dependencies } = JSON.parse(readFileSync(path.join(ROOT, "scripts/package.json"), "utf8")) as {
  exports: Record<string, string | { default: string }>;
  dependencies: object;
};
/** What Redocly loads in turn, and the overlays of this package load too. */
const OF_REDOCLY = "jsonpath-rfc9535";
/** The entries that are code, and their files. */
const entries = Object.entries(exports).flatMap(([entry, target]) =>
  typeof target === "string" ? [] : [{ entry, file: path.join(ROOT, "scripts", target.default) }],
);

/** In a thread, which has modules of its own: imports a module, and sends the address of every script that is loaded by it. */
const IMPORTING = `
  const { Session } = require("node:inspector");
  const { parentPort, workerData } = require("node:worker_threads");
  const session = new Session();
  const scripts = [];
  session.connect();
  session.on("Debugger.scriptParsed", ({ params }) => scripts.push(params.url));
  session.post("Debugger.enable");
  import(workerData).then(() => parentPort.postMessage(scripts));
`;

/** The packages of which an import loads something, except this repository's own. */
async function loadedBy(file: string): Promise<string[]> {
  const worker = new Worker(IMPORTING, { eval: true, execArgv: [], workerData: pathToFileURL(file).href });
  const scripts = await new Promise<string[]>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
  });
  await worker.terminate();
  expect(scripts).toContain(pathToFileURL(file).href);
  const names = scripts.map((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

test("the table has every entry", () => {
  expect(entries.map(({ entry }) => entry).sort()).toEqual(Object.keys(HEAVY).sort());
});

test.each(entries)("$entry", async ({ entry, file }) => {
  const loaded = await loadedBy(file);
  const own = (name: string) => name in dependencies && name !== OF_REDOCLY;
  const heavy = loaded.filter((name) => !SMALL.includes(name) && (!loaded.includes(REDOCLY) || own(name)));
  expect(heavy).toEqual(HEAVY[entry as keyof typeof HEAVY]);
});
