// The folder that `pandapon generate` writes into a project, used by the tools that people have.
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { manifest, ROOT, run } from "../support/fetch-packages.mjs";
import { bun, deno } from "../runtimes/packages.mjs";
import { JEST, NODES, typescript, VITEST, WEBPACK } from "./packages.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */
/** @typedef {import("./project.mjs").Project} Project */

const CONFIG = { include: ["alibaba.refunds.*"], out: "pandapon" };

/**
 * Adds the packed tool chain to a project that has pandapon-openapi, with the dependencies that are installed here.
 * @param {string} dir of the project
 * @param {string} tarball
 * @returns {string} its folder
 */
export function installCodegen(dir, tarball) {
  const modules = path.join(dir, "node_modules");
  const target = path.join(modules, "pandapon-codegen");
  mkdirSync(target);
  run("tar", ["-xzf", path.basename(tarball), "--strip-components=1", "-C", target], path.dirname(tarball));
  for (const name of Object.keys(manifest(modules, "pandapon-codegen").dependencies)) {
    const to = path.join(modules, name);
    const places = ["scripts/node_modules", "node_modules"].map((place) => path.join(ROOT, place, name));
    mkdirSync(path.dirname(to), { recursive: true });
    if (!existsSync(to)) symlinkSync(places.find(existsSync) ?? "", to, "junction");
  }
  return target;
}

/**
 * Runs the packed command once.
 * @param {string} dir does not exist yet
 * @param {string} runtime where pandapon-openapi is installed
 * @param {string} tarball of the tool chain
 * @returns {string} the folder that it wrote
 */
export function generateOnce(dir, runtime, tarball) {
  cpSync(path.join(runtime, "node_modules"), path.join(dir, "node_modules"), { recursive: true });
  const target = installCodegen(dir, tarball);
  writeFileSync(path.join(dir, "pandapon.config.json"), JSON.stringify(CONFIG));
  run(process.execPath, [path.join(target, "bin/pandapon.js"), "generate"], dir);
  return path.join(dir, CONFIG.out);
}

/**
 * Copies the generated folder and the program into a project.
 * @param {Project} project
 * @param {string} generated how the program names the folder
 * @param {string} [refunds] how main.ts names the program
 */
export function addProgram(project, generated, refunds = "./refunds.js") {
  cpSync(project.packed.generated(), path.join(project.dir, CONFIG.out), { recursive: true });
  project.copy("refunds.ts", "refunds.ts", { GENERATED: generated });
  project.copy("refunds-main.ts", "main.ts", { REFUNDS: refunds });
}

/** @param {Project} project @param {object} compilerOptions */
const tsconfig = (project, compilerOptions) =>
  project.write({
    "tsconfig.json": JSON.stringify({ compilerOptions: { target: "es2022", strict: true, ...compilerOptions } }),
  });

/** @type {Consumer} */
const jest = {
  name: "generated-jest",
  version: `${JEST.jest} + ${JEST["ts-jest"]}`,
  packages: JEST,
  async run(project) {
    project.install({ jest: { preset: "ts-jest" } });
    addProgram(project, "./pandapon");
    project.copy("refunds.test.ts");
    tsconfig(project, { module: "commonjs", esModuleInterop: true, types: ["jest"] });
    await project.must(project.command("jest"), ["--ci", "--runInBand"]);
    return [{ name: "jest" }];
  },
};

/** @type {Consumer} */
const webpack = {
  name: "generated-webpack",
  version: `${WEBPACK.webpack} + ${WEBPACK["ts-loader"]}`,
  packages: WEBPACK,
  async run(project) {
    project.install();
    addProgram(project, "./pandapon", "./refunds");
    tsconfig(project, { module: "esnext", moduleResolution: "bundler", types: [], lib: ["es2022", "dom"] });
    const rules = '[{ test: /\\.ts$/, use: "ts-loader" }]';
    project.write({
      "webpack.config.js": `module.exports = { mode: "production", entry: "./main.ts", module: { rules: ${rules} }, resolve: { extensions: [".ts", ".js"] } };`,
    });
    await project.must(project.command("webpack-cli"), []);
    return project.results("dist/main.js");
  },
};

/** @type {Consumer} */
const vite = {
  name: "generated-vite",
  version: VITEST.vite,
  packages: VITEST,
  binary: NODES[24],
  async run(project) {
    project.install({ type: "module" });
    addProgram(project, "./pandapon", "./refunds");
    project.write({
      "index.html": '<script type="module" src="./main.ts"></script>',
      "vite.config.js": "export default { build: { modulePreload: { polyfill: false } } };",
    });
    await project.must(project.command("vite"), ["build"]);
    const [file = ""] = readdirSync(path.join(project.dir, "dist/assets"));
    return project.results(`dist/assets/${file}`);
  },
};

/** Compiled to CommonJS, as older services are, with declarations. @type {Consumer} */
const compiled = {
  name: "generated-commonjs",
  version: "5.9.3",
  packages: typescript("5.9.3"),
  binary: NODES["22.11"],
  async run(project) {
    project.install();
    addProgram(project, "./pandapon", "./refunds");
    tsconfig(project, { module: "commonjs", moduleResolution: "node10", outDir: "dist", declaration: true });
    await project.must(project.command("typescript", "tsc"), []);
    return project.results("dist/main.js");
  },
};

/** Platforms that run TypeScript by themselves. @type {Consumer[]} */
const platforms = [
  { name: "node-24", binary: NODES[24], args: [] },
  { name: "bun", binary: bun("1.4.5"), args: ["--no-install"] },
  {
    name: "deno",
    binary: deno("2.9.6"),
    args: ["run", "--check", "--no-prompt", "--no-remote", "--node-modules-dir=manual", "--allow-net=127.0.0.1"],
  },
].map(({ name, binary, args }) => ({
  name: `generated-${name}`,
  version: binary.version,
  binary,
  run(project) {
    project.install({ type: "module" });
    addProgram(project, "./pandapon/index.ts", "./refunds.ts");
    return project.results("main.ts", project.node, args);
  },
}));

export const generated = [jest, webpack, vite, compiled, ...platforms];
