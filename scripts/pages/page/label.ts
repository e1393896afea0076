// Keeps a field's description as a short name or, if it is longer, as a digest: PandaPon's sentences stay on PandaPon's pages.
import { createHash } from "node:crypto";

const LONGEST_NAME = 24;
const SENTENCE = /[.;!?\n\u3002\uFF1B\uFF01\uFF1F]|[,\uFF0C].*[,\uFF0C]/u;

/** A short name as it is; longer text as its length and a digest, so that a change of it can be seen. */
export function keptLabel(text: string): string {
  const label = text.trim().replaceAll(/\s+/g, " ");
  if (label.length <= LONGEST_NAME && !SENTENCE.test(label)) return label;
  return `(${[...label].length} characters, ${createHash("sha256").update(label).digest("hex").slice(0, 12)})`;
}

// A value in quotes after a colon: `refund: "refund"; return: "returnRefund`. Closing quotes are often missing on the pages.
const NAMED = /[:=\uFF1A]\s*["'`\u201C\u201D\u2018\u2019]([A-Za-z][A-Za-z0-9_]*)/gu;

/** The values that a description names: quoted words after a colon. A single one is not a choice, so it does not count. */
export function namedValues(text: string): string[] {
  const values = [...new Set([...text.matchAll(NAMED)].map(([, value = ""]) => value))];
  return values.length > 1 ? values : [];
}
