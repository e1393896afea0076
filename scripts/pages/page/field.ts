// Builds the fields of a page in the same way for every form. PandaPon's sentences stay on PandaPon's pages: a long description is kept as a digest.
import { createHash } from "node:crypto";
import { type Place, isItem, nameOf, parentOf } from "../../core/place.js";
import type { Field, Mark } from "./page.js";
import { withoutPersonal } from "./personal.js";

/** What a table of a page says of one field. */
export interface Facts {
  types: readonly string[];
  nullable: Mark;
  required: Mark;
  format?: string | undefined;
  shape?: string | undefined;
  /** The values that the page lists. */
  values?: readonly string[];
  label?: string | undefined;
  /** All texts of the field, in which values may be named. */
  texts?: string;
  default?: unknown;
  example?: unknown;
}

/** The field at this place, without personal data. Values of headers are left out: they are sample credentials. */
export function tableField(place: Place, { values = [], texts = "", label = "", ...facts }: Facts): Field {
  const named = values.length > 0 ? [] : namedValues(texts);
  const kept = (value: unknown): unknown =>
    value === undefined || place.startsWith("header/") ? undefined : withoutPersonal(value, holderName(place));
  return present<Field>({
    from: "table",
    types: [...new Set(facts.types)].sort(),
    nullable: facts.nullable,
    required: facts.required,
    format: facts.format,
    shape: facts.shape,
    enum: values.length > 0 ? [...new Set(values)] : undefined,
    named: named.length > 0 ? named : undefined,
    label: label.trim() === "" ? undefined : keptLabel(label),
    default: kept(facts.default),
    example: kept(facts.example),
  });
}

/** A field of which the page shows only that it is there. */
export const bareField = (required: Mark): Field => ({
  from: "example",
  types: [],
  nullable: "not visible",
  required,
});

// Only optional members may be undefined.
type Loose<T> = { [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K] };

/** The object without its undefined members. */
export const present = <T extends object>(members: Loose<T>): T =>
  // The type of the members allows undefined only where T has an optional member.
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;

/** Of an item, the name of the list that holds it. */
const holderName = (place: Place): string => (isItem(place) ? holderName(parentOf(place) ?? "") : nameOf(place));

const LONGEST_NAME = 24;
const SENTENCE = /[.;!?\n\u3002\uFF1B\uFF01\uFF1F]|[,\uFF0C].*[,\uFF0C]/u;

/** A short name as it is; longer text as its length and a digest, so that a change of it can be seen. */
function keptLabel(text: string): string {
  const label = text.trim().replaceAll(/\s+/g, " ");
  if (label.length <= LONGEST_NAME && !SENTENCE.test(label)) return label;
  return `(${[...label].length} characters, ${createHash("sha256").update(label).digest("hex").slice(0, 12)})`;
}

// A value in quotes after a colon: `refund: "refund"; return: "returnRefund`. Closing quotes are often missing on the pages.
const NAMED = /[:=\uFF1A]\s*["'`\u201C\u201D\u2018\u2019]([A-Za-z][A-Za-z0-9_]*)/gu;

/** The values that a description names: quoted words after a colon. A single one is not a choice, so it does not count. */
function namedValues(text: string): string[] {
  const values = [...new Set([...text.matchAll(NAMED)].map(([, value = ""]) => value))];
  return values.length > 1 ? values : [];
}
