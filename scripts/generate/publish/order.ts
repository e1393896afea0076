// The order of the published contract: what a reader looks for first comes first, and names are sorted.
import { isObject } from "../../core/node.js";
import type { Document } from "../../core/openapi.js";
import { byName } from "../../core/text.js";
import { NOTICE } from "./notice.js";

export function inStableOrder(document: Document): Document {
  const { openapi, info, servers, security, externalDocs, tags, "x-tagGroups": groups, ...rest } = document;
  const { paths, webhooks, components } = rest;
  const kinds = Object.entries(components ?? {}).map(
    ([kind, all]) => [kind, isObject(all) ? sorted(all) : all] as const,
  );
  return {
    openapi,
    ...{ "x-generated": NOTICE },
    info,
    ...(externalDocs && { externalDocs }),
    ...(servers && { servers }),
    ...(security && { security }),
    ...(tags && { tags }),
    ...(groups && { "x-tagGroups": groups }),
    ...rest,
    ...(paths && { paths: sorted(paths) }),
    ...(webhooks && { webhooks: sorted(webhooks) }),
    ...(components && { components: byName(kinds) }),
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> => byName(Object.entries(record));
