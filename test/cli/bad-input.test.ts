// Wrong input gives one clear message with place and fix, the right exit code, and changes nothing.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { pandapon, ROOT, smallSpec, spawned, temporaryFolder, type Edit } from "../support/workspace.js";

const LIST = "paths/shop/order.yaml";

interface Broken {
  what: string;
  edits: Edit[];
  code: 1 | 2;
  place: string;
  says: RegExp;
  fix: RegExp;
}

const BROKEN: Broken[] = [
  {
    what: "YAML that is broken in a path's file",
    edits: [[LIST, "tags: [Orders]", "tags: [Orders"]],
    code: 2,
    place: `${LIST}:6:`,
    says: /Not YAML/,
    fix: /Correct the YAML/,
  },
  {
    what: "YAML that is broken in openapi.yaml",
    edits: [["openapi.yaml", "servers:\n", "servers: [\n"]],
    code: 2,
    place: "openapi.yaml:",
    says: /Not YAML/,
    fix: /Correct the YAML/,
  },
  {
    what: "a $ref to a missing file",
    edits: [[LIST, "$ref: ../../components/schemas/Order.yaml", "$ref: ../../components/schemas/Odrer.yaml"]],
    code: 1,
    place: `${LIST}:89:`,
    says: /there is no .*components\/schemas\/Odrer\.yaml/,
    fix: /Correct the path of the \$ref/,
  },
  {
    what: "a $ref to a missing part of a file",
    edits: [[LIST, "$ref: ../../components/schemas/Order.yaml", "$ref: ../../components/schemas/Order.yaml#/nothing"]],
    code: 1,
    place: `${LIST}:89:`,
    says: /what it names is empty, or not in that file/,
    fix: /Correct the path of the \$ref/,
  },
  {
    what: "an operationId that two operations have",
    edits: [["paths/shop/order/{orderId}.yaml", "shop.orders.cancel", "shop.orders.list"]],
    code: 1,
    place: "paths/shop/order/{orderId}.yaml:2:",
    says: /unique `operationId`/,
    fix: /Rename one of the two/,
  },
  {
    what: "a field that OpenAPI does not have",
    edits: [[LIST, "  summary: List orders\n", "  sumary: List orders\n"]],
    code: 1,
    place: `${LIST}:3:`,
    says: /`sumary` is not expected here/,
    fix: /Did you mean `summary`\?$/,
  },
  {
    what: "a value that OpenAPI does not have",
    edits: [["components/schemas/OrderId.yaml", "type: [integer, string]", "type: [integr, string]"]],
    code: 1,
    place: "components/schemas/OrderId.yaml:1:",
    says: /`type` can be one of the following only/,
    fix: /Did you mean `integer`\?$/,
  },
];

describe.each(BROKEN)("$what", ({ edits, code, place, says, fix }) => {
  test("generate: names it once and changes nothing", async () => {
    const spec = smallSpec(...edits);
    const out = path.join(spec, "../out");
    mkdirSync(out);
    writeFileSync(path.join(out, "operations.ts"), "as it was\n");
    const ran = await pandapon(["generate", "--spec", spec, "--out", out]);
    expect(ran.stdout).toBe("");
    expect(ran.code).toBe(code);
    const [, first = "", second = "", ...more] = ran.stderr.trimEnd().split("\n");
    expect(first).toContain(place);
    expect(first).toMatch(says);
    expect(second).toMatch(/^ {4}fix: /);
    expect(second).toMatch(fix);
    expect(more).toEqual([]);
    expect(readFileSync(path.join(out, "operations.ts"), "utf8")).toBe("as it was\n");
    expect(existsSync(path.join(out, "openapi.yaml"))).toBe(false);
  });

  test("lint: names it too", async () => {
    const ran = await pandapon(["lint", "--spec", smallSpec(...edits), "--json"]);
    const { problems } = JSON.parse(ran.stdout) as {
      problems: { file: string; line: number; message: string; fix: string }[];
    };
    expect(ran.code).toBe(code);
    expect(
      problems.some((one) => says.test(one.message) && fix.test(one.fix) && `${one.file}:${one.line}:`.includes(place)),
    ).toBe(true);
  });
});

