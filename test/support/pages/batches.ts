// Groups the mutations of one page, so that one comparison checks many of them. A batch holds mutations of different fields only.
import type { Mutation } from "./mutations.js";

/** Puts each mutation into the first batch in which it disturbs no other. */
export function batchesOf(mutations: readonly Mutation[]): Mutation[][] {
  const batches: Mutation[][] = [];
  for (const mutation of mutations) {
    const batch = batches.find((others) => others.every((other) => areIndependent(mutation, other)));
    if (batch === undefined) batches.push([mutation]);
    else batch.push(mutation);
  }
  return batches;
}

function areIndependent(one: Mutation, other: Mutation): boolean {
  if (one.original !== other.original || holds(one.place, other.place) || holds(other.place, one.place)) return false;
  const places = new Set(one.expected.map(({ place }) => place));
  if (other.expected.some(({ place }) => place !== "" && places.has(place))) return false;
  if (parentOf(one.place) !== parentOf(other.place) || !changesNames(one) || !changesNames(other)) return true;
  // Of two siblings, one that goes and one that comes can look like one that was renamed, if their names are alike.
  const words = new Set(wordsOf(one));
  return !wordsOf(other).some((word) => words.has(word));
}

/** The whole page holds everything. */
const holds = (outer: string, inner: string): boolean =>
  outer === "" || outer === inner || inner.startsWith(`${outer}/`);

const parentOf = (place: string): string => place.slice(0, place.lastIndexOf("/"));

const changesNames = ({ expected }: Mutation): boolean =>
  expected.some(({ kind }) => kind === "added" || kind === "removed" || kind === "renamed");

/** The words of the names that come and go; `V9` marks a new name and says nothing. */
const wordsOf = ({ expected }: Mutation): string[] =>
  expected
    .flatMap(({ place }) => place.slice(place.lastIndexOf("/") + 1).split(/(?=[A-Z])|[-_]/))
    .map((word) => word.toLowerCase())
    .filter((word) => !/^v\d+$/.test(word));
