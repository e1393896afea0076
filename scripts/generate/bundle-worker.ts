// Bundles in a thread of its own, while the main thread loads the type compiler: each takes about as long as the other.
import { parentPort, workerData } from "node:worker_threads";
import { Failure, type FailureCode, type Problem } from "../contract/problem.js";
import type { Document } from "../contract/openapi.js";
import type { SpecFolder } from "../contract/spec-folder.js";
import type { Artefacts } from "./artefacts.js";
import { format } from "../format/index.js";
import { bundle, toJson, toYaml } from "./bundle.js";
import { compileOperations } from "./operations.js";

/** The artefacts that come from here; the types come from the main thread. */
export type BundleArtefacts = Omit<Artefacts, "schema.d.ts">;

export type FromWorker =
  | { kind: "document"; document: Document }
  | { kind: "artefacts"; artefacts: BundleArtefacts }
  | { kind: "failure"; code: FailureCode; message: string; problems: readonly Problem[] };

const post = (message: FromWorker): void => parentPort?.postMessage(message);

try {
  // Set by bundle-thread.ts.
  const { document, verify } = await bundle(workerData as SpecFolder);
  post({ kind: "document", document });
  await verify();
  const [yaml, json, operations] = await Promise.all([
    toYaml(document),
    toJson(document),
    format("operations.ts", compileOperations(document)),
  ]);
  post({ kind: "artefacts", artefacts: { "openapi.yaml": yaml, "openapi.json": json, "operations.ts": operations } });
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  const { code, message, problems } = error;
  post({ kind: "failure", code, message, problems });
}
