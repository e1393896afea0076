// The packages as npm would publish them, unpacked where a consumer would have them.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { ROOT, run } from "./workspace.js";

export interface Packed {
  name: string;
  filename: string;
  files: { path: string; size: number }[];
  unpackedSize: number;
}

/** npm's own script, which `npm test` names: on Windows the command itself cannot be spawned. */
const NPM = process.env["npm_execpath"];

/** Packs the root package or the tool chain into `dir`. */
export async function pack(which: "pandapon-openapi" | "pandapon-codegen", dir: string): Promise<Packed> {
  const from = which === "pandapon-openapi" ? ROOT : path.join(ROOT, "scripts");
  const [command, ...before] = NPM === undefined ? ["npm"] : [process.execPath, NPM];
  const args = [...before, "pack", "--json", "--ignore-scripts", "--pack-destination", dir];
  const { stdout, stderr } = await run(command, args, from);
  const printed: unknown = JSON.parse(stdout);
  // npm 11 prints a list, later ones an object by name.
  const [packed] = Object.values(printed as Record<string, Packed>);
  if (packed === undefined) throw new Error(`npm pack failed: ${stderr}`);
  return packed;
}

/** Unpacks a tarball as `node_modules/<name>` of `dir`. */
export async function unpack(packed: Packed, dir: string): Promise<string> {
  const target = path.join(dir, "node_modules", packed.name);
  mkdirSync(target, { recursive: true });
  const { code, stderr } = await run(
    "tar",
    ["-xzf", path.join(dir, packed.filename), "--strip-components=1", "-C", target],
    dir,
  );
  if (code !== 0) throw new Error(`tar failed: ${stderr}`);
  return target;
}

/** Makes a package visible in `dir` that the tool chain has installed: npm puts it beside the workspace or at the root. */
export function link(name: string, dir: string): void {
  const places = ["scripts/node_modules", "node_modules"].map((place) => path.join(ROOT, place, name));
  const from = places.find((place) => existsSync(place));
  if (from === undefined) throw new Error(`${name} is not installed`);
  const target = path.join(dir, "node_modules", name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(from, target, "junction");
}

/** The package as a consumer has it: unpacked, its dependencies beside it. */
export async function installed(dir: string): Promise<string> {
  const root = await unpack(await pack("pandapon-openapi", dir), dir);
  for (const name of ["@noble/hashes", "openapi-fetch", "openapi-typescript-helpers"]) link(name, dir);
  return root;
}
