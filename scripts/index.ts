/**
 * The tool chain of the PandaPon contract, for use from a program: the configuration of the build step, and `generate`. Each
 * other command has an entry of its own, such as `pandapon-codegen/lint`, so importing this one loads nothing large.
 *
 * @packageDocumentation
 */
export { defineConfig, type Config, type Style } from "./config/define.js";
export { Failure, type FailureCode, type Problem } from "./core/problem.js";
export {
  ARTEFACTS,
  check,
  generate,
  type ArtefactName,
  type Checked,
  type ConfigOptions,
  type FileChange,
  type Generated,
  type GenerateOptions,
  type SpecOptions,
} from "./generate/index.js";
