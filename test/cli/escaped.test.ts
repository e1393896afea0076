// Foreign text in what a command prints: a terminal obeys none of it, and it makes no line of its own.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
import { Terminal } from "../../scripts/dist/cli/terminal.js";
import { page, startSite } from "../support/pages/site.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { text } from "../support/server.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

/** Red, a cleared screen, a title of the window, one-character codes, and marks that turn the direction of text. */
const CODES = "\u001B[31m\u001B[2J\u001B]0;title\u0007\u009B2J\r\b\u007F\u202E\u2066\u200F\u2028";
const OBEYED = /[^\P{Cc}\n]|[\p{Bidi_Control}\u2028\u2029]/u;
/** In a double-quoted text of YAML. */
const INNER = JSON.stringify(CODES).slice(1, -1).replaceAll("\u007F", "\\x7F");
const saved = (name: string, content: string): string => {
  const file = path.join(temporaryFolder(), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const other = CANCEL_PAGE.replace("/shop/order/{orderId}:", `"/shop/${INNER}\\nUp to date.":`).replace(
  "api-2-run",
  "api-77-run",
);
const field = CANCEL_PAGE.replace("        note:\n", `        "no${INNER}\\nfix: none":\n`);
const title = CANCEL_PAGE.replace("/shop/order/{orderId}:", "/shop/parcel:")
  .replace("api-2-run", "api-77-run")
  .replace("summary: Cancel an order", `summary: "${INNER}"`)
  .replace("# Cancel an order", `# ${CODES.replaceAll(/[\r\u2028]/g, "")}`);

const CASES: [what: string, args: () => string[]][] = [
  ["pages diff, a path", () => ["pages", "diff", "--spec", smallSpec(), "--from", saved("a.md", other)]],
  ["pages diff, a field", () => ["pages", "diff", "--spec", smallSpec(), "--from", saved("a.md", field)]],
  ["pages diff, a title", () => ["pages", "diff", "--spec", smallSpec(), "--from", saved("a.md", title)]],
  [
    "pages diff --markdown, a path",
    () => ["pages", "diff", "--markdown", "--spec", smallSpec(), "--from", saved("a.md", other)],
  ],
  [
    "pages diff --markdown, a field",
    () => ["pages", "diff", "--markdown", "--spec", smallSpec(), "--from", saved("a.md", field)],
  ],
  ["pages diff --json", () => ["pages", "diff", "--json", "--spec", smallSpec(), "--from", saved("a.md", field)]],
  ["pages draft, a path", () => ["pages", "draft", saved("a.md", other), "--spec", smallSpec()]],
  ["pages draft, a title", () => ["pages", "draft", saved("a.md", title), "--spec", smallSpec()]],
  ["pages pull, a path", () => ["pages", "pull", "--spec", smallSpec(), "--from", saved("api-77.md", other)]],
  [
    "pages pull, a file's name",
    () => ["pages", "pull", "--spec", smallSpec(), "--from", saved("a\u001B[2J\u202E.html", "x")],
  ],
  ["pages draft, an unknown page", () => ["pages", "draft", `api-1${CODES}`, "--spec", smallSpec()]],
  ["an unknown flag", () => ["lint", `--${CODES}`]],
  ["an unknown command", () => [CODES]],
  [
    "lint, a $ref",
    () => [
      "lint",
      "--spec",
      smallSpec(["paths/shop/order.yaml", "../../components/schemas/Order.yaml", `"${INNER}\\nNo problems."`]),
    ],
  ],
  [
    "generate, a $ref",
    () => [
      "generate",
      "--out",
      temporaryFolder(),
      "--spec",
      smallSpec(["paths/shop/order.yaml", "../../components/schemas/Order.yaml", `"${INNER}"`]),
    ],
  ],
  [
    "lint, a name",
    () => [
      "lint",
      "--spec",
      smallSpec(["components/schemas/Order.yaml", "  note:\n", `  "no${INNER}te":\n    type: string\n  note:\n`]),
    ],
  ],
  ["a folder's name", () => ["lint", "--spec", path.join(temporaryFolder(), CODES)]],
];

test.each(CASES.filter(([what]) => process.platform !== "win32" || !what.includes("name")))("%s", async (_, args) => {
  const { stdout, stderr } = await pandapon(args());
  expect(stdout + stderr).not.toMatch(OBEYED);
  expect((stdout + stderr).split("\n")).not.toContainEqual(
    expect.stringMatching(/^(?:Up to date\.|fix: none|No problems\.)/),
  );
});

test("the text is shown, escaped as in JSON, and the output of --json has it whole", async () => {
  const args = ["pages", "diff", "--spec", smallSpec(), "--from", saved("a.md", field)];
  expect((await pandapon(args)).stdout).toContain(
    "no\\u001b[31m\\u001b[2J\\u001b]0;title\\u0007\\u009b2J\\u000d\\u0008\\u007f\\u202e\\u2066\\u200f\\u2028\\nfix: none",
  );
  expect(JSON.stringify(JSON.parse((await pandapon([...args, "--json"])).stdout))).toContain(
    JSON.stringify(`no${CODES}\nfix: none`).slice(1, -1),
  );
});

test("an address from a site's list", async () => {
  const site = await startSite({ "/api-11.md": page() });
  site.routes["/llms.txt"] = text(
    `- A${CODES.replaceAll(/[\r\u2028]/g, "")} [\u001B[2J](/api-11.md)\n- [\u202E](https://shop.example.org/\u001B[2J\u202Eapi-12.md):\n`,
    "text/plain",
  );
  const { stdout, stderr } = await pandapon(["pages", "pull", "--spec", smallSpec(), "--site", site.url]);
  expect(stderr).toContain("\\u001b[2J\\u202eapi-12.md is not on ");
  expect(stdout + stderr).not.toMatch(OBEYED);
});

test("on a terminal, only our own colours are colours", () => {
  const printed: string[] = [];
  const output = { write: (one: string) => printed.push(one), isTTY: true };
  const terminal = new Terminal({ stdout: output, stderr: output, env: {} });
  terminal.say(`${terminal.good("good \u001B[31m")} \u001B[32mmine\u001B[39m`);
  expect(printed).toEqual(["\u001B[32mgood \\u001b[31m\u001B[39m \\u001b[32mmine\\u001b[39m\n"]);
});

test("the progress line stays one line", async () => {
  const printed: string[] = [];
  const stderr = { write: (one: string) => printed.push(one), isTTY: true, columns: 200 };
  const file = saved(process.platform === "win32" ? "a.md" : "a\u001B[2J\n\u202E.md", CANCEL_PAGE);
  await run(["pages", "pull", "--spec", smallSpec(), "--from", path.dirname(file)], {
    stdout: { write: () => undefined },
    stderr,
    env: {},
  });
  expect(printed.length).toBeGreaterThan(1);
  for (const one of printed)
    expect(one.replaceAll("\r\u001B[2K", "").trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});
