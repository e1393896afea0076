// Bundles the worker that runs the suite, for platforms that load no packages.
import { build } from "esbuild";

/**
 * @param {string} dir with worker.js and the package
 * @param {import("esbuild").BuildOptions} options how the platform's tools bundle
 * @returns {Promise<string>} the modules in the bundle that `#md5` can resolve to
 */
export async function bundleWorker(dir, options) {
  const { metafile } = await build({
    absWorkingDir: dir,
    entryPoints: ["worker.js"],
    outfile: "worker.bundle.js",
    bundle: true,
    metafile: true,
    logLevel: "silent",
    ...options,
  });
  return Object.keys(metafile.inputs)
    .filter((file) => /\/md5\.[a-z]+\.js$/.test(file))
    .join(" and ");
}
