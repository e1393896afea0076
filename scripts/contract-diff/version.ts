// Computes the next version number by the rules of semantic versioning.
import { IMPACTS, type Impact } from "../core/impact.js";
import { Failure } from "../core/problem.js";

const VERSION = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** The part of the version number to raise. */
export type Bump = "major" | "minor" | "patch" | "none";

/**
 * @returns the version after `current`. Below 1.0.0, a breaking change raises the minor version and any other change the
 * patch. A pre-release becomes its release if that raises the version far enough.
 * @throws Failure with code 2 if `current` is not a semantic version
 */
export function versionAfter(current: string, impacts: readonly Impact[]): { bump: Bump; next: string } {
  const found = VERSION.exec(current);
  if (found === null) {
    const fix = "Pass the current version with --current-version.";
    throw new Failure(2, `"${current}" is not a version number of the form 1.2.3. ${fix}`);
  }
  const numbers = found.slice(1, 4).map(Number);
  const gravest = IMPACTS.findIndex((impact) => impacts.includes(impact));
  if (gravest < 0) return { bump: "none", next: current.replace(/^v/, "") };
  const raised = Math.min(numbers[0] === 0 ? gravest + 1 : gravest, 2);
  const isReleased = found[4] !== undefined && numbers.slice(raised + 1).every((number) => number === 0);
  const next = numbers.map((number, index) => {
    if (index === raised) return isReleased ? number : number + 1;
    return index < raised ? number : 0;
  });
  return { bump: (["major", "minor", "patch"] as const)[raised] ?? "patch", next: next.join(".") };
}
