// Each operation of the contract is drafted from its page as if the contract did not have it. The draft is linted, and compared with the page and the curated file.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { coverage } from "pandapon-codegen/coverage";
import { lint } from "pandapon-codegen/lint";
import type { Problem } from "pandapon-codegen";
import * as prettier from "prettier";
import { expect, test } from "vitest";
import { openSpecFolder } from "../../scripts/dist/core/spec-folder.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { bundleSpec } from "../../scripts/dist/core/redocly-bundle.js";
import { publish } from "../../scripts/dist/generate/publish/index.js";
import { comparer, type DiffResult } from "../../scripts/dist/pages/diff/index.js";
import { draft, type Draft } from "../../scripts/dist/pages/draft/index.js";
import { findPage } from "../../scripts/dist/pages/find/find-page.js";
import type { ReadPage } from "../../scripts/dist/pages/page/page.js";
import { at, document, isNode, nodeAt, operations, webhooks, type Node } from "../support/bundle.js";
import { exportJson, markdownPage } from "../support/pages/apifox.js";
import { bundlePage, operationFacets } from "../support/pages/bundle-page.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { DESCRIPTION_RULES } from "../support/pages/description-rules.js";
import { specWithout, type Taken } from "../support/pages/spec-without.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";

const titles = new Map(coverage(path.join(ROOT, "spec")).map(({ operationId, title }) => [operationId, title]));
const cases: Taken[] = [
  ...operations.map((one) => ({ ...one, kind: "operation" as const })),
  ...webhooks.map((one) => ({ ...one, kind: "callback" as const })),
];
// Several operations are taken out of the contract at a time, and drafted one after the other. Neighbours are in different batches.
const BATCHES = 4;
const batches = Array.from({ length: BATCHES }, (_, batch) => ({
  batch: batch + 1,
  taken: cases.filter((_one, index) => index % BATCHES === batch),
}));

interface Drafted {
  drafts: Draft[];
  problems: Problem[];
  compared: DiffResult;
  /** The text of openapi.yaml. */
  root: string;
  /** The other entries of navigation.yaml. */
  navigation: string[];
  bundle: Node;
}

async function draftAll(taken: readonly Taken[]): Promise<Drafted> {
  const spec = specWithout(taken);
  const pages = taken.map((one) => bundlePage(one, { kind: one.kind, title: titles.get(one.id) ?? "" }));
  const drafts: Draft[] = [];
  for (const page of pages) drafts.push(await draft(page, { spec, write: true }));
  return {
    drafts,
    problems: await lint({ spec }),
    compared: comparer(spec)([{ pages, problems: [] }]),
    root: readFileSync(path.join(spec, "openapi.yaml"), "utf8"),
    navigation: otherRows(path.join(spec, "navigation.yaml"), taken),
    bundle: await bundled(spec),
  };
}

const known = new Map<readonly Taken[], Promise<Drafted>>();
/** Drafts a batch once, for the first test that needs it. */
function drafted(taken: readonly Taken[]): Promise<Drafted> {
  const made = known.get(taken) ?? draftAll(taken);
  known.set(taken, made);
  return made;
}

