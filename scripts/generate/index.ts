// Compiles the contract: spec/ -> bundle -> YAML, JSON, types, methods and the operations table.
import path from "node:path";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { isInside, openSpecFolder, shownPath, type SpecFolder } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { differing, type ArtefactName, type Artefacts } from "./artefacts.js";
import { startBundleThread } from "./bundle-thread.js";
import { stampOf } from "./fingerprint.js";
import { withBareIds } from "./publish/bare-ids.js";
import { NOTICE } from "./publish/notice.js";
import { publish } from "./publish/index.js";
import { printValue } from "./print.js";

export { ARTEFACTS, type ArtefactName } from "./artefacts.js";

/** The runtime package, as it is published. */
const PACKAGE = "pandapon-openapi";

export interface GenerateOptions {
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

export interface Generated {
  /** Absolute. */
  out: string;
  /** The artefacts that were written; empty if all were up to date. */
  written: ArtefactName[];
}

/**
 * Writes the artefacts. The same contract gives the same bytes.
 * @throws Failure with code 1 if the contract cannot be compiled, 2 if it cannot be read or the result cannot be written;
 *   nothing is written then
 */
export async function generate({ spec, out, force = false, ...options }: GenerateOptions): Promise<Generated> {
  const folder = openSpecFolder(spec);
  const target = path.resolve(out);
  if (isInside(target, folder.dir)) {
    throw new Failure(2, `The output folder ${shownPath(target)} is inside the spec folder. Name another with --out.`);
  }
  const stamp = stampOf(folder, options.runtime ?? PACKAGE, target);
  if (!force && stamp.holds()) return { out: target, written: [] };
  const artefacts = await compile(folder, options);
  const written = differing(target, artefacts);
  writeFiles(target, new Map(written.map((name) => [name, artefacts[name]])));
  stamp.write();
  return { out: target, written };
}

/**
 * Compares the artefacts with the contract; writes nothing.
 * @returns the names of those that are missing or differ
 * @throws Failure as `generate` does
 */
export const check = async ({ spec, out, ...options }: Omit<GenerateOptions, "force">): Promise<ArtefactName[]> =>
  differing(path.resolve(out), await compile(openSpecFolder(spec), options));

/** The runtime's entry without a table. The main entry imports the table, so a table cannot import it. */
const coreOf = (runtime: string): string => (runtime.startsWith(".") ? `${runtime}/core/index.js` : `${runtime}/core`);

type CompileOptions = Pick<GenerateOptions, "runtime" | "onStep">;

async function compile(spec: SpecFolder, options: CompileOptions): Promise<Artefacts> {
  options.onStep?.("bundling");
  const { document, verified } = startBundleThread(spec);
  const [held, artefacts] = await Promise.allSettled([verified, compileAll(document, options)]);
  // A contract that does not verify is the cause of what the compilers throw, so it is reported first.
  if (held.status === "rejected") throw held.reason;
  if (artefacts.status === "rejected") throw artefacts.reason;
  return artefacts.value;
}

async function compileAll(
  document: Promise<Document>,
  { runtime = PACKAGE, onStep }: CompileOptions,
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
  const { document: contract } = publish(bundle);
  withBareIds(contract);
  const core = coreOf(runtime);
  return {
    // Quotes text that YAML 1.1 would read as a date or a boolean.
    "openapi.yaml": `# ${NOTICE}\n${yaml.stringify(contract, { lineWidth: 0, compat: "yaml-1.1", aliasDuplicateObjects: false })}`,
    "openapi.json": `${printValue(contract)}\n`,
    "schema.d.ts": types.compileTypes(contract),
    "methods.d.ts": methods.compileMethods(contract, core),
    "operations.ts": operations.compileOperations(contract, core),
  };
}
