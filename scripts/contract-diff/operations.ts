// The operations of a bundle, and which of OLD is which of NEW.
import type { Located } from "../core/node.js";
import { METHODS, type Document } from "../core/openapi.js";
import { below } from "../core/pointer.js";
import { located } from "./entry.js";

export interface Listed {
  section: "paths" | "webhooks";
  operationId: string;
  /** `POST /orders`, or `webhook ORDER_PAID`. */
  call: string;
  item: Located;
  operation: Located;
}

/** An operation of both contracts, or of one. */
export interface Pair {
  old?: Listed | undefined;
  new?: Listed;
}

/** The operationId comes first, because it names the method of the client. Otherwise the operationId was renamed. */
const SAME_BY: ((one: Listed) => string)[] = [
  ({ section, operationId }) => `${section} ${operationId}`,
  ({ section, call }) => `${section} ${call}`,
];

export function pairUp(old: Document, next: Document): Pair[] {
  const pairs: Pair[] = listed(next).map((one) => ({ new: one }));
  let unpaired = listed(old);
  for (const keyOf of SAME_BY) {
    const byKey = new Map(pairs.flatMap((pair) => (pair.old || !pair.new ? [] : [[keyOf(pair.new), pair]])));
    unpaired = unpaired.filter((one) => {
      const pair = byKey.get(keyOf(one));
      if (pair !== undefined) pair.old = one;
      return pair === undefined;
    });
  }
  return [...pairs, ...unpaired.map((one) => ({ old: one }))];
}

const listed = (document: Document): Listed[] =>
  (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([key, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        const pointer = below("#", section, key);
        return {
          section,
          operationId: operation.operationId,
          call: section === "paths" ? `${method.toUpperCase()} ${key}` : `webhook ${key}`,
          item: located(item, pointer),
          operation: located(operation, below(pointer, method)),
        };
      }),
    ),
  );
