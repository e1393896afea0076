// `pandapon init`: by flags, and by answers on a terminal.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
import { groupsOf } from "../../scripts/dist/init/questions.js";
import { operations, webhooks } from "../support/bundle.js";
import { pandapon, temporaryFolder } from "../support/workspace.js";

/** A project with these files. */
function project(files: Record<string, string> = {}): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  return dir;
}

const FLAGS = ["--include", "alibaba.refunds.*", "freight.book", "--style", "paths", "--out", "src/shop"];

const TEXT = `// What \`pandapon generate\` writes, and where.
import { defineConfig } from "pandapon-codegen";

export default defineConfig({
  include: ["alibaba.refunds.*", "freight.book"],
  out: "src/shop",
  style: "paths",
});
`;
const JSON_TEXT = `{
  "include": [
    "alibaba.refunds.*",
    "freight.book"
  ],
  "out": "src/shop",
  "style": "paths"
}
`;

const FORMATS: [what: string, files: Record<string, string>, args: string[], name: string, text: string][] = [
  ["a project without TypeScript", {}, [], "pandapon.config.mjs", TEXT],
  ["a project with a tsconfig.json", { "tsconfig.json": "{}" }, [], "pandapon.config.ts", TEXT],
  ["a project with a tsconfig.base.json", { "tsconfig.base.json": "{}" }, [], "pandapon.config.ts", TEXT],
  [
    "a project that depends on TypeScript",
    { "package.json": '{ "devDependencies": { "typescript": "*" } }' },
    [],
    "pandapon.config.ts",
    TEXT,
  ],
  ["--format json", { "tsconfig.json": "{}" }, ["--format", "json"], "pandapon.config.json", JSON_TEXT],
  ["--format ts", {}, ["--format", "ts"], "pandapon.config.ts", TEXT],
  ["--force", { "pandapon.config.json": "{}" }, ["--force"], "pandapon.config.json", JSON_TEXT],
  ["a package.json that is not JSON", { "package.json": "{" }, [], "pandapon.config.mjs", TEXT],
];

test.each(FORMATS)("%s: the configuration has this form", async (_what, files, args, name, text) => {
  const dir = project(files);
  const { code, stdout, stderr } = await pandapon(["init", ...FLAGS, ...args], dir);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(new RegExp(`^written  ${name}\n\nNext:\n`));
  expect(readFileSync(path.join(dir, name), "utf8")).toBe(text);
  expect(readdirSync(dir).sort()).toEqual([...new Set([...Object.keys(files), name])].sort());
});

test.each([
  ["pandapon", {}],
  ["src/pandapon", { "src/index.ts": "" }],
])("--yes: everything, by methods, in %s", async (out, files) => {
  const dir = project(files);
  expect(await pandapon(["init", "--yes", "--format", "json"], dir)).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(path.join(dir, "pandapon.config.json"), "utf8"))).toEqual({ out, style: "methods" });
});

test.each([
  ["./src/shop/", "src/shop"],
  ["src\\shop", "src/shop"],
  ["../shared/pandapon", "../shared/pandapon"],
  [" a b ", "a b"],
])("--out %j is written as %j", async (out, written) => {
  const dir = project();
  const { stdout } = await pandapon(["init", "--yes", "--format", "json", "--json", "--out", out], dir);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, file: "pandapon.config.json" });
  expect(JSON.parse(readFileSync(path.join(dir, "pandapon.config.json"), "utf8"))).toHaveProperty("out", written);
});

