// `pandapon pages pull --from`: saved pages.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { pull, type PullResult } from "../../scripts/dist/pages/pull/index.js";
import { markdown } from "../support/pages/site.js";
import { smallSpec, temporaryFolder } from "../support/workspace.js";

/** An OpenAPI document of one endpoint as an export has it, with the id of its page. */
const exported = (id: string, field: string, route = "/shop/parcel"): string =>
  JSON.stringify({
    openapi: "3.0.1",
    info: { title: "", version: "1.0.0" },
    paths: {
      [route]: {
        get: {
          summary: "Get a parcel",
          responses: {
            "200": {
              description: "",
              content: {
                "application/json": { schema: { type: "object", properties: { [field]: { type: "string" } } } },
              },
            },
          },
          "x-run-in-apifox": `https://app.apifox.com/web/project/1/apis/${id}-run`,
        },
      },
    },
  });

/** Pulls from files of these texts, in a folder. */
async function pullFrom(spec: string, files: Record<string, string | Buffer>): Promise<PullResult> {
  const dir = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), content);
  }
  const result = await pull({ spec, from: [dir] });
  const problems = result.problems.map((problem) => ({ ...problem, file: path.relative(dir, problem.file) }));
  return { ...result, problems };
}

const snapshot = (spec: string): string[] => readdirSync(path.join(spec, "pages")).sort();
const fieldsOf = (spec: string, id: string): string[] => {
  const text = readFileSync(path.join(spec, "pages", `${id}.json`), "utf8");
  return Object.keys((JSON.parse(text) as { fields: Record<string, unknown> }).fields);
};

test("pages in folders, in subfolders and in an export are added to the snapshot; nothing is removed", async () => {
  const spec = smallSpec();
  await pullFrom(spec, { "api-11.md": markdown(), ".DS_Store": "noise" });
  const result = await pullFrom(spec, {
    "more/send-12e0.md": markdown({ path: "/shop/send" }),
    "all.json": exported("api-13", "weight", "/shop/weight"),
  });
  expect(result).toEqual({ written: ["api-12", "api-13"], unchanged: 0, gone: [], changes: [], problems: [] });
  expect(snapshot(spec)).toEqual(["api-11.json", "api-12.json", "api-13.json"]);
  expect(await pullFrom(spec, { "api-11.md": markdown() })).toMatchObject({ written: [], unchanged: 1 });
});

test("a page without an id gets the id of the contract's page", async () => {
  const spec = smallSpec();
  const result = await pullFrom(spec, { "saved.md": markdown({ title: "Cancel", path: "/shop/order/{orderId}" }) });
  expect(result).toMatchObject({ written: ["api-2"], problems: [] });
  const text = readFileSync(path.join(spec, "pages/api-2.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ id: "api-2", url: "https://doc.example.org/api-2" });
});

test("a file that is not a page is named, and everything else is pulled", async () => {
  const spec = smallSpec();
  const result = await pullFrom(spec, {
    "api-11.md": markdown(),
    "api-12.md": markdown().slice(0, 200),
    "api-13.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]),
    "api-14.html": "<html></html>",
    "unnamed.md": markdown(),
    "other.md": markdown({ path: "/pets" }).replace("servers: []", "servers:\n  - url: https://pets.example.com"),
  });
  expect(result.written).toEqual(["api-11"]);
  expect(result.problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    expect.stringMatching(/^api-12\.md: The page ends inside/),
    expect.stringMatching(/^api-13\.md: This is binary data, not text\./),
    "api-14.html: Unsupported file extension.",
    "other.md: GET /pets belongs to another API: its server is pets.example.com.",
    "unnamed.md: The page of GET /shop/parcel does not show its id.",
  ]);
});

test("a missing path, and an empty folder", async () => {
  const missing = path.join(temporaryFolder(), "missing");
  const { problems } = await pull({ spec: smallSpec(), from: [missing, temporaryFolder()] });
  expect(problems.map(({ message }) => message).sort()).toEqual([
    "No such file or folder.",
    "The folder has no files.",
  ]);
});

test("if a page is saved in two forms, the one that shows more is taken", async () => {
  const spec = smallSpec();
  const files = { "a.json": exported("api-11", "fromExport"), "api-11.md": markdown({ fields: ["fromMarkdown"] }) };
  expect(await pullFrom(spec, files)).toMatchObject({ written: ["api-11"], problems: [] });
  expect(fieldsOf(spec, "api-11")).toEqual(["response/fromMarkdown"]);
});

test("if a page is saved twice in one form, the first is taken, and a difference is reported", async () => {
  const spec = smallSpec();
  const result = await pullFrom(spec, {
    "a/api-11.md": markdown({ fields: ["one"] }),
    "b/api-11.md": markdown({ fields: ["other"] }),
    "c/api-11.md": markdown({ fields: ["one"] }),
  });
  expect(result.written).toEqual(["api-11"]);
  expect(result.problems).toMatchObject([{ file: path.join("b", "api-11.md") }]);
  expect(result.problems[0]?.message).toMatch(
    /^api-11 is also in .*a\/api-11\.md, and differs\. The one there is taken\.$/,
  );
  expect(fieldsOf(spec, "api-11")).toEqual(["response/one"]);
});

test("a saved page keeps the address that it has in the snapshot", async () => {
  const spec = smallSpec();
  await pullFrom(spec, { "api-1.md": markdown({ path: "/shop/order" }).replace("    get:", "    post:") });
  const text = readFileSync(path.join(spec, "pages/api-1.json"), "utf8");
  writeFileSync(path.join(spec, "pages/api-12.json"), text.replaceAll("api-1", "api-12"));
  const result = await pullFrom(spec, { "api-12.md": markdown({ path: "/shop/new" }) });
  expect(result.written).toEqual(["api-12"]);
  expect(JSON.parse(readFileSync(path.join(spec, "pages/api-12.json"), "utf8"))).toMatchObject({
    url: "https://doc.example.org/api-12",
    path: "/shop/new",
  });
});
