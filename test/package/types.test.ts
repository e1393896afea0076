// The published types compile for a consumer, declarations checked, under the TypeScripts that people have.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pack, unpack } from "../support/packed.js";
import { ROOT, run, temporaryFolder } from "../support/workspace.js";

const COMPILERS: [version: string, dir: string][] = [
  ["5.9", "scripts/node_modules/typescript"],
  ["6.0", "node_modules/typescript-6"],
  ["7.0", "node_modules/typescript"],
];

const OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
};

test.each(COMPILERS)("TypeScript %s, skipLibCheck off", async (version, compiler) => {
  const dir = temporaryFolder();
  await unpack(await pack("pandapon-openapi", dir), dir);
  copyFileSync(path.join(ROOT, "test/types/consumer.ts"), path.join(dir, "consumer.ts"));
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  const tsc = path.join(ROOT, compiler, "bin/tsc");
  expect((await run(process.execPath, [tsc, "--version"], dir)).stdout).toContain(`Version ${version}`);
  for (const module of [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }]) {
    writeFileSync(
      path.join(dir, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { ...OPTIONS, ...module }, files: ["consumer.ts"] }),
    );
    const { code, stdout } = await run(process.execPath, [tsc, "-p", "."], dir);
    expect(stdout, JSON.stringify(module)).toBe("");
    expect(code).toBe(0);
  }
});

test("README's snippets compile as they stand", async () => {
  const dir = temporaryFolder();
  await unpack(await pack("pandapon-openapi", dir), dir);
  const snippets = [...readFileSync(path.join(ROOT, "README.md"), "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)];
  expect(snippets.length).toBeGreaterThan(1);
  const files = snippets.map(([, code = ""], index) => {
    writeFileSync(path.join(dir, `snippet-${index}.ts`), code);
    return `snippet-${index}.ts`;
  });
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  writeFileSync(
    path.join(dir, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...OPTIONS, module: "nodenext" }, files }),
  );
  const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc");
  expect((await run(process.execPath, [tsc, "-p", "."], dir)).stdout).toBe("");
});

test("the types need no package beside them", () => {
  expect(readFileSync(path.join(ROOT, "generated/schema.d.ts"), "utf8")).not.toMatch(/\bimport\b.*from|\brequire\(/);
});
