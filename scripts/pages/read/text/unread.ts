// Notes what a page shows and the reader does not read, so that a change of it is seen.
import { digestOf } from "../../page/field.js";
import type { Line } from "./lines.js";
import type { Row, Sections } from "./found.js";
import type { FacetWord, Flag } from "./words.js";

export interface Note {
  text: string;
  /** The line of the source, from 1. */
  line: number;
}

const LONGEST = 160;
/** A list for a person; a digest stands for the end of a long one. */
const listed = (entries: readonly string[]): string => {
  const text = entries.join(", ");
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${entries.length} in all, ${digestOf(text)})`;
};

/** What the sections hold besides their tables and examples. A digest changes with all lines of what is not read. */
export function notesOf(lines: readonly Line[], sections: Sections, lost: readonly Row[]): Note[] {
  const { unread, otherTypes, tables, samples } = sections;
  const lineAt = (at: number): number => lines[at]?.number ?? 1;
  const notes = [...unread].map(([title, { at, names, lines: all }]) => ({
    text: `${title} is not read${names.length > 0 ? `: ${listed(names)}` : ""} (${digestOf(all.join("\n"))})`,
    line: lineAt(at),
  }));
  for (const { part, type, at } of otherTypes)
    notes.push({ text: `the ${part} is ${type}, not JSON`, line: lineAt(at) });
  notes.push(...rowsNote("rows stand here outside any table", lost));
  for (const part of ["header", "query"] as const) {
    const table = tables.get(part);
    // Of a folded table, the sample's names are read.
    if (table?.rows.length === 0) continue;
    const known = new Set(table?.rows.map(({ name }) => name.toLowerCase()));
    const other = samples.flatMap((sample) => sample[part].filter(([name]) => !known.has(name.toLowerCase())));
    const names = listed(other.map(([name]) => name));
    notes.push(
      ...other
        .slice(0, 1)
        .map(([, at]) => ({ text: `no ${part} table lists ${names} of the code sample`, line: lineAt(at) })),
    );
  }
  const rows = [...tables.values()].flatMap((table) => [table.root ?? [], table.rows].flat());
  return [...notes, ...KINDS.flatMap(([kind, words]) => factNote(rows, kind, words))];
}

/** One note for rows that are not read. */
export function rowsNote(words: string, rows: readonly Row[]): Note[] {
  const facts = rows.map(({ line: _, ...row }) => row);
  const text = `${words}: ${listed(rows.map(({ name }) => name))} (${digestOf(JSON.stringify(facts))})`;
  return rows.slice(0, 1).map(({ line }) => ({ text, line }));
}

const KINDS: [kind: FacetWord | Flag, words: string][] = [
  ["limit", "limits of fields are not read"],
  ["deprecated", "marks of deprecated fields are not read"],
  ["read-only", "marks of read-only fields are not read"],
  ["write-only", "marks of write-only fields are not read"],
];

/** One note for all rows that have a fact of this kind. */
function factNote(rows: readonly Row[], kind: FacetWord | Flag, words: string): Note[] {
  const having = rows.filter(({ facets }) => facets[kind] !== undefined);
  const entries = having.map(({ name, facets }) => [name, ...(facets[kind] ?? [])].join(" "));
  return having.slice(0, 1).map(({ line }) => ({ text: `${words}: ${listed(entries)}`, line }));
}
