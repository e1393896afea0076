// The packed packages, installed as a consumer has them.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import type { Packed, PackageName } from "./packages.js";
import { ROOT } from "./run.js";

/** What npm packed at the start of this run. */
export const packed = (name: PackageName): Packed => inject("packed")[name];

/** Makes a package that is installed here visible in `dir`: npm puts it beside the workspace or at the root. */
export function link(name: string, dir: string): void {
  const places = ["scripts/node_modules", "node_modules"].map((place) => path.join(ROOT, place, name));
  const from = places.find((place) => existsSync(place));
  if (from === undefined) throw new Error(`${name} is not installed`);
  const target = path.join(dir, "node_modules", name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(from, target, "junction");
}

/** Installs a packed package in `dir`, with its dependencies and nothing else of this repository. */
export function install(name: PackageName, dir: string): string {
  const target = path.join(dir, "node_modules", name);
  cpSync(packed(name).folder, target, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(path.join(target, "package.json"), "utf8")) as {
    dependencies: object;
  };
  for (const dependency of Object.keys(dependencies)) {
    if (dependency === "pandapon-openapi") install(dependency, dir);
    else link(dependency, dir);
  }
  return target;
}

/** Installs `pandapon-openapi` in `dir`. */
export const installed = (dir: string): string => install("pandapon-openapi", dir);
