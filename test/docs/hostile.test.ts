// Texts of a contract that look like HTML, Markdown or an address that runs something: pages show them as text and stay whole.
import { marked, type Token } from "marked";
import { beforeAll, describe, expect, test } from "vitest";
import { siteFiles } from "../../scripts/dist/docs/index.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { readHtml } from "../support/html-page.js";

const TEXTS = [
  "<script>window.ran=1</script>",
  "</script></style></title><script>window.ran=1</script>",
  '"><img src=x onerror=window.ran=1>',
  "' onmouseover='window.ran=1",
  "<svg/onload=window.ran=1>",
  "<!-- a comment without an end",
  "]]> <![CDATA[ x",
  "[a](javascript:window.ran=1) [b](JaVaScRiPt:1) [c](data:text/html,x) [d](vbscript:x) ![e](https://example.org/e.png)",
  "[a]: javascript:x\n\n[a]",
  "text ]( and [ and ) and | a pipe | in || a cell",
  "`` ` ``` a fence\n```\nwithout an end",
  "~~~\nanother fence",
  "```js\na fence that comes first",
  "    code by indentation\n\n1. a list",
  "# Code\n\n## content\n\n# contradictions",
  "- a list\n- of two\n\n> a quote",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "a line\n---\nanother\n===",
  "{operation} {page} ${x} $& $1 $' {{evidence}} {% x %}",
  "W".repeat(5_000),
  "\u202Ereversed\u202C \u200F right to left \u2066 isolate",
  "\u2028 lines \u2029 of other kinds \u0000 and zero",
  "&lt;b&gt; &amp; &#60;script&#62; &nbsp;",
  "<https://example.org/auto> <b>bold</b> <details open>",
];

/** A contract in which every text is `text`. */
const contractOf = (text: string): Document => {
  const evidence = {
    page: `https://example.org/(${text})`,
    otherPages: [`javascript:${text}`, text],
    modified: text,
    status: "released",
    request: "complete",
    response: "unknown",
    missing: text,
    accepted: [{ at: text, facet: "type", page: text, says: text, why: text }],
  };
  const field = {
    type: "string",
    description: text,
    examples: [text],
    "x-extensible-enum": [text, "b"],
    "x-unit": text,
    "x-evidence": { basis: "v2", page: `javascript:${text}` },
  };
  const schema = {
    type: "object",
    description: text,
    required: [text],
    properties: {
      [text]: field,
      closed: { type: "string", enum: [text], description: text },
      list: { type: "array", description: text, items: { type: "object", properties: { [text]: field } } },
    },
  };
  const json = { "application/json": { schema, example: { [text]: text } } };
  const document: unknown = {
    openapi: "3.1.1",
    info: { title: text, version: "1.0.0", summary: text, description: text },
    servers: [{ url: "https://shop.example.org", description: text }],
    tags: [{ name: "orders", "x-displayName": text, description: text }],
    "x-tagGroups": [{ name: text, tags: ["orders"] }],
    paths: {
      "/shop/order": {
        post: {
          operationId: "shop.orders.list",
          summary: text,
          description: text,
          tags: ["orders"],
          "x-effect": "write",
          "x-check-with": { operation: text, how: text },
          "x-success": { flag: `/${text}` },
          "x-pagination": { page: text, firstPage: 1, size: text },
          "x-evidence": evidence,
          parameters: [
            {
              name: "a",
              in: "query",
              required: true,
              description: text,
              schema: { type: "string", description: text },
              example: text,
            },
          ],
          requestBody: { description: text, content: json },
          responses: { "200": { description: text, content: json } },
        },
      },
    },
    webhooks: {
      ORDER_PAID: {
        post: {
          operationId: "webhooks.paid",
          summary: text,
          description: text,
          tags: ["orders"],
          "x-evidence": evidence,
          requestBody: { content: json },
          responses: { "200": { description: text } },
        },
      },
    },
    components: { schemas: {} },
  };
  // It is written as the compiled contract is.
  return document as Document;
};

const sites: { text: string; files: Map<string, string> }[] = [];
beforeAll(async () => {
  for (const text of TEXTS)
    sites.push({
      text,
      files: await siteFiles(
        { document: contractOf(text), spec: undefined },
        { languages: ["en"], url: "https://example.org/" },
      ),
    });
});

