// `pandapon pages diff --markdown`: what a page says stays text in a pull request.
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { driftReport, type Finding } from "../../scripts/dist/entries/pages.js";
import type { Problem } from "../../scripts/dist/index.js";
import { asGitHubShows } from "../support/pages/github-markdown.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

const finding = (changes: Partial<Finding> = {}): Finding => ({
  kind: "type",
  impact: "breaking",
  page: "api-2",
  operationId: "shop.orders.cancel",
  place: "response/data/price",
  spec: { file: "spec/paths/shop/order.yaml", line: 12 },
  says: "string",
  contract: "integer",
  message: "`response/data/price` is string on the page, integer in the contract",
  fix: "Correct the type.",
  ...changes,
});
const problem = (message: string): Problem => ({
  file: `page ${message}`,
  line: 3,
  column: 1,
  rule: "page",
  message,
  fix: message,
});

/** The elements of a report: nothing that a page says makes one. */
const ELEMENTS = new Set(["h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "a"]);
/** Where one of the programs that read the report may see the end of a line. */
const LINE_BREAK = /\r\n|[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029]/;

const SITE = "https://doc.example.com/";

/** Everything but the marks of code, white space, and the signs that are not shown. */
const essence = (text: string): string => text.replaceAll(/[`\s\uFFFD\p{Cc}\p{Cf}\p{Cs}]/gu, "");

/** Renders a report of hostile texts and looks for anything but these texts in it. */
function expectText(texts: readonly string[], url?: string): void {
  const findings = texts.map((text) =>
    finding({ page: `page ${text}`, operationId: text, message: text, fix: text, ...(url !== undefined && { url }) }),
  );
  const problems = texts.map(problem);
  const report = driftReport({ pages: 1, findings, problems }, problems);
  expect(report.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  const { elements, links, tables, additions } = asGitHubShows(report);
  expect(elements.filter((name) => !ELEMENTS.has(name))).toEqual([]);
  expect(additions).toEqual([]);
  expect(links.map(decodeURIComponent)).toEqual(
    url?.startsWith(SITE) === true ? texts.map(() => decodeURIComponent(new URL(url).href)) : [],
  );
  expect(tables).toHaveLength(3);
  const [pulled = [], found = [], read = []] = tables;
  for (const table of [pulled, read]) {
    expect(table.slice(1).map((row) => row.map(essence))).toEqual(
      texts.map((text) => [essence(`page ${text}:3`), essence(text), essence(text)]),
    );
  }
  expect(found.slice(1).map((row) => row.map(essence))).toEqual(
    texts.map((text) => [
      essence(text),
      "type",
      essence(text),
      essence(`page ${text}`),
      "spec/paths/shop/order.yaml:12",
      essence(text),
    ]),
  );
  // Four headings and a summary with a blank line after each, three tables with two lines of head.
  expect(report.trimEnd().split(LINE_BREAK)).toHaveLength(3 * (texts.length + 2) + 5 + 7);
}

describe("a text of a page", () => {
  test.each([
    ["a pipe, HTML, a link and an image", "New | <b>bold</b> [free](https://x.example) ![](https://x.example/a.png)"],
    ["HTML that is not closed", "<img src=x <script <!-- <a href='https://x.example'>"],
    ["mentions", "@everyone, @admin/team (@admin) a@b.example mailto:a@b.example"],
    ["a mention in entities", "&#64;admin &commat;admin &#x40;admin"],
    ["references to issues", "Closes #1, fixes o/r#2, resolves GH-3 and https://github.com/o/r/issues/4"],
    ["references to commits", "deadbee 2542285634920880794 o/r@deadbeef"],
    ["references to advisories", "GHSA-abcd-efgh-ijkl CVE-2026-1"],
    ["links without marks", "https://x.example www.x.example http://x.example (www.x.example)"],
    ["a backslash before a pipe", "a \\| b \\\\| c \\"],
    ["backticks", "a ` b `` c ``` d"],
    ["a backtick in a field's name", "`response/a`b` is string on the page, `response/|` too"],
    ["code next to code", "`a``b` `a`b`c` `` ` ``"],
    ["emphasis, strikethrough, a formula, an emoji", "*a* _b_ **c** ~~d~~ $e$ $`f`$ :tada: :+1:"],
    ["a footnote, a task, a heading, a quote", "[^1] [^1]: x - [x] # y > [!NOTE]"],
    ["lines", "a\n# b\r# c\r\n\n---\n\u2028d\u2029e\u0085f\vg\fh"],
    ["commands of the runner", "##[add-mask]e\n::error title=Fixed::all is well\r::set-output name=a::b\n##[group]c"],
    ["control characters and marks of direction", "a\u0000b\u001B[31mc\u202Ed\u2066e\u200Bf\uFEFFg"],
    ["half of a pair", "a\uD800b"],
    ["nothing", ""],
    ["white space", " \t\n "],
    ["Chinese", "创建退款（1688）：“订单”，见#1。"],
  ])("with %s", (_, text) => {
    expectText([text]);
  });

  const fragment = fc.constantFrom(
    ..."`|\\*_~$<>[](){}!#@&:;.,'\"-+=/%^ \n\r\t\u0085\u2028\u0000\u001B\u202E\u200B",
    ...["``", "\\|", "](", "![", "<b>", "</td>", "<!--", "http://", "https://x.example", "www.", "@a", "#1", "GH-1"],
    ...[
      "&#64;",
      "&lt;",
      "&",
      "deadbeef",
      "x.example",
      "::",
      "##[",
      "a",
      "B",
      "7",
      "漢",
      "｜",
      "🎉",
      "`a`",
      "~~",
      "[^1]:",
    ],
  );
  const hostile = fc.oneof(
    fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({ unit: "binary", maxLength: 20 }),
  );

  test("that is made of hostile pieces", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => expectText(texts)),
      { numRuns: 500 },
    );
  });

  test("in an address", () => {
    const rest = fc.array(fragment, { maxLength: 10 }).map((parts) => parts.join(""));
    const address = fc
      .tuple(fc.constantFrom(SITE, `${SITE}a?`, "http://[::1]:8080/", "https://a@doc.example.com/"), rest)
      .map(([head, tail]) => head + tail)
      .filter((one) => URL.canParse(one) && decodes(new URL(one).href));
    fc.assert(
      fc.property(address, (url) => expectText(["api-2"], url)),
      { numRuns: 500 },
    );
  });
});