const withRoot = (text: string): string => {
  const dir = temporaryFolder();
  writeFileSync(path.join(dir, "openapi.yaml"), text);
  return dir;
};

const blocked = (): string => {
  const dir = temporaryFolder();
  mkdirSync(path.join(dir, "schema.d.ts"));
  return dir;
};

/** A link to a README whose table is out of date. */
const linkedReadme = (): string => {
  const [file, link] = ["real.md", "README.md"].map((name) => path.join(temporaryFolder(), name)) as [string, string];
  writeFileSync(file, readFileSync(path.join(ROOT, "docs/coverage.md"), "utf8").replace("| **All**", "| All"));
  symlinkSync(file, link);
  return link;
};

const UNREADABLE: [what: string, args: () => string[], says: RegExp][] = [
  ["an unknown flag", () => ["lint", "--frobnicate"], /unknown option '--frobnicate'/],
  ["an unknown command", () => ["frobnicate"], /unknown command 'frobnicate'/],
  ["a flag without its value", () => ["lint", "--spec"], /argument missing/],
  [
    "a missing spec folder",
    () => ["generate", "--spec", "nowhere"],
    /Cannot read the spec folder nowhere \(ENOENT\)\. Name the folder/,
  ],
  [
    "a file instead of a folder",
    () => ["lint", "--spec", "package.json"],
    /Cannot read the spec folder package\.json \(ENOTDIR\)/,
  ],
  [
    "an empty spec folder",
    () => ["generate", "--spec", temporaryFolder()],
    /is empty\. Name the folder of openapi\.yaml with --spec\./,
  ],
  ["a folder without openapi.yaml", () => ["lint", "--spec", "test"], /has no openapi\.yaml/],
  [
    "an OpenAPI 3.0 document",
    () => ["generate", "--spec", withRoot("openapi: 3.0.3\n")],
    /says openapi: 3\.0\.3\..*write `openapi: 3\.1\.1`/,
  ],
  ["YAML that is not OpenAPI", () => ["lint", "--spec", withRoot("swagger: '2.0'\n")], /has no `openapi:` line/],
  ["a missing lint configuration", () => ["lint", "--config", "nowhere.yaml"], /nowhere\.yaml/],
  [
    "a missing bundle",
    () => ["docs", "--bundle", "nowhere.yaml", "--out", temporaryFolder()],
    /no bundle at nowhere\.yaml\. Run `pandapon generate`/,
  ],
  [
    "a README without markers",
    () => ["coverage", "--write", "LICENSE"],
    /LICENSE has no place for the coverage table\. Add the lines/,
  ],
  ["a README that is missing", () => ["coverage", "--write", "nowhere/README.md"], /Cannot read nowhere\/README\.md/],
  [
    "a README that is a link",
    () => ["coverage", "--write", linkedReadme()],
    /README\.md is in the way and is not a file\. Move it\./,
  ],
  [
    "a file in the place of the folder of operations.md",
    () => ["coverage", "--operations", "package.json/operations.md"],
    /Cannot write package\.json \(\w+\)\./,
  ],
  [
    "a folder in the place of operations.md",
    () => ["coverage", "--operations", "docs/decisions"],
    /docs\/decisions is in the way and is not a file\. Move it\./,
  ],
  [
    "the spec folder as output folder",
    () => ["generate", "--spec", "spec", "--out", "spec"],
    /The output folder spec is inside the spec folder\. Name another with --out\./,
  ],
  [
    "a folder in the place of a file",
    () => ["generate", "--spec", smallSpec(), "--out", blocked()],
    /schema\.d\.ts is in the way and is not a file/,
  ],
  [
    "a file instead of the output folder",
    () => ["generate", "--spec", smallSpec(), "--out", "package.json/x"],
    /Cannot write package\.json\/x \(ENOTDIR\)/,
  ],
];

test.each(UNREADABLE)("%s: exit 2, a message, no stack", async (_what, args, says) => {
  const { code, stdout, stderr } = await pandapon(args());
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});

test("a folder in the way of one file leaves the others as they were", async () => {
  const out = blocked();
  writeFileSync(path.join(out, "openapi.yaml"), "as it was\n");
  await pandapon(["generate", "--spec", smallSpec(), "--out", out]);
  expect(readFileSync(path.join(out, "openapi.yaml"), "utf8")).toBe("as it was\n");
  expect(readdirSync(out).sort()).toEqual(["openapi.yaml", "schema.d.ts"]);
});

