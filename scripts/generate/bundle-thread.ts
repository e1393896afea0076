// The main thread's side of bundle-worker.ts.
import { Worker } from "node:worker_threads";
import { CIRCULAR_FIX, isCircular } from "../core/circular.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { shownPath, type SpecFolder } from "../core/spec-folder.js";
import type { BundleAnswer } from "./bundle-worker.js";

export interface BundleThread {
  /** Resolves before the contract is verified. */
  document: Promise<Document>;
  /** Resolves if the contract can be compiled. */
  verified: Promise<unknown>;
}

/** A worker that has verified a contract. Loading the engines takes ten times as long as bundling a small contract, so it is kept. */
let idle: Worker | undefined;

/** Starts bundling. Both promises reject with the reason if it fails. */
export function startBundleThread(spec: SpecFolder): BundleThread {
  const worker = idle ?? new Worker(new URL("./bundle-worker.js", import.meta.url));
  idle = undefined;
  // Only work keeps the process from ending.
  worker.ref();
  const [document, verified] = [settled<Document>(), settled<undefined>()];
  const failed = (error: unknown): void => {
    // What it began for this contract may throw later, which is not the next one's fault.
    void worker.terminate();
    document.reject(error);
    verified.reject(error);
  };
  worker.on("message", (given: BundleAnswer) => {
    if (given.kind === "document") return document.resolve(given.document);
    if (given.kind === "failed") {
      const { code, message, problems } = given.failure;
      return failed(new Failure(code, message, problems));
    }
    keep(worker);
    verified.resolve(undefined);
  });
  worker.on("error", (error) => failed(explained(error, spec)));
  worker.postMessage(spec);
  return { document: document.promise, verified: verified.promise };
}

function keep(worker: Worker): void {
  // Not the listeners of every event: some are Node's own.
  for (const event of ["message", "error"]) worker.removeAllListeners(event);
  worker.unref();
  if (idle === undefined) idle = worker;
  else void worker.terminate();
}

/** A promise that is settled from outside. */
function settled<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let [resolve, reject]: [(value: T) => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
}

function explained(error: unknown, spec: SpecFolder): unknown {
  // If a `$ref` leads to itself, the engine throws where no handler of its caller can catch it.
  if (!isCircular(error)) return error;
  return new Failure(1, `${shownPath(spec.root)}: a $ref leads back to itself. ${CIRCULAR_FIX}`);
}
