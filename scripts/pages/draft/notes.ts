// What the draft leaves to the curator, in the order in which it is shown.
import type { Place } from "../../core/place.js";

/** What a name or a place is noted for; several of one kind make one line. */
export type NoteKind =
  | "unplaced"
  | "not visible"
  | "format"
  | "unit"
  | "id"
  | "example"
  | "only in examples"
  | "example disagrees"
  | "JSON text"
  | "named"
  | "type";

const LINES: [kind: NoteKind, line: string][] = [
  ["unplaced", "Find the place of what the page shows without one, and add it"],
  ["not visible", "Look for the required mark, or leave x-required: unknown"],
  ["type", "Find the type that the page does not show"],
  ["format", "Check the integer formats chosen by name or size"],
  ["id", "Decide on ids that other calls have in another form"],
  ["unit", "Find the unit of money and times, or leave x-unit: unknown"],
  ["example", "Check examples that the page does not give"],
  ["only in examples", "Check what only an example shows"],
  ["example disagrees", "Name the contradiction between table and example in the description"],
  ["JSON text", "Describe the JSON that a text holds, with contentMediaType and contentSchema"],
  ["named", "Note the values that the page names"],
];

export class Notes {
  readonly #places = new Map<NoteKind, Set<string>>();
  readonly #lines: string[] = [];

  /** @param detail what is said of the place: `a (int32)` */
  at(kind: NoteKind, place: Place, detail?: string): void {
    const shown = detail === undefined ? place : `${place} (${detail})`;
    this.#places.set(kind, (this.#places.get(kind) ?? new Set()).add(shown));
  }

  line(text: string): void {
    if (!this.#lines.includes(text)) this.#lines.push(text);
  }

  /** One line a thing to do; first what concerns the whole operation. */
  list(): string[] {
    const kinds = LINES.flatMap(([kind, line]) => {
      const places = this.#places.get(kind);
      return places === undefined ? [] : [`${line}: ${[...places].join(", ")}.`];
    });
    return [...this.#lines, ...kinds];
  }
}
