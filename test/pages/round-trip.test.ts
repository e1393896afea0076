// Pages that are written from our own contract, in each form, agree with it: `pages diff` reads them and finds no difference.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../scripts/dist/pages/diff/index.js";
import { gonePages } from "../../scripts/dist/pages/diff/gone.js";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { readKnown } from "../../scripts/dist/pages/find/known.js";
import { exportJson, exportYaml, markdownPage } from "../support/pages/apifox.js";
import { contractPages } from "../support/pages/contract-pages.js";
import { decidedSpec } from "../support/pages/decided.js";
import { textPage, type TextOptions } from "../support/pages/rendered.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";

const SPEC = path.join(ROOT, "spec");
const pages = contractPages();

interface Result {
  pages: number;
  findings: Finding[];
  problems: unknown[];
}

/** Compares files with the command. */
async function compared(files: Record<string, string>, spec: string): Promise<Result & { code: number | null }> {
  const folder = path.join(temporaryFolder(), "pages");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const { code, stdout, stderr } = await pandapon(["pages", "diff", "--from", folder, "--spec", spec, "--json"]);
  if (stdout === "") throw new Error(stderr);
  const { pages: count, findings, problems } = JSON.parse(stdout) as Result;
  return { code, pages: count, findings, problems };
}

const CLEAN = { code: 0, pages: pages.length, findings: [], problems: [] };

test("there is a page for every operation and webhook, each with an id of its own", () => {
  expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  expect(pages.every(({ id }) => /^api-\d+$/.test(id))).toBe(true);
  expect(pages.filter(({ kind }) => kind === "callback").length).toBeGreaterThan(1);
});

test("Markdown pages agree with the contract, except for the marks that no page shows", async () => {
  const files = Object.fromEntries(pages.map((page) => [`${page.id}.md`, markdownPage(page)]));
  const spec = decidedSpec(SPEC, path.join(temporaryFolder(), "spec"));
  expect(await compared(files, spec)).toEqual(CLEAN);
});

test("compared with the contract itself, Markdown pages differ only in marks and places that it leaves open", async () => {
  const files = Object.fromEntries(pages.map((page) => [`${page.id}.md`, markdownPage(page)]));
  const { findings, problems } = await compared(files, SPEC);
  expect(problems).toEqual([]);
  const marks = findings.filter(({ kind }) => kind === "required");
  expect(marks.length).toBeGreaterThan(50);
  expect(new Set(marks.map(({ contract, says, impact }) => `${contract} ${says} ${impact}`))).toEqual(
    new Set(["not known optional documentation"]),
  );
  const rest = findings.filter(({ kind }) => kind !== "required");
  expect(rest.map(({ kind, operationId, place }) => `${kind} ${operationId ?? ""} ${place}`)).toEqual([
    "stale acceptance freight.book body/remark",
  ]);
});

describe("the export of the whole project agrees with the contract", () => {
  test.each([
    ["export.json", exportJson(pages)],
    ["export.yaml", exportYaml(pages)],
  ])("%s", async (name, text) => {
    const spec = decidedSpec(SPEC, path.join(temporaryFolder(), "spec"));
    expect(await compared({ [name]: text }, spec)).toEqual(CLEAN);
  });
});

const VARIANTS: [name: string, options: Partial<TextOptions>][] = [
  ["with everything, in Chinese", {}],
  ["in English", { language: "en", label: "last" }],
  [
    "as a flat list without blank lines or indentation, from Windows",
    { navigation: "list", blankLines: false, indented: false, lineEnd: "\r\n" },
  ],
  ["without navigation, labels and marks", { navigation: "none", label: "none", marks: false }],
  ["with folded tables", { folded: true }],
];

describe("pages as text leave open what the contract leaves open, and agree with it", () => {
  test.each(VARIANTS)("%s", async (_, options) => {
    const files = Object.fromEntries(pages.map((page) => [`${page.id}.txt`, textPage(page, options)]));
    // Without the snapshot: the pages of this test are other versions of those in it.
    const spec = path.join(temporaryFolder(), "spec");
    cpSync(SPEC, spec, { recursive: true, filter: (file) => file !== path.join(SPEC, "pages") });
    expect(await compared(files, spec)).toEqual(CLEAN);
  });
});

test("a page that its site no longer lists is reported, and no other page", () => {
  const spec = path.join(temporaryFolder(), "spec");
  cpSync(SPEC, spec, { recursive: true });
  const sites = (left: (id: string) => boolean): string => {
    const listed: Record<string, Record<string, unknown>> = {};
    for (const { id, url, title, folder } of pages) {
      if (left(id)) (listed[new URL(url).origin] ??= {})[id] = { title, folder, path: `/${id}` };
    }
    return JSON.stringify(listed);
  };
  const list = (left: (id: string) => boolean): void => writeFileSync(path.join(spec, "pages/sites.json"), sites(left));
  const goneIn = (findings: readonly Finding[]): string[] =>
    findings.filter(({ kind }) => kind === "page gone").map(({ page }) => page);
  // Other pages of the same sites, which the sites of this test never list, are gone from the start.
  list(() => true);
  const always = new Set(goneIn(diff({ spec }).findings));
  // Read once: only the lists of the sites change.
  const known = readKnown(spec);
  for (const { id } of pages) {
    expect(always.has(id)).toBe(false);
    list((other) => other !== id);
    const gone = goneIn(gonePages(known)).filter((page) => !always.has(page));
    expect(gone).toEqual([id]);
  }
  expect(goneIn(diff({ spec }).findings).filter((page) => !always.has(page))).toEqual([pages.at(-1)?.id]);
});
