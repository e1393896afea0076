// The entry `pandapon-codegen/lint`: the rules of the contract, for use from a program.
export { lint, type LintOptions } from "../lint/index.js";
