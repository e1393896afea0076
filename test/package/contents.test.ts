// The tarballs hold what is needed and nothing else, and everything that they promise resolves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { document, operations, webhooks } from "../support/bundle.js";
import { install, installed, link, packed } from "../support/packed.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { page, startSite } from "../support/pages/site.js";
import { inProcess, ROOT, run, smallSpec, temporaryFolder, type Ran } from "../support/workspace.js";

const SOURCES = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!\.d)\.ts$/.test(name))
  .map((name) => `src/${name.replaceAll("\\", "/").replace(/\.ts$/, "")}`);
const ENTRIES = [
  "src/index",
  "src/core/index",
  "src/signing",
  "src/webhooks",
  "src/webhooks/node",
  "src/webhooks/redis",
  "src/webhooks/postgres",
];

test("pandapon-openapi: ESM and CommonJS, types once, the bundle, README, LICENSE and CHANGELOG", () => {
  const { files, unpackedSize } = packed("pandapon-openapi");
  const compiled = [...SOURCES, "generated/operations"];
  expect(files.map((file) => file.path).sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "core/package.json",
      ...compiled.map((name) => `dist/${name}.js`),
      ...ENTRIES.map((entry) => `dist/${entry}.d.mts`),
      ...compiled.flatMap((name) => [`dist/cjs/${name}.d.ts`, `dist/cjs/${name}.js`]),
      "dist/cjs/generated/methods.d.ts",
      "dist/cjs/generated/schema.d.ts",
      "dist/cjs/package.json",
      "generated/openapi.json",
      "generated/openapi.yaml",
      "openapi.json/package.json",
      "package.json",
      "signing/package.json",
      "webhooks/node/package.json",
      "webhooks/package.json",
      "webhooks/postgres/package.json",
      "webhooks/redis/package.json",
    ].sort(),
  );
  expect(unpackedSize).toBeLessThan(1_700_000);
});

test("pandapon-openapi: has one dependency, which is pinned, and its exports resolve", async () => {
  const dir = temporaryFolder();
  const root = installed(dir);
  expect(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))).toHaveProperty("dependencies", {
    "openapi-fetch": "0.17.0",
  });
  writeFileSync(
    path.join(dir, "use.mjs"),
    `import { createClient, createPandaPon, operationTable, webhookTable } from "pandapon-openapi";
     import { signatureDigest } from "pandapon-openapi/signing";
     import bundle from "pandapon-openapi/openapi.json" with { type: "json" };
     import { readFileSync } from "node:fs";
     const yaml = readFileSync(new URL(import.meta.resolve("pandapon-openapi/openapi.yaml")), "utf8");
     console.log(JSON.stringify([
       Object.keys(operationTable), Object.keys(webhookTable), bundle.info, yaml.includes("openapi: 3.1.1"),
       typeof createClient, typeof createPandaPon, signatureDigest("abc"),
     ]));`,
  );
  const { stdout, stderr } = await run(process.execPath, ["--no-warnings", "use.mjs"], dir);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    operations.map(({ id }) => id).sort(),
    webhooks.map(({ path: type }) => type).sort(),
    document["info"],
    true,
    "function",
    "function",
    "900150983CD24FB0D6963F7D28E17F72", // the example of RFC 1321
  ]);
});

test("pandapon-codegen: the command, compiled code, README and LICENSE", () => {
  const names = packed("pandapon-codegen").files.map((file) => file.path);
  expect(names.filter((name) => !/^dist\/(?:[a-z-]+\/){0,3}[a-z-]+(?:\.d\.ts|\.js)$/.test(name)).sort()).toEqual([
    "LICENSE",
    "README.md",
    "bin/pandapon.js",
    "package.json",
  ]);
});

