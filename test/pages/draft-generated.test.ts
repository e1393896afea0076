// Any page becomes a draft that lacks only words and agrees with the page. GENERATED_PAGES sets how many are tried, SEED which.
import { cpSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { lint } from "pandapon-codegen/lint";
import { expect, test } from "vitest";
import { comparer } from "../../scripts/dist/pages/diff/index.js";
import { draft } from "../../scripts/dist/pages/draft/index.js";
import type { ReadPage } from "../../scripts/dist/pages/page/page.js";
import { DESCRIPTION_RULES } from "../support/pages/description-rules.js";
import { generatedPage } from "../support/pages/generated-page.js";
import { ROOT, smallSpec } from "../support/workspace.js";

/** So many drafts are written into one copy of a contract. */
const BATCH = 15;
const COUNT = Number(process.env["GENERATED_PAGES"] ?? 105);
const SEED = Number(process.env["SEED"] ?? 1);
const batches = Array.from({ length: Math.ceil(COUNT / BATCH) }, (_, batch) => batch);

/** The small contract with the usual envelope. */
function shopSpec(): string {
  const spec = smallSpec();
  const envelope = path.join(ROOT, "spec/components/schemas/common/Envelope.yaml");
  cpSync(envelope, path.join(spec, "components/schemas/common/Envelope.yaml"));
  return spec;
}

function pageOf(number: number, root: string): ReadPage {
  const [page] = fc.sample(generatedPage(number, root), { numRuns: 1, seed: SEED * 1_000_000 + number });
  if (page === undefined) throw new Error("no page");
  return page;
}

async function check(spec: string, pages: ReadPage[]): Promise<void> {
  for (const page of pages) await draft(page, { spec, write: true });
  const problems = (await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule));
  expect(problems.map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`)).toEqual([]);
  const { findings, problems: unread } = comparer(spec)([{ pages, problems: [] }]);
  // The envelope accepts contradictions of pages that are not compared here.
  const own = findings.filter(
    ({ kind, spec: at }) => kind !== "stale acceptance" || !at?.file.endsWith("/Envelope.yaml"),
  );
  expect(own.map(({ page, place, message }) => `${page} ${place}: ${message}`)).toEqual([]);
  expect(unread).toEqual([]);
}

test.each(batches)("batch %i of generated pages", { timeout: 120_000 }, async (batch) => {
  await check(
    shopSpec(),
    Array.from({ length: BATCH }, (_, index) => pageOf(batch * BATCH + index, "/shop")),
  );
});
