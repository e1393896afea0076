// What cannot be read of an OpenAPI document, and its words.
import type { Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import { digestText } from "../../page/field.js";
import { grouped } from "./keys.js";

export interface Trouble {
  kind: keyof typeof WORDS;
  place: Place;
  /** The reference, shape, media type, or keyword such as `minLength` or `callbacks`. */
  what: string;
  /** The value of a keyword that is not read, or its digest. */
  value?: string;
}

/** A trouble and the node that it is about. */
export interface Noted extends Trouble {
  pointer: Pointer;
}

/** So many steps a place may have. */
export const DEEPEST = 40;
/** So many notices a page may have. One more tells how many others there are. */
const MOST_NOTICES = 200;
/** So many places a notice names. */
const MOST_NAMED = 4;

// The site will serve the same page tomorrow, so what the page does not show becomes a notice.
const NOTED = "`pandapon pages pull` notes it in the snapshot and does not report it again.";
const LOOK = `Look at the page; ${NOTED}`;
const SAVE = `If you saved the page, save all of it. If the site serves it like this, ${NOTED}`;
const CHECK = `Check whether the contract has to change; ${NOTED}`;
const REPORT = `This is a fault of the reader: report it with the page, and compare these places yourself; ${NOTED}`;
const NOTHING = "Nothing is read below it";

/** The notice, what follows from it, and the fix. */
const WORDS = {
  "lost reference": ["the $ref WHAT leads nowhere at PLACE", NOTHING, SAVE],
  "reference to itself": ["the $ref WHAT leads back to itself at PLACE", NOTHING, LOOK],
  "too deep": [`the fields nest deeper than ${DEEPEST} at PLACE`, NOTHING, LOOK],
  recursive: ["the shape WHAT holds itself at PLACE", "The cyclic $ref is read once", `All above it is read; ${NOTED}`],
  "not JSON": ["the PLACE is WHAT, not JSON", "PATH", CHECK],
  example: ["an example of the PLACE is not JSON WHAT", "", LOOK],
  "not read": ["WHAT: PLACE", "PATH", CHECK],
  missed: ["the page holds facts that were not read: WHAT at PLACE", "PATH", REPORT],
  invented: ["the page does not hold facts that were read: WHAT at PLACE", "PATH", REPORT],
} as const;

export interface Notice {
  notice: string;
  /** What a problem says of it; empty if it is only noted. */
  text: string;
  fix: string;
  pointer: Pointer;
}

const LIMITS = new Set(
  (
    "minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
    "minItems maxItems uniqueItems minProperties maxProperties minContains maxContains"
  ).split(" "),
);

/** The notices of a page: one for each part that cannot be read, but one for each kind of keyword that is not read. */
export function noticesOf(noted: readonly Noted[], path: string): Notice[] {
  const all = [
    ...grouped(noted, ({ kind, place, what }) =>
      JSON.stringify(kind === "not read" ? [kind, groupOf(what)] : [kind, place, what]),
    ).values(),
  ];
  const rest = all.slice(MOST_NOTICES).flat();
  const notices = all.slice(0, MOST_NOTICES).map((group) => noticeOf(group, path));
  const [first] = rest;
  if (first === undefined) return notices;
  const notice = `${rest.length} more parts cannot be read ${digestText(JSON.stringify(rest.map(wordsOf)))}`;
  return [...notices, { notice, text: `${path}: ${notice}.`, fix: LOOK, pointer: first.pointer }];
}

const groupOf = (what: string): string => (LIMITS.has(what) ? "limits" : what);
function unreadWords(what: string): string {
  if (what === "not") return "a schema under `not` is not read";
  return /^(?:one|any)Of$/.test(what) ? `the alternatives of ${what} are read as one` : `${groupOf(what)} not read`;
}

function noticeOf(group: readonly [Noted, ...Noted[]], path: string): Notice {
  const [{ kind, place, what, pointer }] = group;
  const [words, effect, fix] = WORDS[kind];
  const isUnread = kind === "not read";
  const fill = { WHAT: isUnread ? unreadWords(what) : what, PLACE: isUnread ? listed(group) : place };
  const notice = words.replace(/WHAT|PLACE/g, (word) => (word === "WHAT" ? fill.WHAT : fill.PLACE));
  const text = effect === "" ? "" : `${effect.replace("PATH", () => path)}: ${notice}.`;
  return { notice, text, fix, pointer };
}

function wordsOf({ kind, place, what, value = "" }: Trouble): string {
  const named = kind === "not read" ? `${groupOf(what) === what ? "" : `${what} `}${value}` : `${kind} ${what}`;
  return place === "" ? named : `${named} at ${place}`;
}

/** The first places and values, and the digest of all if there are more. */
function listed(group: readonly Noted[]): string {
  const all = [...new Set(group.map(wordsOf))];
  const named = all.slice(0, MOST_NAMED).join(", ");
  return all.length <= MOST_NAMED
    ? named
    : `${named}, and ${all.length - MOST_NAMED} more ${digestText(all.join("\n"))}`;
}