test("pandapon-codegen: the sandbox runs from the packed files, and its validators are small and need no eval", async () => {
  const dir = temporaryFolder();
  const root = install("pandapon-codegen", dir);
  const compiled = readFileSync(path.join(root, "dist/sandbox/contract/compiled.js"), "utf8");
  expect(gzipSync(compiled).length).toBeLessThan(40_000);
  // Its declarations are named by those of the entry.
  expect(readFileSync(path.join(root, "dist/sandbox/contract/compiled.d.ts"), "utf8")).toContain("OPERATIONS");
  writeFileSync(
    path.join(dir, "use.mjs"),
    `import { createSandbox } from "pandapon-codegen/sandbox";
     import { createPandaPon } from "pandapon-openapi";
     const sandbox = createSandbox();
     const pandapon = createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch });
     const failed = await pandapon.taobao.refunds.get({ refundId: "000000000000" }).catch((error) => error);
     const source = await pandapon.taobao.products.getSource({ itemId: "42971808988", language: "en" });
     console.log(JSON.stringify([failed.kind, failed.outcome, source.itemId]));`,
  );
  const { stdout, stderr } = await run(process.execPath, ["--disallow-code-generation-from-strings", "use.mjs"], dir);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual(["api", "refused", "42971808988"]);
});

type Command = (...args: string[]) => Promise<Ran>;

/** The command of the packed tool chain, which finds its own dependencies and nothing of this repository. */
async function packedCommand(dir: string): Promise<{ spawned: Command; command: Command }> {
  const root = install("pandapon-codegen", dir);
  // The packed file has the same exports as the one that it was packed from.
  const main = (await import(
    pathToFileURL(path.join(root, "dist/cli/main.js")).href
  )) as typeof import("../../scripts/dist/cli/main.js");
  return {
    spawned: (...args) => run(process.execPath, [path.join(root, "bin/pandapon.js"), ...args], dir),
    command: (...args) => inProcess(main.run, args, dir),
  };
}

test("pandapon-codegen: the packed command lints and compiles a contract", async () => {
  const dir = temporaryFolder();
  const { spawned, command } = await packedCommand(dir);
  const spec = path.join(ROOT, "spec");
  expect((await command("lint", "--spec", spec)).stdout).toContain("No problems.");
  expect(await spawned("generate", "--spec", spec, "--out", "out", "--runtime", "../src")).toMatchObject({
    code: 0,
    stderr: "",
  });
  for (const name of ["openapi.yaml", "openapi.json", "schema.d.ts", "methods.d.ts", "operations.ts"]) {
    expect(readFileSync(path.join(dir, "out", name), "utf8")).toBe(
      readFileSync(path.join(ROOT, "generated", name), "utf8"),
    );
  }
});

test("pandapon-codegen: the packed command pulls, compares and drafts pages, and compares contracts", async () => {
  const dir = temporaryFolder();
  const { command } = await packedCommand(dir);
  const [spec, before] = [smallSpec(), smallSpec()];
  const known = { "/cancel-2e0.md": page(CANCEL_PAGE) };
  const site = await startSite(known);
  expect(await command("pages", "pull", "--site", site.url, "--spec", spec)).toMatchObject({ code: 0, stderr: "" });
  expect((await command("pages", "diff", "--spec", spec)).stdout).toContain("Up to date.");
  site.routes = { ...known, "/get-a-parcel-11e0.md": page() };
  expect((await command("pages", "pull", "--site", site.url, "--spec", spec)).stdout).toContain("written  api-11");
  expect(await command("pages", "diff", "--spec", spec)).toMatchObject({ code: 1, stderr: "" });
  expect(await command("pages", "draft", "api-11", "--spec", spec)).toMatchObject({ code: 0, stderr: "" });
  const compared = await command("contract-diff", before, spec);
  expect(compared).toMatchObject({ code: 0, stderr: "" });
  expect(compared.stdout).toContain("is new (GET /shop/parcel)");
});

test("pandapon-codegen: the packed command makes a Postman collection once the converter is installed", async () => {
  const dir = temporaryFolder();
  const { spawned } = await packedCommand(dir);
  const bundle = path.join(ROOT, "generated/openapi.json");
  const refused = await spawned("postman", "--bundle", bundle, "--out", "out");
  expect(refused).toEqual({
    code: 2,
    stdout: "",
    stderr: "The converter is not installed. Run `npm install --save-dev openapi-to-postmanv2`.\n",
  });
  link("openapi-to-postmanv2", dir);
  expect(await spawned("postman", "--bundle", bundle, "--out", "out")).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(path.join(dir, "out/postman_collection.json"), "utf8")).toBe(
    readFileSync(path.join(ROOT, "generated/postman_collection.json"), "utf8"),
  );
});
