// The tarballs hold what is needed and nothing else, and what they promise resolves.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { installed, link, pack, unpack } from "../support/packed.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { page, startSite } from "../support/pages/site.js";
import { ROOT, run, smallSpec, temporaryFolder, type Ran } from "../support/workspace.js";

const SOURCES = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /(?<!\.d)\.ts$/.test(name))
  .map((name) => `dist/src/${name.replaceAll("\\", "/").replace(/\.ts$/, "")}`);

test("pandapon-openapi: compiled code, the bundle, the papers", async () => {
  const { files, unpackedSize } = await pack("pandapon-openapi", temporaryFolder());
  expect(files.map((file) => file.path).sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/generated/methods.d.ts",
      "dist/generated/operations.d.ts",
      "dist/generated/operations.js",
      "dist/generated/schema.d.ts",
      ...SOURCES.flatMap((source) => [`${source}.d.ts`, `${source}.js`]),
      "generated/openapi.json",
      "generated/openapi.yaml",
      "package.json",
    ].sort(),
  );
  expect(unpackedSize).toBeLessThan(1_500_000);
});

test("pandapon-openapi: has two dependencies, one of them pinned, and its exports resolve", async () => {
  const dir = temporaryFolder();
  const root = await installed(dir);
  expect(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))).toMatchObject({
    dependencies: { "@noble/hashes": expect.stringMatching(/^\^2/) as unknown, "openapi-fetch": "0.17.0" },
  });
  writeFileSync(
    path.join(dir, "use.mjs"),
    `import { createClient, createPandaPon, operationTable, webhookTable } from "pandapon-openapi";
     import { signatureDigest } from "pandapon-openapi/signing";
     import bundle from "pandapon-openapi/openapi.json" with { type: "json" };
     import { readFileSync } from "node:fs";
     const yaml = readFileSync(new URL(import.meta.resolve("pandapon-openapi/openapi.yaml")), "utf8");
     console.log(JSON.stringify([
       Object.keys(operationTable).length, Object.keys(webhookTable).length, bundle.openapi, yaml.includes("openapi: 3.1.1"),
       typeof createClient, typeof createPandaPon, signatureDigest("abc"),
     ]));`,
  );
  const { stdout, stderr } = await run(process.execPath, ["--no-warnings", "use.mjs"], dir);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    39,
    2,
    "3.1.1",
    true,
    "function",
    "function",
    "900150983CD24FB0D6963F7D28E17F72", // RFC 1321's own example
  ]);
});

test("pandapon-codegen: the command, compiled code, the papers", async () => {
  const { files } = await pack("pandapon-codegen", temporaryFolder());
  const names = files.map((file) => file.path);
  expect(names.filter((name) => !/^dist\/(?:[a-z-]+\/){0,3}[a-z-]+(?:\.d\.ts|\.js)$/.test(name)).sort()).toEqual([
    "LICENSE",
    "README.md",
    "bin/pandapon.js",
    "package.json",
  ]);
});

/** The packed tool chain, its dependencies beside it and nothing of this repository. @returns runs its command in `dir` */
async function packedCommand(dir: string): Promise<(...args: string[]) => Promise<Ran>> {
  const root = await unpack(await pack("pandapon-codegen", dir), dir);
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    dependencies: object;
  };
  for (const name of Object.keys(dependencies)) link(name, dir);
  const command = path.join(root, "bin/pandapon.js");
  return (...args) => run(process.execPath, [command, ...args], dir);
}

test("pandapon-codegen: the packed command lints and compiles a contract", async () => {
  const dir = temporaryFolder();
  const command = await packedCommand(dir);
  const spec = ["--spec", path.join(ROOT, "spec")];
  expect((await command("lint", ...spec)).stdout).toContain("No problems.");
  expect((await command("generate", ...spec, "--out", "out", "--runtime", "../src")).code).toBe(0);
  for (const name of ["openapi.yaml", "openapi.json", "schema.d.ts", "methods.d.ts", "operations.ts"]) {
    expect(readFileSync(path.join(dir, "out", name), "utf8")).toBe(
      readFileSync(path.join(ROOT, "generated", name), "utf8"),
    );
  }
});

test("pandapon-codegen: the packed command pulls, compares and drafts pages, and compares contracts", async () => {
  const dir = temporaryFolder();
  const command = await packedCommand(dir);
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

test.each(["pandapon-openapi", "pandapon-codegen"] as const)("%s: publint has nothing to say", async (name) => {
  const dir = temporaryFolder();
  const root = await unpack(await pack(name, dir), dir);
  const { messages, pkg } = await publint({ pkgDir: root, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});
