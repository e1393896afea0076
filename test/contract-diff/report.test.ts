// What `pandapon contract-diff` prints for a person, for a machine and for CHANGELOG.md, and how it refuses bad input.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { versionAfter } from "../../scripts/dist/contract-diff/version.js";
import { problemText } from "../support/workspace.js";
import { contractDiff, type Impact } from "../../scripts/dist/entries/contract-diff.js";
import { Failure } from "../../scripts/dist/index.js";
import { pandapon, ROOT, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const ORDER = "components/schemas/Order.yaml";
const UNIT: Edit = [ORDER, "    x-unit: fen\n", "    x-unit: yuan\n"];

const report = (old: string, next: string, ...flags: string[]): ReturnType<typeof pandapon> =>
  pandapon(["contract-diff", old, next, ...flags], path.dirname(next));

test("a folder and the bundles made from it are the same contract: no change", async () => {
  const spec = smallSpec();
  await pandapon(["generate", "--spec", spec, "--out", "out"], path.dirname(spec));
  const all: [old: string, spec: string][] = [
    ["out/openapi.yaml", spec],
    ["out/openapi.json", spec],
    // It has ids of 19 digits, bare in the bundle and in quotes in the folder.
    [path.join(ROOT, "generated/openapi.yaml"), path.join(ROOT, "spec")],
  ];
  for (const [file, folder] of all) {
    const { code, stdout, stderr } = await report(file, folder);
    expect(stdout).toMatch(/^No change\. \d+\.\d+\.\d+ stays\. \d+\.\d\d s\n$/);
    expect(stderr).toBe("");
    expect(code).toBe(0);
  }
});

test("another digit of a long id in an example is found", async () => {
  const bundle = readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8");
  const other = path.join(temporaryFolder(), "openapi.json");
  writeFileSync(other, bundle.replace('"orderId": 2542285634920880794', '"orderId": 2542285634920880795'));
  const { stdout } = await report(path.join(ROOT, "generated/openapi.json"), other);
  expect(stdout).toMatch(/^documentation {2}alibaba\.orders\.cancel {2}another example\n/);
});

test("a change of a request is told where the folder has it", async () => {
  const old = smallSpec();
  const next = smallSpec([
    "paths/shop/order.yaml",
    "description: Which page, and in which order.",
    "description: Other words.",
  ]);
  const { stdout } = await report(old, next);
  expect(stdout).toMatch(/at \S+paths\/shop\/order\.yaml:\d+ → \S+paths\/shop\/order\.yaml:\d+/);
});

test("each change has an impact, a place and its line on both sides", async () => {
  const { code, stdout } = await report(smallSpec(), smallSpec(UNIT), "--current-version", "1.4.2");
  expect(stdout).toMatch(
    /^breaking {2}shop\.orders\.\w+ \S+\/price.* unit fen → yuan\n {4}at \S+components\/schemas\/Order\.yaml:\d+ → spec\/components\/schemas\/Order\.yaml:\d+\n/,
  );
  expect(stdout).toMatch(/1 change: after 1\.4\.2 comes 2\.0\.0\./);
  expect(code).toBe(0);
});

test("--json prints the version and each change with its uses and spots", async () => {
  const { stdout } = await report(smallSpec(), smallSpec(UNIT), "--json", "--current-version", "0.3.1");
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    version: { current: "0.3.1", bump: "minor", next: "0.4.0" },
    changes: [
      {
        impact: "breaking",
        kind: "unit",
        message: "unit fen → yuan",
        new: {
          file: "spec/components/schemas/Order.yaml",
          pointer: "#/components/schemas/Order/properties/price/x-unit",
        },
      },
    ],
  });
});

test("--markdown prints a section of the changelog", async () => {
  const { stdout } = await report(smallSpec(), smallSpec(UNIT), "--markdown", "--current-version", "0.3.1");
  expect(stdout).toMatch(
    /^## 0\.4\.0 \(unreleased\)\n\n### Breaking\n\n- `shop\.orders\.\w+` `\S+\/price`.*: unit fen → yuan\.\n$/,
  );
});

const VERSIONS: [current: string, impacts: Impact[], next: string][] = [
  ["0.1.0", [], "0.1.0"],
  ["0.1.0", ["documentation"], "0.1.1"],
  ["0.1.0", ["additive", "documentation"], "0.1.1"],
  ["0.1.4", ["documentation", "breaking"], "0.2.0"],
  ["1.4.2", ["documentation"], "1.4.3"],
  ["1.4.2", ["additive"], "1.5.0"],
  ["1.4.2", ["additive", "breaking"], "2.0.0"],
  ["2.0.0-rc.1", ["breaking"], "2.0.0"],
  ["2.1.0-rc.1", ["documentation"], "2.1.0"],
  ["2.1.0-rc.1", ["breaking"], "3.0.0"],
];

