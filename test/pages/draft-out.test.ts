// `pandapon pages draft --out DIR`, several times into one folder: each draft builds on those that are there.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lint } from "pandapon-codegen/lint";
import type { NavigationEntry } from "pandapon-codegen/coverage";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { filesBelow } from "../../scripts/dist/core/spec-folder.js";
import { comparer } from "../../scripts/dist/pages/diff/index.js";
import { draft } from "../../scripts/dist/pages/draft/index.js";
import type { ReadPage } from "../../scripts/dist/pages/page/page.js";
import { DESCRIPTION_RULES } from "../support/pages/description-rules.js";
import { ENVELOPE, field, inventedPage } from "../support/pages/invented-page.js";
import { ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

/** A page of its own with a list of wrapping papers, each with these fields. */
function paperPage(number: number, route: string, fields: string[], more: Partial<ReadPage> = {}): ReadPage {
  const id = `api-99900000${number}`;
  const papers = fields.map((name) => [`response/data/papers/*/${name}`, field("string")] as const);
  return inventedPage(
    {
      ...ENVELOPE,
      "response/data": field("object"),
      "response/data/papers": field("array"),
      "response/data/papers/*": field("object", { shape: "PaperVO" }),
      ...Object.fromEntries(papers),
    },
    { id, url: `https://doc.pandapon.com/${id}`, path: route, title: `Papers ${number}`, source: `${id}.md`, ...more },
  );
}
const FIRST = paperPage(1, "/alibaba/order/paper/list", ["colour", "width"]);
const SECOND = paperPage(2, "/alibaba/order/paper/get", ["colour", "width"]);
const OTHER_SHAPE = paperPage(3, "/alibaba/order/paper/query", ["shape", "length"]);
const PAPER = "paths/alibaba/order/paper/list.yaml";

const SPEC = path.join(ROOT, "spec");
const contents = (dir: string): Record<string, string> =>
  Object.fromEntries(filesBelow(dir).map((file) => [path.relative(dir, file), readFileSync(file, "utf8")]));
const entriesIn = (dir: string): NavigationEntry[] =>
  (parse(readFileSync(path.join(dir, "navigation.yaml"), "utf8")) as { entries: NavigationEntry[] }).entries;
const keysIn = (dir: string, section = "paths"): string[] =>
  Object.keys((parse(readFileSync(path.join(dir, "openapi.yaml"), "utf8")) as Record<string, object>)[section] ?? {});
const writeDraft = (page: ReadPage, out: string, spec = SPEC): ReturnType<typeof draft> =>
  draft(page, { spec, out, write: true });

/** A copy of the contract with the drafts in it. */
function withDrafts(out: string): string {
  const spec = path.join(temporaryFolder(), "spec");
  cpSync(SPEC, spec, { recursive: true });
  cpSync(out, spec, { recursive: true });
  return spec;
}

describe("a second draft into one folder", { timeout: 60_000 }, () => {
  test("keeps what the first one wrote, and both fit into the contract together", async () => {
    const out = temporaryFolder();
    const first = await writeDraft(FIRST, out);
    const before = contents(out);
    const second = await writeDraft(OTHER_SHAPE, out);
    const after = contents(out);
    for (const [name, text] of Object.entries(before)) {
      if (name !== "openapi.yaml" && name !== "navigation.yaml") expect(after[name], name).toBe(text);
    }
    expect(keysIn(out)).toEqual(expect.arrayContaining([...keysIn(SPEC), FIRST.path, OTHER_SHAPE.path]));
    expect(entriesIn(out)).toHaveLength(entriesIn(SPEC).length + 2);
    const spec = withDrafts(out);
    expect((await lint({ spec })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
    const { findings, problems } = comparer(spec)([{ pages: [FIRST, OTHER_SHAPE], problems: [] }]);
    expect([findings, problems]).toEqual([[], []]);
    expect(new Set([first.operationId, second.operationId])).toHaveLength(2);
  });

  test("is what it would be if the contract had the first one", async () => {
    const out = temporaryFolder();
    await writeDraft(FIRST, out);
    const spec = withDrafts(out);
    expect(await writeDraft(SECOND, out)).toEqual(await draft(SECOND, { spec, write: true }));
  });

  test("an id of the first one is an id in the second one, also if it is sent as text", async () => {
    const out = temporaryFolder();
    const answer = "response/data/papers/*/paperSheetId";
    const withId = (page: ReadPage, types: string): ReadPage => ({
      ...page,
      fields: new Map([...page.fields, [answer, field(types)]]),
    });
    await writeDraft(withId(FIRST, "integer"), out);
    const second = await writeDraft(withId(SECOND, "string"), out);
    expect(second.files.map(({ path: name }) => name)).toEqual([
      "paths/alibaba/order/paper/get.yaml",
      "openapi.yaml",
      "navigation.yaml",
    ]);
    expect(second.files[0]?.text).toMatch(/paperSheetId:\s+type: string\s+format: int64/);
    const alone = await writeDraft(withId(SECOND, "string"), temporaryFolder());
    expect(alone.files[0]?.text).not.toMatch(/paperSheetId:\s+type: string\s+format: int64/);
  });

  test("gives no operationId twice", async () => {
    const out = temporaryFolder();
    const ids = [];
    for (const [index, route] of ["paper", "papers", "paper/list"].entries()) {
      const page = paperPage(index + 1, `/alibaba/order/${route}/query`, ["colour"]);
      ids.push((await writeDraft(page, out)).operationId);
    }
    expect(new Set(ids)).toHaveLength(3);
  });

  test("keeps what a person changed in the folder", async () => {
    const out = temporaryFolder();
    await writeDraft(FIRST, out);
    const edit = (name: string, from: string, to: string): void => {
      const file = path.join(out, name);
      const text = readFileSync(file, "utf8");
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
    };
    edit("navigation.yaml", "title: Papers 1", "title: Wrapping papers");
    edit("openapi.yaml", "info:\n", "# Reviewed.\ninfo:\n");
    edit(PAPER, "post:\n", "post:\n  summary: List the wrapping papers\n");
    const edited = readFileSync(path.join(out, PAPER), "utf8");
    await writeDraft(SECOND, out);
    expect(entriesIn(out).map(({ title }) => title)).toEqual(expect.arrayContaining(["Wrapping papers", "Papers 2"]));
    expect(readFileSync(path.join(out, "openapi.yaml"), "utf8")).toContain("# Reviewed.\n");
    expect(readFileSync(path.join(out, PAPER), "utf8")).toBe(edited);
  });

  test("of a message adds it to the webhooks", async () => {
    const message = (number: number, name: string): ReadPage => ({
      ...inventedPage({ "body/messageType": field("string") }, { kind: "callback", path: name, title: name }),
      id: `api-99900000${number}`,
      url: `https://doc.pandapon.com/api-99900000${number}`,
    });
    const [one, two] = ["1688_ORDER_BUYER_VIEW_ORDER_WRAPPED", "1688_ORDER_BUYER_VIEW_ORDER_UNWRAPPED"] as const;
    const out = temporaryFolder();
    await writeDraft(message(1, one), out);
    await writeDraft(message(2, two), out);
    expect(keysIn(out, "webhooks")).toEqual(expect.arrayContaining([...keysIn(SPEC, "webhooks"), one, two]));
    expect(entriesIn(out).map(({ webhook }) => webhook)).toEqual(expect.arrayContaining([one, two]));
  });
});

describe("the same page again", { timeout: 60_000 }, () => {
  test("is refused by name, and nothing is changed", async () => {
    const out = temporaryFolder();
    const { operationId } = await writeDraft(FIRST, out);
    await writeDraft(OTHER_SHAPE, out);
    const before = contents(out);
    await expect(writeDraft(FIRST, out)).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message:
        `${out}/paths/alibaba/order/paper/list.yaml already is a draft of POST /alibaba/order/paper/list (${operationId}). ` +
        "Delete the file to draft the page again.",
    });
    expect(contents(out)).toEqual(before);
  });

  test("is drafted again once its file is deleted, and has each entry once", async () => {
    const out = temporaryFolder();
    await writeDraft(FIRST, out);
    const before = contents(out);
    rmSync(path.join(out, "paths/alibaba/order/paper/list.yaml"));
    const { files, todo } = await writeDraft(FIRST, out);
    expect(contents(out)).toEqual(before);
    expect(files.map(({ path: name }) => name)).toEqual(["paths/alibaba/order/paper/list.yaml"]);
    expect(todo.join("\n")).not.toContain("navigation.yaml");
  });

  test("nor is it drafted beside an entry that leads to another file", async () => {
    const spec = smallSpec(["openapi.yaml", "paths:\n", "paths:\n  /shop/parcel:\n    $ref: paths/shop/order.yaml\n"]);
    const page = inventedPage({}, { path: "/shop/parcel", method: "PUT", servers: ["https://shop.example.org"] });
    await expect(draft(page, { spec, write: true })).rejects.toMatchObject({
      code: 2,
      message: expect.stringMatching(/openapi\.yaml has another entry for \/shop\/parcel\./) as string,
    });
  });

  test("another method of its path is added to the draft's file", async () => {
    const out = temporaryFolder();
    await writeDraft(FIRST, out);
    const before = readFileSync(path.join(out, PAPER), "utf8");
    await writeDraft({ ...FIRST, id: "api-999000009", method: "GET", title: "Paper" }, out);
    const text = readFileSync(path.join(out, PAPER), "utf8");
    expect(text.startsWith(before)).toBe(true);
    expect(Object.keys(parse(text) as object)).toEqual(["post", "get"]);
    expect((await lint({ spec: withDrafts(out) })).filter(({ rule }) => !DESCRIPTION_RULES.has(rule))).toEqual([]);
  });
});

describe("a folder that does not fit", { timeout: 60_000 }, () => {
  test.each<[what: string, files: Record<string, string>, message: RegExp]>([
    [
      "an openapi.yaml of something else",
      { "openapi.yaml": "swagger: '2.0'\n" },
      /openapi\.yaml has no `openapi:` line/,
    ],
    [
      "a contract of another API",
      { "openapi.yaml": "openapi: 3.1.1\ninfo: { title: Pets, version: 1.0.0 }\npaths: {}\n" },
      /out\/openapi\.yaml lacks \/alibaba\/cart\/.*The contract changed after the first draft/s,
    ],
    ["a navigation.yaml of something else", { "navigation.yaml": "nav: []\n" }, /out\/navigation\.yaml:1 .* no list/],
    ["a navigation.yaml without entries", { "navigation.yaml": "entries: []\n" }, /out\/navigation\.yaml lacks /],
  ])("%s is refused and left alone", async (_, files, message) => {
    const out = path.join(temporaryFolder(), "out");
    mkdirSync(out);
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(out, name), text);
    const before = contents(out);
    await expect(writeDraft(FIRST, out)).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message: expect.stringMatching(message) as string,
    });
    expect(contents(out)).toEqual(before);
  });

  test("drafts that are older than an operation of the contract are refused", async () => {
    const out = temporaryFolder();
    await writeDraft(FIRST, out);
    const spec = path.join(temporaryFolder(), "spec");
    cpSync(SPEC, spec, { recursive: true });
    await draft(OTHER_SHAPE, { spec, write: true });
    await expect(writeDraft(SECOND, out, spec)).rejects.toMatchObject({
      code: 2,
      message:
        `${out}/openapi.yaml lacks ${OTHER_SHAPE.path}. The contract changed after the first draft. ` +
        "Name another folder with --out, or copy what is missing from the contract.",
    });
  });

  test.each(["openapi.yaml", PAPER, "components/schemas/Unused.yaml"])(
    "broken YAML in it is named: %s",
    async (name) => {
      const out = temporaryFolder();
      await writeDraft(FIRST, out);
      const file = path.join(out, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${existsSync(file) ? readFileSync(file, "utf8") : ""}\nbroken: [`);
      await expect(writeDraft(SECOND, out)).rejects.toMatchObject({
        name: "Failure",
        code: 2,
        problems: [expect.objectContaining({ file, fix: "Correct the YAML." }) as object],
      });
    },
  );

  test("a file in its place is named", async () => {
    const out = path.join(temporaryFolder(), "out");
    writeFileSync(out, "");
    await expect(writeDraft(FIRST, out)).rejects.toMatchObject({
      name: "Failure",
      code: 2,
      message: expect.stringMatching(/^Cannot write .*out \(\w+\)\./) as string,
    });
  });
});

test("files that are not of a contract are not looked at", async () => {
  const out = temporaryFolder();
  writeFileSync(path.join(out, "README.md"), "Ours.\n");
  mkdirSync(path.join(out, "components"));
  writeFileSync(path.join(out, "components/button.tsx"), "export {};\n");
  const empty = temporaryFolder();
  expect(await writeDraft(FIRST, out)).toEqual(await writeDraft(FIRST, empty));
  expect(existsSync(path.join(out, "components/button.tsx"))).toBe(true);
});

test("the spec folder as --out is the spec folder", async () => {
  const spec = path.join(temporaryFolder(), "spec");
  cpSync(SPEC, spec, { recursive: true });
  await draft(FIRST, { spec, out: path.join(spec, "../spec/"), write: true });
  await draft(SECOND, { spec, write: true });
  expect(keysIn(spec)).toEqual(expect.arrayContaining([FIRST.path, SECOND.path]));
});
