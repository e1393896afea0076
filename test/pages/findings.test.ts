// The fix of a finding can be copied into the contract, and one change of a page is one finding.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../scripts/dist/pages/diff/index.js";
import { cancelPage } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

interface Result {
  findings: Finding[];
  problems: { line: number; message: string }[];
}

async function compared(page: string): Promise<Result> {
  const file = path.join(temporaryFolder(), "api-2.md");
  writeFileSync(file, page);
  const { stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", file, "--json"]);
  return JSON.parse(stdout) as Result;
}

const PRICE = "          type: integer\n          format: int64\n          title: price\n";
const NOTE = "          type: string\n          nullable: true\n          title: note\n";

test.each([
  ["several types", PRICE, "          type: [integer, string]\n", "`type: [integer, string]`"],
  ["one type", PRICE, "          type: string\n", "`type: string`"],
  ["a type, or null", NOTE, "          type: boolean\n          nullable: true\n", '`type: [boolean, "null"]`'],
  ["a type, never null", NOTE, "          type: boolean\n", "`type: boolean`"],
])("the fix names types as a schema has them: %s", async (_, from, to, words) => {
  const { findings } = await compared(cancelPage(from, to));
  const type = findings.find(({ kind }) => kind === "type");
  expect(type?.fix).toContain(`Write ${words}`);
});

test.each(["''", "any", "[]"])("a type that names no JSON type is no difference: %s", async (type) => {
  const { findings } = await compared(cancelPage(PRICE, `          type: ${type}\n`));
  expect(findings).toEqual([]);
});

test("a field whose only type on the page is null is one finding: it may be null", async () => {
  const { findings } = await compared(cancelPage(PRICE, "          type: 'null'\n"));
  expect(findings).toMatchObject([
    { kind: "nullable", impact: "breaking", place: "response/data/price", fix: 'Add "null" to the type.' },
  ]);
});

test("a field that the table no longer lists, but the example still has, is gone", async () => {
  const { findings } = await compared(cancelPage(`        price:\n${PRICE}`, ""));
  expect(findings).toMatchObject([
    { kind: "removed", impact: "breaking", place: "response/data/price", says: "only in the example" },
  ]);
  expect(findings[0]?.message).toContain("gone from the page's table");
});

/** The page without the shape that its $ref names, and without its example. */
const lost = (page: string): string =>
  page.replace("    Order:\n", "    Odrer:\n").replace(/ {14}example:\n(?: {16}.*\n)+/, "");

test("fields behind a $ref that leads nowhere are not gone: they cannot be read", async () => {
  const { findings, problems } = await compared(lost(cancelPage("title: order", "title: the order")));
  expect(problems.map(({ message }) => message)).toEqual([
    "Nothing is read below it: the $ref #/components/schemas/Order leads nowhere at response/data.",
  ]);
  expect(findings).toEqual([]);
});

test("an answer whose own $ref leads nowhere is not gone either", async () => {
  const whole = cancelPage(
    "                type: object\n                properties:\n                  data:\n                    $ref",
    "                $ref",
  );
  const { findings, problems } = await compared(lost(whole));
  expect(problems).toHaveLength(1);
  expect(findings).toEqual([]);
});

/** A page that shows its answer only by an example. */
const byExample = (example: string): string =>
  cancelPage("                    $ref: '#/components/schemas/Order'\n", "")
    .replace("                properties:\n                  data:\n", "")
    .replace(/ {14}example:\n(?: {16}.*\n)+/, `              example: '${example}'\n`);

test("fields that only an example shows are not gone if the example is not JSON", async () => {
  const good = await compared(byExample('{"data": {"orderId": 2542285634920880794, "price": 1990, "note": null}}'));
  expect(good.findings).toEqual([]);
  const shorter = await compared(byExample('{"data": {"orderId": 2542285634920880794}}'));
  expect(shorter.findings.map(({ kind, place }) => `${kind} ${place}`)).toContain("removed response/data/price");
  const bad = await compared(byExample('{"data": {"orderId": {{orderId}}, "price": 1990, "note": null}}'));
  expect(bad).toMatchObject({ findings: [], problems: [] });
});

test.each([["multipart/form-data"], ["application/x-www-form-urlencoded"], ["text/plain"]])(
  "a part that is not JSON is reported with its line: %s",
  async (type) => {
    const page = cancelPage("            application/json:", `            ${type}:`);
    const { findings, problems } = await compared(page);
    expect(findings).toEqual([]);
    expect(problems).toMatchObject([{ message: `/shop/order/{orderId}: the response is ${type}, not JSON.` }]);
    const line = page.split("\n").findIndex((one) => one.includes(type)) + 1;
    expect(problems[0]?.line).toBe(line);
  },
);

test.each([["'*/*'"], ["application/json;charset=UTF-8"], ["application/vnd.shop+json"]])(
  "these media types mean JSON: %s",
  async (type) => {
    const page = cancelPage("            application/json:", `            ${type}:`);
    expect(await compared(page)).toMatchObject({ findings: [], problems: [] });
  },
);

test("an empty form counts as no body", async () => {
  const form =
    "      requestBody:\n        content:\n          multipart/form-data:\n            schema: { type: object, properties: {} }\n";
  expect(await compared(cancelPage("      responses:\n", `${form}      responses:\n`))).toMatchObject({
    findings: [],
    problems: [],
  });
});
