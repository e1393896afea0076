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
  const dirs = [temporaryFolder(), temporaryFolder()] as const;
  const [one, other] = dirs.map((dir) => createRequire(path.join(installed(dir), "..", "..", "main.js")));
  if (one === undefined || other === undefined) throw new Error("nothing is installed");
  const imported = (from: NodeJS.Require): Promise<Runtime> => import(pathToFileURL(from.resolve(PACKAGE)).href);

  const both = path.join(dirs[0], "both.cjs");
  const entry = JSON.stringify(other.resolve(PACKAGE));
  const program = `import * as esm from "${PACKAGE}"; import * as cjs from ${entry}; export { esm, cjs };`;
  writeFileSync(both, await scriptOf(program, dirs[0]));
  // The bundle exports both.
  const bundled = one(both) as { esm: Runtime; cjs: Runtime };

  // Jest runs tests in a context like this: it has classes of its own.
  const realm = { exports: {} };
  const script = await scriptOf(`export * from "${PACKAGE}";`, dirs[0]);
  const globals = {
    module: realm,
    require: one,
    URL,
    TextDecoder,
    AbortController,
    performance,
    setTimeout,
    clearTimeout,
  };
  runInContext(script, createContext(globals));
  return {
    "import of one installed copy": await imported(one),
    "import of another installed copy": await imported(other),
    "require of an installed copy": one(PACKAGE) as Runtime,
    "a bundle of two copies, the first": bundled.esm,
    "a bundle of two copies, the second": bundled.cjs,
    "another realm": realm.exports as Runtime,
  };
}

test("the errors of every copy are instances of the class of every other one", async () => {
  const all = Object.entries(await copies());
  const classes = new Set(all.map(([, { PandaPonError }]) => PandaPonError));
  // What is imported and what is required may be the same copy.
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
