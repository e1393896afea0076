// Collects what a draft leaves to do by hand.
import type { Place } from "../../core/place.js";

/** Why a place is noted. All places of one kind are shown on one line. */
const LINES = {
  unplaced: "Find the place of fields that the page shows without one, and add them",
  "not visible": "Look for the required mark, or keep x-required: unknown",
  type: "Find the type that the page does not show",
  format: "Check the integer formats, which were chosen by name or size",
  id: "Decide on the form of ids that differ in other calls",
  unit: "Find the unit of money and times, or keep x-unit: unknown",
  example: "Check the examples, which are not from the page",
  "only in examples": "Check the fields that only an example shows",
  "example disagrees": "Mention in the description that table and example disagree",
  "JSON text": "Describe the JSON inside these texts, with contentMediaType and contentSchema",
  shape: "Make components of the objects that the page has a name for, or use those of the contract",
  named: "Add the values that the page names",
  listed: "Say what each value means, as the page does",
};
type NoteKind = keyof typeof LINES;

export class Notes {
  readonly #places = new Map<NoteKind, Set<string>>();
  readonly #lines = new Set<string>();

  /** @param detail shown after the place: `body/a (int32)` */
  at(kind: NoteKind, place: Place, detail?: string): void {
    const shown = detail === undefined ? place : `${place} (${detail})`;
    this.#places.set(kind, (this.#places.get(kind) ?? new Set()).add(shown));
  }

  line(text: string): void {
    this.#lines.add(text);
  }

  /** One line per task; those about the whole operation come first. */
  list(): string[] {
    const kinds = [...this.#places].map(([kind, places]) => `${LINES[kind]}: ${[...places].join(", ")}.`);
    return [...this.#lines, ...kinds];
  }
}
