// The bundle as the converter should see it.
import { isObject } from "../core/node.js";
import type { Document, Operation } from "../core/openapi.js";
import type { BundleDocument } from "./bundle.js";

/**
 * - Each request is named by its operationId, so that its operation is found again.
 * - Folders have the names that the tags are shown with.
 * - Security schemes are left out: the converter would take the first one of five.
 * - So are answers without a status of their own: the converter would call them 500.
 */
export function forConverter({ webhooks: _, security: __, ...document }: BundleDocument): Document {
  const shownAs = new Map(document.tags?.map((tag) => [tag.name, tag["x-displayName"] ?? tag.name]));
  const prepared = ({ security: _, ...operation }: Operation): Operation => ({
    ...operation,
    summary: operation.operationId,
    // A request is in one folder.
    tags: (operation.tags ?? []).slice(0, 1).map((tag) => shownAs.get(tag) ?? tag),
    responses: Object.fromEntries(Object.entries(operation.responses ?? {}).filter(([code]) => /^\d+$/.test(code))),
  });
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const members = Object.entries(item).map(([name, member]): [string, unknown] => [
      name,
      isOperation(member) ? prepared(member) : member,
    ]);
    return [path, Object.fromEntries(members)] as const;
  });
  return {
    ...document,
    ...(document.tags && { tags: document.tags.map((tag) => ({ ...tag, name: shownAs.get(tag.name) ?? tag.name })) }),
    paths: Object.fromEntries(paths),
  };
}

/** A path item has lists and texts beside its operations. */
const isOperation = (member: unknown): member is Operation => isObject(member) && "operationId" in member;
