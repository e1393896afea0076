// The entry `pandapon-codegen/contract-diff`: what changed between two contracts, for use from a program.
export {
  changelogSection,
  contractDiff,
  type Change,
  type ContractDiff,
  type ContractDiffOptions,
  type Impact,
} from "../contract-diff/index.js";
