// Every change that a page copied from the browser shows: the diff finds that change, at its place, and nothing else.
import path from "node:path";
import { expect, test } from "vitest";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import type { Page } from "../support/pages/model.js";
import { mutationsOf } from "../support/pages/mutations.js";
import type { TextOptions } from "../support/pages/rendered.js";
import { scoreOf, sumOf, tableOf } from "../support/pages/score.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

/** The manners in which people copy pages, one after the other. */
const MANNERS: Partial<TextOptions>[] = [
  {},
  { language: "en", label: "last" },
  { navigation: "list", blankLines: false, indented: false, lineEnd: "\r\n" },
  { navigation: "none", blankLines: false },
];

test("pages as text: each change that they show is found, and nothing else", { timeout: 600_000 }, () => {
  const spec = decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));
  const pages = contractPages();
  const manner = (page: Page): Partial<TextOptions> =>
    MANNERS[pages.findIndex(({ id }) => id === page.id) % MANNERS.length] ?? {};
  const score = scoreOf(pages, "text", spec, manner);
  console.log(tableOf(score, "text"));
  expect(score.misses).toEqual([]);
  // test/contract/inventory.test.ts says how many they are.
  const total = pages.flatMap((page) => mutationsOf(page, "text").mutations).length;
  expect(sumOf(score)).toEqual({ right: total, total });
});
