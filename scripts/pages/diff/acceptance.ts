// The contradictions that the contract accepts on purpose: which findings they silence, and which are stale.
import type { Acceptance, Facet } from "../contract/described.js";
import { type Place, isWithin } from "../../core/place.js";
import type { FindingKind } from "./finding.js";

const FACETS: Partial<Record<FindingKind, readonly Facet[]>> = {
  added: ["place", "name"],
  removed: ["place", "name"],
  renamed: ["place", "name"],
  type: ["type"],
  format: ["format"],
  required: ["required"],
  nullable: ["nullable"],
  enum: ["enum"],
};

/** The accepted contradictions of one operation and one page, and which of them the page still shows. */
export class Acceptances {
  readonly #entries: readonly Acceptance[];
  readonly used = new Set<Acceptance>();

  constructor(entries: readonly Acceptance[], page: string) {
    this.#entries = entries.filter((entry) => entry.page === undefined || entry.page === page);
  }

  get entries(): readonly Acceptance[] {
    return this.#entries;
  }

  /** Marks the entries about this place, facet and value as used: the page says so. */
  claimed(facet: Facet, place: string, says: string): void {
    for (const entry of this.#entries) {
      if (entry.at === place && entry.facet === facet && sameWords(entry.says, says)) this.used.add(entry);
    }
  }

  /** Whether a finding is accepted. Marks the entries that accept it as used. */
  silences(kind: FindingKind, place: string, says: string): boolean {
    const facets = FACETS[kind] ?? [];
    const found = this.#entries.filter(
      (entry) =>
        entry.at === place &&
        facets.includes(entry.facet) &&
        (entry.facet === "place" || entry.facet === "name" || sameWords(entry.says, says)),
    );
    for (const entry of found) this.used.add(entry);
    return found.length > 0;
  }

  /** Marks the entries about this facet as used, because the page shows nothing about it. */
  unseen(facet: Facet, place: Place): void {
    for (const entry of this.#entries) if (entry.at === place && entry.facet === facet) this.used.add(entry);
  }

  /** Whether an entry is about this place, facet and value. */
  has(facet: Facet, place: string, says: string): boolean {
    return this.#entries.some((entry) => entry.at === place && entry.facet === facet && sameWords(entry.says, says));
  }

  /**
   * Marks the entries below a place as used. The page shows nothing there any more: that is a finding of its own, so they are not reported as stale.
   * @param itself whether the entries about the place itself are marked too
   */
  settle(place: Place, itself = false): void {
    for (const entry of this.#entries) {
      if (isWithin(entry.at, place) || (itself && entry.at === place)) this.used.add(entry);
    }
  }

  /** The entries that can be checked and that the page no longer shows. */
  unused(): Acceptance[] {
    return this.#entries.filter((entry) => !this.used.has(entry) && isCheckable(entry));
  }
}

// "object with propId" is about the type object.
const sameWords = (entry: string, says: string): boolean =>
  entry === says || (entry.startsWith(`${says} `) && !says.includes(" "));

/** A format in prose cannot be compared with a page. */
const isCheckable = ({ facet, says }: Acceptance): boolean => facet !== "format" || /^[\w-]+$/.test(says);
