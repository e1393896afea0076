// Installs what the suite needs: the packed package with its dependencies, and the runtimes' binaries from npm.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CACHE = path.join(ROOT, "node_modules/.cache/pandapon-runtimes");

/** @param {string} command @param {string[]} args @param {string} cwd @returns {string} what it printed */
function run(command, args, cwd) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}

/** The path of npm's own script, set by `npm run`. On Windows the npm command itself cannot be spawned. */
const NPM = process.env.npm_execpath;
const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) =>
  NPM === undefined ? run("npm", args, cwd) : run(process.execPath, [NPM, ...args], cwd);

/**
 * Packs the package as npm would publish it, and installs it into a folder as a user would have it.
 * @param {string} dir
 */
export function installPackage(dir) {
  // npm 11 prints a list, later ones an object by name.
  const [{ filename }] = Object.values(
    JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", dir], ROOT)),
  );
  const target = path.join(dir, "node_modules/pandapon-openapi");
  mkdirSync(target, { recursive: true });
  run("tar", ["-xzf", filename, "--strip-components=1", "-C", target], dir);
  copyDependencies(target, path.join(dir, "node_modules"));
  writeFileSync(path.join(dir, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(path.join(target, "which-md5.mjs"), 'export const md5 = import.meta.resolve("#md5");\n');
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

/**
 * Fetches a runtime, unless it is in the cache.
 * @param {import("./packages.mjs").Package} from
 * @returns {string} the binary
 * @throws Error that says how to install it
 */
export function installBinary({ name, version, binary }) {
  const dir = path.join(CACHE, `${name.replaceAll("/", "+")}-${version}`);
  const file = path.join(dir, "node_modules", name, binary);
  if (existsSync(file)) return file;
  // Use another name until it is complete, in case it is interrupted.
  const partial = `${dir}.partial`;
  const args = (/** @type {string} */ prefix) => [
    "install",
    "--prefix",
    prefix,
    "--no-save",
    "--ignore-scripts",
    `${name}@${version}`,
  ];
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    writeFileSync(path.join(partial, "package.json"), '{ "private": true }\n');
    // npm may be set to silent, for example by `npm run -s`.
    npm([...args(partial), "--loglevel=error"], partial);
    rmSync(dir, { recursive: true, force: true });
    renameSync(partial, dir);
    if (!existsSync(file)) throw new Error(`${name}@${version} holds no ${binary}`);
    return file;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    const command = `npm ${args(path.relative(process.cwd(), dir)).join(" ")}`;
    throw new Error(
      `cannot be fetched; what should do it:\n  ${command}\n${/** @type {Error} */ (error).message.trim()}`,
    );
  }
}
