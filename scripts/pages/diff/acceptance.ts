// Contradictions that the contract accepts on purpose: which findings they silence, and which have gone stale.
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

/** One page against one operation: what is accepted there, and what of it the page still says. */
export class Acceptances {
  readonly #entries: readonly Acceptance[];
  readonly used = new Set<Acceptance>();

  constructor(entries: readonly Acceptance[], page: string) {
    this.#entries = entries.filter((entry) => entry.page === undefined || entry.page === page);
  }

  get entries(): readonly Acceptance[] {
    return this.#entries;
  }

  /** Notes that the page says at this place what an entry is about. */
  claimed(facet: Facet, place: string, says: string): void {
    for (const entry of this.#entries) {
      if (entry.at === place && entry.facet === facet && sameWords(entry.says, says)) this.used.add(entry);
    }
  }

  /** Whether a finding is silent. */
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

  /** Notes that the page shows nothing of what an entry is about. */
  unseen(facet: Facet, place: Place): void {
    for (const entry of this.#entries) if (entry.at === place && entry.facet === facet) this.used.add(entry);
  }

  /** Whether an entry says this. */
  has(facet: Facet, place: string, says: string): boolean {
    return this.#entries.some((entry) => entry.at === place && entry.facet === facet && sameWords(entry.says, says));
  }

  /** Notes that the page shows nothing below a place any more, which is a finding of its own: nothing there is stale. */
  moot(place: Place, itself = false): void {
    for (const entry of this.#entries) {
      if (isWithin(entry.at, place) || (itself && entry.at === place)) this.used.add(entry);
    }
  }

  /** Entries that can be checked and that the page no longer bears out. */
  unused(): Acceptance[] {
    return this.#entries.filter((entry) => !this.used.has(entry) && isCheckable(entry));
  }
}

// `object with propId` says object.
const sameWords = (entry: string, says: string): boolean =>
  entry === says || (entry.startsWith(`${says} `) && !says.includes(" "));

/** A format in prose cannot be looked up on a page. */
const isCheckable = ({ facet, says }: Acceptance): boolean => facet !== "format" || /^[\w-]+$/.test(says);
