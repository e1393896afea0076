// The bundle: the whole contract in one document.
import type { Document } from "../core/openapi.js";
import { codeFor, Failure } from "../core/problem.js";
import { bundleSpec } from "../core/redocly-bundle.js";
import type { SpecFolder } from "../core/spec-folder.js";

export interface Bundle {
  document: Document;
  /** @throws Failure with code 1 if the contract cannot be compiled, 2 if a part of it cannot be read */
  verify: () => Promise<void>;
}

/** @throws Failure with code 2 if the root document cannot be read */
export async function bundle(spec: SpecFolder): Promise<Bundle> {
  const { bundle: bundled, problems: found } = await bundleSpec(spec);
  return {
    // `verify` decides whether it is an OpenAPI document. Callers drop what they compiled if it is not.
    document: bundled.parsed as Document,
    async verify() {
      const { verifyBundle } = await import("../lint/index.js");
      const problems = await verifyBundle(spec, bundled, found);
      if (problems.length > 0) throw new Failure(codeFor(problems), "The contract cannot be compiled.", problems);
    },
  };
}
