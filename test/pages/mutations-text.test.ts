// Every change to every page as a person copies it from the browser, so far as that form shows it: the diff names that change, at its place, and nothing else.
import path from "node:path";
import { expect, test } from "vitest";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import type { Page } from "../support/pages/model.js";
import type { TextOptions } from "../support/pages/rendered.js";
import { scoreOf, tableOf } from "../support/pages/score.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

/** The manners in which copies of the pages differ, in turn. */
const MANNERS: Partial<TextOptions>[] = [
  {},
  { language: "en", label: "last" },
  { navigation: "list", blankLines: false, indented: false, lineEnd: "\r\n" },
  { navigation: "none", blankLines: false },
];

test("pages as text: each change that the form shows is found, and no other", { timeout: 600_000 }, () => {
  const spec = decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));
  const pages = contractPages();
  const manner = (page: Page): Partial<TextOptions> =>
    MANNERS[pages.findIndex(({ id }) => id === page.id) % MANNERS.length] ?? {};
  const score = scoreOf(pages, "text", spec, manner);
  console.log(tableOf(score, "text"));
  expect(score.misses).toEqual([]);
  const total = [...score.rows.values()].reduce((sum, row) => sum + row.total, 0);
  expect(total).toBeGreaterThan(5_000);
});
