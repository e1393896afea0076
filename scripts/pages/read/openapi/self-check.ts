// Checks the reader: every fact of an operation must be on the normalised page or noted, and no field may say more.
import { parentOf, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import type { Field, Page } from "../../page/page.js";
import type { Fact, HeldFacts, Trail } from "./held.js";
import type { Noted, Trouble } from "./trouble.js";

type Said = Pick<Fact, "place" | "kind" | "what">;

export interface SelfCheck {
  /** `held` is the sum of the others. */
  counts: Record<"held" | "read" | "noted" | "missed", number>;
  /** Facts that are neither on the page nor noted. */
  missed: Fact[];
  /** What the fields say and the document does not. */
  invented: Said[];
}

/** What a field of a table says of each kind of fact, one by one. */
const SAYS: Record<string, (field: Field) => readonly string[]> = {
  field: () => [""],
  required: ({ required }) => (required === "yes" ? [""] : []),
  type: ({ types }) => types,
  nullable: ({ nullable }) => (nullable === "yes" ? ["null"] : []),
  enum: (field) => [...(field.enum ?? []), ...(field.named ?? [])],
  format: ({ format }) => (format === undefined ? [] : [format.trim()]),
};
/** Whether a field keeps one of all facts of a kind, or their digest. The values of headers are left out. */
const KEEPS: Record<string, (field: Field, group: readonly Fact[]) => boolean> = {
  default: (field, [fact]) => field.default !== undefined || fact?.place.startsWith("header/") === true,
  example: (field, [fact]) => field.example !== undefined || fact?.place.startsWith("header/") === true,
  text: ({ label, words }, group) =>
    label !== undefined && (words !== undefined || new Set(group.map(({ what }) => what)).size === 1),
  meaning: ({ words }) => words !== undefined,
};
/** What is noted of these kinds under another name. */
const NOTED_AS: Record<string, string> = { type: "other type", nullable: "other type", enum: "other value" };

/** Nothing is known of such a place and of what is below it. */
const CLOSED: ReadonlySet<string> = new Set(["lost reference", "reference to itself", "too deep", "recursive"]);

/** The outermost object of a part has no entry: its texts are among those of the page. */
const OF_PART: ReadonlySet<string> = new Set(["type", "text", "meaning", "default", "example"]);

export function selfCheck(
  held: HeldFacts,
  page: Pick<Page, "fields" | "examples" | "words">,
  noted: readonly Trouble[],
): SelfCheck {
  const { fields, examples, words } = page;
  const groups = grouped(held.facts, keyOf);
  const said = [...fields].flatMap(([place, field]) => saidBy(field, place));
  for (const place of ["body", "response"] as const) {
    for (const index of examples[place].keys()) said.push({ place, kind: "whole example", what: String(index) });
  }
  const saidOf = grouped(said, keyOf);
  const closed = new Set(noted.filter(({ kind }) => CLOSED.has(kind)).map(({ place }) => place));
  const notes = new Set(
    noted.map(({ kind, place, what }) => keyOf({ place, kind: kind === "example" ? "whole example" : what })),
  );
  const isClosed = (place: Place | undefined): boolean =>
    place !== undefined && (closed.has(place) || isClosed(parentOf(place)));
  const isNoted = ({ place, kind }: Said): boolean =>
    notes.has(keyOf({ place, kind: NOTED_AS[kind] ?? kind })) ||
    (kind === "required" && notes.has(keyOf({ place: parentOf(place) ?? "", kind }))) ||
    isClosed(place);
  const result: SelfCheck = { counts: { held: 0, read: 0, noted: 0, missed: 0 }, missed: [], invented: [] };
  for (const [key, group] of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const field = fields.get(first.place);
    const isOfPage = field === undefined && !first.place.includes("/") && OF_PART.has(first.kind);
    if (isOfPage && first.kind !== "text") continue;
    const isKept = isOfPage ? words !== undefined : field !== undefined && KEEPS[first.kind]?.(field, group) === true;
    const readHere = new Set(saidOf.get(key)?.map(({ what }) => what));
    for (const [what, [fact = first]] of grouped(group, (one) => one.what)) {
      const fate = isKept || readHere.has(what) ? "read" : isNoted(fact) ? "noted" : "missed";
      result.counts.held += 1;
      result.counts[fate] += 1;
      if (fate === "missed") result.missed.push(fact);
    }
  }
  const isHeld = (one: Said): boolean => {
    // A description may name values too.
    if (one.kind === "enum" && fields.get(one.place)?.named?.includes(one.what) === true) return true;
    const group = groups.get(keyOf(one)) ?? [];
    return one.kind === "required" ? isRequired(group, held) : group.some(({ what }) => what === one.what);
  };
  if (held.isWhole) result.invented = said.filter((one) => one.place.includes("/") && !isHeld(one));
  return result;
}

const keyOf = ({ place, kind }: Omit<Said, "what">): string => `${kind} ${place}`;

function saidBy(field: Field, place: Place): Said[] {
  if (field.from !== "table") return [];
  return Object.entries(SAYS).flatMap(([kind, says]) => says(field).map((what) => ({ place, kind, what })));
}

/** Whether every alternative of the object around it requires the field. */
function isRequired(group: readonly Fact[], { ways }: HeldFacts): boolean {
  const holder = parentOf(group[0]?.place ?? "") ?? "";
  const around = choicesOf(ways.get(holder) ?? []);
  const here = choicesOf(group.map(({ way }) => way));
  return group.some(({ way }) =>
    way.every(({ list, place }) => place !== holder || here.get(list)?.size === around.get(list)?.size),
  );
}

function choicesOf(ways: readonly Fact["way"][]): Map<object, Set<number>> {
  const choices = new Map<object, Set<number>>();
  for (const { list, index } of ways.flat()) choices.set(list, (choices.get(list) ?? new Set()).add(index));
  return choices;
}

/** One trouble for all facts of a kind, with the first places. */
export function troublesOf({ missed, invented }: SelfCheck, pointer: Pointer): Noted[] {
  const troubles = (kind: "missed" | "invented", facts: readonly (Said & { trail?: Trail })[]): Noted[] =>
    [...grouped(facts, (fact) => fact.kind)].map(([what, all]) => ({
      kind,
      place: placesOf(all),
      what: `${all.length} × ${what}`,
      pointer: all[0]?.trail === undefined ? pointer : pointerOf(all[0].trail),
    }));
  return [...troubles("missed", missed), ...troubles("invented", invented)];
}

const SHOWN = 3;
function placesOf(facts: readonly Said[]): string {
  const places = [...new Set(facts.map(({ place }) => place))];
  return [...places.slice(0, SHOWN), ...(places.length > SHOWN ? ["…"] : [])].join(", ");
}

function pointerOf({ key, above }: Trail): Pointer {
  const keys: Pointer[number][] = [key];
  for (let here = above; here?.above !== undefined; here = here.above) keys.push(here.key);
  return keys.reverse();
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
