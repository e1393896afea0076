// Every way to reach an entry of pandapon-openapi leads to the same place: `exports`, its fields for older tools, its folders.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { installed, packed } from "../support/packed.js";
import { run, temporaryFolder } from "../support/workspace.js";

type Target = Record<"types" | "default", string>;
interface Manifest {
  type: string;
  main: string;
  module: string;
  types: string;
  exports: Record<string, string | Record<string, Target>>;
}

const folder = packed("pandapon-openapi").folder;
const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");
/** Read from the tarball, so a field that is missing shows up as a failing test. */
const manifest = JSON.parse(read("package.json")) as Manifest;

describe.each(["index", "core/index", "signing", "webhooks", "webhooks/redis", "webhooks/postgres"])("%s", (name) => {
  const entry = name === "index" ? "." : `./${name.replace("/index", "")}`;
  const esm = { types: `./dist/src/${name}.d.mts`, default: `./dist/src/${name}.js` };
  const cjs = { types: `./dist/cjs/src/${name}.d.ts`, default: `./dist/cjs/src/${name}.js` };

  test("conditions in the order that gives Node and Deno one copy, and Jest the CommonJS one", () => {
    expect(Object.entries(manifest.exports[entry] ?? {})).toEqual([
      ["module-sync", esm],
      ["import", esm],
      ["require", cjs],
    ]);
  });

  test("the folder for tools that do not read `exports`", () => {
    const { main, module, types } = JSON.parse(read(path.join(entry, "package.json"))) as Manifest;
    const files = [main, module, types].map((file) => `./${path.posix.join(entry, file)}`);
    expect(files).toEqual([cjs.default, esm.default, cjs.types]);
  });

  test("the ESM declarations are those of CommonJS", () => {
    const [, from = ""] = /^export \* from "(.+)";\n$/.exec(read(esm.types)) ?? [];
    expect(path.posix.join(path.posix.dirname(esm.types), from)).toBe(`dist/cjs/src/${name}.js`);
  });
});

test("no other entry has code, and the bundle has a folder too", () => {
  expect(Object.entries(manifest.exports).filter(([, target]) => typeof target === "string")).toEqual([
    ["./openapi.json", "./generated/openapi.json"],
    ["./openapi.yaml", "./generated/openapi.yaml"],
    ["./package.json", "./package.json"],
  ]);
  expect(JSON.parse(read("openapi.json/package.json"))).toHaveProperty("main", "../generated/openapi.json");
});

test("import and require give the same copy on this Node, and the CommonJS build gives the same values", async () => {
  const dir = temporaryFolder();
  installed(dir);
  writeFileSync(
    path.join(dir, "use.mjs"),
    `import { createRequire } from "node:module";
     import path from "node:path";
     import { pathToFileURL } from "node:url";
     const require = createRequire(import.meta.url);
     const root = path.dirname(require.resolve("pandapon-openapi/package.json"));
     const table = [];
     for (const [entry, file] of [["", "index"], ["/core", "core/index"], ["/signing", "signing"], ["/webhooks", "webhooks"],
       ["/webhooks/redis", "webhooks/redis"], ["/webhooks/postgres", "webhooks/postgres"]]) {
       const imported = await import("pandapon-openapi" + entry);
       const required = require("pandapon-openapi" + entry);
       const cjs = require(path.join(root, "dist/cjs/src", file + ".js"));
       // What static imports see of CommonJS.
       const named = await import(pathToFileURL(path.join(root, "dist/cjs/src", file + ".js")).href);
       const names = Object.keys(imported);
       table.push([
         names.every((name) => imported[name] === required[name]),
         Object.keys(cjs).sort().join() === names.sort().join(),
         names.every((name) => typeof named[name] === typeof imported[name]),
       ]);
     }
     console.log(JSON.stringify(table));`,
  );
  const { stdout, stderr } = await run(process.execPath, ["--no-warnings", "use.mjs"], dir);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    [true, true, true],
    [true, true, true],
    [true, true, true],
    [true, true, true],
    [true, true, true],
    [true, true, true],
  ]);
});
