// The bundle: the whole contract in one document, in a stable order.
import type { Document } from "../core/openapi.js";
import { codeFor, Failure } from "../core/problem.js";
import { bundleSpec } from "../core/redocly-bundle.js";
import { isObject } from "../core/node.js";
import type { SpecFolder } from "../core/spec-folder.js";
import { byName } from "../core/text.js";
import { NOTICE } from "./artefacts.js";

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
    document: inStableOrder(bundled.parsed as Document),
    async verify() {
      const { verifyBundle } = await import("../lint/index.js");
      const problems = await verifyBundle(spec, bundled, found);
      if (problems.length > 0) throw new Failure(codeFor(problems), "The contract cannot be compiled.", problems);
    },
  };
}

function inStableOrder(document: Document): Document {
  const { openapi, info, ...rest } = document;
  const { paths, webhooks, components } = rest;
  const kinds = Object.entries(components ?? {}).map(
    ([kind, all]) => [kind, isObject(all) ? sorted(all) : all] as const,
  );
  return {
    openapi,
    ...{ "x-generated": NOTICE },
    info,
    ...rest,
    ...(paths && { paths: sorted(paths) }),
    ...(webhooks && { webhooks: sorted(webhooks) }),
    ...(components && { components: byName(kinds) }),
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> => byName(Object.entries(record));
