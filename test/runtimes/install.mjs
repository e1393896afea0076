// Installs the packed package with its dependencies, as a user would have it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { npm, ROOT, run } from "../support/fetch-packages.mjs";

/**
 * Packs a package of this repository as npm would publish it.
 * @param {string} dir where the tarball goes
 * @param {string} [folder] of the package
 * @returns {string} the tarball
 */
export function packPackage(dir, folder = ROOT) {
  // npm 11 prints a list, later ones an object by name.
  const [{ filename }] = Object.values(
    JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", dir], folder)),
  );
  return path.join(dir, filename);
}

/**
 * Packs the package, and installs it into a folder as a user would have it.
 * @param {string} dir
 * @returns {string} the tarball
 */
export function installPackage(dir) {
  const tarball = packPackage(dir);
  const target = path.join(dir, "node_modules/pandapon-openapi");
  mkdirSync(target, { recursive: true });
  run("tar", ["-xzf", path.basename(tarball), "--strip-components=1", "-C", target], dir);
  copyDependencies(target, path.join(dir, "node_modules"));
  writeFileSync(path.join(dir, "package.json"), '{ "private": true, "type": "module" }\n');
  return tarball;
}

/** Copies dependencies; a link would lead back into the repository. @param {string} from @param {string} modules */
function copyDependencies(from, modules) {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(from, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const target = path.join(modules, name);
    cpSync(path.join(ROOT, "node_modules", name), target, { recursive: true });
    copyDependencies(target, modules);
  }
}
