// The bundle: the whole contract in one document, in a stable order, as YAML and as JSON.
import { stringifyYaml } from "@redocly/openapi-core";
import { bundleSpec } from "../contract/redocly.js";
import type { Document } from "../contract/openapi.js";
import { Failure, type Problem } from "../contract/problem.js";
import { isObject } from "../contract/schema-view.js";
import type { SpecFolder } from "../contract/spec-folder.js";
import { bundleNotice, yamlBanner } from "./artefacts.js";
import { format } from "./format.js";

/** @throws Failure with code 1 where the contract does not hold together, 2 where it cannot be read */
export async function bundle(spec: SpecFolder): Promise<Document> {
  const { document, problems } = await bundleSpec(spec);
  if (problems.length > 0) throw new Failure(codeOf(problems), "The contract cannot be compiled.", problems);
  // The linter's struct rule has just held the document to OpenAPI 3.1.
  return inStableOrder(document as Document);
}

/** A file that is not YAML cannot be read (2); anything else is a contract that does not hold (1). */
const codeOf = (problems: readonly Problem[]): 1 | 2 => (problems.some((one) => one.rule === "yaml") ? 2 : 1);

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

export const toYaml = (document: Document): Promise<string> =>
  format(yamlBanner + stringifyYaml(document, { lineWidth: -1, noRefs: true }), "yaml");

export const toJson = (document: Document): Promise<string> => format(JSON.stringify(document, undefined, 2), "json");
