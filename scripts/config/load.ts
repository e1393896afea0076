// Finds and loads pandapon.config.ts and its other forms.
import { existsSync } from "node:fs";
import path from "node:path";
import { inspect } from "node:util";
import { Worker } from "node:worker_threads";
import { Failure } from "../core/problem.js";
import { isFile, readText, shownPath } from "../core/spec-folder.js";
import { checkConfig, type CheckedConfig } from "./check.js";
import { importDefault } from "./import-default.js";

const EXTENSIONS = [".ts", ".mts", ".mjs", ".js", ".json"];
export const CONFIG_NAMES: readonly string[] = EXTENSIONS.map((extension) => `pandapon.config${extension}`);

/**
 * @returns the configuration of a folder, absolute; undefined if it has none
 * @throws Failure with code 2 if it has several
 */
export function findConfig(dir: string): string | undefined {
  const found = CONFIG_NAMES.filter((name) => existsSync(path.join(dir, name)));
  if (found.length > 1) {
    throw new Failure(2, `There are several configurations: ${found.join(", ")}. Keep one, or name one with --config.`);
  }
  return found[0] === undefined ? undefined : path.resolve(dir, found[0]);
}

/**
 * Reads the file again at every call.
 * @throws Failure with code 2 if the file does not load, or if what it exports is not a configuration
 */
export async function loadConfig(config: string): Promise<CheckedConfig> {
  const file = path.resolve(config);
  const shown = shownPath(file);
  if (!isFile(file)) {
    throw new Failure(2, `There is no configuration ${shown}. Run \`pandapon init\` to make one, or correct --config.`);
  }
  if (!EXTENSIONS.includes(path.extname(file))) {
    throw new Failure(2, `${shown} cannot be a configuration: its name must end with ${EXTENSIONS.join(", ")}.`);
  }
  return path.extname(file) === ".json" ? checkConfig(await readJson(file), file) : evaluate(file);
}

/** Files whose modules this process has loaded. It keeps them, also those that they import. */
const loaded = new Set<string>();

async function evaluate(file: string): Promise<CheckedConfig> {
  try {
    const known = loaded.has(file);
    loaded.add(file);
    // Its getters may throw too.
    return checkConfig(await (known ? inWorker(file) : importDefault(file)), file);
  } catch (error) {
    // A worker's error keeps its fields, but not its class.
    if (error instanceof Error && error.name === "Failure") throw new Failure(2, error.message);
    throw new Failure(2, `${shownPath(file)} does not load: ${reasonOf(error)}`);
  }
}

/** A worker has modules of its own. */
const inWorker = (file: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./import-worker.js", import.meta.url), { workerData: file });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("it ends the process. Remove that call.")));
  });

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    const thrown = typeof error === "string" ? error : inspect(error, { customInspect: false });
    return `it throws ${thrown}. Correct the file.`;
  }
  const text = error.message.replaceAll(/\s+/g, " ").trim();
  if (/(?:package|module) '?"?pandapon-codegen\b/.test(text)) {
    return "pandapon-codegen is not installed there. Install it: npm install --save-dev pandapon-codegen";
  }
  // A .js file in a project of CommonJS.
  if (/outside a module|Unexpected token 'export'/.test(text)) return `${text}. Let its name end with .mjs.`;
  return `${text}${/[.!?]$/.test(text) ? "" : "."} Correct the file.`;
}

async function readJson(file: string): Promise<unknown> {
  const { readYaml, Unreadable } = await import("../core/yaml.js");
  const text = readText(file).replace(/^\uFEFF/, "");
  if (!/^\s*\{/.test(text)) throw new Failure(2, `${shownPath(file)}: it must hold one JSON object. Write { … }.`);
  try {
    return readYaml(text).value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(file)}:${error.line}: ${error.message}. Correct the JSON.`);
  }
}
