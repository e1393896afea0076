/**
 * The tool chain of the PandaPon contract, for use from a program. The command `pandapon` is made of these.
 *
 * @packageDocumentation
 */
export { defineConfig, type Config, type Style } from "./config/define.js";
export { Failure, type FailureCode, type Problem } from "./core/problem.js";
export {
  changelogSection,
  contractDiff,
  type Change,
  type ContractDiff,
  type ContractDiffOptions,
  type Impact,
} from "./contract-diff/index.js";
export { coverage, coverageTable, operationsPage, type CoverageEntry, type CoverageRow } from "./coverage/index.js";
export type { NavigationEntry } from "./core/navigation.js";
export { docs, type DocsOptions } from "./docs/index.js";
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
export { lint, type LintOptions } from "./lint/index.js";
export { diff as diffPages, type DiffOptions, type DiffResult, type Finding } from "./pages/diff/index.js";
export { draft as draftPage, type Draft, type DraftOptions } from "./pages/draft/index.js";
export { findPage } from "./pages/find/find-page.js";
export { pull as pullPages, type PullOptions, type PullResult } from "./pages/pull/index.js";
export { markdownReport as driftReport } from "./pages/diff/markdown.js";
export { postman, type PostmanOptions, type PostmanResult } from "./postman/index.js";