test.each(batches)(
  "batch $batch of the contract's operations: its drafts lack descriptions only, and agree with the pages",
  { timeout: 120_000 },
  async ({ taken }) => {
    const { drafts, problems, compared, root, navigation } = await drafted(taken);
    expect(problems.filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
    expect(new Set(problems.map(({ rule }) => rule))).toContain("operation-summary");

    // Shared shapes accept contradictions of other pages, which are not compared here.
    const findings = compared.findings.filter(({ kind }) => kind !== "stale acceptance");
    expect(findings.map(({ operationId, kind, message }) => `${operationId} ${kind}: ${message}`)).toEqual([]);
    expect(compared.problems).toEqual([]);

    // The entries are at the places that the curator chose, and nothing else moved.
    expect(root).toBe(readFileSync(path.join(ROOT, "spec/openapi.yaml"), "utf8"));
    expect(navigation).toEqual(otherRows(path.join(ROOT, "spec/navigation.yaml"), taken));
    // The last text of each file: openapi.yaml and navigation.yaml grow with each draft.
    const files = new Map(drafts.flatMap((one) => one.files.map(({ path: file, text }) => [file, text])));
    for (const [file, text] of files) {
      expect(await prettier.check(text, { parser: "yaml", printWidth: 160 }), file).toBe(true);
    }
  },
);

/** The text of every entry but those of the drafts. */
function otherRows(file: string, taken: readonly Taken[]): string[] {
  const lines = taken.map((one) => `    ${one.kind === "callback" ? "webhook" : "path"}: ${one.path}\n`);
  const rows = readFileSync(file, "utf8").split(/^(?= {2}- )/m);
  return rows.map((row) => (lines.some((line) => row.includes(line)) ? "drafted" : row));
}

async function bundled(spec: string): Promise<Node> {
  const { bundle } = await bundleSpec(openSpecFolder(spec));
  const { document: published } = publish(bundle.parsed as Document);
  if (!isNode(published)) throw new Error("no bundle");
  return published;
}

/** How often drafts and curated files agree, by facet. */
class Score {
  readonly rows = new Map<string, { same: number; all: number; different: string[] }>();

  count(facet: string, same: boolean, difference: string): void {
    const row = this.rows.get(facet) ?? { same: 0, all: 0, different: [] };
    this.rows.set(facet, row);
    row.all += 1;
    if (same) row.same += 1;
    else row.different.push(difference);
  }
}

function addTo(score: Score, one: Taken, made: Node): void {
  const section = one.kind === "callback" ? "webhooks" : "paths";
  const drafted = nodeAt(made, section, one.path, one.method.toLowerCase());
  const curated = operationFacets(document, one.operation);
  const fields = operationFacets(made, drafted);
  expect([...fields.keys()].sort()).toEqual([...curated.keys()].sort());
  for (const [place, ours] of curated) {
    const theirs = fields.get(place);
    const what = `${one.id} ${place}`;
    for (const facet of ["types", "nullable", "required", "format", "enum"] as const) {
      const says = `${what}: ${String(theirs?.[facet])}, not ${String(ours[facet])}`;
      score.count(facet, String(theirs?.[facet]) === String(ours[facet]), says);
    }
  }
  expect(drafted["x-effect"], `${one.id} may act until a person knows better`).toBe("write");
  expect(at(drafted, "tags"), one.id).toEqual(one.operation["tags"]);
  expect(drafted["security"], one.id).toEqual(one.operation["security"]);
}

/** How often a draft has to agree with the curator: always about what a page prints, mostly about what is a choice. */
const AT_LEAST: Readonly<Record<string, number>> = {
  types: 1,
  nullable: 1,
  required: 1,
  enum: 1,
  format: 0.99,
};

test("drafts agree with the curated files", { timeout: 300_000 }, async () => {
  const score = new Score();
  for (const { taken } of batches) {
    const { bundle } = await drafted(taken);
    for (const one of taken) addTo(score, one, bundle);
  }
  for (const [facet, { same, all, different }] of score.rows) {
    console.log(`${facet}: ${same} of ${all} as the curator has it`);
    if (process.env["SHOW"] !== undefined) console.log(different.join("\n"));
  }
  for (const [facet, share] of Object.entries(AT_LEAST)) {
    const { same = 0, all = 0, different = [] } = score.rows.get(facet) ?? {};
    expect(same / all, `${facet}\n${different.join("\n")}`).toBeGreaterThanOrEqual(share);
  }
});

test.each([
  ["Markdown", "md", markdownPage],
  ["an export", "json", (page: ReturnType<typeof contractPages>[number]) => exportJson([page])],
])(
  "pages that are read from a file are drafted to files that agree with them: %s",
  async (_form, ending, textOf) => {
    const { taken } = batches[1] ?? { taken: [] };
    const all = contractPages();
    const spec = specWithout(taken);
    const dir = temporaryFolder();
    const pages: ReadPage[] = [];
    for (const one of taken) {
      const shown = all.find(
        ({ path: key, method }) => key === one.path && method.toLowerCase() === one.method.toLowerCase(),
      );
      if (shown === undefined) throw new Error(`no page of ${one.id}`);
      const file = path.join(dir, `${shown.id}.${ending}`);
      writeFileSync(file, textOf(shown));
      const { page } = findPage({ which: file, spec });
      await draft(page, { spec, write: true });
      pages.push(page);
    }
    expect((await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
    const { findings } = comparer(spec)([{ pages, problems: [] }]);
    expect(findings.filter(({ kind }) => kind !== "stale acceptance")).toEqual([]);
  },
  120_000,
);

test("pages without integer formats are drafted to files that pass too", { timeout: 60_000 }, async () => {
  const taken = cases.filter(({ id }) => id === "taobao.refunds.list" || id === "alibaba.refunds.get");
  const spec = specWithout(taken);
  for (const one of taken) await draft(bundlePage(one, { formats: false }), { spec, write: true });
  expect((await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
});

test("drafting twice gives the same bytes, and writes nothing by default", async () => {
  const taken = cases.slice(0, 1);
  const [one] = taken;
  if (one === undefined) throw new Error("no operation");
  const spec = specWithout(taken);
  const first = await draft(bundlePage(one), { spec });
  expect(await draft(bundlePage(one), { spec })).toEqual(first);
  expect(await lint({ spec })).toEqual([]);
});
