// Package managers install the tarballs, and a program runs. What they download stays in the cache of this suite.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { CACHE, npm, ROOT } from "../support/fetch-packages.mjs";
import { PNPM, YARN, YARN_CLASSIC } from "./packages.mjs";

/** @typedef {import("./project.mjs").Project} Project */
/**
 * @typedef {object} Manager
 * @property {string} name
 * @property {string} version
 * @property {Record<string, string>} [packages] without it, it is the npm that runs this
 * @property {string} file its script
 * @property {string[]} args to install
 * @property {{ args?: string[], environment?: Record<string, string> }} offline what keeps it from asking the network
 * @property {Record<string, string>} [environment]
 * @property {number} [distinct] how many builds `import` and `require` load
 * @property {string} [lockfile] kept in the cache if it needs one to install without a network
 */

const NPM =
  process.env.npm_execpath ?? path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
const berry = (/** @type {string} */ name, /** @type {string} */ linker) => ({
  name,
  version: YARN["@yarnpkg/cli-dist"],
  packages: YARN,
  file: "@yarnpkg/cli-dist/bin/yarn.js",
  args: ["install"],
  offline: { environment: { YARN_ENABLE_NETWORK: "0" } },
  environment: {
    YARN_NODE_LINKER: linker,
    YARN_ENABLE_IMMUTABLE_INSTALLS: "0",
    YARN_ENABLE_TELEMETRY: "0",
  },
  lockfile: "yarn.lock",
});

/** @type {Manager[]} */
const MANAGERS = [
  {
    name: "npm",
    version: JSON.parse(readFileSync(path.join(NPM, "../../package.json"), "utf8")).version,
    file: NPM,
    args: ["install", "--no-audit", "--no-fund"],
    offline: { args: ["--offline"] },
  },
  {
    name: "pnpm",
    version: PNPM.pnpm,
    packages: PNPM,
    file: "pnpm/bin/pnpm.mjs",
    args: ["install", "--no-frozen-lockfile"],
    offline: { args: ["--offline"] },
  },
  {
    name: "yarn-classic",
    version: YARN_CLASSIC.yarn,
    packages: YARN_CLASSIC,
    file: "yarn/bin/yarn.js",
    args: ["install", "--no-progress"],
    offline: { args: ["--offline"] },
  },
  berry("yarn", "node-modules"),
  // It does not read the condition `module-sync`, so that `require` gives the CommonJS build.
  { ...berry("yarn-pnp", "pnp"), distinct: 2 },
];

/** Where the registry is, as npm is set: yarn has a setting of its own. @type {string | undefined} */
let registry;

/** @param {Manager} manager @param {string} cache @returns {Record<string, string>} */
function environmentOf({ environment }, cache) {
  registry ??= npm(["config", "get", "registry"], ROOT).trim();
  return {
    XDG_CACHE_HOME: path.join(cache, "cache"),
    XDG_DATA_HOME: path.join(cache, "data"),
    XDG_STATE_HOME: path.join(cache, "state"),
    npm_config_cache: path.join(cache, "npm"),
    YARN_CACHE_FOLDER: path.join(cache, "yarn"),
    YARN_GLOBAL_FOLDER: path.join(cache, "yarn"),
    YARN_NPM_REGISTRY_SERVER: registry,
    YARN_REGISTRY: registry,
    ...environment,
  };
}

const RUNTIME = { "pandapon-openapi": "file:./pandapon-openapi.tgz" };

/** @param {string} stdout of a program that prints the results of a suite @returns {import("./project.mjs").Result[]} */
const resultsIn = (stdout) => JSON.parse(stdout.slice(stdout.indexOf('{"version"'))).results;

/** The first line names the config file, which differs. @param {string} text */
const withoutBanner = (text) => text.slice(text.indexOf("\n"));

/**
 * Installs what the project's package.json names, without the network if all of it is in the cache.
 * @param {Project} project
 * @param {Manager} manager
 * @param {string} [set] the name of a set of dependencies
 * @returns {Promise<{ node: (args: string[]) => Promise<string>, script: (name: string) => Promise<string> }>} runs Node in the
 *   project, and a script of its package.json
 */
