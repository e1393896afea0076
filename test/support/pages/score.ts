// Makes every change to every page, compares, and counts how often the findings are those that the change must give and no other.
import { comparer } from "../../../scripts/dist/pages/diff/index.js";
import { readSource } from "../../../scripts/dist/pages/read/index.js";
import { markdownPage } from "./apifox.js";
import { batchesOf } from "./batches.js";
import type { Page } from "./model.js";
import { mutated, mutationsOf, type Expected, type Form, type Invisible, type Mutation } from "./mutations.js";
import { textPage, type TextOptions } from "./rendered.js";

export interface Score {
  /** By kind of change, then by where on the page it is. */
  rows: Map<string, { right: number; total: number }>;
  places: Map<string, { right: number; total: number }>;
  /** Each says which page, which change, what was expected and what was found. */
  misses: string[];
  invisible: Invisible[];
  /** How many times a page was compared. */
  comparisons: number;
}

/** Compares one page: a line per finding. */
export type Compare = (page: Page) => string[];

/** @param textOptions in which manner a page is printed as text */
export function scoreOf(
  pages: readonly Page[],
  form: Form,
  spec: string,
  textOptions: (page: Page) => Partial<TextOptions> = () => ({}),
): Score {
  const score = emptyScore();
  const compareAs = comparisonWith(spec, form);
  for (const page of pages) {
    const { mutations, invisible } = mutationsOf(page, form);
    score.invisible.push(...invisible);
    addMutations(score, mutations, compareAs(textOptions(page)));
  }
  return score;
}

export const emptyScore = (): Score => ({
  rows: new Map(),
  places: new Map(),
  misses: [],
  invisible: [],
  comparisons: 0,
});

/** @returns what compares pages of a form with a contract, in the manner of the options */
export function comparisonWith(spec: string, form: Form): (options?: Partial<TextOptions>) => Compare {
  const compare = comparer(spec);
  return (options) => (page) => {
    const { findings, problems } = compare([readSource(sourceOf(page, form, options))]);
    return [...findings.map(said), ...problems.map(({ message }) => message)];
  };
}

export function addMutations(score: Score, mutations: readonly Mutation[], compare: Compare): void {
  for (const batch of batchesOf(mutations)) addBatch(score, batch, compare);
}

/**
 * Compares a page that has all mutations of a batch. If the findings are not exactly those that the mutations must give,
 * the batch is halved until each wrong finding has one mutation to blame.
 */
function addBatch(score: Score, batch: readonly Mutation[], compare: Compare): void {
  const [first] = batch;
  if (first === undefined) return;
  const page = mutated(first.original, batch);
  const found = compare(page);
  const expected = batch.map((mutation) => mutation.expected.map((one) => said({ ...one, page: page.id })));
  score.comparisons += 1;
  const isRight = areExactly(found, expected);
  if (!isRight && batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    addBatch(score, batch.slice(0, half), compare);
    addBatch(score, batch.slice(half), compare);
    return;
  }
  for (const mutation of batch) count(score, mutation, isRight);
  if (!isRight) score.misses.push(missOf(first, expected.flat(), found));
}

/** Whether each mutation has its own findings, once and in their order, and no finding is left over. */
function areExactly(found: readonly string[], expected: readonly string[][]): boolean {
  const own = expected.map((lines) => found.filter((line) => lines.includes(line)));
  return own.flat().length === found.length && JSON.stringify(own) === JSON.stringify(expected);
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

const missOf = ({ original, row, what }: Mutation, expected: string[], found: string[]): string =>
  `${original.operationId}: ${row}, ${what}\n    expected ${expected.join("; ")}\n    found    ${found.join("; ") || "nothing"}`;

function count({ rows, places }: Score, { row, where }: Mutation, right: boolean): void {
  for (const [table, key] of [
    [rows, row],
    [places, where],
  ] as const) {
    const entry = table.get(key) ?? { right: 0, total: 0 };
    table.set(key, { right: entry.right + Number(right), total: entry.total + 1 });
  }
}

/** How many changes were made, and how many of them were found as they must be. */
export function sumOf({ rows }: Score): { right: number; total: number } {
  const counts = [...rows.values()];
  const sum = (key: "right" | "total"): number => counts.reduce((all, one) => all + one[key], 0);
  return { right: sum("right"), total: sum("total") };
}

/** The score as a table for a person, and why some changes are not in it. */
export function tableOf(score: Score, form: Form): string {
  const { rows, places, misses, invisible, comparisons } = score;
  const { right: found, total: made } = sumOf(score);
  const line = ([name, { right, total }]: [string, { right: number; total: number }]): string =>
    `  ${name.padEnd(36)} ${String(right).padStart(5)} of ${String(total).padStart(5)}  ${((100 * right) / total).toFixed(1).padStart(5)} %`;
  const reasons = new Map<string, number>();
  for (const { row, reason } of invisible)
    reasons.set(`${row}: ${reason}`, (reasons.get(`${row}: ${reason}`) ?? 0) + 1);
  return [
    `changes to ${form} pages that the diff finds at their place, and nothing else: ${found} of ${made}, in ${comparisons} comparisons`,
    ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(line),
    "by where the change is",
    ...[...places].map(line),
    "not counted, because the page cannot show the change or the contract accepts it",
    ...[...reasons]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, times]) => `  ${String(times).padStart(5)}  ${reason}`),
    ...(misses.length === 0 ? [] : ["missed", ...misses.map((miss) => `  ${miss}`)]),
  ].join("\n");
}
