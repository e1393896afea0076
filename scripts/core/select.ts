// Chooses operationIds by globs, and finds the nearest ones to a text that matches none.
import leven from "leven";
import picomatch from "picomatch";

/** Whether a glob matches a name. `*` matches dots too: `alibaba.*` is all of 1688. */
export function matcher(glob: string): (name: string) => boolean {
  // The library throws on an empty text, which matches nothing.
  const matches = glob === "" ? (): boolean => false : picomatch(glob, { dot: true, windows: false });
  return (name) => matches(name);
}

const MOST = 3;
/** From 0 (nothing in common) to 1 (equal). */
const LIKELY = 0.6;

/** The operationIds, or globs of groups such as `alibaba.*`, that a text was probably meant to be, best first. */
export function nearest(text: string, ids: readonly string[]): string[] {
  const group = ids.find((id) => text !== "" && id.toLowerCase().startsWith(`${text.toLowerCase()}.`));
  if (group !== undefined) return [`${group.slice(0, text.length)}.*`];
  const wanted = partsOf(text);
  if (wanted.length === 0) return [];
  // A glob was meant to be another glob.
  const names = /[*?{[]/.test(text) ? [...groupsOf(ids), ...ids] : ids;
  return names
    .map((name) => ({ name, like: likeness(wanted, partsOf(name)) }))
    .filter(({ like }) => like >= LIKELY)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ name }) => name);
}

const groupsOf = (ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const words = id.split(".");
      return words.slice(1).map((_word, index) => `${words.slice(0, index + 1).join(".")}.*`);
    }),
  ),
];

const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(".")
    .map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean);

/** Compares with every run of as many parts: `refund` is like `alibaba.refunds.get`. */
function likeness(wanted: readonly string[], parts: readonly string[]): number {
  const text = wanted.join(".");
  const starts = [...parts.keys()].slice(0, Math.max(1, parts.length - wanted.length + 1));
  return Math.max(
    ...starts.map((start) => {
      const run = parts.slice(start, start + wanted.length).join(".");
      return 1 - leven(text, run) / Math.max(text.length, run.length, 1);
    }),
  );
}
