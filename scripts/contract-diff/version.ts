// Computes the next version number by the rules of semantic versioning.
import { Failure } from "../core/problem.js";
import { IMPACTS, type Impact } from "../core/impact.js";
import type { Bump } from "./change.js";

const VERSION = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * @returns which part to raise. Below 1.0.0, a breaking change raises the minor version and any other change the patch.
 * @throws Failure with code 2 if `current` is not a semantic version
 */
export function bumpFor(impacts: readonly Impact[], current: string): Bump {
  const early = parsed(current).major === 0;
  const gravest = IMPACTS.find((impact) => impacts.includes(impact));
  if (gravest === undefined) return "none";
  if (gravest === "breaking") return early ? "minor" : "major";
  return gravest === "additive" && !early ? "minor" : "patch";
}

/**
 * @returns the version after `current`. A pre-release becomes its release if that raises the version far enough.
 * @throws Failure with code 2 if `current` is not a semantic version
 */
export function nextVersion(current: string, bump: Bump): string {
  const { major, minor, patch, preRelease } = parsed(current);
  if (bump === "none") return current.replace(/^v/, "");
  if (bump === "major") return preRelease && minor === 0 && patch === 0 ? `${major}.0.0` : `${major + 1}.0.0`;
  if (bump === "minor") return preRelease && patch === 0 ? `${major}.${minor}.0` : `${major}.${minor + 1}.0`;
  return preRelease ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch + 1}`;
}

function parsed(version: string): { major: number; minor: number; patch: number; preRelease: boolean } {
  const found = VERSION.exec(version);
  if (found === null) {
    throw new Failure(
      2,
      `"${version}" is not a version number of the form 1.2.3. Pass the current version with --current-version.`,
    );
  }
  const [, major, minor, patch, preRelease] = found;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), preRelease: preRelease !== undefined };
}
