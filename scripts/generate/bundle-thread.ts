// The main thread's side of bundle-worker.ts.
import { Worker } from "node:worker_threads";
import { CIRCULAR_FIX, isCircular } from "../core/circular.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { shownPath, type SpecFolder } from "../core/spec-folder.js";

export interface BundleThread {
  /** Resolves before the contract is verified. */
  document: Promise<Document>;
  /** Resolves if the contract can be compiled. */
  verified: Promise<unknown>;
}

/** Starts bundling. Both promises reject with the reason if it fails. */
export function startBundleThread(spec: SpecFolder): BundleThread {
  const worker = new Worker(new URL("./bundle-worker.js", import.meta.url), { workerData: spec });
  const next = <T>(event: "message" | "exit"): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.once(event, resolve);
      worker.once("error", (error) => reject(explained(error, spec)));
    });
  return { document: next("message"), verified: next("exit") };
}

function explained(error: unknown, spec: SpecFolder): unknown {
  if (error instanceof Error && error.name === "Failure") {
    // An error keeps its fields on the way from the worker, but not its class.
    const { code, message, problems } = error as Failure;
    return new Failure(code, message, problems);
  }
  // If a `$ref` leads to itself, the engine throws where no handler of its caller can catch it.
  if (!isCircular(error)) return error;
  return new Failure(1, `${shownPath(spec.root)}: a $ref leads back to itself. ${CIRCULAR_FIX}`);
}
