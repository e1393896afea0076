// Test runners, as they come: nothing is set for the package.
import { cpSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../support/fetch-packages.mjs";
import { installCodegen } from "./generated.mjs";
import { JEST, NODES, VITEST } from "./packages.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */

/** @param {import("./project.mjs").Project} project @param {string[]} [args] */
async function jest(project, args = []) {
  await project.must(project.command("jest"), ["--ci", "--runInBand", ...args]);
  return [{ name: "jest" }];
}

/** @type {Consumer[]} */
const jestWithTypeScript = [
  { name: "jest-ts", tsconfig: { module: "commonjs", esModuleInterop: true } },
  { name: "jest-ts-node16", tsconfig: { module: "node16" } },
].map(({ name, tsconfig }) => ({
  name,
  version: `${JEST.jest} + ${JEST["ts-jest"]}`,
  packages: JEST,
  run(project) {
    project.install({ jest: { preset: "ts-jest" } });
    project.copy("jest.test.ts");
    const compilerOptions = { target: "es2022", strict: true, types: ["jest"], ...tsconfig };
    project.write({ "tsconfig.json": JSON.stringify({ compilerOptions }) });
    return jest(project);
  },
}));

/** @type {Consumer[]} */
const jestWithBabel = ["20.19", "22.11", "24"].map((node) => ({
  name: `jest-babel-node-${node}`,
  version: JEST.jest,
  packages: JEST,
  binary: NODES[node],
  run(project) {
    project.install({ babel: { presets: [["@babel/preset-env", { targets: { node: "current" } }]] } });
    for (const file of ["load.cjs", "suite.js"]) project.copy(file);
    // Jest loads everything by `require`.
    project.copy("jest.test.js", "jest.test.js", { DISTINCT: 1 });
    return jest(project);
  },
}));

/** @type {Consumer} */
const vitest = {
  name: "vitest",
  version: VITEST.vitest,
  packages: VITEST,
  binary: NODES[24],
  async run(project) {
    project.install({ type: "module" });
    for (const file of ["load.cjs", "suite.js"]) project.copy(file);
    project.copy("jest.test.js", "own.test.js", {
      DISTINCT: 1,
      "import * as main": 'import { expect, test } from "vitest";\nimport * as main',
    });
    await project.must(project.command("vitest"), ["run"]);
    return [{ name: "vitest" }];
  },
};

/** Tests its own program against the sandbox, with both packages and nothing else of this repository: examples/sandbox.test.ts. @type {Consumer} */
const sandbox = {
  name: "sandbox-vitest",
  version: VITEST.vitest,
  packages: VITEST,
  binary: NODES[24],
  // No call leaves its process.
  calls: false,
  async run(project) {
    project.install({ type: "module" });
    installCodegen(project.dir, project.packed.codegen);
    cpSync(path.join(ROOT, "examples/sandbox.test.ts"), path.join(project.dir, "sandbox.test.ts"));
    await project.must(project.command("vitest"), ["run"]);
    return [{ name: "the example" }];
  },
};

export const testers = [...jestWithTypeScript, ...jestWithBabel, vitest, sandbox];
