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

/** The names that a text was probably meant to be or to match, best first. A group, such as `alibaba`, gives its glob. */
export function nearest(text: string, names: readonly string[]): string[] {
  const group = names.find((name) => text !== "" && name.toLowerCase().startsWith(`${text.toLowerCase()}.`));
  if (group !== undefined) return [`${group.slice(0, text.length)}.*`];
  const wanted = text
    .toLowerCase()
    .split(".")
    .map((part) => part.replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter(Boolean);
  if (wanted.length === 0) return [];
  return names
    .map((name) => ({ name, like: likeness(wanted, name.toLowerCase().split(".")) }))
    .filter(({ like }) => like >= LIKELY)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ name }) => name);
}

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
