// Node, and the other platforms that load packages: the package imported and required in one process, and installed twice.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bun, deno } from "../runtimes/packages.mjs";
import { runScript } from "../runtimes/script.mjs";
import { startServer } from "../runtimes/server.mjs";
import { NODES } from "./packages.mjs";
import { LIMIT_MS } from "./project.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */

const RUNTIMES = fileURLToPath(new URL("../runtimes", import.meta.url));
const DENO = [
  "run",
  "--no-prompt",
  "--no-remote",
  "--node-modules-dir=manual",
  "--allow-net=127.0.0.1",
  "--allow-read",
];

/**
 * @param {string} name
 * @param {import("../runtimes/packages.mjs").Package} binary
 * @param {string[]} args before the file
 * @param {number} distinct of two installed copies, how many are loaded by `import` and `require`
 * @returns {Consumer[]}
 */
const both = (name, binary, args, distinct) =>
  ["esm", "cjs"].map((format) => ({
    name: `${name}-${format}`,
    version: binary.version,
    binary,
    run(project) {
      project.install();
      project.installOther();
      for (const file of ["load.mjs", "load.cjs"]) project.copy(file);
      const extension = format === "esm" ? "mjs" : "cjs";
      project.copy("suite.js", `suite.${extension}`);
      project.copy(`node.${extension}`, `main.${extension}`, { DISTINCT: distinct });
      const { dir, node } = project;
      const how = { binary: node, version: binary.version, args, file: `main.${extension}`, dir, environment: {} };
      return runScript(how, {}, LIMIT_MS);
    },
  }));

/** The whole suite of test/runtimes, with the CommonJS build. @type {Consumer} */
const runtimesSuite = {
  name: "node-22.11-suite",
  version: NODES["22.11"].version,
  binary: NODES["22.11"],
  calls: false,
  async run(project) {
    project.install();
    project.copy("runtimes.cjs", "main.cjs");
    const [entryPoints, outfile] = [[path.join(RUNTIMES, "suite.js")], path.join(project.dir, "suite.cjs")];
    await build({ entryPoints, outfile, bundle: true, format: "cjs" });
    const server = await startServer();
    try {
      const { dir, node: binary } = project;
      const environment = { PANDAPON_ACCESS_KEY: "key", PANDAPON_ACCESS_SECRET: "secret", PANDAPON_USER_ID: "user" };
      const how = { binary, version: NODES["22.11"].version, args: [], file: "main.cjs", dir, environment };
      const { baseUrl, refusedUrl } = server;
      const given = { baseUrl, refusedUrl, tellsRefused: true, resendsGets: false, environmentUserId: "user" };
      return await runScript(how, given, LIMIT_MS);
    } finally {
      server.close();
    }
  },
};

export const nodes = [
  ...both("node-20.19", NODES["20.19"], [], 2),
  ...both("node-22.11", NODES["22.11"], [], 4),
  runtimesSuite,
  ...both("node-22.12", NODES["22.12"], [], 2),
  ...both("node-24", NODES[24], [], 2),
  // Does not read the condition `module-sync`.
  ...both("bun", bun("1.4.5"), ["--no-install"], 4),
  ...both("deno", deno("2.9.6"), DENO, 2),
];
