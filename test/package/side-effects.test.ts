// `sideEffects: false` is true: what a program imports and does not use leaves nothing in a bundle and changes nothing.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { installed } from "../support/packed.js";
import { run, temporaryFolder } from "../support/workspace.js";

const PROGRAMS = {
  "imports without names": `
    import "pandapon-openapi";
    import "pandapon-openapi/core";
    import "pandapon-openapi/signing";
    import "pandapon-openapi/webhooks";`,
  "names that are not used": `
    import { createPandaPon, createClient, operationTable, PandaPonError } from "pandapon-openapi";
    import * as core from "pandapon-openapi/core";
    import { signer } from "pandapon-openapi/signing";
    import { createWebhookHandler } from "pandapon-openapi/webhooks";`,
};

test.each(Object.entries(PROGRAMS))("%s leave nothing in a bundle", async (_, contents) => {
  const dir = temporaryFolder();
  installed(dir);
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: dir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "silent",
  });
  expect(outputFiles[0]?.text).toBe("");
  // A bundler says so if it drops an import without names: that is what is meant.
  expect(warnings.map(({ id }) => id).filter((id) => id !== "ignored-bare-import")).toEqual([]);
});

test("importing and requiring changes no global and no prototype", async () => {
  const dir = temporaryFolder();
  const root = installed(dir);
  writeFileSync(
    path.join(dir, "use.mjs"),
    `import { createRequire } from "node:module";
     const require = createRequire(import.meta.url);
     const state = () => Reflect.ownKeys(globalThis).map((name) => {
       const value = Object.getOwnPropertyDescriptor(globalThis, name).value;
       const members = typeof value === "function" ? [value, value.prototype ?? {}] : [];
       return [String(name), value, ...members.flatMap((object) => Reflect.ownKeys(object).map(String))];
     });
     const before = state();
     for (const entry of ["", "/core", "/signing"]) await import("pandapon-openapi" + entry);
     for (const file of ["index", "core/index", "signing"]) require(${JSON.stringify(root)} + "/dist/cjs/src/" + file + ".js");
     const after = state();
     const same = (a, b) => a.length === b?.length && a.every((part, index) => Object.is(part, b[index]));
     console.log(before.length === after.length && before.every((part, index) => same(part, after[index])));`,
  );
  expect(await run(process.execPath, ["--no-warnings", "use.mjs"], dir)).toEqual({
    code: 0,
    stdout: "true\n",
    stderr: "",
  });
});
