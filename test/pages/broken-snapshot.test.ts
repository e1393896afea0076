// A file of spec/pages/ that is broken, by hand or by a merge: its name, what is wrong and what to do; the others are compared.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

type Value = Record<string, unknown>;
const changed =
  (change: (page: Value) => void) =>
  (text: string): string => {
    const page = JSON.parse(text) as Value;
    change(page);
    return JSON.stringify(page);
  };
const withField = (place: string, field: unknown) => changed((page) => void ((page["fields"] as Value)[place] = field));
const set = (name: string, value: unknown) => changed((page) => void (page[name] = value));
const FIELD = { from: "table", types: ["string"] };

const BROKEN: [what: string, text: (text: string) => string, wrong: string][] = [
  ["an empty file", () => "", "id"],
  ["half a file", (text) => text.slice(0, text.length / 2), "id"],
  ["the marks of a merge", (text) => `<<<<<<< ours\n${text}`, "id"],
  ["a list", () => "[]", "id"],
  ["null", () => "null", "id"],
  ["a file that nests deep", () => `{"id": ${"[".repeat(5_000)}`, "id"],
  ["another id", set("id", "api-3"), "id"],
  ["no servers", set("servers", undefined), "servers"],
  ["servers that are not texts", set("servers", [1]), "servers"],
  ["a path that is a number", set("path", 1), "path"],
  ["a method that is null", set("method", null), "method"],
  ["a form that nobody knows", set("form", "pdf"), "form"],
  ["a status that nobody knows", set("status", "gone"), "status"],
  ["notices that are a text", set("notices", "none"), "notices"],
  ["no visible", set("visible", {}), "visible"],
  ["no fields", set("fields", null), "fields"],
  ["fields in a list", set("fields", []), "fields"],
  ["a field that is null", withField("response/a", null), "fields"],
  ["a field without types", withField("response/a", { from: "table" }), "fields"],
  ["a field with types of another form", withField("response/a", { ...FIELD, types: "string" }), "fields"],
  ["a field with a mark of another form", withField("response/a", { ...FIELD, required: true }), "fields"],
  ["a field with an enum of another form", withField("response/a", { ...FIELD, enum: { a: 1 } }), "fields"],
  ["a field in a part that no page has", withField("cookie/a", FIELD), "fields"],
  ["a field without a place", withField("", FIELD), "fields"],
  ["examples of another form", set("examples", { body: {}, response: 1 }), "examples"],
  ["no examples", set("examples", undefined), "examples"],
];

async function snapshot(): Promise<string> {
  const [spec, dir] = [smallSpec(), temporaryFolder()];
  writeFileSync(path.join(dir, "api-2.md"), CANCEL_PAGE);
  await pandapon(["pages", "pull", "--spec", spec, "--from", dir]);
  return spec;
}

test.each(BROKEN)("%s", async (_, broken, wrong) => {
  const spec = await snapshot();
  const file = path.join(spec, "pages/api-2.json");
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, broken(whole));
  writeFileSync(path.join(spec, "pages/api-7.json"), whole.replaceAll("api-2", "api-7"));
  const { code, stdout, stderr } = await pandapon(["pages", "diff", "--spec", spec]);
  expect([code, stderr]).toEqual([
    2,
    `${file}:1:1  page  This is not a page of the snapshot: its \`${wrong}\` is missing or wrong.\n` +
      "    fix: Restore the file from git, or delete it and pull the page again.\n",
  ]);
  expect(stdout).toContain("1 page compared");
  const drafted = await pandapon(["pages", "draft", "api-2", "--spec", spec]);
  expect([drafted.code, drafted.stderr]).toEqual([2, expect.stringContaining("is missing or wrong")]);
  const page = path.join(temporaryFolder(), "api-2.md");
  writeFileSync(page, CANCEL_PAGE);
  expect(await pandapon(["pages", "diff", "--spec", spec, "--from", page])).toMatchObject({ code: 0, stderr: "" });
  expect(await pandapon(["pages", "pull", "--spec", spec, "--from", page])).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(file, "utf8")).toBe(whole);
});

test.each([
  "",
  "[]",
  "{",
  '{"https://doc.example.org": null}',
  '{"https://doc.example.org": {"api-2": {"title": 1}}}',
  '{"https://doc.example.org": {"api-2": {"title": "", "folder": "a", "path": ""}}}',
])("sites.json that holds %s", async (text) => {
  const spec = await snapshot();
  const [file, page] = [path.join(spec, "pages/sites.json"), path.join(temporaryFolder(), "api-2.md")];
  writeFileSync(file, text);
  writeFileSync(page, CANCEL_PAGE);
  for (const args of [
    ["pages", "diff"],
    ["pages", "pull", "--from", page],
  ]) {
    const { code, stderr } = await pandapon([...args, "--spec", spec]);
    expect([code, stderr]).toEqual([
      2,
      `${file} is not a list of the sites' pages. Restore the file from git, or delete it and pull the sites again.\n`,
    ]);
  }
  rmSync(file);
  expect(await pandapon(["pages", "diff", "--spec", spec])).toMatchObject({ code: 0 });
});
