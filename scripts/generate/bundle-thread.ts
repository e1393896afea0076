// The main thread's side of bundle-worker.ts.
import { Worker } from "node:worker_threads";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { shownPath, type SpecFolder } from "../core/spec-folder.js";
import { CIRCULAR_FIX, isCircular } from "../core/circular.js";
import type { FromWorker } from "./bundle-worker.js";

export interface BundleThread {
  /** Resolves before the contract is verified. */
  document: Promise<Document>;
  /** Resolves if the contract can be compiled. */
  verified: Promise<unknown>;
}

/** Starts bundling. Both promises reject with the reason if it fails. */
export function startBundleThread(spec: SpecFolder): BundleThread {
  const worker = new Worker(new URL("./bundle-worker.js", import.meta.url), { workerData: spec });
  const next = <K extends FromWorker["kind"]>(kind: K): Promise<Extract<FromWorker, { kind: K }>> =>
    new Promise((resolve, reject) => {
      worker.on("error", (error) => reject(explained(error, spec)));
      worker.on("message", (message: FromWorker) => {
        // The kind says which member of the union it is; TypeScript does not narrow by a type parameter.
        if (message.kind === kind) resolve(message as Extract<FromWorker, { kind: K }>);
        if (message.kind === "failure") reject(new Failure(message.code, message.message, message.problems));
      });
    });
  return {
    document: next("document").then((message) => message.document),
    verified: next("verified"),
  };
}

/** If a `$ref` leads to itself, the engine throws where no handler of its caller can catch it. */
function explained(error: unknown, spec: SpecFolder): unknown {
  if (!isCircular(error)) return error;
  const where = shownPath(spec.root);
  return new Failure(1, `${where}: a $ref leads back to itself. ${CIRCULAR_FIX}`);
}
