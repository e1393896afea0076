// Pairs the operations of OLD with those of NEW.
import { METHODS, type Document, type HttpMethod, type Operation, type PathItem } from "../core/openapi.js";
import { below } from "../core/pointer.js";

export type Section = "paths" | "webhooks";

export interface Listed {
  section: Section;
  /** The path, or the message type of a webhook. */
  key: string;
  method: HttpMethod;
  item: PathItem;
  operation: Operation;
}

export interface Pair {
  old: Listed;
  new: Listed;
}

export interface Pairs {
  pairs: Pair[];
  removed: Listed[];
  added: Listed[];
}

export const pointerOf = ({ section, key, method }: Listed): string => below("#", section, key, method);

/** Pairs by operationId first, because it names the method of the client. The rest is paired by path and method: there the operationId was renamed. */
export function pairUp(old: Document, next: Document): Pairs {
  const added = new Set(listed(next));
  const pairs: Pair[] = [];
  const pairBy = (same: (one: Listed, other: Listed) => boolean, those: Listed[]): Listed[] =>
    those.filter((one) => {
      const other = [...added].find((candidate) => candidate.section === one.section && same(one, candidate));
      if (other === undefined) return true;
      added.delete(other);
      pairs.push({ old: one, new: other });
      return false;
    });
  const unnamed = pairBy((one, other) => one.operation.operationId === other.operation.operationId, listed(old));
  const removed = pairBy((one, other) => one.key === other.key && one.method === other.method, unnamed);
  return { pairs, removed, added: [...added] };
}

const listed = (document: Document): Listed[] =>
  (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([key, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [{ section, key, method, item, operation }];
      }),
    ),
  );
