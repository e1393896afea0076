// Finds the parts of a contract that a caller only sends: those in requests that are in no answer and no webhook.
import { isObject } from "../core/node.js";
import { operationsOf, type Document } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";

/** The nodes that only parameters and request bodies lead to, through `$ref`s. */
export function sentOnly(document: Document): Set<Record<string, unknown>> {
  const target = targetIn(document);
  const reached = (...starts: unknown[]): Set<Record<string, unknown>> => {
    const found = new Set<Record<string, unknown>>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(visit);
      if (!isObject(value) || found.has(value)) return;
      found.add(value);
      visit(target(value));
      Object.values(value).forEach(visit);
    };
    visit(starts);
    return found;
  };
  const operations = [...operationsOf(document.paths, target)].map(({ operation }) => operation);
  const sent = reached(operations.map(({ parameters, requestBody }) => [parameters, requestBody]));
  const received = reached(
    operations.map(({ responses }) => responses),
    document.webhooks,
  );
  return new Set([...sent].filter((node) => !received.has(node)));
}
