// The adapter to Redocly's bundling engine. It loads in half the time of the linting engine, so it has a module of its own.
import { bundleOas, createEmptyRedoclyConfig } from "@redocly/openapi-core/lib/bundle-oas";
import type { Document, NormalizedProblem } from "@redocly/openapi-core";
import { codeFor, Failure } from "./problem.js";
import { isInside, shownPath, type SpecFolder } from "./spec-folder.js";

export interface RedoclyBundle {
  /** The whole contract in one document; each `$ref` leads into its own components. */
  bundle: Document;
  /** What the engine reported while it bundled. */
  problems: NormalizedProblem[];
}

/** @throws Failure with code 2 if the root document cannot be read, 1 if a `$ref` leads out of the folder */
export async function bundleSpec(spec: SpecFolder): Promise<RedoclyBundle> {
  try {
    const { bundle, problems, fileDependencies } = await bundleOas({
      ref: spec.root,
      config: createEmptyRedoclyConfig(),
    });
    const outside = [...fileDependencies].find((file) => !isInside(file, spec.dir));
    if (outside !== undefined) {
      throw new Failure(
        1,
        `The contract refers to ${outside}, which is outside its folder. Copy that file into ${shownPath(spec.dir)}.`,
      );
    }
    return { bundle, problems };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { rootProblem } = await import("./redocly-problems.js");
    const problem = rootProblem(error, spec);
    throw new Failure(codeFor([problem]), "The contract cannot be read.", [problem]);
  }
}
