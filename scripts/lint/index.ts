// Linting the contract.
import { lintConfig, lintSpec } from "./engine.js";
import { openSpecFolder } from "../core/spec-folder.js";
import type { Problem } from "../core/problem.js";

export interface LintOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** A Redocly configuration; the nearest `redocly.yaml` at or above the spec folder where it is not named. */
  config?: string;
}

/**
 * Holds the contract to Redocly's rules and its own.
 * @returns what is wrong, ordered by place; empty where the contract holds
 * @throws Failure with code 2 where the folder or the configuration cannot be read
 */
export async function lint({ spec, config }: LintOptions): Promise<Problem[]> {
  const folder = openSpecFolder(spec);
  return lintSpec(folder, await lintConfig(folder, config));
}
