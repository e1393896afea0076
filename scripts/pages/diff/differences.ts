// Collects the differences between a page and an operation, without those that the contract accepts on purpose.
import type { DescribedOperation } from "../contract/described.js";
import { type Place, partOf } from "../../core/place.js";
import type { Acceptances } from "./acceptance.js";
import type { Finding, FindingKind } from "./finding.js";
import { directionOf, type Direction } from "./direction.js";

/** A difference without its files and lines. */
export interface Difference extends Pick<
  Finding,
  "kind" | "impact" | "place" | "says" | "contract" | "message" | "fix"
> {
  /** The place in the contract; for a new field, the nearest place around it. */
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

  /** @returns true, also if the difference is accepted */
  report(kind: FindingKind, theirs: Place, ours: Place, words: DifferenceWords): true {
    // An acceptance names the place in the contract; for a new field, the place on the page.
    const place = kind === "added" ? theirs : ours;
    if (!this.acceptances.silences(kind, place, words.says)) {
      this.found.push({ kind, place: theirs, at: ours, ...words });
    }
    return true;
  }

  /** Removes a difference that turned out to be part of another one. */
  withdraw(difference: Difference): void {
    this.found.splice(this.found.indexOf(difference), 1);
  }
}
