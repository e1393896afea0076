// Imports a configuration in a worker thread, for a process that has loaded an earlier state of the file.
import { parentPort, workerData } from "node:worker_threads";
import { importDefault } from "./import-default.js";

// Set by load.ts.
parentPort?.postMessage(await importDefault(workerData as string));
