// Runs the suite in edge-runtime, which runs the edge routes of Next.js outside of Vercel.
import { bundleWorker } from "./bundle.mjs";
import { runScript } from "./script.mjs";

/**
 * @param {string} module the main file of the package `edge-runtime`
 * @param {string} version of it
 * @param {string} dir with worker.js, edge.js and the package
 * @param {object} given for the suite
 * @param {number} limitMs for the suite
 * @returns {Promise<{ name: string, reason?: string }[]>}
 */
export async function runEdge(module, version, dir, given, limitMs) {
  await bundleWorker(dir, {
    format: "iife",
    globalName: "worker",
    // The condition that Next.js adds for edge routes, and those of bundlers for browsers.
    conditions: ["edge-light", "worker", "browser"],
    footer: {
      js: 'addEventListener("fetch", (event) => event.respondWith(worker.default.fetch(event.request)));',
    },
  });
  return runScript(
    { binary: process.execPath, version, args: [], file: "edge.js", dir, environment: {} },
    { ...given, module },
    limitMs,
  );
}
