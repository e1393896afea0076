// The committed snapshot: what the four known pages say, in its canonical form, and in agreement with the contract.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readSnapshotPage } from "../../scripts/dist/pages/snapshot/read.js";
import { pageText } from "../../scripts/dist/pages/snapshot/text.js";
import { pandapon, ROOT } from "../support/workspace.js";

const SPEC = path.join(ROOT, "spec");
const files = readdirSync(path.join(SPEC, "pages")).filter((name) => name.startsWith("api-"));
// A pull may add pages that the contract does not describe yet.
const KNOWN = ["api-250313120", "api-263477619", "api-263477622", "api-263477657"];

describe("spec/pages", () => {
  test("has the known pages, and the contract agrees with them", async () => {
    expect(files).toEqual(expect.arrayContaining(KNOWN.map((id) => `${id}.json`)));
    const { stdout } = await pandapon(["pages", "diff", "--json"]);
    const { findings, problems } = JSON.parse(stdout) as { findings: { page: string }[]; problems: unknown[] };
    expect(problems).toEqual([]);
    expect(findings.filter(({ page }) => KNOWN.includes(page))).toEqual([]);
  });

  test.each(files)("%s is written as a pull would write it", (name) => {
    const { pages, problems } = readSnapshotPage(SPEC, path.basename(name, ".json"));
    expect(problems).toEqual([]);
    const [page] = pages;
    if (page === undefined) throw new Error("no page");
    expect(page.fields.size).toBeGreaterThan(8);
    expect(pageText(page)).toBe(readFileSync(path.join(SPEC, "pages", name), "utf8"));
  });

  test.each(files)("%s has no sentence, no phone number and no sample of a credential", (name) => {
    const text = readFileSync(path.join(SPEC, "pages", name), "utf8");
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(text).not.toMatch(/"label": "[^"]*[。;;]/);
    for (const [, label = ""] of text.matchAll(/"label": "([^"]*)"/g)) expect(label.length).toBeLessThan(32);
    expect(text).not.toMatch(/"header\/[^"]+": \{[^}]*"(?:default|example)":/);
    expect(text).not.toMatch(/"(?:detailAddress|receiver|phone|buyerPhone|supplierNick)": "(?!\(withheld\))/);
  });
});
