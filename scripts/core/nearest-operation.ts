// Finds the operationId that a text was probably meant to be.
import leven from "leven";

/** What to do about a text that matches no operationId: the id, or the glob of a group, that it was probably meant to be. */
export function suggestion(text: string, ids: readonly string[]): string {
  const best = nearest(text, ids);
  return `${best === undefined ? "" : `Did you mean ${best}? `}Run \`pandapon operations\` for the list.`;
}

/** From 0 (nothing in common) to 1 (equal). */
const LIKELY = 0.6;

function nearest(text: string, ids: readonly string[]): string | undefined {
  const group = ids.find((id) => text !== "" && id.toLowerCase().startsWith(`${text.toLowerCase()}.`));
  if (group !== undefined) return `${group.slice(0, text.length)}.*`;
  const wanted = partsOf(text);
  if (wanted.length === 0) return undefined;
  // A glob was meant to be another glob.
  const names = /[*?{[]/.test(text) ? [...groupsOf(ids), ...ids] : ids;
  const [best] = names
    .map((name) => ({ name, like: likeness(wanted, partsOf(name)) }))
    .toSorted((a, b) => b.like - a.like);
  return best !== undefined && best.like >= LIKELY ? best.name : undefined;
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
