// Replaces texts of the pinned Redoc script. A text that is not there, or there twice, means that the pin has moved.
import { createRequire } from "node:module";
import { objectOf } from "../../core/node.js";
import { Failure } from "../../core/problem.js";

/** A change of Redoc's script. */
export interface Patch {
  /** What it is for, as the message calls it. */
  name: string;
  /** Occurs exactly once in the script. */
  from: string;
  to: string;
}

/** The version that the patches are made for. */
const PINNED = "2.77.0";

/** @throws Failure with code 1 that names the first patch whose text does not occur exactly once */
export function patched(script: string, patches: readonly Patch[]): string {
  let text = script;
  for (const { name, from, to } of patches) {
    const pieces = text.split(from);
    if (pieces.length !== 2) {
      const manifest: unknown = createRequire(import.meta.url)("@redocly/cli/package.json");
      throw new Failure(
        1,
        `The patch "${name}" does not fit Redoc: its text occurs ${pieces.length - 1} times in the script of @redocly/cli, and must occur once. ` +
          `@redocly/cli ${String(objectOf(manifest)["version"])} is installed, and the patches are made for @redocly/cli ${PINNED}. ` +
          "Install that version, or change the patch in scripts/docs/redoc/.",
      );
    }
    text = pieces.join(to);
  }
  return text;
}
