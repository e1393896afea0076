// Checks the reader: every fact of an operation must be in the page's fields or in what was noted, and no field may say more.
import { parentOf, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import type { Field } from "../../page/page.js";
import type { Fact, HeldFacts, Trail } from "./held.js";
import type { Trouble } from "./trouble.js";

type Said = Pick<Fact, "place" | "kind" | "what">;

export interface SelfCheck {
  /** `held` is the sum of the others. */
  counts: Record<"held" | "read" | "noted" | "missed", number>;
  /** Facts that are neither in the fields nor noted. */
  missed: Fact[];
  /** What the fields say and the document does not. */
  invented: Said[];
}

/** What a field of a table says of each kind of fact. Facts of other kinds have to be noted. */
const SAYS: Record<string, (field: Field, place: Place) => readonly string[]> = {
  field: () => [""],
  required: ({ required }) => (required === "yes" ? [""] : []),
  type: ({ types }) => types,
  nullable: ({ nullable }) => (nullable === "yes" ? ["null"] : []),
  enum: (field) => field.enum ?? [],
  format: ({ format }) => (format === undefined ? [] : [format]),
};
/** A field keeps one text or value of all that are written, and none of a header. */
const KEEPS: Record<string, (field: Field, place: Place) => boolean> = {
  default: (field, place) => field.default !== undefined || place.startsWith("header/"),
  example: (field, place) => field.example !== undefined || place.startsWith("header/"),
  title: ({ label }) => label !== undefined,
  description: ({ label }) => label !== undefined,
};

/** Nothing is known of such a place and of what is below it. */
const CLOSED: ReadonlySet<string> = new Set(["lost reference", "reference to itself", "too deep", "recursive"]);

/** The outermost object of a part has no entry, so nothing is kept of the object itself. */
const OF_PART: ReadonlySet<string> = new Set(["type", "title", "description", "default", "example"]);

export function selfCheck(held: HeldFacts, fields: ReadonlyMap<Place, Field>, noted: readonly Trouble[]): SelfCheck {
  const groups = grouped(held.facts, keyOf);
  const said = [...fields].filter(([, { from }]) => from === "table").flatMap(([place, field]) => saidBy(field, place));
  const saidOf = grouped(said, keyOf);
  const closed = new Set(noted.filter(({ kind }) => CLOSED.has(kind)).map(({ place }) => place));
  const notes = new Set(noted.map(({ place, what }) => keyOf({ place, kind: what })));
  const isClosed = (place: Place | undefined): boolean =>
    place !== undefined && (closed.has(place) || isClosed(parentOf(place)));
  const result: SelfCheck = { counts: { held: 0, read: 0, noted: 0, missed: 0 }, missed: [], invented: [] };
  for (const [key, group] of groups) {
    const [{ place, kind } = { place: "", kind: "" }] = group;
    const field = fields.get(place);
    if (field === undefined && !place.includes("/") && OF_PART.has(kind)) continue;
    if (kind === "required" && !isRequired(group, held)) continue;
    const isKept = field !== undefined && KEEPS[kind]?.(field, place) === true;
    const isNoted = notes.has(key) || isClosed(place);
    const readHere = new Set(saidOf.get(key)?.map(({ what }) => what));
    const isOverruled = overruled(group, readHere);
    for (const [what, [fact]] of grouped(group, (one) => one.what)) {
      const fate = isKept || readHere.has(what) || isOverruled(what) ? "read" : isNoted ? "noted" : "missed";
      result.counts.held += 1;
      result.counts[fate] += 1;
      if (fate === "missed" && fact !== undefined) result.missed.push(fact);
    }
  }
  if (held.whole) {
    const isHeld = (one: Said): boolean => {
      const group = groups.get(keyOf(one)) ?? [];
      return one.kind === "required" ? isRequired(group, held) : group.some(({ what }) => what === one.what);
    };
    for (const one of said)
      if (!isHeld(one) && !(one.kind === "field" && !one.place.includes("/"))) result.invented.push(one);
  }
  return result;
}

const keyOf = ({ place, kind }: Omit<Said, "what">): string => `${kind} ${place}`;

const saidBy = (field: Field, place: Place): Said[] =>
  Object.entries(SAYS).flatMap(([kind, says]) => says(field, place).map((what) => ({ place, kind, what })));

/** Whether every branch of a choice that describes the object requires the field. */
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

/**
 * Of schemas that hold at once, one may overrule another: of `number` and `integer` in an allOf, `integer` stays.
 * A fact is overruled if such a schema says another thing of the same kind, and that was read.
 */
function overruled(group: readonly Fact[], read: ReadonlySet<string>): (what: string) => boolean {
  const winners = group.filter(({ what }) => read.has(what));
  const bySaying = grouped(group, ({ what }) => what);
  return (what) => {
    const facts = bySaying.get(what) ?? [];
    const says = new Set(facts.map(({ node }) => node));
    return facts.every(({ way }) => winners.some((one) => !says.has(one.node) && areTogether(one.way, way)));
  };
}

const areTogether = (a: Fact["way"], b: Fact["way"]): boolean =>
  a.every(({ list, index }) => b.every((other) => other.list !== list || other.index === index));

/** One trouble for all facts of a kind, with the first places. */
export function troublesOf({ missed, invented }: SelfCheck): { pointer: Pointer | undefined; trouble: Trouble }[] {
  const troubles = (kind: "missed" | "invented", facts: readonly (Said & { trail?: Trail })[]) =>
    [...grouped(facts, (fact) => fact.kind)].map(([what, all]) => ({
      pointer: all[0]?.trail && pointerOf(all[0].trail),
      trouble: { kind, place: placesOf(all), what: `${all.length} × ${what}` },
    }));
  return [...troubles("missed", missed), ...troubles("invented", invented)];
}

const SHOWN = 3;
function placesOf(facts: readonly Said[]): string {
  const places = [...new Set(facts.map(({ place }) => place))];
  return [...places.slice(0, SHOWN), ...(places.length > SHOWN ? ["…"] : [])].join(", ");
}

function pointerOf(trail: Trail): Pointer {
  const keys: Pointer[number][] = [];
  for (let here: Trail | undefined = trail; here !== undefined; here = here.above) keys.unshift(here.key);
  return keys;
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
