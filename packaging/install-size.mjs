// How much a user installs with a package: its own files and those of all packages that it depends on.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../test/support/fetch-packages.mjs";

/** The size of a package's own files. @param {string} folder @returns {number} bytes */
function sizeOf(folder) {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isFile()) bytes += statSync(file).size;
    else if (entry.isDirectory() && entry.name !== "node_modules") bytes += sizeOf(file);
  }
  return bytes;
}

/** Finds a package as Node does. @param {string} name @param {string} from @returns {string | undefined} its folder */
function find(name, from) {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const folder = path.join(dir, "node_modules", name);
    if (existsSync(path.join(folder, "package.json"))) return realpathSync(folder);
    if (dir === path.dirname(dir)) return undefined;
  }
}

/**
 * @param {string} name of one of this repository's packages
 * @param {string} unpacked the folder that has each of these packages as npm packs it
 * @returns {{ bytes: number, packages: number }} optional dependencies count if they are installed on this machine
 */
export function installSize(name, unpacked) {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {string} folder @param {string} from where its dependencies are looked for */
  const add = (folder, from) => {
    if (folders.has(folder)) return;
    folders.add(folder);
    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    const { dependencies, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    // npm installs peers too, unless they are optional.
    const peers = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
    for (const dependency of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const own = path.join(unpacked, dependency);
      const found = existsSync(own) ? own : find(dependency, from);
      if (found !== undefined) add(found, found === own ? ROOT : found);
      else if (!(dependency in optionalDependencies))
        throw new Error(`${dependency} is not installed. Run \`npm ci\`.`);
    }
  };
  add(path.join(unpacked, name), name === "pandapon-openapi" ? ROOT : path.join(ROOT, "scripts"));
  return { bytes: [...folders].reduce((sum, folder) => sum + sizeOf(folder), 0), packages: folders.size };
}
