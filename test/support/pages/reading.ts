// Reads pages in a thread of its own with little memory, so that a page which hangs the reader or needs too much is found.
import { Worker } from "node:worker_threads";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../workspace.js";

export interface GivenPage {
  what: string;
  file: string;
  content: string | Uint8Array;
}

export interface Read {
  what: string;
  milliseconds: number;
  /** Pages and problems that were read. */
  pages: number;
  problems: number;
  /** What went wrong; empty if nothing did. */
  fault: string;
}

const dist = (file: string): string => JSON.stringify(pathToFileURL(path.join(ROOT, "scripts/dist/pages", file)).href);
/** Reads a page, as the commands do, and writes its snapshot. */
const CODE = `
  const { parentPort } = require("node:worker_threads");
  const modules = Promise.all([import(${dist("read/index.js")}), import(${dist("snapshot/text.js")})]);
  parentPort.on("message", async ({ name, bytes }) => {
    const [{ readSource }, { pageText }] = await modules;
    const started = performance.now();
    const read = { pages: 0, problems: 0, fault: "" };
    try {
      const { pages, problems } = readSource({ name, bytes });
      for (const page of pages) pageText(page);
      for (const { file, line, message, fix } of problems) {
        if (file !== name || !(line >= 1) || message === "" || fix === "") read.fault = "a problem without a place or a fix: " + message;
      }
      Object.assign(read, { pages: pages.length, problems: problems.length });
    } catch (error) {
      read.fault = "thrown: " + error.stack;
    }
    parentPort.postMessage({ ...read, milliseconds: performance.now() - started });
  });
`;

/** The heap, in MB: 64 for a page, and 16 for the program itself. */
const HEAP = 64 + 16;

/** @param megabytes the limit of the heap */
export async function readInThread(given: Iterable<GivenPage>, megabytes = HEAP): Promise<Read[]> {
  const start = (): Worker => new Worker(CODE, { eval: true, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let worker = start();
  const read: Read[] = [];
  for (const { what, file, content } of given) {
    const answer = await new Promise<Omit<Read, "what">>((resolve) => {
      const failed = (fault: string): void => resolve({ milliseconds: 0, pages: 0, problems: 0, fault });
      const timer = setTimeout(() => failed("not read within 20 s"), 20_000);
      worker.removeAllListeners("message").removeAllListeners("error");
      worker.once("message", resolve).once("error", (error: Error) => failed(error.message));
      worker.once("message", () => clearTimeout(timer)).once("error", () => clearTimeout(timer));
      worker.postMessage({ name: file, bytes: new Uint8Array(Buffer.from(content)) });
    });
    read.push({ what, ...answer });
    if (answer.milliseconds > 0) continue;
    // A thread that failed cannot be used again.
    await worker.terminate();
    worker = start();
  }
  await worker.terminate();
  return read;
}
