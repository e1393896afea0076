// `pandapon contract-diff --record` writes what the docs site's changelog reads.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { changelogMarkdown, readChangelog } from "../../scripts/dist/docs/sections/changelog.js";
import { ENGLISH } from "../../scripts/dist/docs/site/words.js";
import { pandapon, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const UNIT: Edit = ["components/schemas/Order.yaml", "    x-unit: fen\n", "    x-unit: yuan\n"];
const SUMMARY: Edit = ["openapi.yaml", "title: ", "title: New "];

afterEach(() => void vi.useRealTimers());

test("writes today's entry, which the changelog shows with the breaking changes first", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 11, 1, 23, 59) });
  const dir = path.join(temporaryFolder(), "spec/changes");
  const record = (...edits: Edit[]): ReturnType<typeof pandapon> =>
    pandapon(["contract-diff", smallSpec(), smallSpec(...edits), "--record", dir]);
  const { code, stdout } = await record(UNIT, SUMMARY);
  expect(stdout).toMatch(/written {2}.*\/spec\/changes\/2026-12-01\.yaml\n$/);
  expect(code).toBe(0);
  const markdown = changelogMarkdown(readChangelog(dir), ENGLISH);
  expect(markdown).toMatch(/^## 2026-12-01: version \d+\.\d+\.\d+\n\n\*\*Breaking\*\*\n\n- `shop\./);
  expect(markdown.indexOf("**Documentation**")).toBeGreaterThan(markdown.indexOf("fen"));
  // A date has one entry, and a change that is none is not recorded.
  const text = readFileSync(path.join(dir, "2026-12-01.yaml"), "utf8");
  expect(text).not.toContain("openapi.yaml");
  const second = await record(UNIT);
  expect([second.code, second.stderr]).toEqual([2, expect.stringContaining("exists: a date has one entry. Remove it")]);
  expect(readFileSync(path.join(dir, "2026-12-01.yaml"), "utf8")).toBe(text);
  vi.setSystemTime(Date.UTC(2026, 11, 2));
  const none = await record();
  expect([none.code, none.stdout]).toEqual([0, expect.stringMatching(/^No change\. [^\n]*\n$/)]);
  expect(existsSync(path.join(dir, "2026-12-02.yaml"))).toBe(false);
});

test("says as JSON where the entry is, and refuses a file in the place of the folder", async () => {
  const [old, next] = [smallSpec(), smallSpec(UNIT)];
  const dir = temporaryFolder();
  const { code, stdout } = await pandapon(["contract-diff", old, next, "--record", dir, "--json"]);
  expect(code).toBe(0);
  const { file } = JSON.parse(stdout) as { file: string };
  expect(path.basename(file)).toMatch(/^\d{4}-\d\d-\d\d\.yaml$/);
  mkdirSync(path.join(dir, "x"));
  writeFileSync(path.join(dir, "x/file"), "");
  const refused = await pandapon(["contract-diff", old, next, "--record", path.join(dir, "x/file")]);
  expect([refused.code, refused.stdout.includes("written")]).toEqual([2, false]);
});
