// `instanceof PandaPonError` in a program that holds several copies of the package: two installed ones, or both builds.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { installed } from "../support/packed.js";
import { temporaryFolder } from "../support/workspace.js";

type Runtime = typeof import("../../dist/src/index.js");

const PACKAGE = "pandapon-openapi";

/** A program as one CommonJS script. */
async function scriptOf(contents: string, resolveDir: string): Promise<string> {
  const options = { bundle: true, format: "cjs", platform: "node", write: false, logLevel: "error" } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents, resolveDir } });
  return outputFiles[0]?.text ?? "";
}

/** Copies of the package, each loaded in another way. None of them is what this test imports. */
async function copies(): Promise<Record<string, Runtime>> {
  const dir = temporaryFolder();
  const require = createRequire(path.join(dir, "main.cjs"));
  const builds = { esm: "dist/src/index.js", cjs: "dist/cjs/src/index.js" };
  const folder = installed(dir);
  const [esm, cjs] = [path.join(folder, builds.esm), path.join(folder, builds.cjs)];
  const other = path.join(installed(temporaryFolder()), builds.esm);
  const imported = (file: string): Promise<Runtime> => import(pathToFileURL(file).href);

  const bundle = path.join(dir, "bundle.cjs");
  const program = `import * as esm from ${JSON.stringify(esm)}; exports.esm = esm; exports.cjs = require(${JSON.stringify(cjs)});`;
  writeFileSync(bundle, await scriptOf(program, dir));
  // The bundle exports both.
  const both = require(bundle) as { esm: Runtime; cjs: Runtime };

  // Jest runs tests in a context like this: it has classes of its own.
  const realm = { exports: {} };
  const web = { URL, TextDecoder, AbortController, performance, setTimeout, clearTimeout };
  const script = await scriptOf(`module.exports = require(${JSON.stringify(cjs)});`, dir);
  runInContext(script, createContext({ module: realm, require, ...web }));
  return {
    "import of one installed copy": await imported(esm),
    "import of another installed copy": await imported(other),
    "require as Node does": require(PACKAGE) as Runtime,
    "require of the CommonJS build, as Jest does": require(cjs) as Runtime,
    "a bundle of both builds, ESM": both.esm,
    "a bundle of both builds, CommonJS": both.cjs,
    "another realm": realm.exports as Runtime,
  };
}

test("the errors of every copy are instances of the class of every other one", async () => {
  const all = Object.entries(await copies());
  const classes = new Set(all.map(([, { PandaPonError }]) => PandaPonError));
  // Where Node can require ESM, what is imported and what is required is the same copy.
  expect(classes.size).toBeGreaterThanOrEqual(all.length - 1);

  for (const [from, { createPandaPon }] of all) {
    let created: unknown;
    try {
      createPandaPon({ accessKey: "k", accessSecret: "s", userId: "" });
    } catch (thrown) {
      created = thrown;
    }
    const calling = createPandaPon({ accessKey: "k", accessSecret: "s", userId: "u" }).request("GET", "no path");
    const called: unknown = await calling.then(undefined, (thrown: unknown) => thrown);
    for (const [to, { PandaPonError }] of all) {
      expect({ from, to, created: created instanceof PandaPonError, called: called instanceof PandaPonError }).toEqual({
        from,
        to,
        created: true,
        called: true,
      });
    }
  }
});
