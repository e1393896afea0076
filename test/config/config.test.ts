// pandapon.config.ts and its other forms: what is read, and what each mistake is told.
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findConfig, loadConfig } from "../../scripts/dist/config/index.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

const written = (name: string, text: string, dir = temporaryFolder()): string => {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, name), text);
  return path.join(dir, name);
};

const OUT = `{ "out": "src/pandapon" }`;
const forms: [name: string, text: string][] = [
  ["pandapon.config.json", `\uFEFF{\r\n  "out": "src/pandapon"\r\n}\r\n`],
  ["pandapon.config.mjs", `export default ${OUT};`],
  ["pandapon.config.mjs", `export default Promise.resolve(${OUT});`],
  ["pandapon.config.js", `module.exports = ${OUT};`],
  ["pandapon.config.js", `Object.assign(exports, { __esModule: true, default: ${OUT} });`],
  ["pandapon.config.js", `export default ${OUT};`],
  ["pandapon.config.mts", `const out: string = "src/pandapon";\nexport default { out };`],
  ["pandapon.config.ts", `enum Folder { Out = "src/pandapon" }\r\nexport default { out: Folder.Out };`],
  ["pandapon.config.ts", `import { out } from "./folder";\nexport default { out };`],
  ["pandapon.config.ts", `import { defineConfig } from "pandapon-codegen";\nexport default defineConfig(${OUT});`],
  ["pandapon.config.mjs", `export default { out: "src\\\\pandapon", include: undefined };`],
];

test.each(forms)("%s is read: %s", async (name, text) => {
  const dir = temporaryFolder();
  mkdirSync(path.join(dir, "node_modules"));
  symlinkSync(path.join(ROOT, "scripts"), path.join(dir, "node_modules/pandapon-codegen"), "junction");
  written("folder.ts", `export const out: string = "src/pandapon";`, dir);
  const file = written(name, text, dir);
  expect(await loadConfig(file)).toEqual({
    file,
    include: undefined,
    exclude: [],
    overlays: [],
    out: path.join(dir, "src/pandapon"),
    style: "methods",
    request: false,
  });
});

test("all options are read, with paths relative to the file", async () => {
  const file = written(
    "other.mjs",
    `export default { include: ["a.*"], exclude: ["a.b"], overlays: ["o.yaml", "../p.json"], out: "../out", style: "paths", request: true };`,
    path.join(temporaryFolder(), "inner"),
  );
  const dir = path.dirname(file);
  expect(await loadConfig(file)).toEqual({
    file,
    include: ["a.*"],
    exclude: ["a.b"],
    overlays: [path.join(dir, "o.yaml"), path.join(dir, "../p.json")],
    out: path.join(dir, "../out"),
    style: "paths",
    request: true,
  });
});

test("a file and what it imports are read anew at each call", async () => {
  for (const extension of ["mjs", "ts"]) {
    const dir = temporaryFolder();
    const file = written(
      `pandapon.config.${extension}`,
      `import { out } from "./out.mjs";\nexport default { out };`,
      dir,
    );
    for (const out of ["one", "two", "three"]) {
      written("out.mjs", `export const out = "${out}";`, dir);
      expect((await loadConfig(file)).out).toBe(path.join(dir, out));
    }
  }
});

test("a folder has one configuration at most", () => {
  const dir = temporaryFolder();
  expect(findConfig(dir)).toBeUndefined();
  const file = written("pandapon.config.mts", "", dir);
  expect(findConfig(dir)).toBe(file);
  written("pandapon.config.json", "", dir);
  expect(() => findConfig(dir)).toThrow("several configurations: pandapon.config.mts, pandapon.config.json.");
});

