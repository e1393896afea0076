// Compiles the contract: spec/ -> bundle -> YAML, JSON, types, methods and the operations table; or, for a consumer, a part of the
// published contract -> a client.
import path from "node:path";
import { RUNTIME_PACKAGE } from "../core/installed.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { isFile, isInside, openSpecFolder, shownPath, type SpecFolder } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { ARTEFACTS, differing, scriptBanner, type Artefacts } from "./artefacts.js";
import { startBundleThread } from "./bundle-thread.js";
import { contractInputs, stampOf } from "./fingerprint.js";
import { fromConfig, type ConfigOptions } from "./from-config.js";
import type { FileChange } from "./out-folder.js";
import { withBareIds } from "./publish/bare-ids.js";
import { NOTICE } from "./publish/notice.js";
import { publish } from "./publish/index.js";
import { printValue } from "./print.js";

export { ARTEFACTS, type ArtefactName } from "./artefacts.js";
export type { ConfigOptions } from "./from-config.js";
export type { FileChange } from "./out-folder.js";

export interface SpecOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** The folder that the artefacts go to. */
  out: string;
  /**
   * Where the artefacts import the runtime from: the name of its package (default: `pandapon-openapi`), or the relative path
   * from the output folder to its sources.
   */
  runtime?: string;
  /** Compile even if nothing changed since the last run. */
  force?: boolean;
  /** Called at the beginning of each step with a word for it. */
  onStep?: (step: string) => void;
}

/** Compile a contract from its folder, or what a configuration selects of the published one. */
export type GenerateOptions = SpecOptions | ConfigOptions;

export interface Generated {
  /** Absolute. */
  out: string;
  /** All files of the result, by name. */
  files: string[];
  /** Those that were written; empty if all were up to date. */
  written: string[];
  /** Files of an earlier result that are not made any more. */
  removed: string[];
}

export interface Checked {
  /** Absolute. */
  out: string;
  /** The files that differ, are missing or are not made any more; empty if all are up to date. */
  changes: FileChange[];
}

/**
 * Writes the artefacts of a contract, or the client of a configuration. The same input gives the same bytes.
 * @throws Failure with code 1 if the contract cannot be compiled, 2 if an input cannot be read or the result cannot be written;
 *   nothing is written then
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  if ("config" in options) {
    const { changes, ...result } = await fromConfig(options, true);
    const named = (stale: boolean): string[] =>
      changes.filter(({ state }) => (state === "stale") === stale).map(({ name }) => name);
    return { ...result, written: named(false), removed: named(true) };
  }
  const { spec, out, force = false, ...rest } = options;
  const folder = openSpecFolder(spec);
  const target = path.resolve(out);
  if (isInside(target, folder.dir)) {
    throw new Failure(2, `The output folder ${shownPath(target)} is inside the spec folder. Name another with --out.`);
  }
  const result = { out: target, files: [...ARTEFACTS], removed: [] };
  const stamp = stampOf({
    out: target,
    inputs: [...contractInputs(folder), ["runtime", rest.runtime ?? RUNTIME_PACKAGE]],
    files: () => (ARTEFACTS.every((name) => isFile(path.join(target, name))) ? ARTEFACTS : undefined),
  });
  if (!force && stamp.holds()) return { ...result, written: [] };
  const artefacts = await compile(folder, rest);
  const written = differing(target, artefacts);
  writeFiles(target, new Map(written.map((name) => [name, artefacts[name]])));
  stamp.write();
  return { ...result, written };
}

/**
 * Compares the files with the contract or the configuration; writes nothing.
 * @throws Failure as `generate` does
 */
export async function check(options: GenerateOptions): Promise<Checked> {
  if ("config" in options) return fromConfig(options, false);
  const { spec, ...rest } = options;
  const out = path.resolve(options.out);
  const names = differing(out, await compile(openSpecFolder(spec), rest));
  return { out, changes: names.map((name) => ({ name, state: isFile(path.join(out, name)) ? "differs" : "missing" })) };
}

/** The runtime's entry without a table. The main entry imports the table, so a table cannot import it. */
const coreOf = (runtime: string): string => (runtime.startsWith(".") ? `${runtime}/core/index.js` : `${runtime}/core`);

type CompileOptions = Pick<SpecOptions, "runtime" | "onStep">;

async function compile(spec: SpecFolder, options: CompileOptions): Promise<Artefacts> {
  options.onStep?.("bundling");
  const { document, verified } = startBundleThread(spec);
  const [held, artefacts] = await Promise.allSettled([verified, compileAll(document, options)]);
  // A contract that does not verify is the cause of what the compilers throw, so it is reported first.
  if (held.status === "rejected") throw held.reason;
  if (artefacts.status === "rejected") throw artefacts.reason;
  return artefacts.value;
}

/**
 * The published contract of a spec folder, in memory. Integers beyond 2^53 are bigints.
 * @throws Failure with code 1 if the contract cannot be compiled, with code 2 if it cannot be read
 */
export async function publishedContract(spec: string): Promise<Document> {
  const { document, verified } = startBundleThread(openSpecFolder(spec));
  const [held, bundle] = await Promise.allSettled([verified, document]);
  if (held.status === "rejected") throw held.reason;
  if (bundle.status === "rejected") throw bundle.reason;
  return published(bundle.value);
}

function published(bundle: Document): Document {
  const { document } = publish(bundle);
  withBareIds(document);
  return document;
}

async function compileAll(
  document: Promise<Document>,
  { runtime = RUNTIME_PACKAGE, onStep }: CompileOptions,
): Promise<Artefacts> {
  // Loaded here, so that an unchanged contract does not wait for TypeScript.
  const [types, methods, operations, yaml, bundle] = await Promise.all([
    import("./types.js"),
    import("./methods.js"),
    import("./operations.js"),
    import("yaml"),
    document,
  ]);
  onStep?.("compiling");
  const contract = published(bundle);
  const core = coreOf(runtime);
  return {
    // Quotes text that YAML 1.1 would read as a date or a boolean.
    "openapi.yaml": `# ${NOTICE}\n${yaml.stringify(contract, { lineWidth: 0, compat: "yaml-1.1", aliasDuplicateObjects: false })}`,
    "openapi.json": `${printValue(contract)}\n`,
    "schema.d.ts": scriptBanner + types.compileTypes(contract),
    "methods.d.ts": scriptBanner + methods.compileMethods(contract, core),
    "operations.ts": scriptBanner + operations.compileOperations(contract, core),
  };
}
