// The main thread's side of document-worker.ts.
import { Worker } from "node:worker_threads";
import type { Document } from "../contract/openapi.js";
import { Failure } from "../contract/problem.js";
import type { SpecFolder } from "../contract/spec-folder.js";
import type { FromWorker } from "./document-worker.js";

export interface DocumentThread {
  document: Promise<Document>;
  texts: Promise<{ yaml: string; json: string }>;
}

/** Starts bundling. The document is there first, its YAML and JSON texts later; both reject with what went wrong. */
export function startDocumentThread(spec: SpecFolder): DocumentThread {
  const worker = new Worker(new URL("./document-worker.js", import.meta.url), { workerData: spec });
  const next = <K extends FromWorker["kind"]>(kind: K): Promise<Extract<FromWorker, { kind: K }>> =>
    new Promise((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (message: FromWorker) => {
        // The kind says which member of the union it is; TypeScript does not narrow by a type parameter.
        if (message.kind === kind) resolve(message as Extract<FromWorker, { kind: K }>);
        if (message.kind === "failure") reject(new Failure(message.code, message.message, message.problems));
      });
    });
  const texts = next("texts");
  // Whoever waits for the document sees the failure; nobody has to wait for both.
  texts.catch(() => undefined);
  return { document: next("document").then((message) => message.document), texts };
}