describe("a mistake is named, with the fix", () => {
  const wrong: [text: string, message: string][] = [
    [`{`, `pandapon.config.json:1: `],
    [`{\n"out": "a",\n"out" "b"}`, `pandapon.config.json:3: `],
    [``, `must hold one JSON object`],
    [`[]`, `must hold one JSON object`],
    [`out: src`, `must hold one JSON object`],
    [`{}`, `out is missing. Name the folder for the result: out: "src/pandapon".`],
    [`{ "out": "" }`, `out must be the path of a folder, not "".`],
    [`{ "out": 12345678901234567890 }`, `out must be the path of a folder, not 12345678901234567890.`],
    [`{ "out": "." }`, `which holds this file. Name a folder of its own`],
    [`{ "out": ".." }`, `which holds this file.`],
    [`{ "out": "a/.." }`, `which holds this file.`],
    [`{ "out": "a", "inlcude": [] }`, `there is no option "inlcude". Did you mean include?`],
    [`{ "out": "a", "__proto__": {} }`, `there is no option "__proto__".`],
    [`{ "out": "a", "toString": 1 }`, `there is no option "toString".`],
    [`{ "out": "a", "plugins": [] }`, `The options are include, exclude, overlays, out, style, request.`],
    [`{ "out": "a", "include": [] }`, `include is empty, so nothing would be compiled.`],
    [`{ "out": "a", "include": "alibaba.*" }`, `include must be a list of operationIds or globs, not "alibaba.*".`],
    [`{ "out": "a", "include": null }`, `include must be a list of operationIds or globs, not null.`],
    [`{ "out": "a", "include": ["a", ""] }`, `include must be a list of operationIds or globs, but holds "".`],
    [`{ "out": "a", "exclude": [7] }`, `exclude must be a list of operationIds or globs, but holds 7.`],
    [`{ "out": "a", "include": ["!a.*"] }`, `Write a.* in exclude instead.`],
    [`{ "out": "a", "overlays": { "a": "b" } }`, `overlays must be a list of files, not {"a":"b"}.`],
    [`{ "out": "a", "overlays": [["a"]] }`, `overlays must be a list of files, but holds ["a"].`],
    [`{ "out": "a", "style": "method" }`, `style must be methods, paths, types, not "method".`],
    [`{ "out": "a", "style": null }`, `style must be methods, paths, types, not null.`],
    [`{ "out": "a", "request": "yes" }`, `request must be true or false, not "yes".`],
  ];
  test.each(wrong)("%j", async (text, message) => {
    const read = loadConfig(written("pandapon.config.json", text));
    await expect(read).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message: expect.stringContaining(message) as unknown,
    });
  });

  const wrongModules: [name: string, text: string, message: string][] = [
    ["a.mjs", `export const out = "a";`, `a.mjs has no default export. Write \`export default defineConfig({ … })\`.`],
    ["a.mjs", `export default () => ({ out: "a" });`, `the configuration must be an object, not a function.`],
    ["a.mjs", `export default null;`, `the configuration must be an object, not null.`],
    ["a.mjs", `export default [];`, `the configuration must be an object, not [].`],
    ["a.mjs", `export default { out: "a", include: [() => 1] };`, `but holds a function.`],
    ["a.mjs", `export default { out: "a", include: [undefined] };`, `but holds undefined.`],
    ["a.mjs", `\nexport default {`, `a.mjs does not load: `],
    ["a.ts", `\nexport default {`, `a.ts does not load: `],
    ["a.mjs", `import "./gone.mjs";`, `does not load: Cannot find module`],
    ["a.ts", `import "./gone.js"; export default { out: "a" };`, `does not load: Cannot find module`],
    ["a.mjs", `import "pandapon-codegen";`, `Install it: npm install --save-dev pandapon-codegen`],
    [
      "a.ts",
      `import { defineConfig } from "pandapon-codegen"; export default defineConfig({ out: "a" });`,
      `Install it: npm install`,
    ],
    ["a.mjs", `throw new Error("no token\\nhere");`, `does not load: no token here. Correct the file.`],
    ["a.mjs", `throw "text";`, `does not load: it throws text.`],
    ["a.mjs", `throw null;`, `does not load: it throws null.`],
    ["a.mjs", `throw { toString() { throw 1; } };`, `does not load: it throws {`],
    ["a.mjs", `throw Object.create(null);`, `does not load: it throws [Object: null prototype] {}.`],
    ["a.mjs", `export default { get out() { throw new Error("no") } };`, `does not load: no. Correct the file.`],
    ["a.mjs", `const a = {}; a.a = a; export default { out: a };`, `out must be the path of a folder, not <ref *1>`],
    ["a.mjs", `export default { out: { toJSON() { throw 1; } } };`, `out must be the path of a folder, not {`],
    ["a.mjs", `export default { out: { toJSON() {} } };`, `out must be the path of a folder, not {`],
    ["a.yaml", `out: a`, `its name must end with .ts, .mts, .mjs, .js, .json.`],
  ];
  test.each(wrongModules)("%s: %s", async (name, text, message) => {
    const read = loadConfig(written(name, text));
    await expect(read).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message: expect.stringContaining(message) as unknown,
    });
  });

  // In a process of its own, because vitest loads every file as ESM.
  test.each([`import "node:path";`, `export default { out: "a" };`])("ESM in a project of CommonJS: %s", (text) => {
    const dir = temporaryFolder();
    written("package.json", `{ "type": "commonjs" }`, dir);
    written("pandapon.config.js", text, dir);
    const bin = path.resolve("scripts/bin/pandapon.js");
    const { status, stderr } = spawnSync(process.execPath, [bin, "generate"], { cwd: dir, encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^pandapon\.config\.js does not load: .+ Let its name end with \.mjs\.$/m);
  });

  test("a missing file", async () => {
    const read = loadConfig(path.join(temporaryFolder(), "pandapon.config.ts"));
    await expect(read).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining("Run `pandapon init`") as unknown,
    });
  });
});
