// What the checks of all tools share: where a tool is installed and how it is run.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fetchBinary, fetchPackages, manifest, ROOT } from "../support/fetch-packages.mjs";
import { NEWER_NODE } from "./packages.mjs";

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string[]} shown the packages whose versions the table shows
 * @property {Record<string, string>} [packages] what is fetched; the project itself depends on the others
 * @property {boolean} [newerNode] whether it needs a newer Node than the oldest that the project supports
 * @property {string} checked what is checked, for the table
 * @property {(installed: Installed) => Promise<Outcome>} check
 */
/** @typedef {{ problems: string[], notes?: string[] }} Outcome `notes`: what the tool does that is not a fault of the bundle */

/** Far longer than any tool takes. */
const LIMIT_MS = 60_000;

/** No telemetry and no questions about updates. */
const QUIET = {
  CI: "true",
  DO_NOT_TRACK: "1",
  KUBB_DISABLE_TELEMETRY: "1",
  NO_COLOR: "1",
  NO_UPDATE_NOTIFIER: "1",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  SCARF_ANALYTICS: "false",
};

/** A tool, ready to run in a folder of its own. */
export class Installed {
  /** @param {Pick<Tool, "packages" | "newerNode" | "shown">} tool @param {string} dir a folder of its own for what it writes */
  constructor({ packages, newerNode = false, shown }, dir) {
    this.dir = dir;
    this.node = newerNode ? fetchBinary(NEWER_NODE) : process.execPath;
    this.nodeVersion = newerNode ? NEWER_NODE.version : process.versions.node;
    const own = ["scripts/node_modules", "node_modules"].map((folder) => path.join(ROOT, folder));
    this.places = packages === undefined ? own : [fetchPackages(packages), ...own];
    this.versions = shown.map((name) => manifest(this.place(name), name).version).join(" + ");
    // Configurations and generated code import from here.
    mkdirSync(dir, { recursive: true });
    const modules = path.join(dir, "node_modules");
    if (!existsSync(modules)) symlinkSync(this.places[0], modules, "junction");
  }

  /** @param {string} name @returns {string} the node_modules folder that holds it */
  place(name) {
    const found = this.places.find((place) => existsSync(path.join(place, name, "package.json")));
    if (found === undefined) throw new Error(`${name} is not installed; run \`npm ci\``);
    return found;
  }

  /** @param {string} name a package @returns {string} the file of its command */
  command(name) {
    const place = this.place(name);
    const { bin } = manifest(place, name);
    const [file] = typeof bin === "string" ? [bin] : Object.values(bin);
    return path.join(place, name, file);
  }

  /** Set for each process. Nothing is written into the user's own folder. */
  get environment() {
    return { ...process.env, ...QUIET, HOME: this.dir, USERPROFILE: this.dir };
  }

  /**
   * Runs a command in the tool's folder.
   * @param {string} name the package of the command
   * @param {string[]} args
   * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
   */
  run(name, args) {
    const options = { cwd: this.dir, env: this.environment, timeout: LIMIT_MS, maxBuffer: 2 ** 26 };
    return new Promise((resolve, reject) => {
      execFile(this.node, [this.command(name), ...args], options, (error, stdout, stderr) => {
        if (error?.killed) reject(new Error(`${name} did not end within ${LIMIT_MS} ms`));
        else if (error !== null && typeof error.code !== "number") reject(error);
        else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
      });
    });
  }

  /** As `run`, for a command that must succeed. @param {string} name @param {string[]} args */
  async mustRun(name, args) {
    const { code, stdout, stderr } = await this.run(name, args);
    if (code !== 0) throw new Error(`${name} ended with ${code}: ${(stderr || stdout).trim().slice(-2000)}`);
    return { stdout, stderr };
  }
}
