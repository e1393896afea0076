// Every change to every Markdown page of our own contract: the diff names that change, at its place, and nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../scripts/dist/vendor/diff/index.js";
import { contractPages } from "../support/vendor/contract-pages.js";
import { decidedSpec } from "../support/vendor/decided.js";
import { mutationsOf, type Mutation } from "../support/vendor/mutations.js";
import { scoreOf, sourceOf, tableOf } from "../support/vendor/score.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

const spec = (): string => decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));

test("Markdown pages: each change is found, and no other", { timeout: 600_000 }, () => {
  const score = scoreOf(contractPages(), "markdown", spec());
  console.log(tableOf(score, "markdown"));
  expect(score.misses).toEqual([]);
  const total = [...score.rows.values()].reduce((sum, row) => sum + row.total, 0);
  expect(total).toBeGreaterThan(6_000);
});

/** The first change of each row. */
function oneOfEach(): Mutation[] {
  const rows = new Map<string, Mutation>();
  // From the last page on: the callbacks and the pages with the deepest answers stand there.
  for (const page of contractPages().toReversed()) {
    for (const mutation of mutationsOf(page).mutations) if (!rows.has(mutation.row)) rows.set(mutation.row, mutation);
  }
  return [...rows.values()];
}

test("as a user runs it: the lines that a finding names hold what it is about", { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const contract = decidedSpec(path.join(ROOT, "spec"), path.join(folder, "spec"));
  const lineOf = ({ file, line }: { file: string; line: number }): string =>
    readFileSync(path.resolve(folder, file), "utf8").split("\n")[line - 1] ?? "";
  const checked = await Promise.all(
    oneOfEach().map(async ({ row, page, expected }, index) => {
      const { bytes } = sourceOf(page, "markdown");
      const file = path.join(folder, `${index}-${page.id}.md`);
      writeFileSync(file, bytes);
      const { code, stdout } = await pandapon(["vendor", "diff", "--from", file, "--spec", contract, "--json"], folder);
      const { findings } = JSON.parse(stdout) as { findings: Finding[] };
      const [wanted] = expected;
      const found = findings.find(({ kind }) => kind === wanted?.kind);
      if (found?.source === undefined || found.spec === undefined) throw new Error(`${row}: no finding with its lines`);
      return { row, code, found, there: lineOf(found.source), here: lineOf(found.spec) };
    }),
  );
  for (const { row, code, found, there, here } of checked) {
    expect(code, row).toBe(1);
    expect(found.source?.file, row).toMatch(/\.md$/);
    const name = found.place.split("/").at(-1) ?? "";
    if (found.place === "") expect(there, row).toMatch(/^ {4}(?:post|get|put):$/);
    // A field that is gone has no line of its own: the page's head stands for it.
    else if (found.kind === "removed") expect(there, row).toMatch(/^ {4}(?:post|get|put):$/);
    else if (name !== "*") expect(there, row).toContain(name);
    expect(here.trim(), row).not.toBe("");
    if (
      ["removed", "type", "format", "required", "nullable", "enum"].includes(found.kind) &&
      name !== "*" &&
      !found.place.startsWith("header/")
    ) {
      expect(here, `${row}: ${found.spec?.file}:${found.spec?.line}`).toContain(name);
    }
  }
});