const NAMED = ["--include", "*", "--style", "types", "--out", "x"];
const REFUSED: [what: string, files: Record<string, string>, args: string[], message: string | RegExp][] = [
  ["no flags", {}, [], "There is no terminal to ask on. Pass --include, --style, --out, or --yes for the defaults.\n"],
  ["some flags", {}, ["--style", "types"], "Pass --include, --out, or --yes for the defaults.\n"],
  ["--json without flags", {}, ["--json"], "Pass --include, --style, --out, or --yes for the defaults."],
  ["a style that does not exist", {}, ["--style", "hooks"], "Allowed choices are methods, paths, types."],
  ["a format that does not exist", {}, ["--format", "yaml"], "Allowed choices are ts, mjs, json."],
  [
    "a glob that matches nothing",
    {},
    ["--yes", "--include", "alibaba.refund.*"],
    "Did you mean alibaba.refunds.*? Run `pandapon operations` for the list.",
  ],
  ["an empty glob", {}, ["--yes", "--include", ""], 'include must be a list of operationIds or globs, but holds ""'],
  ["a negated glob", {}, ["--yes", "--include", "!alibaba.*"], 'begins with "!". Write alibaba.* in exclude instead.'],
  ["an out without a name", {}, ["--yes", "--out", " "], "The folder has no name. Name another, such as pandapon."],
  ["an out that is the project", {}, ["--yes", "--out", "./"], "Everything in it is made by the generator."],
  ["an out above the project", {}, ["--yes", "--out", ".."], "Everything in it is made by the generator."],
  ["an absolute out", {}, ["--yes", "--out", "/srv/pandapon"], "/srv/pandapon is another folder on other machines."],
  ["an out on a drive", {}, ["--yes", "--out", "C:\\pandapon"], "C:/pandapon is another folder on other machines."],
  ["an out with a line break", {}, ["--yes", "--out", "a\nb"], "Not every system allows such a name."],
  [
    "an out in node_modules",
    {},
    ["--yes", "--out", "node_modules/x"],
    "The next install removes what is in node_modules.",
  ],
  [
    "an out that holds other files",
    { "x/index.ts": "// ours" },
    ["--yes", "--out", "x"],
    "x holds files that `pandapon generate` has not made.",
  ],
  ["an out that is a file", { x: "" }, ["--yes", "--out", "x"], "x is a file. Name a folder in out."],
  [
    "a configuration that is there",
    { "pandapon.config.mjs": "//" },
    NAMED,
    /There is pandapon\.config\.mjs already\. Edit it, or replace it with --force\.\n/,
  ],
  [
    "one of another form",
    { "pandapon.config.js": "//" },
    [...NAMED, "--force"],
    "There is pandapon.config.js already. Edit it, or remove it first.",
  ],
];

test.each(REFUSED)("%s: exit 2, and nothing is written", async (_what, files, args, message) => {
  const dir = project(files);
  const { code, stdout, stderr } = await pandapon(["init", ...args], dir);
  expect(stdout + stderr).toEqual(
    typeof message === "string" ? expect.stringContaining(message) : expect.stringMatching(message),
  );
  expect(code).toBe(2);
  expect(readdirSync(dir)).toEqual(Object.keys(files).map((name) => name.split("/")[0]));
  for (const [name, text] of Object.entries(files)) expect(readFileSync(path.join(dir, name), "utf8")).toBe(text);
});

const MANAGERS: [files: Record<string, string>, dir: string, commands: string[]][] = [
  [{}, "", ["npm install pandapon-openapi", "npm install --save-dev pandapon-codegen", "npx pandapon generate"]],
  [
    { "package-lock.json": "" },
    "",
    ["npm install pandapon-openapi", "npm install --save-dev pandapon-codegen", "npx pandapon generate"],
  ],
  [
    { "pnpm-lock.yaml": "", ".git": "" },
    "packages/shop",
    ["pnpm add pandapon-openapi", "pnpm add --save-dev pandapon-codegen", "pnpm exec pandapon generate"],
  ],
  [{ "yarn.lock": "" }, "", ["yarn add pandapon-openapi", "yarn add --dev pandapon-codegen", "yarn pandapon generate"]],
  [{ "bun.lock": "" }, "", ["bun add pandapon-openapi", "bun add --dev pandapon-codegen", "bunx pandapon generate"]],
  [
    { "bun.lockb": "", "package.json": '{ "dependencies": { "pandapon-openapi": "*" } }' },
    "",
    ["bun add --dev pandapon-codegen", "bunx pandapon generate"],
  ],
  [
    {
      "package.json":
        '{ "packageManager": "yarn@4.5.0", "dependencies": { "pandapon-openapi": "*" }, "devDependencies": { "pandapon-codegen": "*" } }',
      "package-lock.json": "",
    },
    "",
    ["yarn pandapon generate"],
  ],
  // A lockfile outside the repository is not the project's.
  [
    { "yarn.lock": "", "repository/.git": "" },
    "repository",
    ["npm install pandapon-openapi", "npm install --save-dev pandapon-codegen", "npx pandapon generate"],
  ],
];

test.each(MANAGERS)("%j, in %j: the next commands are %j", async (files, folder, commands) => {
  const dir = path.join(project(files), folder);
  mkdirSync(dir, { recursive: true });
  const { stdout } = await pandapon(["init", "--yes"], dir);
  const next = stdout.slice(stdout.indexOf("Next:\n")).trimEnd().split("\n").slice(1);
  expect(next.map((line) => line.trim().split(/ {2,}/)[0])).toEqual([...commands, `${commands.at(-1)} --check`]);
  expect(next.at(-1)).toContain("add this to CI");
});

