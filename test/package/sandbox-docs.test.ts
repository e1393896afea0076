// docs/sandbox.md as it is written: its programs run on the packed packages, and its tables say what the code says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transform } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { CODES } from "../../scripts/dist/sandbox/exchange/refusal.js";
import { FLOWS } from "../../scripts/dist/sandbox/flows/index.js";
import { createSandbox, MAGIC_INPUTS } from "../../scripts/dist/sandbox/index.js";
import { operations } from "../support/bundle.js";
import { install, link } from "../support/packed.js";
import { pandapon, ROOT, run } from "../support/workspace.js";

const PAGE = readFileSync(path.join(ROOT, "docs/sandbox.md"), "utf8");
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "gm"))].map(([, text = ""]) => text);
/** The rows of the table under these headings, as lists of cells. */
function table(...headings: string[]): string[][] {
  const rows = PAGE.split("\n").map((line) => (/^\|.*\|$/.test(line) ? line.slice(1, -1).split("|") : []));
  const cells = rows.map((row) => row.map((cell) => cell.trim()));
  const start = cells.findIndex((row) => row.join() === headings.join());
  if (start < 0) throw new Error(`there is no table with ${headings.join(", ")}`);
  const length = cells.slice(start).findIndex((row) => row.length === 0);
  return cells.slice(start + 2, start + length);
}
const inQuotes = (text = ""): string[] => [...text.matchAll(/`([^`]*)`/g)].map(([, inner = ""]) => inner);

const dir = mkdtempSync(path.join(tmpdir(), "pandapon-docs-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("the programs compile and run", async () => {
  install("pandapon-codegen", dir);
  link("@types/node", dir);
  // One after the other, as a reader types them.
  const program = blocks("ts").join("\n");
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(dir, "program.ts"), program);
  const compilerOptions = {
    strict: true,
    skipDefaultLibCheck: true,
    module: "nodenext",
    target: "es2022",
    noEmit: true,
    types: ["node"],
  };
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  writeFileSync(path.join(dir, "program.mjs"), (await transform(program, { loader: "ts" })).code);
  const [compiled, ran] = await Promise.all([
    run(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."], dir),
    run(process.execPath, ["program.mjs"], dir),
  ]);
  expect(compiled).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(ran.stderr).toBe("");
  expect(ran.stdout.trim().split("\n")).toEqual([
    expect.stringContaining("2542285634920880794"),
    "[ 'alibaba.orders.get 90410' ]",
    "PandaPonError: alibaba.products.search: code 500: The sandbox was asked to fail: envelope-error.",
    "acknowledged",
  ]);
});

test("the commands and their flags are those of the command line", async () => {
  const commands = blocks("sh").flatMap((text) =>
    [...text.matchAll(/^npx pandapon (.*)$/gm)].map(([, one = ""]) => one),
  );
  expect(commands.length).toBeGreaterThan(3);
  for (const [name = "", ...rest] of commands.map((one) => one.split(" "))) {
    const { code, stdout } = await pandapon([name, "--help"]);
    expect(code).toBe(0);
    for (const flag of rest.filter((word) => word.startsWith("--"))) expect(stdout).toContain(flag);
  }
  const { stdout } = await pandapon(["sandbox", "--help"]);
  const flags = [...stdout.matchAll(/^ {2}(--[a-z-]+(?: <\w+>)?)/gm)].map(([, flag]) => flag);
  expect(table("flag", "says").map(([flag]) => inQuotes(flag)[0])).toEqual(
    flags.filter((flag) => flag !== "--version"),
  );
});

test("the magic inputs are those of the code", () => {
  const headings = ["text", "order of 1688", "refund of 1688", "order or case of Taobao", "product", "what happens"];
  expect(table(...headings).map((row) => [...row.slice(0, 5).flatMap(inQuotes), row[5]])).toEqual(
    MAGIC_INPUTS.map(({ text, orderId, refundId, taobaoId, offerId, what }) => [
      ...[text, orderId, refundId, taobaoId, offerId],
      what,
    ]),
  );
});

test("the routes of the test door and the codes of refusals are those of the code", async () => {
  const { routes } = (await (await createSandbox().fetch("http://sandbox/sandbox")).json()) as { routes: string[] };
  expect(table("route", "does").map(([route]) => inQuotes(route)[0])).toEqual(routes);
  expect(table("code", "reason").map(([code]) => Number(code))).toEqual(Object.values(CODES));
});

test("every operation is in one row, and the last row has those that answer an example", () => {
  const rows = table("operations", "in the sandbox").map(([names]) =>
    inQuotes(names).map((glob) => new RegExp(`^${glob.replaceAll(".", "\\.").replaceAll("*", ".*")}$`)),
  );
  const found = operations.map(({ id }) => rows.flatMap((row, at) => (row.some((one) => one.test(id)) ? [at] : [])));
  expect(found.map(({ length }) => length)).toEqual(operations.map(() => 1));
  const withExample = operations.filter((_, at) => found[at]?.[0] === rows.length - 1).map(({ id }) => id);
  expect(withExample).toEqual(operations.map(({ id }) => id).filter((id) => !FLOWS.has(id)));
});
