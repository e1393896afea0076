// Applies every change to every page, compares, and counts how often the findings are the one that was to be expected and no other.
import { comparer } from "../../../scripts/dist/pages/diff/index.js";
import { readSource } from "../../../scripts/dist/pages/read/index.js";
import { markdownPage } from "./apifox.js";
import type { Page } from "./model.js";
import { mutationsOf, type Expected, type Form, type Invisible, type Mutation } from "./mutations.js";
import { textPage, type TextOptions } from "./rendered.js";

export interface Score {
  /** By kind of change, then by where on the page it is. */
  rows: Map<string, { right: number; total: number }>;
  places: Map<string, { right: number; total: number }>;
  /** Each says which page, which change, what was to be expected and what was found. */
  misses: string[];
  invisible: Invisible[];
}

/** @param textOptions in which manner a page is printed as text */
export function scoreOf(
  pages: readonly Page[],
  form: Form,
  spec: string,
  textOptions: (page: Page) => Partial<TextOptions> = () => ({}),
): Score {
  const compare = comparer(spec);
  const score: Score = { rows: new Map(), places: new Map(), misses: [], invisible: [] };
  for (const page of pages) {
    const { mutations, invisible } = mutationsOf(page, form);
    score.invisible.push(...invisible);
    for (const mutation of mutations) {
      const source = sourceOf(mutation.page, form, textOptions(page));
      const { findings, problems } = compare([readSource(source)]);
      const found = [...findings.map(said), ...problems.map(({ message }) => message)];
      const expected = mutation.expected.map((one) => said({ ...one, page: mutation.page.id }));
      const right = found.join("; ") === expected.join("; ");
      count(score, mutation, right);
      if (!right) score.misses.push(missOf(page, mutation, expected, found));
    }
  }
  return score;
}

/** A page as a file of its form. */
export function sourceOf(
  page: Page,
  form: Form,
  options: Partial<TextOptions> = {},
): { name: string; bytes: Uint8Array } {
  return form === "markdown"
    ? { name: `${page.id}.md`, bytes: Buffer.from(markdownPage(page)) }
    : { name: `${page.id}.txt`, bytes: Buffer.from(textPage(page, options)) };
}

const said = ({ kind, place, page, impact }: Expected & { page: string }): string =>
  `${kind} at ${page} ${place}, ${impact}`;

const missOf = (page: Page, { row, what }: Mutation, expected: string[], found: string[]): string =>
  `${page.operationId}: ${row}, ${what}\n    expected ${expected.join("; ")}\n    found    ${found.join("; ") || "nothing"}`;

function count({ rows, places }: Score, { row, where }: Mutation, right: boolean): void {
  for (const [table, key] of [
    [rows, row],
    [places, where],
  ] as const) {
    const entry = table.get(key) ?? { right: 0, total: 0 };
    table.set(key, { right: entry.right + Number(right), total: entry.total + 1 });
  }
}

/** The score as a table for a person, and why some changes are not in it. */
export function tableOf({ rows, places, misses, invisible }: Score, form: Form): string {
  const line = ([name, { right, total }]: [string, { right: number; total: number }]): string =>
    `  ${name.padEnd(36)} ${String(right).padStart(5)} of ${String(total).padStart(5)}  ${((100 * right) / total).toFixed(1).padStart(5)} %`;
  const reasons = new Map<string, number>();
  for (const { row, reason } of invisible)
    reasons.set(`${row}: ${reason}`, (reasons.get(`${row}: ${reason}`) ?? 0) + 1);
  return [
    `changes to ${form} pages that the diff names, each alone and at its place`,
    ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(line),
    "by where the change is",
    ...[...places].map(line),
    "not counted, because the form or the contract leaves nothing to see",
    ...[...reasons]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, times]) => `  ${String(times).padStart(5)}  ${reason}`),
    ...(misses.length === 0 ? [] : ["missed", ...misses.map((miss) => `  ${miss}`)]),
  ].join("\n");
}
