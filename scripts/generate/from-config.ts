// Compiles what a configuration selects of the installed contract.
import path from "node:path";
import { loadConfig, type CheckedConfig } from "../config/index.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { targetIn } from "../core/schema-view.js";
import { readBytes, shownPath } from "../core/spec-folder.js";
import { oneLine } from "../core/text.js";
import { stampOf, type Stamp } from "./fingerprint.js";
import { installedBundle, readInstalled, type InstalledBundle } from "./installed-bundle.js";
import { applyChanges, changesIn, clientBanner, filesOfOurs, type FileChange } from "./out-folder.js";

export interface ConfigOptions {
  /** The configuration: `pandapon.config.ts` or another form of it. */
  config: string;
  /** Compile even if nothing changed since the last run. */
  force?: boolean;
  /** Called at the beginning of each step with a word for it. */
  onStep?: (step: string) => void;
  /** Called with each file that the result depends on, absolute, before it is read: the configuration, the overlays, the bundle. */
  onInput?: (file: string) => void;
}

export interface ConfigResult {
  /** Absolute. */
  out: string;
  /** The files in it. */
  files: string[];
  changes: FileChange[];
}

/** What a run starts from. */
interface Run {
  config: CheckedConfig;
  bundle: InstalledBundle;
  overlays: { file: string; text: string }[];
  stamp: Stamp;
}

/**
 * Compares the folder of a configuration with what it should hold, and writes what differs.
 * @param write without it, nothing is written
 * @throws Failure with code 1 if the contract cannot be compiled with the overlays, 2 if the configuration, an overlay, a glob, the
 *   installed packages or the folder is wrong; nothing is written then
 */
export async function fromConfig(options: ConfigOptions, write: boolean): Promise<ConfigResult> {
  const run = await start(options);
  const { out } = run.config;
  if (options.force !== true && run.stamp.holds()) return { out, files: filesOfOurs(out), changes: [] };
  const files = await compile(run, options);
  const changes = changesIn(out, files);
  if (write) {
    if (changes.length > 0) applyChanges(out, files, changes);
    run.stamp.write();
  }
  return { out, files: [...files.keys()].sort(), changes };
}

async function start({ config: file, onInput }: ConfigOptions): Promise<Run> {
  onInput?.(path.resolve(file));
  const config = await loadConfig(file);
  config.overlays.forEach((overlay) => onInput?.(overlay));
  const bundle = installedBundle(path.dirname(config.file));
  onInput?.(bundle.file);
  const overlays = config.overlays.map((overlay) => ({ file: overlay, text: readBytes(overlay).toString("utf8") }));
  const { out, include, exclude, style, request } = config;
  const stamp = stampOf({
    out,
    inputs: [
      ["configuration", JSON.stringify([path.basename(config.file), include, exclude, style, request])],
      ["bundle", bundle.text],
      ...overlays.map(({ file: name, text }): [string, string] => [path.basename(name), text]),
    ],
    files: () => filesOfOurs(out),
  });
  return { config, bundle, overlays, stamp };
}

async function compile({ config, bundle, overlays }: Run, { onStep }: ConfigOptions): Promise<Map<string, string>> {
  onStep?.("compiling");
  // Refuses the folder before the long work.
  filesOfOurs(config.out);
  const published = readInstalled(bundle);
  if (overlays.length === 0) return compileSelected(published, config);
  const { overlaid } = await import("./overlaid.js");
  const contract = await overlaid(published, overlays);
  try {
    return await compileChanged(contract, config);
  } catch (error) {
    if (error instanceof Failure && error.code === 2) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(1, `${overlays.map(({ file }) => shownPath(file)).join(", ")}: ${reason}`);
  }
}

/** A correction may use the forms of spec/: several types in a list, ids in quotes, a `$ref` in the place of a path item. */
async function compileChanged(contract: Document, config: CheckedConfig): Promise<Map<string, string>> {
  const [{ portable }, { withBareIds }] = await Promise.all([
    import("./publish/portable.js"),
    import("./publish/bare-ids.js"),
  ]);
  const target = targetIn(contract);
  for (const items of [contract.paths, contract.webhooks]) {
    for (const [key, item] of Object.entries(items ?? {})) Object.assign(items ?? {}, { [key]: target(item) });
  }
  portable(contract);
  withBareIds(contract);
  return compileSelected(contract, config);
}

async function compileSelected(whole: Document, config: CheckedConfig): Promise<Map<string, string>> {
  const { operationIdsIn, selectIds, selectOperations } = await import("../select/index.js");
  const ids = selectIds(operationIdsIn(whole), config, shownPath(config.file));
  const contract = selectOperations(whole, new Set(ids));
  const { compileClient } = await import("./client.js");
  // A file's name may hold a line break, which would end the comment.
  const banner = clientBanner(oneLine(path.basename(config.file)));
  const texts = compileClient(contract, config);
  // A carriage return can only come from a description.
  return new Map([...texts].map(([name, text]) => [name, banner + text.replaceAll(/\r\n?/g, "\n")]));
}
