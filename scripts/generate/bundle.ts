// The bundle: the whole contract in one document, in a stable order.
import type { Document } from "../contract/openapi.js";
import { codeFor, Failure } from "../contract/problem.js";
import { bundleSpec } from "../redocly/bundle.js";
import { isObject } from "../contract/schema-view.js";
import type { SpecFolder } from "../contract/spec-folder.js";
import { bundleNotice } from "./artefacts.js";

export interface Bundle {
  document: Document;
  /** @throws Failure with code 1 where the contract does not hold together, 2 where a part of it cannot be read */
  verify: () => Promise<void>;
}

/** @throws Failure with code 2 where the root document cannot be read */
export async function bundle(spec: SpecFolder): Promise<Bundle> {
  const { document, verify } = await bundleSpec(spec);
  return {
    // Whoever compiles it throws the result away where `verify` finds that it is no OpenAPI document.
    document: inStableOrder(document as Document),
    async verify() {
      const problems = await verify();
      if (problems.length > 0) throw new Failure(codeFor(problems), "The contract cannot be compiled.", problems);
    },
  };
}

function inStableOrder(document: Document): Document {
  const { openapi, info, ...rest } = document;
  return {
    openapi,
    ...{ "x-generated": bundleNotice },
    info,
    ...rest,
    ...(document.paths && { paths: sorted(document.paths) }),
    ...(document.webhooks && { webhooks: sorted(document.webhooks) }),
    ...(document.components && {
      components: sorted(
        Object.fromEntries(
          Object.entries(document.components).map(([kind, all]) => [kind, isObject(all) ? sorted(all) : all]),
        ),
      ),
    }),
  };
}

/** By code units, so that the order does not depend on a locale. */
const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
