// Bundlers, with their default settings. The program imports the package and requires it, so that a bundle may hold both builds.
import { readdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { manifest, ROOT } from "../support/fetch-packages.mjs";
import { runEdge } from "../runtimes/edge.mjs";
import { edgeRuntime, workerd } from "../runtimes/packages.mjs";
import { runWorkerd } from "../runtimes/workerd.mjs";
import { NODES, VITEST, WEBPACK } from "./packages.mjs";
import { LIMIT_MS } from "./project.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */

/** A project with a program. @param {import("./project.mjs").Project} project @param {number} distinct how many builds it holds */
function program(project, distinct) {
  project.install({ type: "module" });
  for (const file of ["load.mjs", "load.cjs", "suite.js"]) project.copy(file);
  for (const file of ["bundled.js", "worker.js"]) project.copy(file, file, { DISTINCT: distinct });
}

/** esbuild takes the build for `import` and the one for `require`. @type {Consumer[]} */
const esbuild = [
  { platform: "node", format: "cjs" },
  { platform: "node", format: "esm" },
  { platform: "browser", format: "iife" },
  { platform: "neutral", format: "esm" },
].map(({ platform, format }) => ({
  name: `esbuild-${platform}-${format}`,
  version: manifest(path.join(ROOT, "node_modules"), "esbuild").version,
  async run(project) {
    program(project, 2);
    const out = `out.${format === "esm" ? "mjs" : "cjs"}`;
    await build(
      /** @type {import("esbuild").BuildOptions} */ ({
        ...{ absWorkingDir: project.dir, entryPoints: ["bundled.js"], outfile: out, bundle: true },
        ...{ platform, format, logLevel: "silent", minify: true },
      }),
    );
    return project.results(out);
  },
}));

/** @type {Consumer[]} */
const webpack = ["web", "node"].map((target) => ({
  name: `webpack-${target}`,
  version: WEBPACK.webpack,
  packages: WEBPACK,
  async run(project) {
    program(project, 1);
    await project.must(project.command("webpack-cli"), [
      "--entry",
      "./bundled.js",
      "--target",
      target,
      "--mode",
      "production",
    ]);
    project.write({ "dist/package.json": '{ "type": "commonjs" }' });
    return project.results("dist/main.js");
  },
}));

/** @type {Consumer} */
const vite = {
  name: "vite",
  version: VITEST.vite,
  packages: VITEST,
  binary: NODES[24],
  async run(project) {
    program(project, 2);
    // The bundle runs without a document.
    project.write({
      "index.html": '<script type="module" src="./bundled.js"></script>',
      "vite.config.js": "export default { build: { modulePreload: { polyfill: false } } };",
    });
    await project.must(project.command("vite"), ["build"]);
    const [file = ""] = readdirSync(path.join(project.dir, "dist/assets"));
    return project.results(`dist/assets/${file}`);
  },
};

/** Packages stay outside of such a bundle, or go into it. @type {Consumer[]} */
const viteSsr = [false, true].map((noExternal) => ({
  name: noExternal ? "vite-ssr-bundled" : "vite-ssr",
  version: VITEST.vite,
  packages: VITEST,
  binary: NODES[24],
  async run(project) {
    program(project, noExternal ? 2 : 1);
    project.write({ "vite.config.js": `export default { ssr: { noExternal: ${noExternal || "[]"} } };` });
    await project.must(project.command("vite"), ["build", "--ssr", "bundled.js"]);
    return project.results("dist/bundled.js");
  },
}));

const EDGE = edgeRuntime("4.0.1");
/** As the edge routes of Next.js. @type {Consumer} */
const edge = {
  name: "edge",
  version: EDGE.version,
  binary: EDGE,
  run(project) {
    program(project, 2);
    project.copy("../../runtimes/edge.js", "edge.js");
    return runEdge(project.node, EDGE.version, project.dir, {}, LIMIT_MS);
  },
};

const WORKERD = workerd("1.20261117.1");
/** @type {Consumer} */
const worker = {
  name: "workerd",
  version: WORKERD.version,
  binary: WORKERD,
  run(project) {
    program(project, 2);
    return runWorkerd(project.node, project.dir, {}, LIMIT_MS);
  },
};

export const bundlers = [...esbuild, ...webpack, vite, ...viteSsr, edge, worker];
