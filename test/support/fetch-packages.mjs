// npm packages that the project does not depend on: suites fetch them once into node_modules/.cache.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const CACHE = path.join(ROOT, "node_modules/.cache/pandapon-packages");

/** Versions are exact, so what npm has need not be asked for. Without a network, npm would wait for minutes before it says so. */
const BRIEF = ["--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];

/** @param {string} command @param {string[]} args @param {string} cwd @returns {string} what it printed */
export function run(command, args, cwd) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr || stdout);
  return stdout;
}

/** The path of npm's own script, set by `npm run`. On Windows the npm command itself cannot be spawned. */
const NPM = process.env.npm_execpath;
export const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) =>
  NPM === undefined ? run("npm", args, cwd) : run(process.execPath, [NPM, ...args], cwd);

/** @param {string} modules @param {string} name @returns {any} the package.json, or undefined if it is not installed */
export function manifest(modules, name) {
  const file = path.join(modules, name, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/**
 * Fetches packages with their dependencies, unless they are in the cache.
 * @param {Record<string, string>} versions exact versions by name; the first one names the folder
 * @returns {string} the folder node_modules that holds them
 * @throws Error that says how to install them
 */
export function fetchPackages(versions) {
  const packages = Object.entries(versions);
  const [[name, version]] = packages;
  const dir = path.join(CACHE, `${name.replaceAll("/", "+")}-${version}`);
  const modules = path.join(dir, "node_modules");
  // Older packages of Node's binaries write their version as v20.19.0.
  const installed = (/** @type {string} */ name) => manifest(modules, name)?.version.replace(/^v/, "");
  if (packages.every(([name, version]) => installed(name) === version)) return modules;
  // Use another name until it is complete, in case it is interrupted.
  const partial = `${dir}.partial`;
  const args = (/** @type {string} */ prefix) => [
    "install",
    "--prefix",
    prefix,
    "--no-save",
    "--ignore-scripts",
    ...packages.map(([name, version]) => `${name}@${version}`),
  ];
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    writeFileSync(path.join(partial, "package.json"), '{ "private": true }\n');
    // npm may be set to silent, for example by `npm run -s`.
    npm([...args(partial), ...BRIEF, "--loglevel=error"], partial);
    rmSync(dir, { recursive: true, force: true });
    renameSync(partial, dir);
    return modules;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    const command = `npm ${args(path.relative(process.cwd(), dir)).join(" ")}`;
    throw new Error(
      `cannot be fetched; what should do it:\n  ${command}\n${/** @type {Error} */ (error).message.trim()}`,
    );
  }
}

/** @typedef {{ name: string, version: string, binary: string }} Package `binary` is its path in the package */

/** @param {Package} from @returns {string} the binary, fetched unless it is in the cache */
export function fetchBinary({ name, version, binary }) {
  const file = path.join(fetchPackages({ [name]: version }), name, binary);
  if (!existsSync(file)) throw new Error(`${name}@${version} holds no ${binary}`);
  return file;
}
