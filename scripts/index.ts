/**
 * The tool chain of the PandaPon contract, for use from a program. The command `pandapon` is made of these.
 *
 * @packageDocumentation
 */
export { Failure, type FailureCode, type Problem } from "./contract/problem.js";
export {
  changelogSection,
  contractDiff,
  type Change,
  type ContractDiff,
  type ContractDiffOptions,
  type Rating,
} from "./changes/index.js";
export { coverage, coverageTable, type CoverageEntry, type CoverageRow } from "./coverage/index.js";
export { docs, type DocsOptions } from "./docs/index.js";
export {
  ARTEFACTS,
  check,
  generate,
  type ArtefactName,
  type Generated,
  type GenerateOptions,
} from "./generate/index.js";
export { lint, type LintOptions } from "./lint/index.js";
