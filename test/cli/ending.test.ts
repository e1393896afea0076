// How the command ends: its version, Ctrl-C, a configuration that ends it.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { consumer } from "../support/consumer.js";
import { pandapon, ROOT, smallSpec, spawned, temporaryFolder } from "../support/workspace.js";

const BIN = path.join(ROOT, "scripts/bin/pandapon.js");

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "scripts/package.json"), "utf8")) as { version: string };
  expect(await pandapon(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  expect(await spawned(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("docs: Ctrl-C leaves no temporary folder and no process", async () => {
  const temporary = temporaryFolder();
  const child = spawn(process.execPath, [BIN, "docs", "--out", path.join(temporaryFolder(), "site")], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The pipes close once every process that holds them has ended.
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  while (!readdirSync(temporary).some((name) => name.startsWith("pandapon-docs-"))) {
    expect(child.exitCode).toBeNull();
    await wait(5);
  }
  child.kill("SIGINT");
  expect(await closed).toBe(130);
  expect(readdirSync(temporary).filter((name) => name.startsWith("pandapon-"))).toEqual([]);
});

test.each([
  ["process.exit(0);", 2, "The configuration ends the process, or waits for what never comes. Correct it.\n"],
  ["await new Promise(() => {});", 2, "The configuration ends the process, or waits for what never comes."],
  [`void Promise.reject(new Error("late")); export default { out: "client" };`, 2, "late"],
])("generate --check: a configuration never makes a run look good: %s", async (text, code, message) => {
  const dir = consumer();
  rmSync(path.join(dir, "pandapon.config.json"));
  writeFileSync(path.join(dir, "pandapon.config.mjs"), text);
  expect(await spawned(["generate", "--check"], dir)).toMatchObject({
    code,
    stderr: expect.stringContaining(message) as string,
  });
});

const readme = (): string => {
  const file = path.join(temporaryFolder(), "README.md");
  writeFileSync(file, readFileSync(path.join(ROOT, "docs/coverage.md"), "utf8"));
  return file;
};

const JSON_COMMANDS: [name: string, args: () => string[]][] = [
  ["lint", () => ["lint", "--spec", smallSpec()]],
  ["generate", () => ["generate", "--spec", smallSpec(), "--out", path.join(temporaryFolder(), "out")]],
  ["generate --check", () => ["generate", "--check", "--spec", smallSpec(), "--out", temporaryFolder()]],
  ["coverage", () => ["coverage", "--spec", smallSpec()]],
  ["coverage --write", () => ["coverage", "--write", readme()]],
  ["contract-diff", () => ["contract-diff", smallSpec(), smallSpec()]],
  ["pages diff", () => ["pages", "diff"]],
  ["pages pull", () => ["pages", "pull", "--spec", smallSpec(), "--from", path.join(ROOT, "spec/pages")]],
];

test.each(JSON_COMMANDS)("%s --json begins with ok and milliseconds", async (_name, args) => {
  const { stdout } = await pandapon([...args(), "--json"]);
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  expect(Object.keys(printed).slice(0, 2)).toEqual(["ok", "milliseconds"]);
  expect(printed["milliseconds"]).toEqual(expect.any(Number));
});