test("a reference to a file outside the folder is refused, because the result would depend on where the folder is", async () => {
  const spec = smallSpec([LIST, "$ref: ../../components/schemas/Order.yaml", "$ref: ../../../Order.yaml"]);
  cpSync(path.join(spec, "components/schemas/Order.yaml"), path.join(spec, "../Order.yaml"));
  cpSync(path.join(spec, "components/schemas/OrderId.yaml"), path.join(spec, "../OrderId.yaml"));
  const { code, stderr } = await pandapon(["generate", "--spec", spec, "--out", path.join(spec, "../out")]);
  expect(stderr).toMatch(
    /paths\/shop\/order\.yaml:89:.*Order\.yaml is outside .*spec\.\n {4}fix: Copy that file into the folder\./,
  );
  expect(code).toBe(1);
});

test.each(["generate", "lint"])(
  "%s: a $ref that leads back to itself is reported and does not crash",
  async (command) => {
    const spec = smallSpec();
    writeFileSync(path.join(spec, "components/schemas/OrderId.yaml"), "$ref: OrderId.yaml\n");
    const { code, stdout, stderr } = await spawned([command, "--spec", spec], path.dirname(spec));
    expect(stdout + stderr).toMatch(/itself|circular/i);
    expect(stdout + stderr).toContain("written out");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  },
);

const MISSPELT: [args: string[], error: string][] = [
  [["lnt"], "error: unknown command 'lnt'\n(Did you mean lint?)"],
  [["pages", "dif"], "error: unknown command 'dif'\n(Did you mean diff?)"],
  [["pages", "dra"], "error: unknown command 'dra'\n(Did you mean draft?)"],
  [["orders"], "error: unknown command 'orders'"],
  [["lint", "--sepc", "x"], "error: unknown option '--sepc'\n(Did you mean --spec?)"],
];

test.each(MISSPELT)("%j: only a similar name is suggested", async (args, error) => {
  const ran = await pandapon(args);
  expect(ran).toEqual({ code: 2, stdout: "", stderr: `${error}\n(add --help for the flags)\n` });
  const { code, stdout } = await pandapon([...args, "--json"]);
  expect(JSON.parse(stdout)).toEqual({ ok: false, message: error, problems: [] });
  expect(code).toBe(2);
});

test("with --json a usage error is JSON too", async () => {
  const { code, stdout } = await pandapon(["lint", "--json", "--frobnicate"]);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, message: expect.stringContaining("--frobnicate") as string });
  expect(code).toBe(2);
});

test("a navigation entry whose group is a number is named with its line", async () => {
  const spec = smallSpec(["navigation.yaml", "group: Callbacks", "group: 12"]);
  const { code, stderr } = await pandapon(["coverage", "--spec", spec]);
  expect(stderr).toMatch(/navigation\.yaml:10 The group of this entry is not text\. Put it in quotes\./);
  expect(code).toBe(2);
});

test("with --json a failure is JSON too", async () => {
  const { code, stdout } = await pandapon(["generate", "--spec", "nowhere", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    message: expect.stringContaining("nowhere") as string,
    problems: [],
  });
  expect(code).toBe(2);
});

test("in a checkout that is not compiled, the command says what to do", async () => {
  const dir = temporaryFolder();
  cpSync(path.join(ROOT, "scripts/bin"), path.join(dir, "bin"), { recursive: true });
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  const { run } = await import("../support/workspace.js");
  const { code, stderr } = await run(process.execPath, [path.join(dir, "bin/pandapon.js"), "lint"], dir);
  expect(stderr).toContain("Run `npm run build` first.");
  expect(code).toBe(2);
});

test("coverage of an operation without evidence: exit 2 and its entry", async () => {
  const spec = smallSpec([LIST, "  x-evidence:\n", "  x-evidnce:\n"]);
  const { code, stderr } = await pandapon(["coverage", "--spec", spec]);
  expect(stderr).toMatch(/navigation\.yaml:\d+ The operation of \/shop\/order has no x-evidence\. Run `pandapon lint/);
  expect(code).toBe(2);
});
