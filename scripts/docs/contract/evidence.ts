// What is known of an operation, and how it acts, in words.
import { listIn, objectOf, texts, type Node } from "../../core/node.js";
import { operationNodes, type Document } from "../../core/openapi.js";
import { webAddress, whole } from "../site/markdown.js";
import { fill, saysWord, sentences, wordOf, type Words } from "../site/words.js";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * The whole description of an operation or a webhook, in Markdown: what it is, what a call does, what is known.
 * @param ids the operations of the contract: a contract that is cut to a few may name others, to which nothing can link
 */
export function descriptionOf({ operation, webhook }: NamedOperation, words: Words, ids: ReadonlySet<string>): string {
  const count = contradictions(operation, words).length;
  const link = `page:${nameOf({ operation, webhook })}#contradictions`;
  return [
    whole(text(operation["description"])),
    actionText({ operation, webhook }, words, ids),
    // A contract of somebody else has none.
    operation["x-evidence"] === undefined
      ? undefined
      : `**${words.evidence}** ${evidenceText({ operation, webhook }, words)}`,
    count > 0 ? fill(words.contradictionCount, { count, link }) : undefined,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** An operation of the bundle; with its message type, if it is a webhook. */
export interface NamedOperation {
  operation: Node;
  webhook: string | undefined;
}

/** The operations of a bundle, then its webhooks, as they are written. */
export const namedOperations = ({ paths, webhooks }: Document): NamedOperation[] =>
  Object.entries({ paths, webhooks }).flatMap(([kind, items]) =>
    Object.entries(items ?? {}).flatMap(([key, item]) =>
      operationNodes({ [key]: item }).map((operation) => ({
        // An operation is an object of the document.
        operation: operation as unknown as Node,
        webhook: kind === "webhooks" ? key : undefined,
      })),
    ),
  );

/** The operationIds of a bundle. */
export const operationIds = ({ paths }: Document): ReadonlySet<string> =>
  new Set(operationNodes(paths).map(({ operationId }) => operationId));

/** How one calls it, or the message type. */
export const nameOf = ({ operation, webhook }: NamedOperation): string => webhook ?? text(operation["operationId"]);

/** The sentences about what a call does, as one paragraph of Markdown. */
function actionText({ operation, webhook }: NamedOperation, words: Words, ids: ReadonlySet<string>): string {
  const check = objectOf(operation["x-check-with"]);
  const pages = objectOf(operation["x-pagination"]);
  const success = objectOf(operation["x-success"]);
  const id = text(operation["operationId"]);
  if (webhook !== undefined) return fill(words.messageType, { type: webhook });
  const checked = text(check["operation"]);
  return sentences([
    fill(words.callAs, { call: `${id}(…)` }),
    operation["x-effect"] === "write" ? words.writes : undefined,
    operation["x-effect"] === "read" ? words.reads : undefined,
    operation["x-check-with"] === "none" ? words.checkWithNone : undefined,
    checked &&
      fill(words.checkWith, {
        operation: ids.has(checked) ? `[\`${checked}\`](operation:${checked})` : `\`${checked}\``,
        how: text(check["how"]),
      }),
    text(pages["page"]) &&
      fill(words.pagination, {
        page: text(pages["page"]),
        first: Number(pages["firstPage"]),
        size: text(pages["size"]),
      }),
    text(success["flag"]) && fill(words.success, { flag: text(success["flag"]).slice(1).replaceAll("/", ".") }),
  ]);
}

/** What PandaPon's pages show of it, as one paragraph of Markdown. */
function evidenceText({ operation, webhook }: NamedOperation, words: Words): string {
  const evidence = objectOf(operation["x-evidence"]);
  const { page, modified, status, request, response, missing, pageFrom } = evidence;
  const date = modified === "unknown" ? words.modifiedUnknown : fill(words.modified, { date: text(modified) });
  const others = texts(evidence["otherPages"]).map(
    (url, index, all) => `[${words.otherPage}${all.length > 1 ? ` ${index + 1}` : ""}](${webAddress(url)})`,
  );
  return sentences([
    fill(words.restsOn, { page: webAddress(page), modified: date }),
    pageFrom === undefined ? undefined : words.pageFrom,
    others.length > 0 ? fill(words.otherPages, { pages: others.join(", ") }) : undefined,
    wordOf(words, "status", status),
    visibleText({ request, response, isMessage: webhook !== undefined }, words),
    text(missing),
  ]);
}

/** How much of the request and the answer, or of a message, is visible, as a sentence. */
export const visibleText = (
  { request, response, isMessage }: { request: unknown; response: unknown; isMessage: boolean },
  words: Words,
): string =>
  isMessage
    ? (wordOf(words, "message", request) ?? "")
    : fill(words.visible, {
        request: wordOf(words, "request", request) ?? "",
        response: wordOf(words, "response", response) ?? "",
      });

/** Where pages contradict each other and the contract accepts both: one line of Markdown each. */
export const contradictions = (operation: Node, words: Words): string[] =>
  listIn(objectOf(operation["x-evidence"])["accepted"]).map((entry) => {
    const { at, page, says, why } = objectOf(entry);
    const line = (value: unknown): string => text(value).replaceAll(/\s+/g, " ");
    // The words have backticks around it.
    const place = line(at).replaceAll("`", "'");
    const values = { at: place, says: saysWord(text(says), words) ?? line(says), why: line(why) };
    return page === undefined
      ? fill(words.contradictionEverywhere, values)
      : fill(words.contradiction, { ...values, page: webAddress(page) });
  });
