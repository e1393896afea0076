// The package manager of a project, and its commands.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { objectOf, type Node } from "./node.js";

export interface PackageManager {
  name: "npm" | "pnpm" | "yarn" | "bun";
  /** The command that runs the command of an installed package. */
  run: (command: string) => string;
  add: (name: string, dev: boolean) => string;
}

interface KnownManager extends PackageManager {
  lockfiles: readonly string[];
}

const NPM: KnownManager = {
  name: "npm",
  lockfiles: ["package-lock.json", "npm-shrinkwrap.json"],
  run: (command) => `npx ${command}`,
  add: (name, dev) => `npm install ${dev ? "--save-dev " : ""}${name}`,
};

const MANAGERS: readonly KnownManager[] = [
  NPM,
  {
    name: "pnpm",
    lockfiles: ["pnpm-lock.yaml"],
    run: (command) => `pnpm exec ${command}`,
    add: (name, dev) => `pnpm add ${dev ? "--save-dev " : ""}${name}`,
  },
  {
    name: "yarn",
    lockfiles: ["yarn.lock"],
    run: (command) => `yarn ${command}`,
    add: (name, dev) => `yarn add ${dev ? "--dev " : ""}${name}`,
  },
  {
    name: "bun",
    lockfiles: ["bun.lock", "bun.lockb"],
    run: (command) => `bunx ${command}`,
    add: (name, dev) => `bun add ${dev ? "--dev " : ""}${name}`,
  },
];

/**
 * Looks in the folder and in those above it, as the lockfile of a workspace is at its root. `packageManager` of a package.json
 * decides before lockfiles, and the repository's root is the last folder. Default: npm.
 */
export function packageManagerOf(dir: string): PackageManager {
  for (const folder of foldersUp(dir)) {
    const named = String(packageJson(folder)?.["packageManager"]).split("@")[0];
    const found =
      MANAGERS.find(({ name }) => name === named) ??
      MANAGERS.find(({ lockfiles }) => lockfiles.some((file) => existsSync(path.join(folder, file))));
    if (found !== undefined) return found;
  }
  return NPM;
}

/** The nearest package.json; undefined if there is none. */
export const nearestPackageJson = (dir: string): Node | undefined =>
  foldersUp(dir)
    .map(packageJson)
    .find((found) => found !== undefined);

/** A folder and those above it, up to the root of the repository. */
function foldersUp(dir: string): string[] {
  const folder = path.resolve(dir);
  const above = path.dirname(folder);
  return above === folder || existsSync(path.join(folder, ".git")) ? [folder] : [folder, ...foldersUp(above)];
}

function packageJson(dir: string): Node | undefined {
  try {
    return objectOf(JSON.parse(readFileSync(path.join(dir, "package.json"), "utf8")));
  } catch {
    return undefined;
  }
}
