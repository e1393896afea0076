// Lints the contract.
import { lintConfig, lintSpec } from "./engine.js";
import { openSpecFolder } from "../core/spec-folder.js";
import type { Problem } from "../core/problem.js";

export interface LintOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** A Redocly configuration. Default: the nearest `redocly.yaml` at or above the spec folder. */
  config?: string;
}

/**
 * Checks the contract against Redocly's rules and its own.
 * @returns the problems, ordered by place; empty if there are none
 * @throws Failure with code 2 if the folder or the configuration cannot be read
 */
export async function lint({ spec, config }: LintOptions): Promise<Problem[]> {
  const folder = openSpecFolder(spec);
  return lintSpec(folder, await lintConfig(folder, config));
}
