// Finds the new and missing fields that are likely one field with a new name.
import leven from "leven";
import { type Place, nameOf } from "../../core/place.js";

const LIKELY = 0.5;

/** From 0 (nothing in common) to 1 (equal except for case and separators). */
function likeness(a: string, b: string): number {
  const [one, other] = [plain(a), plain(b)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - leven(one, other) / longest;
}

const plain = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/**
 * Pairs missing places with new ones by their names, the most similar first.
 * @param fits whether the two fields are alike except for the name
 */
export function likelyRenames(
  gone: readonly Place[],
  added: readonly Place[],
  fits: (gone: Place, added: Place) => boolean,
): Map<Place, Place> {
  const pairs = gone
    .flatMap((one) =>
      added
        .filter((other) => fits(one, other))
        .map((other) => ({ one, other, like: likeness(nameOf(one), nameOf(other)) })),
    )
    .filter(({ like }) => like >= LIKELY)
    .sort((a, b) => b.like - a.like);
  const renames = new Map<Place, Place>();
  const taken = new Set<Place>();
  for (const { one, other } of pairs) {
    if (renames.has(one) || taken.has(other)) continue;
    renames.set(one, other);
    taken.add(other);
  }
  return renames;
}
