// Packs both packages as npm would publish them, once per run of the tests, and unpacks them for the tests that use them.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT, run } from "./run.js";

export interface Packed {
  files: { path: string; size: number }[];
  unpackedSize: number;
  /** The folder into which it is unpacked. */
  folder: string;
}

export const PACKAGES = { "pandapon-openapi": ROOT, "pandapon-codegen": path.join(ROOT, "scripts") };
export type PackageName = keyof typeof PACKAGES;

declare module "vitest" {
  export interface ProvidedContext {
    packed: Record<PackageName, Packed>;
  }
}

/** The path of npm's own script, set by `npm test`. Windows cannot spawn the npm command itself. */
const NPM = process.env["npm_execpath"];

async function pack(name: PackageName, dir: string): Promise<Packed> {
  const [command, ...before] = NPM === undefined ? ["npm"] : [process.execPath, NPM];
  const args = [...before, "pack", "--json", "--ignore-scripts", "--pack-destination", dir];
  const { stdout, stderr } = await run(command, args, PACKAGES[name]);
  const printed: unknown = JSON.parse(stdout === "" ? "{}" : stdout);
  // npm 11 prints a list, later versions an object by name.
  const [packed] = Object.values(printed as Record<string, Packed & { filename: string }>);
  if (packed === undefined) throw new Error(`npm pack failed: ${stderr}`);
  const folder = path.join(dir, name);
  mkdirSync(folder);
  const tar = await run("tar", ["-xzf", path.join(dir, packed.filename), "--strip-components=1", "-C", folder], dir);
  if (tar.code !== 0) throw new Error(`tar failed: ${tar.stderr}`);
  return { files: packed.files, unpackedSize: packed.unpackedSize, folder };
}

export default async function setup({ provide }: TestProject): Promise<() => void> {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-packages-"));
  const [runtime, codegen] = await Promise.all([pack("pandapon-openapi", dir), pack("pandapon-codegen", dir)]);
  provide("packed", { "pandapon-openapi": runtime, "pandapon-codegen": codegen });
  return () => rmSync(dir, { recursive: true, force: true });
}
