// Reports differences between two bundles that callers cannot see, so that "no change" means no difference at all.
import type { Document } from "../core/openapi.js";
import { isObject } from "../core/node.js";
import type { PlacedChange } from "./collect.js";
import { pointerOf, type Pair } from "./pairs.js";
import { below } from "../core/pointer.js";

/** @returns one finding per operation or shape that differs although nothing was found in it */
export function unseen(
  old: Document,
  next: Document,
  pairs: readonly Pair[],
  found: readonly PlacedChange[],
): PlacedChange[] {
  const touched = (pointer: string, side: "old" | "new"): boolean =>
    found.some((finding) => finding[side] === pointer || finding[side]?.startsWith(`${pointer}/`));
  const [before, after] = [shapesOf(old), shapesOf(next)];
  const shapes = Object.keys(before).filter((name) => name in after);
  const places = [
    ...pairs.map((pair) => ({
      use: { operationId: pair.new.operation.operationId, place: "" },
      ...{ old: pointerOf(pair.old), new: pointerOf(pair.new) },
      same: canonical(pair.old.operation) === canonical(pair.new.operation),
    })),
    ...shapes.map((name) => {
      const pointer = below("#", "components", "schemas", name);
      return {
        use: { place: pointer.slice("#/".length) },
        ...{ old: pointer, new: pointer },
        same: canonical(before[name]) === canonical(after[name]),
      };
    }),
  ];
  return places
    .filter((place) => !place.same && !touched(place.old, "old") && !touched(place.new, "new"))
    .map(({ use, old: from, new: to }) => ({
      ...{ kind: "unseen", impact: "documentation", message: "is written differently and means the same" },
      ...{ use, old: from, new: to },
    }));
}

const shapesOf = (document: Document): Record<string, unknown> => document.components?.["schemas"] ?? {};

/** @returns the same text for equal values, in any order of their names */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? "";
