// Builds the fields of a page in the same way for every form. PandaPon's sentences stay on PandaPon's pages: a long description is kept as a digest.
import { createHash } from "node:crypto";
import { type Place, isItem, nameOf, parentOf } from "../../core/place.js";
import type { Field, Mark } from "./page.js";
import { withoutPersonal } from "./personal.js";

/** What a table of a page says of one field, and all its texts, in which values may be named. */
type Facts = Loose<Omit<Field, "from" | "seen">> & { texts: string };

/** The field at this place, without personal data. Values of headers are left out: they are sample credentials. */
export function tableField(place: Place, { texts, ...facts }: Facts): Field {
  const values = [...new Set(facts.enum)];
  const known = [...new Set(facts.named)];
  const named = values.length > 0 ? [] : known.length > 0 ? known : namedValues(texts);
  const kept = (value: unknown): unknown =>
    value === undefined || place.startsWith("header/") ? undefined : withoutPersonal(value, holderName(place));
  return present<Field>({
    ...facts,
    from: "table",
    types: [...new Set(facts.types)].sort(),
    enum: values.length > 0 ? values : undefined,
    named: named.length > 0 ? named : undefined,
    label: keptLabel(facts.label ?? ""),
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
export function present<T extends object>(members: Loose<T>): T {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) if (value !== undefined) kept[name] = value;
  // The type of the members allows undefined only where T has an optional member.
  return kept as T;
}

/** Of an item, the name of the list that holds it. */
const holderName = (place: Place): string => (isItem(place) ? holderName(parentOf(place) ?? "") : nameOf(place));

const LONGEST_NAME = 24;
const SENTENCE = /[.;!?\n\u3002\uFF1B\uFF01\uFF1F]|[,\uFF0C].*[,\uFF0C]/u;

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** A text as its length and a digest, so that a change of it can be seen. */
export function digestText(text: string): string {
  let length = 0;
  // A list of all characters of a long text takes much memory.
  for (const _ of text) length += 1;
  return `(${length} characters, ${digestOf(text)})`;
}

/** A short name as it is; longer text as its digest. */
export function keptLabel(text: string): string | undefined {
  const label = text.trim().replaceAll(/\s+/g, " ");
  if (label === "") return undefined;
  return label.length <= LONGEST_NAME && !SENTENCE.test(label) ? label : digestText(label);
}

/** What a page says beside a label: the digest of all further texts. */
export function keptWords(label: string, texts: readonly string[]): string | undefined {
  const plain = (text: string): string => text.trim().replaceAll(/\s+/g, " ");
  const further = new Set(texts.map(plain).filter((text) => text !== "" && text !== plain(label)));
  return further.size === 0 ? undefined : digestText([...further].join("\n"));
}

// A value in quotes after a colon: `refund: "refund"; return: "returnRefund`. Closing quotes are often missing on the pages.
const NAMED = /[:=\uFF1A]\s*["'`\u201C\u201D\u2018\u2019]([A-Za-z][A-Za-z0-9_]*)/gu;

/** The values that a description names: quoted words after a colon. A single one is not a choice, so it does not count. */
function namedValues(text: string): string[] {
  const values = new Set<string>();
  // One by one: all matches of a long text take much memory.
  for (const [, value = ""] of text.matchAll(NAMED)) values.add(value);
  return values.size > 1 ? [...values] : [];
}