test.each(VERSIONS)("%s with changes %j is followed by %s", (current, impacts, next) => {
  expect(versionAfter(current, impacts).next).toBe(next);
});

const written = (name: string, text: string): string => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
};

const BAD: [what: string, input: () => string, says: RegExp][] = [
  ["a file that does not exist", () => "nowhere.yaml", /nowhere\.yaml does not exist\. Name a bundle/],
  ["a folder without a contract", () => temporaryFolder(), /has no openapi\.yaml/],
  ["an empty file", () => written("a.yaml", ""), /a\.yaml:1 is not an OpenAPI 3\.1 document/],
  ["a list", () => written("a.json", "[1]"), /a\.json:1 is not an OpenAPI 3\.1 document/],
  ["broken YAML", () => written("a.yaml", "openapi: 3.1.1\ninfo: [\n"), /a\.yaml:\d+:\d+ .*Not YAML/],
  [
    "another version of OpenAPI",
    () => written("a.yaml", "# A comment\nopenapi: 3.0.3\ninfo: { title: a, version: 1.0.0 }\npaths: {}\n"),
    /a\.yaml:2 says openapi: 3\.0\.3\. Only OpenAPI 3\.1 can be compared\./,
  ],
  ["no info", () => written("a.yaml", "openapi: 3.1.1\npaths: {}\n"), /a\.yaml:1:\d+ .*`info` must be present/],
  [
    "a version that is a number",
    () => written("a.yaml", "openapi: 3.1.1\ninfo: { title: a, version: 1.0 }\npaths: {}\n"),
    /a\.yaml:2:\d+ .*Expected type `string`/,
  ],
  [
    "an operation without a name",
    () =>
      written(
        "a.yaml",
        "openapi: 3.1.1\ninfo: { title: a, version: 1.0.0 }\npaths:\n  /a:\n    get:\n      responses: {}\n",
      ),
    /a\.yaml:5:\d+ .*operationId/,
  ],
  [
    "an operation with a request, but without a name",
    () => smallSpec(["paths/shop/order.yaml", "  operationId: shop.orders.list\n", ""]),
    /order\.yaml:1:\d+ .*operationId/,
  ],
  [
    "tags that are not a list",
    () => written("a.yaml", "openapi: 3.1.1\ninfo: { title: a, version: 1.0.0 }\npaths: {}\ntags: orders\n"),
    /a\.yaml:4:\d+ .*array/,
  ],
  [
    "a schema that is part of itself",
    () =>
      written(
        "a.yaml",
        "openapi: 3.1.1\ninfo: { title: a, version: 1.0.0 }\npaths: {}\ncomponents:\n  schemas:\n    A: { required: [a], allOf: [{ $ref: '#/components/schemas/A' }] }\n",
      ),
    /a\.yaml:6:\d+ .*contains itself/,
  ],
  [
    "two operations whose answers need one name",
    () =>
      smallSpec(
        ["paths/shop/order.yaml", "operationId: shop.orders.list", "operationId: shopOrders.list"],
        ["paths/shop/order/{orderId}.yaml", "operationId: shop.orders.cancel", "operationId: shop.ordersList"],
      ),
    /shopOrders\.list and shop\.ordersList both need the name ShopOrdersListResponse\. Rename one of the two\./,
  ],
];

test.each(BAD)("%s, as OLD and as NEW, is refused with a message that names the line", async (_what, input, says) => {
  const bad = input();
  const good = smallSpec();
  for (const sides of [
    { old: bad, new: good },
    { old: good, new: bad },
  ]) {
    const failure: unknown = await contractDiff(sides).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    const { code, message, problems = [] } = failure as Failure;
    expect([message, ...problems.map(problemText)].join("\n")).toMatch(says);
    expect(code).toBe(2);
  }
});

test("the command exits with 2 on bad input and prints a message without a stack", async () => {
  for (const [, input, says] of [BAD[0], BAD.at(-1)].flatMap((one) => (one === undefined ? [] : [one]))) {
    const { code, stdout, stderr } = await pandapon(["contract-diff", input(), smallSpec()]);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  }
});

test("a current version that is not a version number: exit 2", async () => {
  const { code, stderr } = await report(smallSpec(), smallSpec(), "--current-version", "next");
  expect(stderr).toContain('"next" is not a version number of the form 1.2.3');
  expect(code).toBe(2);
});
