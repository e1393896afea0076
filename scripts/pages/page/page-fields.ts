// Collects the fields of a page, and the line of its source that shows each of them.
import { isObject } from "../../core/node.js";
import { ITEM, nameOf, type Place } from "../../core/place.js";
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

  /** Notes the types that examples hold, and adds the fields that only they show: the page may fold a shape. */
  addExamples(part: Place, examples: readonly Example[], isLost = (_: Place): boolean => false): void {
    const values = examples.map(({ value }) => value);
    noteSeen(this.all, part, values);
    for (const [place, field] of fieldsOfExamples(part, values)) {
      if (!this.all.has(place) && !isLost(place)) this.add(place, field, () => firstLine(examples, place));
    }
  }

  lineOf(place: Place): number | undefined {
    return this.#lines.get(place)?.();
  }
}

/** The line of a place in the first example that has it. */
function firstLine(examples: readonly Example[], place: Place): number {
  const steps = place.split("/").slice(1);
  const [line = 1] = examples.flatMap(({ value, line: lineAt }) => {
    const keys = keysTo(value, steps);
    return keys === undefined ? [] : [lineAt(keys)];
  });
  return line;
}

/** The keys that lead to a place in an example, through the first item that has it; undefined if none has. */
function keysTo(example: unknown, [step, ...others]: readonly string[]): Pointer | undefined {
  if (step === undefined) return [];
  const members: [string | number, unknown][] =
    step !== ITEM
      ? Object.entries(isObject(example) ? example : {}).filter(([name]) => name === nameOf(step))
      : [...(Array.isArray(example) ? (example as unknown[]) : []).entries()];
  for (const [key, member] of members) {
    const below = keysTo(member, others);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}
