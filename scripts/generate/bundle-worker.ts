// Bundles and verifies in a worker thread, while the main thread loads the type compiler and compiles. Both take about the same time.
import { parentPort } from "node:worker_threads";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import type { SpecFolder } from "../core/spec-folder.js";
import { bundle } from "./bundle.js";

/** What it answers to a folder: the document and `verified`, or the reason against it, whose class would be lost on the way. */
export type BundleAnswer =
  | { kind: "document"; document: Document }
  | { kind: "verified" }
  | { kind: "failed"; failure: Pick<Failure, "code" | "message" | "problems"> };

const answer = (given: BundleAnswer): void => parentPort?.postMessage(given);

async function bundled(spec: SpecFolder): Promise<void> {
  try {
    const { document, verify } = await bundle(spec);
    answer({ kind: "document", document });
    await verify();
    answer({ kind: "verified" });
  } catch (error) {
    // Another error ends the worker, and reaches the main thread as the event `error`.
    if (!(error instanceof Failure)) throw error;
    const { code, message, problems } = error;
    answer({ kind: "failed", failure: { code, message, problems } });
  }
}

parentPort?.on("message", (spec: SpecFolder) => void bundled(spec));