/** The elements that a page has of its own. */
const OWN = new Set(
  "html head meta title link style body a header nav main h1 p code span h2 h3 h4 details summary pre wbr div table thead tbody tr th td ul ol li strong em del br hr blockquote footer".split(
    " ",
  ),
);

test("HTML: no element, attribute or address of theirs, and well formed", () => {
  const wrong: string[] = [];
  let texts = 0;
  for (const { text, files } of sites) {
    for (const [file, content] of files) {
      if (!file.endsWith(".html") || file === "index.html") continue;
      const { errors, elements, ids, links, text: shown, title } = readHtml(content);
      const add = (what: string): void => void wrong.push(`${JSON.stringify(text.slice(0, 30))} ${file}: ${what}`);
      // The first thing of the page that a browser acts on.
      if (
        !/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; [^"]*">/.test(
          content,
        )
      )
        add("no policy");
      for (const error of errors) if (!/null-character|control-character/.test(error)) add(error);
      for (const { tagName, attrs } of elements) {
        if (!OWN.has(tagName)) add(`<${tagName}>`);
        for (const { name } of attrs) if (/^on|^style$|^src/.test(name)) add(`${tagName} ${name}`);
      }
      for (const link of links) if (/^(?:javascript|vbscript|data:text)/i.test(link.trim())) add(link);
      if (new Set(ids).size < ids.length) add(`an id twice: ${ids.join(" ")}`);
      if (ids.includes("")) add("an empty id");
      if (!file.startsWith("operations/")) continue;
      texts += 1;
      const flat = (one: string): string => one.replaceAll(/[\s\u0000\uFFFD]+/g, " ").trim();
      if (!flat(title).startsWith(flat(text))) add(`the title ${title}`);
      if (!flat(shown).includes(flat(text))) add("the text is not there");
    }
  }
  expect(wrong).toEqual([]);
  expect(texts).toBe(TEXTS.length * 2);
});

describe("Markdown", () => {
  /** The headings of a page at its outermost level, with those of its own description left out. */
  const outline = (markdown: string): string[] =>
    marked
      .lexer(markdown)
      .flatMap((token: Token) => (token.type === "heading" && token["depth"] === 2 ? String(token["text"]) : []));

  test("keeps its parts, has and has no raw HTML", () => {
    const wrong: string[] = [];
    for (const { text, files } of sites) {
      for (const [file, content] of files) {
        if (!/\.(?:md|txt)$/.test(file)) continue;
        const add = (what: string): void => void wrong.push(`${JSON.stringify(text.slice(0, 30))} ${file}: ${what}`);
        const tokens = marked.lexer(content);
        marked.walkTokens(tokens, (token: Token) => {
          const runs = token.type === "link" && /^(?:javascript|data|vbscript):/i.test(String(token["href"]));
          // Descriptions stay as the contract has them.
          if (runs && !/script:/i.test(text)) add(`a link that runs something: ${token.raw.slice(0, 60)}`);
          if (token.type === "html") add(`HTML: ${token.raw.slice(0, 60)}`);
        });
        if (!/operations\/.*\.md$/.test(file)) continue;
        const own = file.includes("ORDER")
          ? ["Message", "Example message"]
          : ["Parameters", "Request body", "Answer", "Example request", "Example answer"];
        const parts = outline(content);
        for (const part of [...own, "Code", "Where PandaPon's pages disagree"])
          if (!parts.includes(part)) add(`no part ${part}`);
        const [first] = tokens;
        if (first?.type !== "heading" || first["depth"] !== 1) add("it does not begin with its title");
        const fields = tokens.filter(({ type }) => type === "list");
        if (fields.length < 2) add("the fields are no list");
      }
    }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ["../../../etc/passwd", /cannot be the name of a page/],
  ["shop/orders", /cannot be the name of a page/],
  ["CON", /Windows reserves it/],
  ["nul.get", /Windows reserves it/],
  [".hidden", /cannot be the name of a page/],
  ["Shop.Orders.List", /apart from capitals/],
  ["a b", /cannot be the name of a page/],
])("an operation called %s is refused", async (operationId, message) => {
  const document = contractOf("x");
  const list = document.paths?.["/shop/order"]?.post;
  if (list === undefined) throw new Error("the contract has no operation");
  const paths = { ...document.paths, "/shop/other": { post: { ...list, operationId } } };
  await expect(siteFiles({ document: { ...document, paths }, spec: undefined }, {})).rejects.toThrow(message);
});
