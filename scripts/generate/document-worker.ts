// Bundles in a thread of its own, while the main thread loads the type compiler: each takes about as long as the other.
import { parentPort, workerData } from "node:worker_threads";
import { Failure, type FailureCode, type Problem } from "../contract/problem.js";
import type { Document } from "../contract/openapi.js";
import type { SpecFolder } from "../contract/spec-folder.js";
import { bundle, toJson, toYaml } from "./document.js";

export type FromWorker =
  | { kind: "document"; document: Document }
  | { kind: "texts"; yaml: string; json: string }
  | { kind: "failure"; code: FailureCode; message: string; problems: readonly Problem[] };

const post = (message: FromWorker): void => parentPort?.postMessage(message);

try {
  // Set by document-thread.ts.
  const document = await bundle(workerData as SpecFolder);
  post({ kind: "document", document });
  const [yaml, json] = await Promise.all([toYaml(document), toJson(document)]);
  post({ kind: "texts", yaml, json });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  const { code, message, problems } = error;
  post({ kind: "failure", code, message, problems });
}
