// Bundles and verifies in a worker thread, while the main thread loads the type compiler and compiles. Both take about the same time.
import { parentPort, workerData } from "node:worker_threads";
import { Failure, type FailureCode, type Problem } from "../core/problem.js";
import type { Document } from "../core/openapi.js";
import type { SpecFolder } from "../core/spec-folder.js";
import { bundle } from "./bundle.js";

export type FromWorker =
  | { kind: "document"; document: Document }
  | { kind: "verified" }
  | { kind: "failure"; code: FailureCode; message: string; problems: readonly Problem[] };

const post = (message: FromWorker): void => parentPort?.postMessage(message);

try {
  // Set by bundle-thread.ts.
  const { document, verify } = await bundle(workerData as SpecFolder);
  post({ kind: "document", document });
  await verify();
  post({ kind: "verified" });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  const { code, message, problems } = error;
  post({ kind: "failure", code, message, problems });
}
