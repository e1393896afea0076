// Every change to every Markdown page of our own contract: the diff finds that change, at its place, and nothing else.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { pageText } from "../../scripts/dist/pages/snapshot/text.js";
import type { Finding } from "../../scripts/dist/pages/diff/index.js";
import { markdownPage } from "../support/pages/apifox.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import { CONSTRUCT_MUTATIONS } from "../support/pages/construct-mutations.js";
import { mutated, mutationsOf, type Mutation } from "../support/pages/mutations.js";
import { scoreOf, sumOf, tableOf } from "../support/pages/score.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

const spec = (): string => decidedSpec(path.join(ROOT, "spec"), path.join(temporaryFolder(), "spec"));
const mutations = contractPages().flatMap((page) => mutationsOf(page).mutations);

test("Markdown pages: each change is found, and nothing else", { timeout: 600_000 }, () => {
  const score = scoreOf(contractPages(), "markdown", spec());
  console.log(tableOf(score, "markdown"));
  expect(score.misses).toEqual([]);
  // test/contract/inventory.test.ts says how many they are.
  expect(sumOf(score)).toEqual({ right: mutations.length, total: mutations.length });
});

/** One mutation of each row, in as few runs of the command as possible. A run has each page once. */
function samples(): Mutation[][] {
  const byRow = new Map<string, Mutation[]>();
  for (const mutation of mutations) byRow.set(mutation.row, [...(byRow.get(mutation.row) ?? []), mutation]);
  const runs: Map<string, Mutation>[] = [];
  for (const ofRow of [...byRow.values()].sort((a, b) => a.length - b.length)) {
    const free = (run: Map<string, Mutation>): Mutation | undefined =>
      ofRow.find(({ original }) => !run.has(original.id));
    const run = runs.find((one) => free(one) !== undefined) ?? new Map<string, Mutation>();
    const chosen = free(run);
    if (chosen === undefined) continue;
    if (run.size === 0) runs.push(run);
    run.set(chosen.original.id, chosen);
  }
  return runs.map((run) => [...run.values()]);
}

/** The line of the page that shows the field of a finding, or the field around it; the endpoint's own line if the page shows neither. */
function lineOnPage({ kind, place, says }: Finding): RegExp {
  const isGone = kind === "removed" && says === "absent";
  const there = isGone ? place.slice(0, place.lastIndexOf("/")) : place;
  const name = there.split("/").at(-1) ?? "";
  if (kind === "type" && !place.includes("/")) return /^ *schema:/;
  const isHead = there === "" || there === "response" || (isGone && !there.includes("/"));
  return isHead ? /^ {4}(?:post|get|put):$/ : name === "*" ? /\bitems:|\$ref/ : new RegExp(`\\b${name}\\b`);
}

/** What the line of spec/ that a finding names must hold; empty if it is not the field's own line. */
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

test("the command: the lines that a finding names hold its field", async () => {
  const folder = temporaryFolder();
  const contract = decidedSpec(path.join(ROOT, "spec"), path.join(folder, "spec"));
  const lineOf = ({ file, line }: { file: string; line: number }): string =>
    readFileSync(path.resolve(folder, file), "utf8").split("\n")[line - 1] ?? "";
  const runs = samples();
  expect(runs.flat()).toHaveLength(new Set(mutations.map(({ row }) => row)).size);
  for (const [index, chosen] of runs.entries()) {
    const changed = chosen.map((mutation) => ({ ...mutation, page: mutated(mutation.original, [mutation]) }));
    const pages = path.join(folder, `pages-${index}`);
    mkdirSync(pages);
    for (const { page } of changed) writeFileSync(path.join(pages, `${page.id}.md`), markdownPage(page));
    const { code, stdout } = await pandapon(["pages", "diff", "--from", pages, "--spec", contract, "--json"], folder);
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    const said = ({ kind, place }: { kind: string; place: string }): string => `${kind} ${place}`;
    for (const { row, page, expected } of changed) {
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

/** The lines of a snapshot's file, by the member or the field that each of them has. */
function snapshotLines(document: object): Map<string, string> {
  const bytes = Buffer.from(JSON.stringify(document, null, 2));
  const { pages, problems } = readSource({ name: "shop.json", bytes });
  for (const { line, notice } of problems)
    expect({ line, notice }).toEqual({ line: expect.any(Number), notice: expect.anything() });
  const [page] = pages;
  if (page === undefined) throw new Error("there is no page");
  const lines = pageText(page).split("\n");
  return new Map(lines.map((line) => [/^ {2,4}"([^"]+)"/.exec(line)?.[1] ?? "", line]));
}

test.each(CONSTRUCT_MUTATIONS)(
  "the snapshot shows a change of a construct, and nothing else: $what",
  ({ before, after, shown }) => {
    const [old, now] = [snapshotLines(before), snapshotLines(after)];
    const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => name !== "");
    expect(
      names.filter((name) => old.get(name)?.replace(/,$/, "") !== now.get(name)?.replace(/,$/, "")).sort(),
    ).toEqual([...shown].sort());
  },
);
