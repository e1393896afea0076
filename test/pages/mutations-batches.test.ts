// Many mutations are compared at once. These tests prove that a batch fails if one of its mutations does, and that the score names that one.
import path from "node:path";
import { expect, test } from "vitest";
import { batchesOf } from "../support/pages/batches.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import { mutationsOf, type Form, type Mutation } from "../support/pages/mutations.js";
import { addMutations, comparisonWith, emptyScore, sumOf, type Compare, type Score } from "../support/pages/score.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

const pages = contractPages();
const { mutations } = mutationsOf(pages.find(({ operationId }) => operationId === "alibaba.orders.cancel") ?? fail());

function fail(): never {
  throw new Error("there is no such page");
}

let compare: Compare | undefined;
/** A right comparison. It reads the contract once. */
const right = (): Compare =>
  (compare ??= comparisonWith(
    decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec")),
    "markdown",
  )());

function scored(some: Mutation[], compare: Compare): Score {
  const score = emptyScore();
  addMutations(score, some, compare);
  return score;
}

/** What the first line of each miss says. */
const missed = ({ misses }: Score): (string | undefined)[] => misses.map((miss) => miss.split("\n")[0]);
const nameOf = ({ original, row, what }: Mutation): string => `${original.operationId}: ${row}, ${what}`;

/** Mutations with a finding that no other mutation has: one alone in its batch, one among siblings, one of the answer. */
const TRIED = mutations.filter(({ row, place }) =>
  [
    ["not covered", ""],
    ["renamed (body)", "body/cancelReason"],
    ["nullable (no more)", "response/data"],
  ].some(([itsRow, itsPlace]) => row === itsRow && place === itsPlace),
);

test.each<Form>(["markdown", "text"])(
  "%s: no batch has two mutations of one field, or of a field and its member",
  (form) => {
    for (const page of pages) {
      const all = mutationsOf(page, form).mutations;
      const batches = batchesOf(all);
      expect(batches.flat()).toHaveLength(all.length);
      expect(new Set(batches.flat())).toEqual(new Set(all));
      for (const batch of batches) {
        const ways = batch.map(({ place }) => place.split("/"));
        const pairs = ways.flatMap((one, index) => ways.slice(index + 1).map((other) => [one, other] as const));
        const related = pairs.filter(([one, other]) =>
          one.every((step, depth) => depth >= other.length || step === other[depth]),
        );
        expect(related).toEqual([]);
      }
    }
  },
);

test("a right comparison finds all, and the pages stay as they are", () => {
  const before = structuredClone(pages);
  const score = scored(mutations, right());
  expect(score.misses).toEqual([]);
  expect(sumOf(score)).toEqual({ right: mutations.length, total: mutations.length });
  expect(score.comparisons).toBeLessThan(mutations.length / 4);
  expect(pages).toEqual(before);
});

test("a wrong expectation is reported, and no other mutation", () => {
  expect(TRIED).toHaveLength(3);
  for (const one of TRIED) {
    const wrong: Mutation = { ...one, expected: one.expected.map((finding) => ({ ...finding, kind: "wrong" })) };
    const score = scored(mutations.with(mutations.indexOf(one), wrong), right());
    expect(missed(score)).toEqual([nameOf(one)]);
    expect(sumOf(score)).toEqual({ right: mutations.length - 1, total: mutations.length });
  }
});

/** What a wrong comparison makes of the finding of one mutation. */
const FAULTS: [fault: string, wrong: (line: string) => string[]][] = [
  ["drops a finding", () => []],
  ["tells a finding twice", (line) => [line, line]],
  ["tells something else too", (line) => [line, "removed at api-1 body/other, breaking"]],
  ["tells it of another field", (line) => [line.replace(/ ([^ ]*),/, " body/other,")]],
  ["tells another impact", (line) => [line.replace(/\w+$/, "none")]],
];

test.each(FAULTS)("a comparison that %s is reported with that mutation, and no other", (_fault, wrong) => {
  for (const one of TRIED) {
    const isOne = (line: string): boolean =>
      one.expected.every(({ kind, place }) => line.startsWith(`${kind} at `) && line.includes(` ${place}, `));
    const score = scored(mutations, (page) => right()(page).flatMap((line) => (isOne(line) ? wrong(line) : [line])));
    expect(missed(score)).toEqual([nameOf(one)]);
    expect(sumOf(score)).toEqual({ right: mutations.length - 1, total: mutations.length });
  }
});
