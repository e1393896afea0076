// Runs the bundled worker in edge-runtime, in a process of Node, and prints its results as JSON. Copied beside the bundle.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [, , given = ""] = process.argv;
const { module } = JSON.parse(given);
const require = createRequire(module);
const { EdgeRuntime } = require(module);
const runtime = new EdgeRuntime({ initialCode: readFileSync("worker.bundle.js", "utf8") });
const response = await runtime.dispatchFetch("http://127.0.0.1/", { method: "POST", body: given });
console.log(JSON.stringify({ version: require("../package.json").version, results: await response.json() }));
