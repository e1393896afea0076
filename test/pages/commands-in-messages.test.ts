// `--any-server`, and the commands that messages suggest: each works as it is printed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, temporaryFolder, writeSmallSpec } from "../support/workspace.js";

const NEW = CANCEL_PAGE.replace("/shop/order/{orderId}", "/shop/parcel").replace("api-2-run", "api-77-run");
const NO_ID = NEW.replaceAll("Cancel an order", "Get a parcel").replace(/ *x-run-in-apifox: .*\n/, "");
const FOREIGN = NEW.replace("https://shop.example.org", "https://pets.example.com");
const EXPORT = `openapi: 3.0.1\npaths:\n${["parcel", "box"]
  .map(
    (name, index) => `  /shop/${name}:
    get:
      summary: Get a ${name}
      responses: { "200": { description: "", content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
      x-run-in-apifox: https://app.apifox.com/web/project/1/apis/api-${index + 77}-run
`,
  )
  .join("")}`;

/** The words of the first command in a text, read as a shell reads them. */
const commandIn = (text: string): string[] =>
  [...(/pandapon ((?:[^`\n"']|"[^"]*"|'[^']*')*)/.exec(text)?.[1] ?? "").matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );

/** A working folder with the contract in `spec` or elsewhere, and one saved file. */
function workspace(file: string, content: string, spec = "spec"): string {
  const dir = temporaryFolder();
  writeSmallSpec(path.join(dir, spec));
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), content);
  return dir;
}

test.each<[what: string, file: string, content: string, spec: string, command: string]>([
  ["a saved page", "api-77.md", NEW, "spec", "pandapon pages draft api-77.md"],
  ["a saved page in a folder", "saved/page.md", NEW, "spec", "pandapon pages draft saved/page.md"],
  ["a name with blanks", "my pages/a (1).md", NEW, "spec", 'pandapon pages draft "my pages/a (1).md"'],
  ["a name that a shell would expand", "$HOME `x`/a.md", NEW, "spec", "pandapon pages draft '$HOME `x`/a.md'"],
  ["another spec folder", "a.md", NEW, "contract/shop", "pandapon pages draft a.md --spec contract/shop"],
  ["an export", "all.yaml", EXPORT, "spec", "pandapon pages draft api-77 --from all.yaml"],
])("pages diff, %s: the draft works as printed", async (_, file, content, spec, command) => {
  const dir = workspace(file, content, spec);
  const { code, stdout } = await pandapon(["pages", "diff", "--spec", spec, "--from", file], dir);
  expect(code).toBe(1);
  expect(stdout).toContain(`fix: Run \`${command}\`.`);
  if (!command.includes("'")) {
    expect(await pandapon(commandIn(stdout), dir)).toMatchObject({ code: 0, stderr: "" });
    expect(existsSync(path.join(dir, spec, "paths/shop/parcel.yaml"))).toBe(true);
  }
});

test("pages diff, a page of the snapshot: the draft works as printed", async () => {
  const dir = workspace("api-77.md", NEW);
  await pandapon(["pages", "pull", "--from", "api-77.md"], dir);
  const { stdout } = await pandapon(["pages", "diff"], dir);
  expect(stdout).toContain("fix: Run `pandapon pages draft api-77`.");
  expect(await pandapon(commandIn(stdout), dir)).toMatchObject({ code: 0, stderr: "" });
});

test("pages diff, a page without an id: no command is printed that would fail", async () => {
  const dir = workspace("saved.md", NO_ID);
  const { stdout } = await pandapon(["pages", "diff", "--from", "saved.md"], dir);
  expect(stdout).toContain(
    "fix: Save the page with its id in the file name, as in api-250313122.md, and compare again.",
  );
});

test("a draft of a page that the contract has: the comparison works as printed", async () => {
  const dir = workspace("my page.md", CANCEL_PAGE, "contract");
  const { stderr } = await pandapon(["pages", "draft", "my page.md", "--spec", "contract"], dir);
  expect(stderr).toContain('pandapon pages diff --from "my page.md" --spec contract');
  expect(await pandapon(commandIn(stderr), dir)).toMatchObject({ code: 0, stderr: "" });
});

test("a file of several pages: the draft of one works as printed, also if its id is known only from the contract", async () => {
  const dir = workspace("all.yaml", EXPORT);
  const { stderr } = await pandapon(["pages", "draft", "all.yaml"], dir);
  expect(commandIn(stderr)).toEqual(["pages", "draft", "api-77", "--from", "all.yaml"]);
  expect(await pandapon(commandIn(stderr), dir)).toMatchObject({ code: 0, stderr: "" });
  const known = EXPORT.replace("/shop/box", "/shop/order")
    .replace("Get a box", "List orders")
    .replace(/ *x-run-in-apifox: .*78-run\n/, "");
  writeFileSync(path.join(dir, "known.yaml"), known);
  const found = await pandapon(["pages", "draft", "api-1", "--from", "known.yaml"], dir);
  expect(found.stderr).not.toContain("There is no readable page");
});

test("generate --check: the command writes what differs", async () => {
  const dir = workspace("a", "", "contract");
  const args = ["generate", "--spec", "contract", "--out", "my files", "--runtime", "../src"];
  const { code, stdout } = await pandapon([...args, "--check"], dir);
  expect([code, stdout]).toEqual([
    1,
    expect.stringContaining('Run `pandapon generate --out "my files" --runtime ../src --spec contract`'),
  ]);
  expect(await pandapon(commandIn(stdout), dir)).toMatchObject({ code: 0 });
  expect(await pandapon([...args, "--check"], dir)).toMatchObject({ code: 0 });
});

test("coverage: lint works as printed", async () => {
  const dir = workspace("a", "", "contract");
  const file = path.join(dir, "contract/navigation.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("path: /shop/order\n", "path: /shop/ordre\n"));
  const { stderr } = await pandapon(["coverage", "--spec", "contract"], dir);
  expect(commandIn(stderr)).toEqual(["lint", "--spec", "contract"]);
  expect((await pandapon(commandIn(stderr), dir)).stdout).toContain("/shop/ordre");
});

test.each(["diff", "pull", "draft"])(
  "pages %s: a page of another API is refused, and taken with --any-server",
  async (command) => {
    const dir = workspace("api-77.md", FOREIGN);
    const args = ["pages", command, ...(command === "draft" ? [] : ["--from"]), "api-77.md"];
    const refused = await pandapon(args, dir);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("belongs to another API: its server is pets.example.com");
    expect(refused.stderr).toContain("use --any-server");
    const taken = await pandapon([...args, "--any-server"], dir);
    expect(taken).toMatchObject({ code: command === "diff" ? 1 : 0, stderr: "" });
    const written =
      { diff: "navigation.yaml", pull: "pages/api-77.json", draft: "paths/shop/parcel.yaml" }[command] ?? "";
    expect(existsSync(path.join(dir, "spec", written))).toBe(true);
    if (command !== "diff") return;
    expect(commandIn(taken.stdout)).toEqual(["pages", "draft", "api-77.md", "--any-server"]);
    expect(await pandapon(commandIn(taken.stdout), dir)).toMatchObject({ code: 0, stderr: "" });
  },
);

test("a page of another API whose path the contract has is compared with --any-server", async () => {
  const dir = workspace("api-2.md", CANCEL_PAGE.replace("https://shop.example.org", "https://pets.example.com"));
  expect(await pandapon(["pages", "diff", "--from", "api-2.md"], dir)).toMatchObject({ code: 2 });
  expect(await pandapon(["pages", "diff", "--from", "api-2.md", "--any-server"], dir)).toMatchObject({ code: 0 });
});

test.each<[string, string]>([
  ["HTML", "<!doctype html>"],
  ["another API", FOREIGN],
  ["half a page", NEW.slice(0, 300)],
])("exit code 2 never says that all is up to date: %s", async (_, content) => {
  const dir = workspace("api-77.md", content);
  const none = await pandapon(["pages", "diff", "--from", "api-77.md"], dir);
  expect([none.code, none.stdout]).toEqual([
    2,
    expect.stringMatching(/^No page could be compared\. 0 pages compared /),
  ]);
  writeFileSync(path.join(dir, "api-2.md"), CANCEL_PAGE);
  const some = await pandapon(["pages", "diff", "--from", "api-77.md", "api-2.md"], dir);
  expect([some.code, some.stdout]).toEqual([
    2,
    expect.stringMatching(/^No difference in what could be read\. 1 page compared /),
  ]);
});

test.each(["```yaml openapi", "```yaml  title=a.yaml", "~~~yml x", "```json openapi", "```", "```yaml"])(
  "a fence %s is one of a document",
  async (fence) => {
    const content = CANCEL_PAGE.replace("```yaml", fence).replace(/```\n$/, `${fence.slice(0, 3)}\n`);
    const dir = workspace("api-2.md", content);
    expect(await pandapon(["pages", "diff", "--spec", "spec", "--from", "api-2.md"], dir)).toMatchObject({
      code: 0,
      stderr: "",
    });
  },
);
