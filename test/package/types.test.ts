// The published types compile for a consumer, declarations checked, under the TypeScripts that people have.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { installed, link } from "../support/packed.js";
import { ROOT, run, temporaryFolder, type Ran } from "../support/workspace.js";

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
};

/** What consumers write, in test/types. */
const PROGRAMS = ["consumer.ts", "methods.ts", "method-calls.ts", "path-calls.ts", "signing.ts", "same.ts"];

/** How modules are found, and whose `fetch` it is: Node's own, or the web's. */
const SETUPS = [
  { module: "nodenext", lib: ["es2022"], types: ["node"] },
  { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom", "dom.iterable"], types: [] },
];

/** A folder with the packed package installed. */
async function consumer(): Promise<string> {
  const dir = temporaryFolder();
  await installed(dir);
  for (const name of ["@types/node", "undici-types"]) link(name, dir);
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  return dir;
}

const tsc = (compiler: string, args: string[], dir: string): Promise<Ran> =>
  run(process.execPath, [path.join(ROOT, compiler, "bin/tsc"), ...args], dir);

function compile(compiler: string, files: string[], module: object, dir: string): Promise<Ran> {
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...OPTIONS, ...module }, files }));
  return tsc(compiler, ["-p", "."], dir);
}

test.each(COMPILERS)("TypeScript %s, skipLibCheck off", { timeout: 180_000 }, async (version, compiler) => {
  const dir = await consumer();
  for (const program of PROGRAMS) copyFileSync(path.join(ROOT, "test/types", program), path.join(dir, program));
  expect((await tsc(compiler, ["--version"], dir)).stdout).toContain(`Version ${version}`);
  for (const setup of SETUPS) {
    const { code, stdout } = await compile(compiler, PROGRAMS, setup, dir);
    expect(stdout, JSON.stringify(setup)).toBe("");
    expect(code).toBe(0);
  }
});

test("README's snippets compile as they stand", async () => {
  const dir = await consumer();
  const snippets = [...readFileSync(path.join(ROOT, "README.md"), "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)];
  expect(snippets.length).toBeGreaterThan(1);
  const files = snippets.map(([, code = ""], index) => {
    writeFileSync(path.join(dir, `snippet-${index}.ts`), code);
    return `snippet-${index}.ts`;
  });
  expect((await compile("node_modules/typescript", files, { ...SETUPS[0] }, dir)).stdout).toBe("");
});

test("the types need no package beside them", () => {
  for (const name of ["schema.d.ts", "methods.d.ts"]) {
    const declarations = readFileSync(path.join(ROOT, "generated", name), "utf8");
    expect(declarations).not.toMatch(/\bimport\b.*from "[^.]|\bimport\(|\brequire\(/);
  }
});