test("the groups to choose from match every operation, each one once", () => {
  const listed = [...operations, ...webhooks].map(({ id }) => ({
    kind: "operation" as const,
    operationId: id,
    method: "GET",
    path: "",
    summary: "",
    tags: [],
  }));
  const groups = groupsOf(listed);
  expect(groups.map(({ glob }) => glob)).toEqual(
    expect.arrayContaining(["alibaba.refunds.*", "addresses.*", "webhooks.taobao.*"]),
  );
  expect(groups.flatMap(({ glob, names }) => names.map((name) => glob.replace("*", name))).sort()).toEqual(
    listed.map(({ operationId }) => operationId).sort(),
  );
});

const ENTER = "\r";
const DOWN = "\u001B[B";
const BACKSPACE = "\u007F";
const CTRL_C = "\u0003";

/** Answers each question once it is there. @returns the exit code and what was shown */
async function answer(
  dir: string,
  args: string[],
  steps: [question: string, keys: string[]][],
): Promise<{ code: number; shown: string }> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
  let shown = "";
  let from = 0;
  const waiting = [...steps];
  stdout.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
    const [question, keys] = waiting[0] ?? [];
    if (question === undefined || !shown.slice(from).includes(question)) return;
    from = shown.length;
    waiting.shift();
    // The prompt listens once it has written its question.
    setImmediate(() => keys?.forEach((key) => stdin.write(key)));
  });
  const before = process.cwd();
  process.chdir(dir);
  try {
    const code = await run(["init", ...args], {
      stdin,
      stdout,
      stderr: { write: (text: string) => (shown += text) },
      env: {},
    });
    expect(waiting).toEqual([]);
    return { code, shown };
  } finally {
    process.chdir(before);
  }
}

const [WHICH, HOW, WHERE] = ["Which operations", "How do you want", "Which folder"];

describe("on a terminal", () => {
  test("it asks three questions and writes the answers", async () => {
    const dir = project({ "tsconfig.json": "{}" });
    const { code } = await answer(
      dir,
      [],
      [
        [WHICH, [DOWN, " ", DOWN, DOWN, " ", ENTER]],
        [HOW, [DOWN, ENTER]],
        [WHERE, [..."/api", ENTER]],
      ],
    );
    expect(code).toBe(0);
    expect(readFileSync(path.join(dir, "pandapon.config.ts"), "utf8")).toContain(
      'include: ["alibaba.cart.*", "alibaba.products.*"],\n  out: "pandapon/api",\n  style: "paths",\n',
    );
  });

  test("everything needs no other group", async () => {
    const dir = project();
    const { code } = await answer(
      dir,
      ["--style", "types", "--out", "x", "--format", "json"],
      [[WHICH, [" ", DOWN, " ", ENTER]]],
    );
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(path.join(dir, "pandapon.config.json"), "utf8"))).toEqual({
      out: "x",
      style: "types",
    });
  });

  test("an answer that cannot be used is refused there, with the reason", async () => {
    const dir = project();
    const { code, shown } = await answer(
      dir,
      ["--style", "methods", "--format", "json"],
      [
        [WHICH, [ENTER]],
        ["at least one", [" ", ENTER]],
        [WHERE, [...Array<string>("pandapon".length).fill(BACKSPACE), ..."..", ENTER]],
        ["made by the generator. Name another", [..."/x", ENTER]],
      ],
    );
    expect(code).toBe(0);
    expect(shown).toContain("written");
    expect(JSON.parse(readFileSync(path.join(dir, "pandapon.config.json"), "utf8"))).toHaveProperty("out", "../x");
  });

  test.each([
    ["the first question", [[WHICH, [CTRL_C]]]],
    [
      "the last question",
      [
        [WHICH, [" ", ENTER]],
        [HOW, [ENTER]],
        [WHERE, ["x", CTRL_C]],
      ],
    ],
  ] as [string, [string, string[]][]][])("Ctrl-C at %s: exit 130, and nothing is written", async (_at, steps) => {
    const dir = project();
    const { code, shown } = await answer(dir, [], steps);
    expect(code).toBe(130);
    expect(shown).toContain("Stopped. Nothing was written.");
    expect(readdirSync(dir)).toEqual([]);
  });

  test("a configuration that is there is refused before anything is asked", async () => {
    const dir = project({ "pandapon.config.ts": "" });
    expect((await answer(dir, [], [])).code).toBe(2);
    expect(existsSync(path.join(dir, "pandapon.config.mjs"))).toBe(false);
  });
});
