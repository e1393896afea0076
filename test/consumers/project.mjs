// A project of a consumer: a temporary folder with the packed package installed, and with tools.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { fetchBinary, fetchPackages, manifest } from "../support/fetch-packages.mjs";

/** @typedef {{ name: string, reason?: string }} Result one test, and why it failed if it did */
/**
 * @typedef {object} Consumer
 * @property {string} name
 * @property {string} version of the runtime or the tool, for the table
 * @property {Record<string, string>} [packages] the tools, in exact versions
 * @property {import("../runtimes/packages.mjs").Package} [binary] the runtime; without it, the Node that runs this
 * @property {boolean} [separate] whether its tools are installed elsewhere, not in the project
 * @property {boolean} [calls] false if it compiles or resolves only, and makes no calls
 * @property {(project: Project) => Promise<Result[]>} run
 */
/** @typedef {{ dir: string, tarball: string, codegen: string, generated: () => string }} Packed the package, installed in `dir`; both tarballs; a folder that was generated */

const FILES = fileURLToPath(new URL("files", import.meta.url));
/** Far longer than any process takes. */
export const LIMIT_MS = 120_000;
/** The processes that run, by id of their group. @type {Set<number>} */
const running = new Set();

/** Ends what still runs. */
export function endProcesses() {
  for (const id of running) endGroup(id);
}

/** @param {number} id of a process that leads a group */
function endGroup(id) {
  try {
    // Windows has no groups.
    process.kill(process.platform === "win32" ? id : -id, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** @typedef {{ node: string, modules: string }} Tools the runtime's binary, and where the packages are */
/** @param {Consumer} consumer @returns {Tools} fetched unless they are in the cache */
export const fetchTools = ({ binary, packages }) => ({
  node: binary === undefined ? process.execPath : fetchBinary(binary),
  modules: packages === undefined ? "" : fetchPackages(packages),
});

export class Project {
  /**
   * @param {Consumer} consumer
   * @param {Tools} tools
   * @param {string} dir does not exist yet
   * @param {Packed} packed
   * @param {string} baseUrl
   */
  constructor({ packages = {}, separate = false }, { node, modules }, dir, packed, baseUrl) {
    this.dir = dir;
    this.packed = packed;
    this.baseUrl = baseUrl;
    this.node = node;
    this.modules = modules;
    this.packages = separate ? {} : packages;
    mkdirSync(path.join(dir, "node_modules"), { recursive: true });
    for (const name of Object.keys(this.packages)) {
      const target = path.join(dir, "node_modules", name);
      mkdirSync(path.dirname(target), { recursive: true });
      symlinkSync(path.join(modules, name), target, "junction");
    }
  }

  /** Installs the package, and writes the project's package.json. @param {object} [more] fields of package.json */
  install(more) {
    cpSync(path.join(this.packed.dir, "node_modules"), path.join(this.dir, "node_modules"), { recursive: true });
    this.write({ "package.json": JSON.stringify({ name: "consumer", private: true, ...more }) });
    for (const [name, version] of Object.entries(this.packages)) {
      const found = manifest(path.join(this.dir, "node_modules"), name).version;
      if (found !== version) throw new Error(`${name} ${found} is installed, not ${version}`);
    }
  }

  /** Installs another copy of the package in the folder `other`, with files that load it. */
  installOther() {
    const modules = "node_modules";
    cpSync(path.join(this.packed.dir, modules), path.join(this.dir, "other", modules), { recursive: true });
    for (const file of ["load.mjs", "load.cjs"]) this.copy(file, `other/${file}`);
  }

  /** @param {Record<string, string>} files texts by path */
  write(files) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.dir, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /**
   * Copies a template from files/.
   * @param {string} from
   * @param {string} [to] a .cjs of a .js is translated to CommonJS
   * @param {Record<string, string | number>} [values] by the words that they replace
   */
  copy(from, to = from, values = {}) {
    let text = readFileSync(path.join(FILES, from), "utf8");
    for (const [word, value] of Object.entries({ BASE_URL: this.baseUrl, ...values })) {
      text = text.replaceAll(word, String(value));
    }
    if (from.endsWith(".js") && to.endsWith(".cjs")) text = transformSync(text, { format: "cjs" }).code;
    this.write({ [to]: text });
  }

  /** @param {string} name a package @param {string} [bin] one of its commands @returns {string} the file of the command */
  command(name, bin) {
    const modules = path.join(this.dir, "node_modules");
    const given = manifest(modules, name).bin;
    return path.join(modules, name, typeof given === "string" ? given : given[bin ?? Object.keys(given)[0]]);
  }

  /**
   * Runs a command in the project's folder, with all that it starts in one group.
   * @param {string} file
   * @param {string[]} args
   * @param {Record<string, string>} [environment]
   * @returns {Promise<{ code: number, output: string, stdout: string }>}
   */
  run(file, args, environment) {
    const child = spawn(file, args, {
      cwd: this.dir,
      env: { ...process.env, CI: "true", NO_COLOR: "1", HOME: this.dir, USERPROFILE: this.dir, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let [output, stdout] = ["", ""];
    child.stdout.on("data", (chunk) => ((output += chunk), (stdout += chunk)));
    child.stderr.on("data", (chunk) => (output += chunk));
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        if (pid !== undefined) endGroup(pid);
        reject(new Error(`${path.basename(file)} ${args[0]} did not end within ${LIMIT_MS} ms:\n${output}`));
      }, LIMIT_MS);
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        if (pid !== undefined) running.delete(pid);
        resolve({ code: code ?? 1, output, stdout });
      });
    });
  }

  /** Runs a command of a tool that must succeed. @param {string} file a script for Node @param {string[]} args @param {Record<string, string>} [environment] */
  async must(file, args, environment) {
    const { code, output, stdout } = await this.run(this.node, [file, ...args], environment);
    if (code !== 0) throw new Error(`${path.basename(file)} ${args.join(" ")} ended with ${code}:\n${output.trim()}`);
    return stdout;
  }

  /** Runs a program that prints the results of the suite. @param {string} file @param {string} [node] @param {string[]} [args] before the file @returns {Promise<Result[]>} */
  async results(file, node = this.node, args = []) {
    const { code, output, stdout } = await this.run(node, [...args, file]);
    const line = stdout.split("\n").find((one) => one.startsWith('{"version"'));
    if (code !== 0 || line === undefined) throw new Error(`${file} ended with ${code}:\n${output.trim()}`);
    return JSON.parse(line).results;
  }
}
