// Collects what differs between a page and an operation, but for what the contract accepts on purpose.
import type { DescribedOperation } from "../contract/described.js";
import { type Place, partOf } from "../../core/place.js";
import type { Acceptances } from "./acceptance.js";
import type { Finding, FindingKind } from "./finding.js";
import { directionOf, type Direction } from "./direction.js";

/** A difference before it knows its files and lines. */
export interface Difference extends Pick<
  Finding,
  "kind" | "impact" | "place" | "says" | "contract" | "message" | "fix"
> {
  /** The place in the contract; of a field that it does not have, the nearest one around it. */
  at: Place;
}

type DifferenceWords = Omit<Difference, "kind" | "place" | "at">;

export class Differences {
  readonly found: Difference[] = [];
  readonly acceptances: Acceptances;
  readonly #kind: DescribedOperation["kind"];

  constructor(kind: DescribedOperation["kind"], acceptances: Acceptances) {
    this.#kind = kind;
    this.acceptances = acceptances;
  }

  direction(place: Place): Direction {
    return directionOf(this.#kind, partOf(place));
  }

  /** @returns true, for the reader's ease: the difference is there, accepted or not */
  report(kind: FindingKind, theirs: Place, ours: Place, words: DifferenceWords): true {
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
