// The operations and webhooks of the contract as pages, in groups.
import { writeJson } from "../../core/exact-json.js";
import type { Node } from "../../core/node.js";
import {
  JSON_MEDIA_TYPE,
  operationsOf,
  type Content,
  type Document,
  type Tag,
  type WholeOperation,
} from "../../core/openapi.js";
import { targetIn } from "../../core/schema-view.js";
import type { Sample } from "../samples/index.js";
import type { Group, OperationPage } from "../site/site.js";
import { fill, type Words } from "../site/words.js";
import { contradictions, descriptionOf, nameOf, operationIds } from "./evidence.js";
import { parameterFields, schemaFields } from "./fields.js";

/** The calls of an operation as programs. */
export type SamplesOf = (operation: WholeOperation, isWebhook: boolean) => readonly Sample[];

/**
 * @param document the bundle in one language, in the order of the work, with its x- fields
 * @returns one group per tag, in the order of the groups of tags
 */
export function groupsOf(document: Document, words: Words, samplesOf: SamplesOf): Group[] {
  const follow = targetIn(document);
  const ids = operationIds(document);
  const pages = [
    ...[...operationsOf(document.paths, follow)].map((one) => ({ one, webhook: undefined })),
    ...[...operationsOf(document.webhooks, follow)].map((one) => ({ one, webhook: one.key })),
  ].map(({ one, webhook }) => ({
    tag: one.operation.tags?.[0] ?? "",
    page: pageOf(one, webhook, { document, words, ids }, samplesOf(one, webhook !== undefined)),
  }));
  const grouped = (document["x-tagGroups"] ?? []).flatMap(({ tags }) => tags);
  const declared = document.tags ?? [];
  // A contract of somebody else may use tags that it does not declare, and operations without a tag.
  const others = [...new Set(pages.map(({ tag }) => tag))].filter((tag) => declared.every(({ name }) => name !== tag));
  const undeclared = others.map((name): Tag => (name === "" ? { name, "x-displayName": words.operation } : { name }));
  const tags = [...declared, ...undeclared].toSorted(
    (one, other) => grouped.indexOf(one.name) - grouped.indexOf(other.name),
  );
  const isAgain = (one: OperationPage, of: typeof pages): boolean =>
    of.some(({ page }) => page !== one && page.summary === one.summary);
  return tags
    .map((tag) => {
      const group = tag["x-displayName"] ?? tag.name;
      const own = pages.filter((one) => one.tag === tag.name);
      const operations = own.map(({ page }) => {
        const { id, summary } = page;
        const shown = isAgain(page, own) ? fill(words.titleWithId, { title: summary, id }) : summary;
        const title =
          isAgain(page, pages) && shown === summary ? fill(words.titleInGroup, { group, title: shown }) : shown;
        return { ...page, summary: shown, title };
      });
      return { tag: tag.name, title: group, description: tag.description ?? "", operations };
    })
    .filter(({ operations }) => operations.length > 0);
}

function pageOf(
  { key, method, operation }: WholeOperation,
  webhook: string | undefined,
  { document, words, ids }: { document: Document; words: Words; ids: ReadonlySet<string> },
  samples: readonly Sample[],
): OperationPage {
  // An operation is an object of the document.
  const node = operation as unknown as Node;
  const root = document as unknown as Node;
  const request = bodyOf(operation.requestBody);
  const response = bodyOf(operation.responses?.["200"]);
  return {
    id: nameOf({ operation: node, webhook }),
    kind: webhook === undefined ? "operation" : "webhook",
    operationId: operation.operationId,
    method,
    path: key,
    summary: operation.summary ?? key,
    title: operation.summary ?? key,
    description: descriptionOf({ operation: node, webhook }, words, ids),
    parameters: parameterFields(operation.parameters ?? [], root, words),
    request: schemaFields(request?.schema, root, words, webhook !== undefined),
    response: schemaFields(webhook === undefined ? response?.schema : undefined, root, words, true),
    requestExample: exampleOf(request?.example),
    responseExample: webhook === undefined ? exampleOf(response?.example) : undefined,
    samples,
    contradictions: contradictions(node, words),
  };
}

const bodyOf = (content: Content | undefined): { schema?: object; example?: unknown } | undefined =>
  content?.content?.[JSON_MEDIA_TYPE];

const exampleOf = (example: unknown): string | undefined => (example === undefined ? undefined : writeJson(example, 2));
