// Collects the fields of a page, and the line of its source that shows each of them.
import { isWithin, type Place } from "../../core/place.js";
import type { Pointer } from "../../core/pointer.js";
import { fieldsOfExamples, noteSeen } from "./example.js";
import type { Field } from "./page.js";

export interface Example {
  value: unknown;
  /** The line of the source, from 1, of a value in it. */
  line(keys: Pointer): number;
}

export class PageFields {
  readonly all = new Map<Place, Field>();
  // A line is looked up only if it is needed.
  readonly #lines = new Map<Place, () => number>();

  add(place: Place, field: Field, line: () => number): void {
    this.all.set(place, field);
    this.#lines.set(place, line);
  }

  /** Removes the fields below a place. */
  removeWithin(place: Place): void {
    for (const one of [...this.all.keys()]) if (isWithin(one, place)) this.all.delete(one);
  }

  /** Notes the types that examples hold, and adds the fields that only they show: the page may fold a shape. */
  addExamples(part: Place, examples: readonly Example[], isLost = (_: Place): boolean => false): void {
    const values = examples.map(({ value }) => value);
    const lines = new Map<Place, () => number>();
    const fields = fieldsOfExamples(part, values, (place, index, keys) => {
      lines.set(place, () => examples[index]?.line(keys) ?? 1);
    });
    noteSeen(this.all, fields);
    for (const [place, field] of fields) {
      if (!this.all.has(place) && !isLost(place)) this.add(place, field, lines.get(place) ?? (() => 1));
    }
  }

  lineOf(place: Place): number | undefined {
    return this.#lines.get(place)?.();
  }
}
