// The thread in which `pandapon generate --watch` does one run.
import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { isCircular } from "../core/circular.js";
import { runProgram } from "./command.js";
import { define } from "./generate.js";
import type { WorkerInput, WorkerMessage } from "./in-worker.js";

// in-worker.ts starts it with these.
const { argv, isTTY, columns } = workerData as WorkerInput;
const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

process.on("unhandledRejection", (error) => {
  // If a $ref leads back to itself, Redocly's engine rejects two promises: the caller reports the first.
  if (!isCircular(error)) throw error;
});

const code = await runProgram([define], argv, {
  stdout: { write: (stdout) => tell({ stdout }), isTTY, ...(columns !== undefined && { columns }) },
  stderr: { write: (stderr) => tell({ stderr }) },
  env: process.env,
  onInputs: (inputs) => tell({ inputs }),
});
tell({ code });
// What the configuration may have started does not keep the run open.
process.exit();
