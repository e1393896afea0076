// What is compared: entries (an operation, a field, a server, …), each with its facets and the nodes that it is written in.
import { locationKey, type Located } from "../core/node.js";
import type { Place } from "../core/place.js";
import { below } from "../core/pointer.js";

/** The value of a facet, and where it is written. */
export interface Written {
  value: unknown;
  /** Absent if nothing says it. */
  part?: Located | undefined;
  /** Absent if the node as a whole says it. */
  keyword?: string | undefined;
}

export interface Entry {
  place: Place;
  /** All nodes that it is written in, the outermost one first. */
  parts: readonly [Located, ...Located[]];
  /** The first facet stands for the entry itself. Of several values of a facet, the first one counts: it is around the others. */
  facets: Map<string, Written[]>;
}

/** A node of a bundle. Its pointer is kept in one piece, so `pointerTo` does not escape it again. */
export const located = (node: object, pointer: string): Located => ({
  // Objects of a parsed document are read by name.
  node: node as Located["node"],
  file: "",
  pointer: [pointer],
});

/** Into the bundle: `#/paths/…`. */
export const pointerTo = ({ pointer: [first, ...rest] }: Located): string => below(String(first), ...rest);

/**
 * Where a facet is written. If it is missing, what would hold it stands for it: the schema that holds it on the other
 * side, because a shape that several operations share is one line, or else the entry.
 */
export function pointerOfFacet({ parts }: Entry, own: Written | undefined, other: Written | undefined): string {
  if (own?.part !== undefined) return below(pointerTo(own.part), ...(own.keyword === undefined ? [] : [own.keyword]));
  const key = other?.part && locationKey(other.part);
  return pointerTo(parts.find((part) => locationKey(part) === key) ?? parts[0]);
}
