// Collects what differs between a page and an operation, but for what the contract accepts on purpose.
import type { Described } from "../contract/described.js";
import type { Place } from "../page/page.js";
import { partOf } from "../page/place.js";
import type { Acceptances } from "./acceptance.js";
import type { Finding, Kind } from "./finding.js";
import { directionOf, type Direction } from "./meaning.js";

/** A difference before it knows its files and lines. */
export interface Difference extends Pick<
  Finding,
  "kind" | "meaning" | "place" | "says" | "contract" | "message" | "mend"
> {
  /** The place in the contract; of a field that it does not have, the nearest one around it. */
  at: Place;
}

type Words = Omit<Difference, "kind" | "place" | "at">;

export class Differences {
  readonly found: Difference[] = [];
  readonly acceptances: Acceptances;
  readonly #kind: Described["kind"];

  constructor(kind: Described["kind"], acceptances: Acceptances) {
    this.#kind = kind;
    this.acceptances = acceptances;
  }

  direction(place: Place): Direction {
    return directionOf(this.#kind, partOf(place));
  }

  /** @returns true, for the reader's ease: the difference is there, accepted or not */
  report(kind: Kind, theirs: Place, ours: Place, words: Words): true {
    // What is accepted is written down where the contract has the field; a new one, where the page has it.
    const place = kind === "added" ? theirs : ours;
    if (!this.acceptances.silences(kind, place, words.says)) {
      this.found.push({ kind, place: theirs, at: ours, ...words });
    }
    return true;
  }

  /** Takes back what turned out to be part of another difference. */
  withdraw(difference: Difference): void {
    this.found.splice(this.found.indexOf(difference), 1);
  }
}
