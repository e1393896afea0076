// Checks the reader: every fact of an operation must be on the normalised page or noted, and no field may say more.
import { parentOf, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import type { Field, Page } from "../../page/page.js";
import type { Fact, HeldFacts } from "./held.js";
import { grouped } from "./keys.js";
import type { Noted, Trouble } from "./trouble.js";

export interface SelfCheck {
  /** Facts that are neither on the page nor noted. */
  missed: Fact[];
  /** What the fields say and the document does not. */
  invented: Fact[];
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
    label !== undefined && (words !== undefined || group.every(({ what }) => what === group[0]?.what)),
  meaning: ({ words }) => words !== undefined,
};
/** What is noted of these kinds under another name. */
const NOTED_AS: Record<string, string> = { type: "other type", nullable: "other type", enum: "other value" };

/** Nothing is known of such a place and of what is below it. */
const CLOSED: ReadonlySet<string> = new Set(["lost reference", "reference to itself", "too deep", "recursive"]);

/** The outermost object of a part has no entry: its texts are among those of the page. */
const OF_PART: ReadonlySet<string> = new Set(["type", "text", "meaning", "default", "example"]);

const keyOf = ({ place, kind }: Pick<Fact, "place" | "kind">): string => `${kind} ${place}`;
const exactKeyOf = ({ place, kind, what }: Fact): string => `${place}\0${kind}\0${what}`;

export function selfCheck(
  held: HeldFacts,
  { fields, examples, words }: Pick<Page, "fields" | "examples" | "words">,
  noted: readonly Trouble[],
): SelfCheck {
  const said = [...fields].flatMap(([place, field]) => saidBy(field, place));
  const read = new Set(said.map(exactKeyOf));
  for (const place of ["body", "response"] as const) {
    for (const index of examples[place].keys()) {
      read.add(exactKeyOf({ place, kind: "whole example", what: String(index) }));
    }
  }
  const closed = new Set(noted.filter(({ kind }) => CLOSED.has(kind)).map(({ place }) => place));
  const isClosed = (place: Place | undefined): boolean =>
    place !== undefined && (closed.has(place) || isClosed(parentOf(place)));
  const notes = new Set(
    noted.map(({ kind, place, what }) => keyOf({ place, kind: kind === "example" ? "whole example" : what })),
  );
  const isNoted = ({ place, kind }: Fact): boolean =>
    notes.has(keyOf({ place, kind: NOTED_AS[kind] ?? kind })) ||
    (kind === "required" && notes.has(keyOf({ place: parentOf(place) ?? "", kind }))) ||
    isClosed(place);
  const isKept = (group: readonly Fact[], { place, kind }: Fact): boolean => {
    const field = fields.get(place);
    if (field !== undefined) return KEEPS[kind]?.(field, group) === true;
    return !place.includes("/") && OF_PART.has(kind) && (kind !== "text" || words !== undefined);
  };
  const missed = [...grouped(held.facts, keyOf).values()].flatMap((group) => {
    const lost = group.filter((fact) => !read.has(exactKeyOf(fact)));
    const isFound = lost.length === 0 || isKept(group, group[0]) || isNoted(group[0]);
    return isFound ? [] : [...new Map(lost.map((fact) => [fact.what, fact])).values()];
  });
  const facts = new Set(held.facts.map(exactKeyOf));
  const isHeld = (one: Fact): boolean =>
    one.kind === "required" ? held.required.has(one.place) : facts.has(exactKeyOf(one)) || isNamed(one);
  // A description may name values too.
  const isNamed = ({ place, kind, what }: Fact): boolean =>
    kind === "enum" && fields.get(place)?.named?.includes(what) === true;
  const invented = held.isWhole ? said.filter((one) => one.place.includes("/") && !isHeld(one)) : [];
  return { missed, invented };
}

function saidBy(field: Field, place: Place): Fact[] {
  if (field.from !== "table") return [];
  return Object.entries(SAYS).flatMap(([kind, says]) => says(field).map((what) => ({ place, kind, what })));
}

const SHOWN = 3;

/** One trouble for all facts of a kind, with the first places. */
export const troublesOf = (check: SelfCheck, pointer: Pointer): Noted[] =>
  (["missed", "invented"] as const).flatMap((kind) =>
    [...grouped(check[kind], (fact) => fact.kind)].map(([what, facts]) => {
      const places = [...new Set(facts.map(({ place }) => place))];
      const shown = [...places.slice(0, SHOWN), ...(places.length > SHOWN ? ["…"] : [])];
      return { kind, place: shown.join(", "), what: `${facts.length} × ${what}`, pointer };
    }),
  );