const decodes = (address: string): boolean => {
  try {
    return decodeURIComponent(address) !== "";
  } catch {
    return false;
  }
};

describe("the link to a page", () => {
  const linksFor = (url: string): string[] =>
    asGitHubShows(driftReport({ pages: 1, findings: [finding({ url })], problems: [] })).links;

  test.each([
    ["https://doc.example.com/api-2", "https://doc.example.com/api-2"],
    ["https://doc.example.com/a b/(c)[d]/api-2", "https://doc.example.com/a%20b/%28c%29%5Bd%5D/api-2"],
    ["https://doc.example.com/@admin/!x|y`z/api-2", "https://doc.example.com/%40admin/%21x%7Cy%60z/api-2"],
    ["https://doc.example.com/api-2?a=1&copy=2&copy;", "https://doc.example.com/api-2?a=1&copy=2&copy%3B"],
  ])("%s", (url, link) => {
    expect(linksFor(url)).toEqual([link]);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://doc.example.com@x.example/api-2",
    "https://user:pass@x.example/api-2",
    "https://x!(y).example/api-2",
    "not an address",
  ])("is left out for %s", (url) => {
    expect(linksFor(url)).toEqual([]);
  });
});

test("a difference as it usually is", () => {
  const report = driftReport({ pages: 2, findings: [finding({ url: "https://doc.example.com/api-2" })], problems: [] });
  expect(report).toBe(`# Drift of PandaPon's pages

2 pages compared: 1 breaking, 0 additive, 0 documentation only.

## Breaking

| operation | what | difference | page | in spec/ | fix |
| --- | --- | --- | --- | --- | --- |
| \`shop.orders.cancel\` | type | \`response/data/price\` is string on the page, integer in the contract | [\`api-2\`](https://doc.example.com/api-2) | \`spec/paths/shop/order.yaml:12\` | Correct the type. |
`);
});

test("what could not be pulled or read is part of the summary, and has its file, its line and the fix", () => {
  const unread = { ...problem("No table of fields."), file: "api-2.md", fix: "Save the page again." };
  const unpulled = { ...problem("The page answers 500."), file: "https://doc.example.com/api-3.md", fix: "" };
  expect(driftReport({ pages: 1, findings: [], problems: [unread] }, [unpulled])).toBe(`# Drift of PandaPon's pages

1 page compared: 1 not readable, 1 not pulled.

## Not pulled

| where | what | fix |
| --- | --- | --- |
| \`https://doc.example.com/api-3.md:3\` | The page answers 500. |  |

## Not readable

| where | what | fix |
| --- | --- | --- |
| \`api-2.md:3\` | No table of fields. | Save the page again. |
`);
});

test("a page without an id is still linked", () => {
  const findings = [finding({ page: "", url: "https://doc.example.com/saved" })];
  expect(driftReport({ pages: 1, findings, problems: [] })).toContain(" | [page](https://doc.example.com/saved) | ");
});

test("no differences", () => {
  expect(driftReport({ pages: 1, findings: [], problems: [] })).toBe(
    "# Drift of PandaPon's pages\n\n1 page compared: up to date.\n",
  );
});

test("a very long text is cut, so that it does not push the other rows out of the pull request", () => {
  const report = driftReport({
    pages: 1,
    findings: [finding({ message: "漢🎉 ".repeat(100_000) }), finding({ message: "second" })],
    problems: [],
  });
  expect(report.length).toBeLessThan(3_000);
  expect(report).toContain("…");
  expect(Buffer.from(report).toString()).toBe(report);
  expect(report).toContain("second");
});

test("the command prints it: a title with a pipe, HTML, a link, an image and a mention", async () => {
  const title = "New | <b>bold</b> [free](https://shop.example.org) ![](https://shop.example.org/a.png) @everyone";
  const page = path.join(temporaryFolder(), "api-77.md");
  writeFileSync(
    page,
    CANCEL_PAGE.replaceAll("Cancel an order", `"${title}"`)
      .replace("/shop/order/{orderId}:", "/shop/order/other:")
      .replace("api-2-run", "api-77-run"),
  );
  const { code, stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", page, "--markdown"]);
  expect(code).toBe(1);
  const { elements, links, tables, additions } = asGitHubShows(stdout);
  expect({ links, additions, others: elements.filter((name) => !ELEMENTS.has(name)) }).toEqual({
    links: [],
    additions: [],
    others: [],
  });
  const row = tables[0]?.[1] ?? [];
  expect(row[1]).toBe("not covered");
  expect(row[2]).toBe(`GET /shop/order/other ("${title}") has no entry in navigation.yaml`);
});
