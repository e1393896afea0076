// Runs a command in a thread of its own: with modules that are loaded anew, also those of a configuration.
import { Worker } from "node:worker_threads";
import { oneLine } from "../core/text.js";
import type { Io } from "./terminal.js";

/** What the thread is started with. */
export interface WorkerInput {
  argv: readonly string[];
  isTTY: boolean;
  columns: number | undefined;
}

/** What the thread tells: a text for one of the streams, files that it is about to read, or at last its exit code. */
export type WorkerMessage = { stdout: string } | { stderr: string } | { inputs: readonly string[] } | { code: number };

/**
 * Runs `pandapon generate` with these arguments, and prints what it prints.
 * @param onInputs takes the files that it is about to read, absolute
 * @returns its exit code
 */
export function generateInWorker(
  argv: readonly string[],
  { stdout, stderr }: Io,
  onInputs: (files: readonly string[]) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const workerData: WorkerInput = { argv, isTTY: stdout.isTTY === true, columns: stdout.columns };
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData });
    let code: number | undefined;
    worker.on("message", (message: WorkerMessage) => {
      if ("stdout" in message) stdout.write(message.stdout);
      else if ("stderr" in message) stderr.write(message.stderr);
      else if ("inputs" in message) onInputs(message.inputs);
      else code = message.code;
    });
    worker.on("error", (error) => {
      stderr.write(`Unexpected: ${oneLine(String(error))}\n`);
      code = 2;
    });
    worker.on("exit", () => {
      if (code === undefined) stderr.write("The configuration ends the process. Remove that call.\n");
      resolve(code ?? 2);
    });
  });
}
