// What npm installs with each package, by name. A new dependency costs every user: add it here only on purpose.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { PackageName } from "../support/packages.js";
import { packed } from "../support/packed.js";

const DEPENDENCIES: Record<PackageName, string[]> = {
  "pandapon-openapi": ["openapi-fetch"],
  "pandapon-codegen": [
    "@clack/prompts",
    "@redocly/cli",
    "@redocly/openapi-core",
    "commander",
    "jiti",
    "js-yaml",
    "jsonpath-rfc9535",
    "leven",
    "lossless-json",
    "marked",
    "openapi-typescript",
    "pandapon-openapi",
    "picomatch",
    "typescript",
    "undici",
    "yaml",
  ],
};
/** Peers are for their users to install. Optional ones are not installed. */
const OPTIONAL_PEERS: Record<PackageName, string[]> = {
  "pandapon-openapi": [],
  "pandapon-codegen": ["openapi-to-postmanv2"],
};

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: object;
  bundleDependencies?: unknown;
  bundledDependencies?: unknown;
  peerDependencies?: object;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  scripts?: Record<string, string>;
}

const read = (name: PackageName): Manifest =>
  // npm reads the same fields.
  JSON.parse(readFileSync(path.join(packed(name).folder, "package.json"), "utf8")) as Manifest;

test.each(Object.keys(DEPENDENCIES) as PackageName[])("%s", (name) => {
  const manifest = read(name);
  expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual(DEPENDENCIES[name]);
  expect(Object.keys(manifest.optionalDependencies ?? {})).toEqual([]);
  expect(manifest.bundleDependencies ?? manifest.bundledDependencies ?? []).toEqual([]);
  const peers = Object.keys(manifest.peerDependencies ?? {});
  expect(peers).toEqual(OPTIONAL_PEERS[name]);
  expect(peers.filter((peer) => manifest.peerDependenciesMeta?.[peer]?.optional !== true)).toEqual([]);
  // Nothing runs when it is installed.
  const atInstall = ["preinstall", "install", "postinstall", "prepare"];
  expect(Object.keys(manifest.scripts ?? {}).filter((script) => atInstall.includes(script))).toEqual([]);
});

test("the runtime is pinned, and the tool chain needs the runtime of its own version", () => {
  const [runtime, codegen] = [read("pandapon-openapi"), read("pandapon-codegen")];
  expect(runtime.dependencies?.["openapi-fetch"]).toBe("0.17.0");
  expect(codegen.dependencies?.["pandapon-openapi"]).toBe(runtime.version);
  expect(codegen.version).toBe(runtime.version);
});
