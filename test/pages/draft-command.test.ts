// The command `pandapon pages draft`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

const OTHER = CANCEL_PAGE.replace("/shop/order/{orderId}:", "/shop/order/{orderId}/restore:")
  .replaceAll("Cancel an order", "Restore an order")
  .replace("api-2-run", "api-77-run");

/** A saved page or export. */
function saved(name: string, text: string): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** An export of endpoints, by the ids of their pages. */
const exported = (paths: Record<string, string>): string =>
  JSON.stringify({
    openapi: "3.0.1",
    paths: Object.fromEntries(
      Object.entries(paths).map(([id, route]) => [
        route,
        {
          get: {
            summary: `Endpoint ${id}`,
            responses: { "200": { description: "", content: { "application/json": { schema: { type: "object" } } } } },
            "x-run-in-apifox": `https://app.apifox.com/web/project/1/apis/${id}-run`,
          },
        },
      ]),
    ),
  });

test("drafts a page of the snapshot or a file; --json names the files, --out does not change the contract", async () => {
  const spec = smallSpec();
  const file = saved("api-77.md", OTHER);
  await pandapon(["pages", "pull", "--spec", spec, "--from", file]);
  const before = readFileSync(path.join(spec, "navigation.yaml"), "utf8");
  const out = path.join(temporaryFolder(), "draft");
  const { code, stdout, stderr } = await pandapon(["pages", "draft", "api-77", "--spec", spec, "--out", out, "--json"]);
  expect(code, stdout + stderr).toBe(0);
  const result = JSON.parse(stdout) as {
    operationId: string;
    files: { path: string; state: string }[];
    todo: string[];
  };
  expect(result.files.map(({ path: name, state }) => `${state} ${name}`)).toContain(
    "new paths/shop/order/{orderId}/restore.yaml",
  );
  for (const { path: name } of result.files) expect(existsSync(path.join(out, name))).toBe(true);
  expect(result.todo.length).toBeGreaterThan(1);
  expect(readFileSync(path.join(spec, "navigation.yaml"), "utf8")).toBe(before);
  const written = await pandapon(["pages", "draft", file, "--spec", spec]);
  expect(written.stdout).toContain(`${result.operationId} is drafted. Left to do:\n- `);
  expect(await pandapon(["pages", "diff", "--spec", spec, "--from", file])).toMatchObject({ code: 0, stderr: "" });
});

test("a page that the contract has: the suggested command compares it", async () => {
  const spec = smallSpec();
  const file = saved("api-2.md", CANCEL_PAGE);
  const refused = async (which: string): Promise<string[]> => {
    const { code, stderr } = await pandapon(["pages", "draft", which, "--spec", spec]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^The contract has GET \/shop\/order\/\{orderId\} as shop\.orders\.cancel\. /);
    return stderr.trim().split("pandapon ")[1]?.split(" ") ?? [];
  };
  const command = await refused(file);
  expect(command).toEqual(["pages", "diff", "--from", file, "--spec", spec]);
  expect(await pandapon(command)).toMatchObject({ code: 0, stderr: "" });
  await pandapon(["pages", "pull", "--spec", spec, "--from", file]);
  expect(await refused("api-2")).toEqual(["pages", "diff", "--spec", spec]);
  expect(await pandapon(await refused("api-2"))).toMatchObject({ code: 0, stderr: "" });
});

test("several pages: one is chosen by its id", async () => {
  const spec = smallSpec();
  const file = saved("all.json", exported({ "api-77": "/shop/parcel", "api-78": "/shop/box" }));
  const { code, stderr } = await pandapon(["pages", "draft", file, "--spec", spec]);
  const command = `pandapon pages draft api-77 --from ${file} --spec ${spec}`;
  expect(stderr).toBe(`${file} is 2 pages. Name one page by its id: ${command}\n`);
  expect(code).toBe(2);
  expect((await pandapon(["pages", "draft", "api-78", "--from", file, "--spec", spec])).code).toBe(0);
  expect(existsSync(path.join(spec, "paths/shop/box.yaml"))).toBe(true);

  const [one, two] = [saved("one.md", OTHER), saved("two.md", OTHER)];
  expect((await pandapon(["pages", "draft", "api-77", "--from", one, two, "--spec", spec])).stderr).toBe(
    `api-77 is 2 pages, in ${one} and ${two}. Name one of the files.\n`,
  );
});

test.each<[string, string, string, RegExp]>([
  ["an unknown id", "api-99", "", /^api-99 is not a page of the snapshot and not a file\. /],
  [
    "a page of another API",
    "a.md",
    OTHER.replace("https://shop.example.org", "https://pets.example.com"),
    /belongs to another API: its server is pets\.example\.com/,
  ],
  ["half a page", "a.md", OTHER.slice(0, 900), /^There is no readable page .*a\.md in .*\n.*a\.md:\d+:1 {2}page /],
  ["a file that is not a page", "a.exe", "MZ", /Unsupported file extension\./],
])("bad input: %s", async (_, name, text, words) => {
  const { code, stdout, stderr } = await pandapon([
    "pages",
    "draft",
    text === "" ? name : saved(name, text),
    "--spec",
    smallSpec(),
  ]);
  expect(stderr).toMatch(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});
