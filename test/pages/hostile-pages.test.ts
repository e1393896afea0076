// No page, however broken or hostile, makes the reader throw, take over 2 s, or need over 64 MB. With PANDAPON_RANDOM_PAGES=28000, more and larger pages are read.
import { expect, test } from "vitest";
import { hostilePages } from "../support/pages/hostile.js";
import { randomPages } from "../support/pages/random-pages.js";
import { readInThread, type Read } from "../support/pages/reading.js";

const USUAL = 600;
const COUNT = Number(process.env["PANDAPON_RANDOM_PAGES"] ?? USUAL);
const SEED = Number(process.env["PANDAPON_RANDOM_SEED"] ?? 1);
const IS_FULL = COUNT > USUAL;
// In a usual run, other tests take the cores at the same time.
const SLOWEST = IS_FULL ? 2_000 : 6_000;

const faults = (all: readonly Read[]): string[] =>
  all.flatMap(({ what, fault, milliseconds }) =>
    fault !== "" || milliseconds > SLOWEST ? [`${what}: ${Math.round(milliseconds)} ms ${fault}`] : [],
  );

/** Printed only if more pages than usual are read. */
function report(all: readonly Read[]): void {
  const slowest = all.reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
  const pages = all.filter((one) => one.pages > 0).length;
  const problems = all.filter((one) => one.problems > 0).length;
  console.log(
    `${all.length} pages: ${pages} read, ${problems} with problems, ${faults(all).length} faults; ` +
      `the slowest takes ${Math.round(slowest.milliseconds)} ms (${slowest.what})`,
  );
}

test("hostile pages", { timeout: 600_000 }, async () => {
  const all = await readInThread(hostilePages(IS_FULL ? 1 : 1 / 8));
  if (IS_FULL) report(all);
  expect(all.length).toBeGreaterThan(500);
  expect(faults(all)).toEqual([]);
});

test("random pages", { timeout: 3_600_000 }, async () => {
  const all = await readInThread(randomPages(COUNT, SEED));
  if (IS_FULL) report(all);
  // Some are damaged in a way that leaves something to read, and some in a way that does not.
  expect(all.filter(({ pages }) => pages > 0).length).toBeGreaterThan(COUNT / 5);
  expect(all.filter(({ problems }) => problems > 0).length).toBeGreaterThan(COUNT / 10);
  expect(faults(all)).toEqual([]);
});
