// What cannot be read of an OpenAPI document, and its words.
import type { Place } from "../../../core/place.js";

export interface Trouble {
  kind: keyof typeof WORDS;
  place: Place;
  /** The reference, shape, media type, or keyword such as `minLength` or `callbacks`. */
  what: string;
  /** The value of a keyword that is not read, or its digest. */
  value?: string;
}

/** So many steps a place may have. */
export const DEEPEST = 40;

// The site will serve the same page tomorrow, so what the page does not show becomes a notice.
const NOTED = "`pandapon pages pull` notes it in the snapshot and does not report it again.";
const LOOK = `Look at the page; ${NOTED}`;
const SAVE = `If you saved the page, save all of it. If the site serves it like this, ${NOTED}`;
const NOTHING = "Nothing is read below it";
const REPORT = `This is a fault of the reader: report it with the page, and compare these places yourself; ${NOTED}`;

/** The notice, what follows from it, and the fix. */
const WORDS = {
  "lost reference": ["the $ref WHAT leads nowhere at PLACE", NOTHING, SAVE],
  "reference to itself": ["the $ref WHAT leads back to itself at PLACE", NOTHING, LOOK],
  "too deep": [`the fields nest deeper than ${DEEPEST} at PLACE`, NOTHING, LOOK],
  recursive: ["the shape WHAT holds itself at PLACE", "The cyclic $ref is read once", `All above it is read; ${NOTED}`],
  "not read": ["WHAT at PLACE is not read", "PATH", `Check whether the contract has to say it; ${NOTED}`],
  missed: ["the page holds facts that were not read: WHAT at PLACE", "PATH", REPORT],
  invented: ["the page does not hold facts that were read: WHAT at PLACE", "PATH", REPORT],
  "not JSON": ["the PLACE is WHAT, not JSON", "PATH", `Check whether the contract has to change; ${NOTED}`],
} as const;

/** Whether nothing is known of the place. */
export const isLost = ({ kind }: Trouble): boolean => kind === "lost reference" || kind === "reference to itself";

export function troubleInWords(
  { kind, place, what }: Trouble,
  path: string,
): Record<"notice" | "text" | "fix", string> {
  const [words, effect, fix] = WORDS[kind];
  const notice = words.replace(/WHAT|PLACE/g, (word) => (word === "WHAT" ? what : place));
  return { notice, text: `${effect.replace("PATH", () => path)}: ${notice}.`, fix };
}
