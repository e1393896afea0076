// What the commands print on success: to a person, to a pipe, to a program.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { coverage } from "pandapon-codegen/coverage";
import { expect, test } from "vitest";
import { pandapon, ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

test("lint: a line for each language and one for the result, and nothing on standard error in a pipe", async () => {
  const { code, stdout, stderr } = await pandapon(["lint"]);
  expect(stdout).toMatch(/^zh-CN: (\d+) of \1 descriptions of fields are translated\.\nNo problems\. \d+\.\d\d s\n$/);
  expect(stderr).toBe("");
  expect(code).toBe(0);
});

test("lint: a problem has file, line, rule and fix, and the exit code is 1", async () => {
  const spec = smallSpec(["components/schemas/Order.yaml", "    x-unit: fen\n", ""]);
  const { code, stdout } = await pandapon(["lint", "--spec", spec], path.dirname(spec));
  expect(stdout).toMatch(
    /^spec\/components\/schemas\/Order\.yaml:7:3 {2}pandapon\/units {2}"price" is money or a time without a unit\.\n {4}fix: Add x-unit: .*\n1 problem\. /,
  );
  expect(code).toBe(1);
});

test("lint --json", async () => {
  const { stdout } = await pandapon(["lint", "--json"]);
  const number = expect.any(Number) as number;
  expect(JSON.parse(stdout)).toEqual({
    ...{ ok: true, milliseconds: number, problems: [] },
    translated: [{ language: "zh-CN", translated: number, of: number }],
  });
});

test("generate: names each file and whether it was written", async () => {
  const spec = smallSpec();
  const args = ["generate", "--spec", spec, "--out", "out"];
  const first = await pandapon(args, path.dirname(spec));
  expect(first.stdout).toMatch(
    /^written {2}out\/openapi\.yaml\nwritten {2}out\/openapi\.json\nwritten {2}out\/schema\.d\.ts\nwritten {2}out\/methods\.d\.ts\nwritten {2}out\/operations\.ts\nDone\. \d+\.\d\d s\n$/,
  );
  expect(first.stderr).toBe("");
  const second = await pandapon([...args, "--json"], path.dirname(spec));
  expect(JSON.parse(second.stdout)).toMatchObject({ ok: true, out: "out", written: [] });
});

test("coverage: a table of groups, with their sum", async () => {
  const { stdout } = await pandapon(["coverage"]);
  expect(stdout).toMatch(/^Group +Complete +Partial +Listed only +All +With upstream facts\n/);
  const [, complete, partial, listed, all] = /\nAll +(\d+) +(\d+) +(\d+) +(\d+) +\d+\n/.exec(stdout)?.map(Number) ?? [];
  const entries = coverage(path.join(ROOT, "spec"));
  const described = entries.filter(({ operationId }) => operationId !== undefined).length;
  expect([(complete ?? 0) + (partial ?? 0), listed, all]).toEqual([
    described,
    entries.length - described,
    entries.length,
  ]);
});

test("coverage --write: docs/coverage.md has the table that the build writes", async () => {
  const readme = path.join(temporaryFolder(), "README.md");
  const text = readFileSync(path.join(ROOT, "docs/coverage.md"), "utf8");
  writeFileSync(readme, text.replace(/\*\*\d+\*\*/, "**0**"));
  expect((await pandapon(["coverage", "--write", readme])).stdout).toBe(`written  ${readme}\n`);
  expect(readFileSync(readme, "utf8")).toBe(text);
});

test.each([["pages", "pull"], ["pages", "diff"], ["pages", "draft"], ["contract-diff"]])(
  "%s %s: help names its own exit codes",
  async (...command: string[]) => {
    const { code, stdout } = await pandapon([...command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\nExit codes: 0 .*[,;] 2 .*\.\n$/);
    expect(stdout).toContain("--json");
  },
);

test("pages diff: two output formats cannot be combined", async () => {
  const { code, stderr } = await pandapon(["pages", "diff", "--markdown", "--json"]);
  expect(stderr).toContain("option '--json' cannot be used with option '--markdown'");
  expect(code).toBe(2);
});

test("help names the commands and the exit codes", async () => {
  const { code, stdout } = await pandapon(["--help"]);
  for (const command of ["lint", "generate", "docs", "coverage"])
    expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  expect(stdout).toContain("Exit codes: 0 done, 1 the thing checked has problems, 2 bad usage or unreadable input.");
  expect(code).toBe(0);
});
