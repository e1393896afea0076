// Tells which parts of a contract callers send and which they receive.
import { isObject } from "../core/node.js";
import { operationsOf, type Document } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";

type Nodes = ReadonlySet<object>;

export interface Sides {
  /** The nodes that parameters and request bodies lead to, through `$ref`s. */
  sent: Nodes;
  /** Those of them that no answer and no webhook leads to. */
  sentOnly: Nodes;
}

export function sidesOf(document: Document): Sides {
  const target = targetIn(document);
  const reached = (...starts: unknown[]): Nodes => {
    const found = new Set<object>();
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
  return { sent, sentOnly: new Set([...sent].filter((node) => !received.has(node))) };
}
