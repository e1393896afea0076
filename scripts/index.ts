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
export { diff as vendorDiff, type DiffOptions, type DiffResult, type Finding } from "./vendor/diff/index.js";
export { draft as vendorDraft, type Draft, type DraftOptions } from "./vendor/draft/index.js";
export { findPage as vendorPage } from "./vendor/draft/find-page.js";
export { pull as vendorPull, type PullOptions, type PullResult } from "./vendor/pull/index.js";
export { markdownReport as vendorReport } from "./vendor/report/markdown.js";
