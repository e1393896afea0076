// Bundles and verifies in a worker thread, while the main thread loads the type compiler and compiles. Both take about the same time.
import { parentPort, workerData } from "node:worker_threads";
import type { SpecFolder } from "../core/spec-folder.js";
import { bundle } from "./bundle.js";

// Set by bundle-thread.ts.
const { document, verify } = await bundle(workerData as SpecFolder);
parentPort?.postMessage(document);
await verify();
