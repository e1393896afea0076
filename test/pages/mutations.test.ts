// Every change to every Markdown page of our own contract: the diff names that change, at its place, and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../scripts/dist/pages/diff/index.js";
import { markdownPage } from "../support/pages/apifox.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import { mutationsOf, type Mutation } from "../support/pages/mutations.js";
import { scoreOf, tableOf } from "../support/pages/score.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

const spec = (): string => decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));

test("Markdown pages: each change is found, and no other", { timeout: 600_000 }, () => {
  const score = scoreOf(contractPages(), "markdown", spec());
  console.log(tableOf(score, "markdown"));
  expect(score.misses).toEqual([]);
  const total = [...score.rows.values()].reduce((sum, row) => sum + row.total, 0);
  expect(total).toBeGreaterThan(6_000);
});

/** One change of each row, on as many pages as there are rows, so far as they go; a command each holds no page twice. */
function samples(): Mutation[][] {
  const byRow = new Map<string, Mutation[]>();
  for (const mutation of contractPages().flatMap((page) => mutationsOf(page).mutations)) {
    byRow.set(mutation.row, [...(byRow.get(mutation.row) ?? []), mutation]);
  }
  const runs: Map<string, Mutation>[] = [];
  for (const mutations of [...byRow.values()].sort((a, b) => a.length - b.length)) {
    const free = (run: Map<string, Mutation>): Mutation | undefined => mutations.find(({ page }) => !run.has(page.id));
    const run = runs.find((one) => free(one) !== undefined) ?? new Map<string, Mutation>();
    const chosen = free(run);
    if (chosen === undefined) continue;
    if (run.size === 0) runs.push(run);
    run.set(chosen.page.id, chosen);
  }
  return runs.map((run) => [...run.values()]);
}

/** The line of the page that holds what a finding is about, or what that stood in; the endpoint's own line where nothing of it is on the page. */
function lineOnPage({ kind, place, says }: Finding): RegExp {
  const isGone = kind === "removed" && says === "absent";
  const there = isGone ? place.slice(0, place.lastIndexOf("/")) : place;
  const name = there.split("/").at(-1) ?? "";
  if (kind === "type" && !place.includes("/")) return /^ *schema:/;
  const isHead = there === "" || there === "response" || (isGone && !there.includes("/"));
  return isHead ? /^ {4}(?:post|get|put):$/ : name === "*" ? /\bitems:|\$ref/ : new RegExp(`\\b${name}\\b`);
}

/** What stands in the line of spec/ that a finding names; nothing where another line than the field's own is meant. */
function wordInSpec({ kind, place, contract, spec }: Finding): string {
  // A credential has a file of its own.
  if (spec?.file.includes("/securitySchemes/") === true || place.endsWith("/*")) return "";
  if (kind === "renamed") return contract;
  if (!place.includes("/") && ["type", "now visible"].includes(kind)) return "schema:";
  if (kind === "added" && /^(?:body|response)\/[^/]+$/.test(place)) return "schema:";
  return ["removed", "type", "format", "required", "nullable", "enum"].includes(kind)
    ? (place.split("/").at(-1) ?? "")
    : "";
}

test("as a user runs it: the lines that a finding names hold what it is about", async () => {
  const folder = temporaryFolder();
  const contract = decidedSpec(path.join(ROOT, "spec"), path.join(folder, "spec"));
  const lineOf = ({ file, line }: { file: string; line: number }): string =>
    readFileSync(path.resolve(folder, file), "utf8").split("\n")[line - 1] ?? "";
  const runs = samples();
  expect(runs.flat().length).toBeGreaterThan(40);
  for (const [index, mutations] of runs.entries()) {
    const pages = path.join(folder, `pages-${index}`);
    mkdirSync(pages);
    for (const { page } of mutations) writeFileSync(path.join(pages, `${page.id}.md`), markdownPage(page));
    const { code, stdout } = await pandapon(["pages", "diff", "--from", pages, "--spec", contract, "--json"], folder);
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    const said = ({ kind, place }: { kind: string; place: string }): string => `${kind} ${place}`;
    for (const { row, page, expected } of mutations) {
      const found = findings.filter((one) => one.page === page.id);
      expect(found.map(said), row).toEqual(expected.map(said));
      for (const one of found) {
        const { source, spec: here } = one;
        if (source === undefined || here === undefined) throw new Error(`${row}: a finding without its lines`);
        expect(path.basename(source.file), row).toBe(`${page.id}.md`);
        expect(lineOf(source), row).toMatch(lineOnPage(one));
        expect(lineOf(here), `${row}: ${here.file}:${here.line}`).toMatch(/\S/);
        expect(lineOf(here), `${row}: ${here.file}:${here.line}`).toContain(wordInSpec(one));
      }
    }
  }
});
