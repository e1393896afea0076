// Redocly's bundling engine, behind one module of ours. Bundling loads in half the time of linting, so the two are apart.
import { bundleOas, createEmptyRedoclyConfig } from "@redocly/openapi-core/lib/bundle-oas";
import { codeFor, Failure, type Problem } from "../contract/problem.js";
import { isInside, shownPath, type SpecFolder } from "../contract/spec-folder.js";

export interface Bundling {
  /** The whole contract in one document; `$ref`s lead into its own components. */
  document: unknown;
  /** Whether the contract holds together as far as compiling needs it. The document is there before, so that nobody waits for it. */
  verify: () => Promise<Problem[]>;
}

/** @throws Failure with code 2 where the root document cannot be read */
export async function bundleSpec(spec: SpecFolder): Promise<Bundling> {
  try {
    const { bundle, problems, fileDependencies } = await bundleOas({
      ref: spec.root,
      config: createEmptyRedoclyConfig(),
    });
    const stranger = [...fileDependencies].find((file) => !isInside(file, spec.dir));
    if (stranger !== undefined) {
      throw new Failure(
        1,
        `The contract refers to ${stranger}, outside its folder. Copy what is needed into ${shownPath(spec.dir)}.`,
      );
    }
    return {
      document: bundle.parsed,
      verify: async () => (await import("./lint.js")).verifyBundle(spec, bundle, problems),
    };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { rootProblem } = await import("./problems.js");
    const problem = rootProblem(error, spec);
    throw new Failure(codeFor([problem]), "The contract cannot be read.", [problem]);
  }
}
