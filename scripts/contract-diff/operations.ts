// The operations of a bundle, and which of OLD is which of NEW.
import { METHODS, type Document, type HttpMethod, type Operation, type PathItem } from "../core/openapi.js";
import { below } from "../core/pointer.js";

export interface Listed {
  section: "paths" | "webhooks";
  /** The path, or the message type of a webhook. */
  key: string;
  method: HttpMethod;
  item: PathItem;
  operation: Operation;
}

export interface Pairs {
  pairs: { old: Listed; new: Listed }[];
  removed: Listed[];
  added: Listed[];
}

export const pointerOf = ({ section, key, method }: Listed): string => below("#", section, key, method);

/** What callers call: `POST /orders`, or the message type of a webhook. */
export const callOf = ({ section, key, method }: Listed): string =>
  section === "paths" ? `${method.toUpperCase()} ${key}` : key;

/** The operationId comes first, because it names the method of the client. Otherwise the operationId was renamed. */
const SAME_BY: ((one: Listed) => string)[] = [
  ({ section, operation }) => `${section} ${operation.operationId}`,
  ({ section, key, method }) => `${section} ${method} ${key}`,
];

export function pairUp(old: Document, next: Document): Pairs {
  const pairs: Pairs["pairs"] = [];
  const added = new Set(listed(next));
  let removed = listed(old);
  for (const keyOf of SAME_BY) {
    const byKey = new Map([...added].map((one) => [keyOf(one), one]));
    removed = removed.filter((one) => {
      const other = byKey.get(keyOf(one));
      if (other === undefined || !added.delete(other)) return true;
      pairs.push({ old: one, new: other });
      return false;
    });
  }
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