async function installBy(project, manager, set = "runtime") {
  const { name, packages, args, offline, lockfile } = manager;
  const cache = path.join(CACHE, "managers", name);
  const environment = environmentOf(manager, cache);
  const file = packages === undefined ? manager.file : path.join(project.modules, manager.file);
  mkdirSync(path.join(cache, "yarn"), { recursive: true });
  // Yarn 1 takes a tarball for the one of the same version that it has.
  for (const folder of readdirSync(path.join(cache, "yarn"))) {
    if (folder.includes("pandapon")) rmSync(path.join(cache, "yarn", folder), { recursive: true });
  }
  const kept = path.join(cache, `${set}.lock`);
  if (lockfile !== undefined && existsSync(kept)) copyFileSync(kept, path.join(project.dir, lockfile));

  const withoutNetwork = [file, ...args, ...(offline.args ?? [])];
  const { code } = await project.run(project.node, withoutNetwork, { ...environment, ...offline.environment });
  if (code !== 0) await project.must(file, args, environment);
  if (lockfile !== undefined) {
    const blocks = readFileSync(path.join(project.dir, lockfile), "utf8").split("\n\n");
    writeFileSync(kept, blocks.filter((block) => !/^"(?:pandapon|consumer@)/.test(block)).join("\n\n"));
  }
  return {
    script: (script) => project.must(file, ["run", script], environment),
    node: (given) =>
      name === "yarn-pnp"
        ? project.must(file, ["node", ...given], environment)
        : project.must(String(given[0]), given.slice(1)),
  };
}

/** @type {import("./project.mjs").Consumer[]} */
const runtime = MANAGERS.map((manager) => ({
  name: manager.name,
  version: manager.version,
  packages: manager.packages,
  separate: true,
  async run(project) {
    copyFileSync(project.packed.tarball, path.join(project.dir, "pandapon-openapi.tgz"));
    project.write({ "package.json": JSON.stringify({ name: "consumer", private: true, dependencies: RUNTIME }) });
    for (const file of ["load.mjs", "load.cjs"]) project.copy(file);
    const { node } = await installBy(project, manager);
    const results = [];
    for (const extension of ["mjs", "cjs"]) {
      project.copy("suite.js", `suite.${extension}`);
      project.copy(`plain.${extension}`, `plain.${extension}`, { DISTINCT: manager.distinct ?? 1 });
      results.push(...resultsIn(await node([`plain.${extension}`])));
    }
    return results;
  },
}));

/** The build step: the tool chain is installed too, and a script of package.json runs it. @type {import("./project.mjs").Consumer[]} */
const buildStep = MANAGERS.map((manager) => ({
  name: `generated-${manager.name}`,
  version: manager.version,
  packages: manager.packages,
  separate: true,
  async run(project) {
    copyFileSync(project.packed.tarball, path.join(project.dir, "pandapon-openapi.tgz"));
    copyFileSync(project.packed.codegen, path.join(project.dir, "pandapon-codegen.tgz"));
    project.copy("pandapon.config.ts");
    project.write({
      "package.json": JSON.stringify({
        name: "consumer",
        private: true,
        type: "module",
        scripts: { generate: "pandapon generate", check: "pandapon generate --check" },
        dependencies: RUNTIME,
        devDependencies: { "pandapon-codegen": "file:./pandapon-codegen.tgz" },
        // The version that the tool chain depends on is not published yet when this runs.
        ...(manager.name !== "npm" && { resolutions: RUNTIME }),
      }),
      "pnpm-workspace.yaml": `overrides: ${JSON.stringify(RUNTIME)}\n`,
    });
    const { node, script } = await installBy(project, manager, "codegen");
    await script("generate");
    await script("check");
    const bundle = path.join(project.dir, "main.mjs");
    project.copy("refunds.ts", "refunds.ts", { GENERATED: "./pandapon/index.ts" });
    project.copy("refunds-main.ts", "main.ts", { REFUNDS: "./refunds.ts" });
    await build({
      ...{ absWorkingDir: project.dir, entryPoints: ["main.ts"], outfile: bundle },
      ...{ bundle: true, format: "esm", packages: "external" },
    });
    const same = await Promise.all(
      readdirSync(project.packed.generated()).map(async (file) => {
        const [own, other] = [project.packed.generated(), path.join(project.dir, "pandapon")].map((folder) =>
          withoutBanner(readFileSync(path.join(folder, file), "utf8")),
        );
        return { name: `${file} is the same everywhere`, ...(own !== other && { reason: "it differs" }) };
      }),
    );
    return [...same, ...resultsIn(await node(["main.mjs"]))];
  },
}));

export const managers = [...runtime, ...buildStep];
