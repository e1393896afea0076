// The configuration of the build step in another repository.
export type { CheckedConfig } from "./check.js";
export { CONFIG_NAMES, findConfig, loadConfig } from "./load.js";
