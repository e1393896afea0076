// What the command prints, and how it refuses what it cannot use.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pandapon, temporaryFolder } from "../support/workspace.js";
import { bundleFile, bundleText } from "./small.js";

const NAME = "postman_collection.json";

test("names the file, and whether it was written", async () => {
  const bundle = bundleFile(bundleText());
  const dir = path.dirname(bundle);
  const args = ["postman", "--bundle", bundle, "--out", "out"];
  const missing = await pandapon([...args, "--check"], dir);
  expect(missing).toMatchObject({ code: 1, stderr: "" });
  expect(missing.stdout).toMatch(/^differs {2}out\/postman_collection\.json .*\nRun .* without --check/);
  const first = await pandapon(args, dir);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^written {2}out\/postman_collection\.json \d+\.\d\d s\n$/);
  expect((await pandapon(args, dir)).stdout).toMatch(/^up to date {2}out\//);
  expect(await pandapon([...args, "--check"], dir)).toMatchObject({ code: 0 });
  const { stdout } = await pandapon([...args, "--json"], dir);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, file: `out/${NAME}`, differed: false });
});

test("--check writes nothing", async () => {
  const bundle = bundleFile(bundleText());
  const out = temporaryFolder();
  writeFileSync(path.join(out, NAME), "as it was\n");
  const { code, stdout } = await pandapon(["postman", "--bundle", bundle, "--out", out, "--check", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, differed: true });
  expect(code).toBe(1);
  expect(readFileSync(path.join(out, NAME), "utf8")).toBe("as it was\n");
});

const changed = (from: string, to: string): string[] => {
  const text = bundleText();
  if (text.split(from).length !== 2) throw new Error(`"${from}" is not there once`);
  return ["--bundle", bundleFile(text.replace(from, to))];
};

const inTheWay = (): string => {
  const dir = temporaryFolder();
  mkdirSync(path.join(dir, NAME));
  return dir;
};

const BUNDLE_FIX = /Run `pandapon generate`, and name its bundle with --bundle\./;

const REFUSED: [what: string, args: () => string[], ...says: RegExp[]][] = [
  [
    "a missing bundle",
    () => ["--bundle", "nowhere.yaml"],
    /no bundle at nowhere\.yaml\. Run `pandapon generate` first/,
  ],
  ["a folder as the bundle", () => ["--bundle", "spec"], /no bundle at spec\./],
  [
    "a text that is not JSON",
    () => changed('"paths":', '"paths"'),
    /openapi\.json:\d+: This is not a bundle: /,
    BUNDLE_FIX,
  ],
  ["a list", () => ["--bundle", bundleFile("[]")], /:1: This is not a bundle: it is not an object\./, BUNDLE_FIX],
  ["OpenAPI 3.0", () => changed("3.1.1", "3.0.3"), /:2: This is not a bundle: it is not OpenAPI 3\.1\./, BUNDLE_FIX],
  ["a document without info", () => changed('"info"', '"inf"'), /it has no `info`\./, BUNDLE_FIX],
  ["a document without operations", () => changed('"post"', '"x-post"'), /it has no operations\./, BUNDLE_FIX],
  ["an operation without an id", () => changed('"operationId"', '"id"'), /:6: .*an operation has no operationId\./],
  [
    "two operations of one name",
    () => changed('"paths": {', '"paths": { "/x": { "get": { "operationId": "shop.orders.create" } },'),
    /two operations are called shop\.orders\.create\./,
  ],
  [
    "the root of a contract in many files",
    () => ["--bundle", "spec/openapi.yaml"],
    /spec\/openapi\.yaml:\d+: .*it refers to .*\.yaml, which is not part of it\./,
    BUNDLE_FIX,
  ],
  [
    "a reference to another host",
    () => changed('"schema": {}, "example": {} } } } }', '"schema": { "$ref": "http://127.0.0.1:9/a" } } } } }'),
    /:12: .*it refers to http:\/\/127\.0\.0\.1:9\/a, which is not part of it\./,
  ],
  [
    "a reference that leads nowhere",
    () => changed('"schema": {}, "example": {} } } } }', '"schema": { "$ref": "#/components/schemas/No" } } } } }'),
    /its \$ref #\/components\/schemas\/No leads nowhere\./,
  ],
  [
    "a security scheme that is not an API key",
    () => changed('"apiKey", "in": "header", "name": "signature"', '"http", "scheme": "basic"'),
    /shop\.orders\.create uses the security scheme signature, which is not an API key .* Describe it as one/,
  ],
  [
    "a file instead of the output folder",
    () => ["--out", "package.json/x"],
    /Cannot write package\.json\/x \(ENOTDIR\)/,
  ],
  [
    "a folder in the place of the file",
    () => ["--out", inTheWay()],
    /postman_collection\.json is in the way .* Move it\./,
  ],
  ["an unknown flag", () => ["--ot", "x"], /unknown option '--ot'\n\(Did you mean --out\?\)/],
  ["a flag without its value", () => ["--out", "x", "--bundle"], /argument missing/],
];

test.each(REFUSED)("%s: exit 2, a message, no stack", async (_what, args, ...says) => {
  const given = args();
  const out = given.includes("--out") ? [] : ["--out", temporaryFolder()];
  const { code, stdout, stderr } = await pandapon(["postman", ...given, ...out]);
  for (const message of says) expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at |Unexpected/);
  expect(stdout).toBe("");
  expect(code).toBe(2);
});
