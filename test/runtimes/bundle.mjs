// Bundles the worker that runs the suite, for platforms that load no packages.
import { build } from "esbuild";

/**
 * @param {string} dir with worker.js and the package
 * @param {import("esbuild").BuildOptions} options how the platform's tools bundle
 */
export async function bundleWorker(dir, options) {
  await build({
    absWorkingDir: dir,
    entryPoints: ["worker.js"],
    outfile: "worker.bundle.js",
    bundle: true,
    logLevel: "silent",
    ...options,
  });
}
