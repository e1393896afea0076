// The entry `pandapon-codegen/pages`: PandaPon's pages, for use from a program.
import type { draft } from "../pages/draft/index.js";
import type { pull } from "../pages/pull/index.js";

export { diff as diffPages, type DiffOptions, type DiffResult, type Finding } from "../pages/diff/index.js";
export { markdownReport as driftReport } from "../pages/diff/markdown.js";
export type { Draft, DraftOptions } from "../pages/draft/index.js";
export { findPage } from "../pages/find/find-page.js";
export type { PullOptions, PullResult } from "../pages/pull/index.js";

// A program that only compares pages needs neither undici nor Redocly, so these are loaded when they are called.

/**
 * Drafts an operation or a callback that the contract does not have yet, from a page that `findPage` found.
 * @throws Failure with code 2 if the contract or the output folder has it already, if the page shows no usable method or path, or if a folder cannot be read or written
 */
export const draftPage: typeof draft = async (...args) => (await import("../pages/draft/index.js")).draft(...args);

/**
 * Fetches and reads pages, and then writes to `spec/pages/` what changed.
 * @throws Failure with code 2 if nothing is named to pull from, or if the snapshot cannot be written
 */
export const pullPages: typeof pull = async (...args) => (await import("../pages/pull/index.js")).pull(...args);
