// Every change that a page copied from the browser shows: the diff finds that change, at its place, and nothing else.
import path from "node:path";
import { expect, test } from "vitest";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import type { Page } from "../support/pages/model.js";
import { mutationsOf } from "../support/pages/mutations.js";
import type { TextOptions } from "../support/pages/rendered.js";
import { scoreOf, sumOf, tableOf, type Score } from "../support/pages/score.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

/** The manners in which people copy pages, one after the other. */
const MANNERS: Partial<TextOptions>[] = [
  {},
  { language: "en", label: "last" },
  { navigation: "list", blankLines: false, indented: false, lineEnd: "\r\n" },
  { navigation: "none", blankLines: false },
];

/** The copies that have lost headings, or that print the items of lists in rows without a name. */
const LOSSY: Partial<TextOptions>[] = [
  { lost: /^Body$/ },
  { lost: /^(?:Body|application\/json)$/, language: "en" },
  { lost: /^Body (?:参数|Params)/, blankLines: false },
  { lost: /^(?:请求参数|返回响应)$/, label: "last" },
  { lost: /^(?:🟢.*|Body)$/u, navigation: "none" },
  { lost: /^(?:示例|Header 参数)$/, indented: false },
  { itemRows: true },
  { itemRows: true, label: "last", language: "en" },
];

/** Each page in one of the manners. */
function scoreIn(manners: readonly Partial<TextOptions>[], pages: readonly Page[]): Score {
  const spec = decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));
  const manner = ({ id }: Page): Partial<TextOptions> =>
    manners[pages.findIndex((page) => page.id === id) % manners.length] ?? {};
  return scoreOf(pages, "text", spec, manner);
}

test("pages as text: each change that they show is found, and nothing else", { timeout: 600_000 }, () => {
  const pages = contractPages();
  const score = scoreIn(MANNERS, pages);
  console.log(tableOf(score, "text"));
  expect(score.misses).toEqual([]);
  // test/contract/inventory.test.ts says how many they are.
  const total = pages.flatMap((page) => mutationsOf(page, "text").mutations).length;
  expect(sumOf(score)).toEqual({ right: total, total });
});

test(
  "so they are on copies that have lost lines, and on those whose lists have rows for their items",
  { timeout: 600_000 },
  () => {
    const score = scoreIn(LOSSY, contractPages());
    const { right, total } = sumOf(score);
    console.log(`changes to such copies that the diff finds at their place, and nothing else: ${right} of ${total}`);
    expect(score.misses).toEqual([]);
    expect(total).toBeGreaterThan(6_000);
  },
);
