// The texts of spec/navigation.yaml that a language translates: the headings of the navigation, and why an entry is not described.
import type { NavigationEntry } from "../../core/navigation.js";
import type { Translation } from "./read.js";

const groupAt = ({ group }: NavigationEntry): string => `groups/${group}`;
const reasonAt = ({ group, title }: NavigationEntry): string => `reasons/${group}/${title}`;

/** English texts by address. */
export const navigationTexts = (entries: readonly NavigationEntry[]): Record<string, string> =>
  Object.fromEntries(
    entries.flatMap((entry) => [
      [groupAt(entry), entry.group],
      ...(entry.reason === undefined ? [] : [[reasonAt(entry), entry.reason] as const]),
    ]),
  );

/** The entries with the texts of a language where it has them. */
export const inLanguage = <Entry extends NavigationEntry>(
  entries: readonly Entry[],
  { navigation }: Translation,
): Entry[] =>
  entries.map((entry) => ({
    ...entry,
    group: navigation.get(groupAt(entry))?.text ?? entry.group,
    ...(entry.reason !== undefined && { reason: navigation.get(reasonAt(entry))?.text ?? entry.reason }),
  }));
