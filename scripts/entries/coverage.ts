// The entry `pandapon-codegen/coverage`: how much of PandaPon's API a contract describes, for use from a program.
export type { NavigationEntry } from "../core/navigation.js";
export { coverage, coverageTable, operationsPage, type CoverageEntry, type CoverageRow } from "../coverage/index.js";
