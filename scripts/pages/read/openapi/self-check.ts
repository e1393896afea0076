// Checks the reader: every fact of an operation must be in the page's fields or in what was noted, and no field may say more.
import { parentOf, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import type { Field } from "../../page/page.js";
import type { Fact, HeldFacts } from "./held.js";
import type { Trouble } from "./trouble.js";

type Said = Pick<Fact, "place" | "kind" | "what">;

export interface SelfCheck {
  /** `held` is the sum of the others. */
  counts: Record<"held" | "read" | "noted" | "lost", number>;
  /** Facts that are neither in the fields nor noted. */
  lost: Fact[];
  /** What the fields say and the document does not. */
  invented: Said[];
}

/** Whether a field says what a fact of this kind says. Facts of other kinds have to be noted. */
const IS_READ: Record<string, (field: Field, what: string, place: Place) => boolean> = {
  field: ({ from }) => from === "table",
  required: ({ required }) => required === "yes",
  type: ({ types }, what) => types.includes(what),
  nullable: ({ nullable }) => nullable === "yes",
  enum: (field, what) => field.enum?.includes(what) === true,
  format: ({ format }, what) => format === what.trim(),
  // Values may be withheld, and those of headers are left out.
  default: (field, _, place) => field.default !== undefined || place.startsWith("header/"),
  example: (field, _, place) => field.example !== undefined || place.startsWith("header/"),
  title: ({ label }) => label !== undefined,
  description: ({ label }) => label !== undefined,
};

/** Nothing is known of such a place and of what is below it. */
const CLOSED: ReadonlySet<string> = new Set(["lost reference", "reference to itself", "too deep", "recursive"]);

/** The outermost object of a part has no entry, so the page says nothing of the object itself. */
const OF_ROOT: ReadonlySet<string> = new Set(["type", "title", "description", "default", "example"]);

export function selfCheck(held: HeldFacts, fields: ReadonlyMap<Place, Field>, noted: readonly Trouble[]): SelfCheck {
  const groups = grouped(held.facts, ({ kind, place }) => `${kind} ${place}`);
  const result: SelfCheck = { counts: { held: 0, read: 0, noted: 0, lost: 0 }, lost: [], invented: [] };
  const isRead = ({ kind, place, what }: Said): boolean => {
    const field = fields.get(place);
    return field !== undefined && IS_READ[kind]?.(field, what, place) === true;
  };
  const notes = grouped(noted, ({ place }) => place);
  const isNoted = ({ kind, place }: Said): boolean => {
    for (let here: Place | undefined = place; here !== undefined; here = parentOf(here)) {
      const isHere = here === place;
      if (notes.get(here)?.some((one) => CLOSED.has(one.kind) || (isHere && one.what === kind))) return true;
    }
    return false;
  };
  for (const [, group] of groups) {
    if (group[0]?.kind === "required" && !isRequired(group, held)) continue;
    const read = group.filter(isRead);
    const seen = new Set<string>();
    for (const fact of group) {
      if (seen.has(fact.what) || (!fields.has(fact.place) && !fact.place.includes("/") && OF_ROOT.has(fact.kind)))
        continue;
      seen.add(fact.what);
      result.counts.held += 1;
      if (isRead(fact) || isOverruled(fact, read, group)) result.counts.read += 1;
      else if (isNoted(fact)) result.counts.noted += 1;
      else result.lost.push(fact);
    }
  }
  result.counts.lost = result.lost.length;
  if (held.whole) result.invented = [...fields].flatMap(([place, field]) => inventedOf(place, field, groups, held));
  return result;
}

/** One trouble for all that is missing and for all that is invented, with the first places of each kind. */
export function troublesOf({ lost, invented }: SelfCheck): (Trouble & { pointer: Pointer })[] {
  return Object.entries({ missed: lost, invented }).flatMap(([kind, facts]) =>
    [...grouped<Said & Partial<Fact>>(facts, (fact) => fact.kind)].map(([what, all]) => ({
      kind: kind as "missed" | "invented",
      place: placesOf(all),
      what: `${all.length} × \`${what}\``,
      pointer: all[0]?.pointer ?? [],
    })),
  );
}

const SHOWN = 3;
function placesOf(facts: readonly Said[]): string {
  const places = [...new Set(facts.map(({ place }) => place))];
  return [...places.slice(0, SHOWN), ...(places.length > SHOWN ? ["…"] : [])].join(", ");
}

/** What a choice requires is required if every branch that describes the object requires it. */
function isRequired(group: readonly Fact[], { ways }: HeldFacts): boolean {
  const [{ place } = { place: "" }] = group;
  const around = choicesOf(ways.get(parentOf(place) ?? "") ?? []);
  const here = choicesOf(group.map(({ way }) => way));
  return group.some(({ way }) => way.every(({ list }) => here.get(list)?.size === around.get(list)?.size));
}

function choicesOf(ways: readonly Fact["way"][]): Map<object, Set<number>> {
  const choices = new Map<object, Set<number>>();
  for (const { list, index } of ways.flat()) choices.set(list, (choices.get(list) ?? new Set()).add(index));
  return choices;
}

/** Of all that holds at once, one may overrule the other: of `number` and `integer` in an allOf, `integer` stays. */
function isOverruled(fact: Fact, read: readonly Fact[], group: readonly Fact[]): boolean {
  const says = new Set(group.filter(({ what }) => what === fact.what).map(({ node }) => node));
  return read.some(({ node, way }) => !says.has(node) && areTogether(way, fact.way));
}

const areTogether = (a: Fact["way"], b: Fact["way"]): boolean =>
  a.every(({ list, index }) => b.every((other) => other.list !== list || other.index === index));

function inventedOf(place: Place, field: Field, groups: ReadonlyMap<string, readonly Fact[]>, held: HeldFacts): Said[] {
  if (field.from !== "table") return [];
  const { types, format, required, nullable } = field;
  const said: Said[] = [
    { place, kind: "field", what: "" },
    ...types.map((what) => ({ place, kind: "type", what })),
    ...(field.enum ?? []).map((what) => ({ place, kind: "enum", what })),
  ];
  if (format !== undefined) said.push({ place, kind: "format", what: format });
  if (nullable === "yes") said.push({ place, kind: "nullable", what: "null" });
  if (required === "yes") said.push({ place, kind: "required", what: "" });
  return said.filter(({ kind, what }) => {
    const group = groups.get(`${kind} ${place}`) ?? [];
    if (kind === "field" && !place.includes("/")) return false;
    return !group.some((fact) => fact.what.trim() === what) || (kind === "required" && !isRequired(group, held));
  });
}

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}
