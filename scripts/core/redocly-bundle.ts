// The adapter to Redocly's bundling engine. The linting engine takes longer to load, so it has a module of its own.
import { bundleOas, createEmptyRedoclyConfig } from "@redocly/openapi-core/lib/bundle-oas";
import type { Document, NormalizedProblem } from "@redocly/openapi-core";
import { codeFor, Failure } from "./problem.js";
import { SpecResolver } from "./redocly-resolver.js";
import type { SpecFolder } from "./spec-folder.js";

export interface RedoclyBundle {
  /** The whole contract in one document; each `$ref` leads into its own components. */
  bundle: Document;
  /** What the engine reported while it bundled. */
  problems: NormalizedProblem[];
}

/** @throws Failure with code 2 if the root document cannot be read */
export async function bundleSpec(spec: SpecFolder): Promise<RedoclyBundle> {
  try {
    const externalRefResolver = new SpecResolver(spec, { exact: true });
    const config = createEmptyRedoclyConfig();
    const { bundle, problems } = await bundleOas({ ref: spec.root, config, externalRefResolver });
    return { bundle, problems };
  } catch (error) {
    const { rootProblem } = await import("./redocly-problems.js");
    const problem = rootProblem(error, spec);
    throw new Failure(codeFor([problem]), "The contract cannot be read.", [problem]);
  }
}
