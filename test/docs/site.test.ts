// The docs site of this contract, in both languages: its links, its digits, and what each page says.
import { parse, stringify } from "lossless-json";
import { marked, type Token } from "marked";
import { beforeAll, describe, expect, test } from "vitest";
import { at, document, isNode, operations, webhooks, type Node } from "../support/bundle.js";
import { builtSite, SITE_LANGUAGES, SITE_URL } from "../support/docs.js";
import { readHtml, type HtmlPage } from "../support/html-page.js";

let files: ReadonlyMap<string, string>;
/** The plain pages. The Redoc pages have tests of their own. */
let pages: Map<string, HtmlPage>;
const isRedoc = (file: string): boolean => /^(?:[^/]+\/)?index\.html$/.test(file);
beforeAll(async () => {
  files = await builtSite();
  pages = new Map(
    [...files]
      .filter(([file]) => file.endsWith(".html") && !isRedoc(file))
      .map(([file, text]) => [file, readHtml(text)]),
  );
});

/** The folder of each language. */
const FOLDERS = { en: "", "zh-CN": "zh-CN/" };
const text = (file: string): string => files.get(file) ?? `there is no ${file}`;

const described = [
  ...operations.map((one) => ({ ...one, kind: "operation" })),
  ...webhooks.map((one) => ({ ...one, id: one.path, kind: "webhook" })),
];

test("every operation, webhook and section has its page in every language, as HTML and as Markdown", () => {
  expect(described.length).toBeGreaterThan(40);
  for (const folder of Object.values(FOLDERS)) {
    for (const { id } of described) {
      for (const ending of ["html", "md"]) expect([...files.keys()]).toContain(`${folder}operations/${id}.${ending}`);
    }
  }
  const shapeOf = (folder: string): string[] =>
    [...files.keys()]
      .filter((file) => file.startsWith(folder) && file.startsWith("zh-CN/") === (folder !== ""))
      .map((file) => file.slice(folder.length));
  const atRoot = ["404.html", "openapi.json", "openapi.yaml", "postman_collection.json", "sitemap.xml"];
  expect(shapeOf("zh-CN/").filter((file) => file !== "overlay.yaml")).toEqual(
    shapeOf("").filter((file) => !atRoot.includes(file)),
  );
});

test("file names differ in more than case, and Windows takes them", () => {
  const names = [...files.keys()];
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) {
    for (const part of name.split("/")) {
      expect(part).toMatch(/^[^<>:"\\|?*\u0000-\u001f]*[^<>:"\\|?*\u0000-\u001f. ]$/);
      expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
    }
  }
});

/** Where a link leads: a file of the site and its anchor, or undefined if it leads to another host. */
function targetOf(link: string, from: string): { file: string; anchor: string } | undefined {
  const url = new URL(link, SITE_URL + from);
  if (!url.href.startsWith(SITE_URL)) return undefined;
  const way = decodeURIComponent(url.pathname.slice(new URL(SITE_URL).pathname.length));
  return { file: way.replace(/(^|\/)$/, "$1index.html"), anchor: url.hash.slice(1) };
}

/** The places of a Redoc page that an address can name: sections, and the operations of tags. */
const redocPlaces = (file: string): Set<string> => {
  const definition: unknown = JSON.parse(
    /<script type="application\/json" id="docs-definition">(.*)<\/script>/.exec(text(file))?.[1] ?? "null",
  );
  const places = new Set<string>();
  for (const kind of ["paths", "webhooks"]) {
    for (const item of Object.values(at(definition, kind) ?? {})) {
      for (const operation of Object.values(isNode(item) ? item : {})) {
        const id = at(operation, "operationId");
        const tags = at(operation, "tags");
        for (const tag of Array.isArray(tags) ? tags : []) places.add(`/${tag}`).add(`/${tag}/${String(id)}`);
      }
    }
  }
  for (const tag of Object.values(at(definition, "tags") ?? {})) places.add(`/${String(at(tag, "name"))}`);
  return places;
};

/** What is wrong with the links of a file. */
function brokenLinks(file: string, links: readonly string[], places: (file: string) => Set<string>): string[] {
  return links.flatMap((link) => {
    if (link.startsWith("data:") || link === "") return link === "" ? `${file}: an empty link` : [];
    if (!URL.canParse(link, SITE_URL + file)) return `${file}: ${link} is not an address`;
    const { protocol } = new URL(link, SITE_URL + file);
    if (protocol !== "https:") return `${file}: ${link}`;
    const target = targetOf(link, file);
    if (target === undefined) return [];
    if (!files.has(target.file)) return `${file}: ${link} leads to ${target.file}, which does not exist`;
    if (target.anchor === "") return [];
    const anchor = decodeURIComponent(target.anchor);
    return places(target.file).has(anchor) ? [] : `${file}: ${link} leads to an anchor that does not exist`;
  });
}

/** The addresses of Markdown, also of images, and the ids of its headings as the HTML pages have them. */
function markdownLinks(markdown: string): string[] {
  const links: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === "link" || token.type === "image") links.push(String(token["href"]));
  });
  return links;
}

test("every link and anchor of every page leads somewhere, in HTML, Markdown and the lists", () => {
  const known = new Map<string, Set<string>>();
  const places = (file: string): Set<string> => {
    const found =
      known.get(file) ?? (isRedoc(file) ? redocPlaces(file) : new Set(pages.get(file.replace(/\.md$/, ".html"))?.ids));
    known.set(file, found);
    return found;
  };
  const broken: string[] = [];
  let count = 0;
  for (const [file, page] of pages) {
    count += page.links.length;
    broken.push(...brokenLinks(file, page.links, places));
  }
  for (const [file, markdown] of files) {
    // The texts of all pages in one file link as they do in their own folder.
    const isWhole = file.endsWith("llms-full.txt");
    if (!file.endsWith(".md") && !file.endsWith("llms.txt") && !isWhole) continue;
    const links = markdownLinks(markdown);
    count += links.length;
    broken.push(...brokenLinks(file, links, places));
  }
  for (const file of files.keys()) {
    if (isRedoc(file))
      broken.push(
        ...brokenLinks(
          file,
          readHtml(text(file)).links.filter((link) => link !== "#/"),
          places,
        ),
      );
  }
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(5000);
});

test("canonical addresses, those of other languages and those of the sitemap are pages of the site", () => {
  const listed = [...text("sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = ""]) => address);
  expect(new Set(listed).size).toBe(listed.length);
  const indexed = [...files.keys()].filter((file) => file.endsWith(".html") && file !== "404.html");
  expect(listed.map((address) => targetOf(address, "")?.file).sort()).toEqual(indexed.sort());
  for (const file of indexed) {
    const { elements } = pages.get(file) ?? readHtml(text(file));
    const heads = elements
      .filter(({ tagName }) => tagName === "link")
      .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])));
    const canonical = heads.filter(({ rel }) => rel === "canonical").map(({ href }) => href);
    expect(canonical, file).toHaveLength(1);
    expect(listed, file).toContain(canonical[0]);
    expect(targetOf(canonical[0] ?? "", "")?.file).toBe(file);
    const others = heads.filter(({ rel }) => rel === "alternate");
    expect(others.map(({ hreflang }) => hreflang)).toEqual(SITE_LANGUAGES);
    // Each names the others and itself.
    for (const { href = "" } of others) expect(listed, file).toContain(href);
    expect(others.map(({ href }) => href)).toContain(canonical[0]);
    expect(elements.find(({ tagName }) => tagName === "html")?.attrs).toContainEqual({
      name: "lang",
      value: file.startsWith("zh-CN/") ? "zh-CN" : "en",
    });
  }
});

test("the HTML is well formed, has no id twice, and is light", () => {
  const wrong: string[] = [];
  for (const [file, { errors, ids }] of pages) {
    wrong.push(...errors.map((error) => `${file}:${error}`));
    for (const id of new Set(ids))
      if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push(`${file}: id ${id} is there twice`);
    if (Buffer.byteLength(text(file)) >= 100_000) wrong.push(`${file}: ${Buffer.byteLength(text(file))} bytes`);
  }
  expect(wrong).toEqual([]);
});

describe("digits", () => {
  test("a page has every long number of its examples, digit for digit, also in each sample that uses it", () => {
    let count = 0;
    const contract = parse(text("openapi.json"));
    for (const { id, kind, method, path } of described) {
      const exact = at(contract, kind === "operation" ? "paths" : "webhooks", path, method.toLowerCase());
      const json = ["content", "application/json", "example"];
      const [request = [], response = []] = [
        at(exact, "requestBody", ...json),
        at(exact, "responses", "200", ...json),
      ].map((example) => longIn(stringify(example) ?? ""));
      const numbers = new Set([...request, ...response]);
      count += numbers.size;
      for (const folder of Object.values(FOLDERS)) {
        const page = pages.get(`${folder}operations/${id}.html`)?.text;
        const copy = text(`${folder}operations/${id}.md`);
        for (const number of numbers) {
          expect(page, id).toContain(number);
          expect(copy, id).toContain(number);
        }
        // Each language of the samples sends the ids of the request.
        const samples = copy.split(/^### .*$/m).slice(1);
        if (kind === "webhook") continue;
        expect(samples, id).toHaveLength(5);
        for (const sample of samples) for (const number of request) expect(sample, id).toContain(number);
      }
    }
    expect(count).toBeGreaterThan(50);
  });

  test("no file has what JavaScript would make of a long number of the contract", () => {
    const known = new Set(longIn(text("openapi.json")));
    const rounded = new Set([...known].map((digits) => String(Number(digits))).filter((digits) => !known.has(digits)));
    expect(rounded.size).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const [file, content] of files) {
      // The guide shows once what is lost.
      if (/(?:^|\/)(?:sections\/ids\.|llms-full|index\.html)/.test(file)) continue;
      for (const digits of longIn(content)) if (rounded.has(digits)) wrong.push(`${file}: ${digits}`);
      if (/\d(?:\.\d+)?e\+1\d/.test(content)) wrong.push(`${file}: an exponent`);
    }
    for (const folder of Object.values(FOLDERS)) {
      const json = /id="docs-definition">(.*)<\/script>/.exec(text(`${folder}index.html`))?.[1] ?? "";
      const { paths, webhooks, components } = parse(json) as Record<string, unknown>;
      const found = longIn(stringify({ paths, webhooks, components }) ?? "");
      expect(found.length).toBeGreaterThan(100);
      for (const digits of found) if (!known.has(digits)) wrong.push(`${folder}index.html: ${digits}`);
    }
    expect(wrong).toEqual([]);
  });
});

const LONG = /(?<![\d.])\d{16,19}(?![\d.])/g;
const longIn = (source: string): string[] => [...source.matchAll(LONG)].map(([digits]) => digits);

describe("what a page says", () => {
  const LANGUAGES = [
    {
      folder: "",
      complete: "Every field of the request is visible, the answer is not visible.",
      hidden: "whose date is not visible",
      changed: "last changed",
    },
    { folder: "zh-CN/", complete: "请求的所有字段均可见，响应不可见。", hidden: "日期不可见", changed: "" },
  ];
  /** What a page says of a fact that no table of a v1 page has. */
  const BASES: Readonly<Record<string, [english: string, chinese: string]>> = {
    example: ["Known from an example; no table lists it.", "从示例得知；没有表格列出。"],
    v2: ["Known from a page of the v2 API.", "从 v2 API 的页面得知。"],
    manual: ["Known from PandaPon's development manual.", "从 PandaPon 的开发手册得知。"],
    inferred: ["A conclusion; no page prints it.", "推断；没有页面列出。"],
    upstream: ["Not PandaPon's word: the platform behind it has this.", "不是 PandaPon 的说法"],
    client: ["Not PandaPon's word: a client of the same paths reads this.", "不是 PandaPon 的说法"],
    observed: ["Not PandaPon's word: seen in an answer.", "不是 PandaPon 的说法"],
  };

  test.each(LANGUAGES)(
    "$folder its name, PandaPon's page, the date, and how much is visible",
    ({ folder, complete, hidden, changed }) => {
      let bare = 0;
      for (const { id, kind, operation, method, path } of described) {
        const file = `${folder}operations/${id}.html`;
        const page = pages.get(file);
        const copy = text(`${folder}operations/${id}.md`);
        const evidence = at(operation, "x-evidence");
        const modified = String(at(evidence, "modified"));
        const words = [page?.text.replaceAll(/\s+/g, " ") ?? "", copy];
        for (const shown of words) {
          expect(shown, id).toContain(kind === "operation" ? `${id}(…)` : id);
          expect(shown, id).toContain(path);
          expect(shown, id).toContain(modified === "unknown" ? hidden : changed);
          if (modified !== "unknown") expect(shown, id).toContain(modified);
          if (
            kind === "operation" &&
            at(evidence, "request") === "complete" &&
            at(evidence, "response") === "unknown"
          ) {
            expect(shown, id).toContain(complete);
            bare += 1;
          }
          if (folder === "") expect(shown, id).toContain(String(operation["summary"]));
        }
        expect(page?.links, id).toContain(at(evidence, "page"));
        expect(markdownLinks(copy), id).toContain(at(evidence, "page"));
        if (kind === "operation") expect(copy, id).toContain(`\`${method} ${path}\``);
      }
      expect(bare).toBeGreaterThan(1);
    },
  );

  test.each(SITE_LANGUAGES)(
    "no page in %s shows a name of an x- field, or a word of the contract for a basis or a mark",
    (language) => {
      const own =
        /(?<![\w-])x-(?:evidence|required|optional|open|unit|id|effect|check-with|pagination|success|extensible-enum|alternative)\b/;
      for (const [file, page] of pages) {
        if (!file.includes("operations/") || file.startsWith("zh-CN/") !== (language === "zh-CN")) continue;
        for (const shown of [page.text, text(file.replace(/html$/, "md"))]) {
          expect(shown.match(own)?.[0], file).toBeUndefined();
          expect(shown, file).not.toMatch(/undefined|\[object Object\]|NaN/);
          // Placeholders that nothing filled.
          expect(shown.replaceAll(/`[^`]*`|\$\{\w+\}/g, ""), file).not.toMatch(
            /\{(?:call|type|operation|how|page|modified|date|at|says|why|unit|values|items|one|other|count|link)\}/,
          );
        }
      }
    },
  );

  test("a page says on what the weaker facts of its fields rest", () => {
    const found = new Map<string, number>();
    for (const { id, operation } of described) {
      const bases = new Set<string>();
      const seen = new Set<unknown>();
      const visit = (node: unknown): void => {
        if (seen.has(node) || typeof node !== "object" || node === null) return;
        seen.add(node);
        const ref = at(node, "$ref");
        if (typeof ref === "string") visit(at(document, ...ref.slice(2).split("/")));
        const basis = at(node, "x-evidence", "basis");
        if (typeof basis === "string") bases.add(basis);
        Object.values(node).forEach(visit);
      };
      visit(operation);
      for (const basis of bases) {
        found.set(basis, (found.get(basis) ?? 0) + 1);
        const [english = "none", chinese = "none"] = BASES[basis] ?? [];
        expect(pages.get(`operations/${id}.html`)?.text, id).toContain(english);
        expect(text(`operations/${id}.md`), id).toContain(english);
        expect(pages.get(`zh-CN/operations/${id}.html`)?.text, id).toContain(chinese);
      }
    }
    expect(found.size).toBeGreaterThan(3);
    // One of the two bodies of this operation is known from an example. The table of the other one lists its fields.
    const link = text("operations/taobao.orders.getChatLink.md");
    expect(link).toMatch(/`bizId` .*Known from an example; no table lists it\./);
    expect(link).toMatch(/## Request body\n\n- `loginName` (?!.*Known from an example)/);
  });

  test("a page says in which group it is, and the list of all pages is open there", () => {
    for (const [folder, group] of [
      ["", "1688 orders"],
      ["zh-CN/", "1688 订单"],
    ] as const) {
      const shown = text(`${folder}operations/alibaba.orders.create.html`);
      expect(shown).toContain(`<p class="soft here">${group}</p>`);
      expect(shown.match(/<details open><summary>[^<]*<\/summary><ul>/g)).toEqual([
        `<details open><summary>${group}</summary><ul>`,
      ]);
      expect(shown.match(/<a [^>]*aria-current="page"/g)).toEqual([
        `<a href="../operations/alibaba.orders.create.html" aria-current="page"`,
      ]);
    }
  });

  test("the list for language models says where the API is, what to know first, and how each call is sent", () => {
    const list = text("llms.txt");
    expect(list).toContain("Base URL of all paths: `https://api.pandapon.com`.");
    expect(list).toContain("HTTP 200 can mean failure");
    expect(list).toContain("`alibaba.refunds.create` `POST /alibaba/refund/detail/create`");
    expect(text("zh-CN/llms.txt")).toContain("所有路径的基础地址：`https://api.pandapon.com`。");
  });

  test("the coverage page names an entry in the reader's language first", () => {
    expect(text("coverage.md")).toContain("Create an order · 创建订单");
    expect(text("zh-CN/coverage.md")).toContain("创建订单 · Create an order");
  });

  test("titles are unique in a language, so that a list of search results tells pages apart", () => {
    for (const folder of Object.values(FOLDERS)) {
      const titles = [...pages]
        .filter(
          ([file]) => file.startsWith(folder) && file.startsWith("zh-CN/") === (folder !== "") && file !== "404.html",
        )
        .map(([, { title }]) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
    expect(pages.get("zh-CN/operations/taobao.cart.createOrder.html")?.title).toMatch(/^淘宝购物车：创建订单 ·/);
    expect(text("zh-CN/operations/taobao.cart.createOrder.md")).toMatch(/^# 淘宝购物车：创建订单\n/);
    expect(text("zh-CN/llms.txt")).toMatch(
      /## 淘宝购物车\n[^#]*\[创建订单\]\(operations\/taobao\.cart\.createOrder\.md\)/,
    );
  });

  test("Chinese pages tell in Chinese what pages say, with Chinese punctuation", () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { id } of described) {
      const shown = text(`zh-CN/operations/${id}.md`).replaceAll(/^```[^]*?^```$/gm, "");
      // The type and the mark of a field stand in brackets.
      const words = shown.replaceAll(/^( *- `[^`]*`) \([^)]*\)/gm, "$1");
      for (const [found] of words.matchAll(
        /写作“(?:[a-z ]+)”|[\u4e00-\u9fff] ?[,:;] ?[\u4e00-\u9fff]|[。，：；] ?[\u4e00-\u9fff]{2}/g,
      )) {
        if (found !== "写作“null”" && !/[。，：；][^ ]/.test(found)) wrong.push(`${id}: ${found}`);
      }
      count += shown.includes("从不为 null") ? 1 : 0;
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(3);
  });
});

describe("required, and not known if required", () => {
  interface Said {
    required: boolean;
    doubted: boolean;
  }
  /** Every field of a schema with what is said of it, its parts merged. It shares no code with the tool chain. */
  function walk(
    schemas: readonly unknown[],
    root: unknown,
    place: string,
    found: Map<string, Said>,
    above: readonly unknown[] = [],
  ): void {
    const parts: Node[] = [];
    const add = (schema: unknown): void => {
      if (!isNode(schema) || parts.includes(schema)) return;
      parts.push(schema);
      const ref = schema["$ref"];
      if (typeof ref === "string")
        add(
          at(
            root,
            ...ref
              .slice(2)
              .split("/")
              .map((step) => decodeURIComponent(step).replaceAll("~1", "/")),
          ),
        );
      for (const part of [schema["allOf"], schema["anyOf"], schema["oneOf"]].flat()) add(part);
    };
    schemas.forEach(add);
    if (parts.some((part) => above.includes(part) && part["properties"] !== undefined)) return;
    const names = new Set(parts.flatMap((part) => Object.keys(part["properties"] ?? {})));
    const inside = [...above, ...parts];
    for (const name of names) {
      const declared = parts.flatMap((part) => at(part, "properties", name) ?? []);
      const texts: unknown[] = [];
      const collect = (schema: unknown): void => {
        if (!isNode(schema)) return;
        texts.push(schema["description"]);
        const ref = schema["$ref"];
        // What a `$ref` has beside it stands in its place, as viewers show it.
        if (typeof ref === "string" && schema["description"] === undefined)
          collect(at(root, ...ref.slice(2).split("/")));
        for (const part of [schema["allOf"], schema["anyOf"]].flat()) collect(part);
      };
      declared.forEach(collect);
      found.set(`${place}/${name}`, {
        required: parts.some((part) => [part["required"]].flat().includes(name)),
        doubted: texts.some(
          (said) =>
            typeof said === "string" &&
            /not shown whether it is required|No page shows whether it is required/.test(said),
        ),
      });
      walk(declared, root, `${place}/${name}`, found, inside);
    }
    const items = parts.flatMap((part) => part["items"] ?? []);
    if (items.length > 0) walk(items, root, `${place}/*`, found, inside);
    const content = parts.flatMap((part) => part["contentSchema"] ?? []);
    if (content.length > 0) walk(content, root, place, found, inside);
  }

  test("Redoc's document never says both of a field", () => {
    const definition: unknown = JSON.parse(
      /<script type="application\/json" id="docs-definition">(.*)<\/script>/.exec(text("index.html"))?.[1] ?? "null",
    );
    const both: string[] = [];
    let [required, doubted] = [0, 0];
    for (const { id, kind, method, path } of described) {
      const operation = at(definition, kind === "operation" ? "paths" : "webhooks", path, method.toLowerCase());
      const found = new Map<string, Said>();
      walk([at(operation, "requestBody", "content", "application/json", "schema")], definition, "", found);
      for (const [place, said] of found) {
        required += said.required ? 1 : 0;
        doubted += said.doubted ? 1 : 0;
        if (said.required && said.doubted) both.push(`${id}${place}`);
      }
      for (const parameter of [at(operation, "parameters")].flat()) {
        const said = `${String(at(parameter, "description"))} ${String(at(parameter, "schema", "description"))}`;
        if (at(parameter, "required") === true && said.includes("No page shows whether"))
          both.push(`${id} ${String(at(parameter, "name"))}`);
      }
    }
    expect(both).toEqual([]);
    expect(required).toBeGreaterThan(50);
    expect(doubted).toBeGreaterThan(50);
  });

  test("no row of an HTML page says both, and its marks are those of the contract", () => {
    let rows = 0;
    for (const { id, operation } of described) {
      const page = pages.get(`operations/${id}.html`);
      const marks = new Map<string, string>();
      for (const row of page?.elements.filter(({ tagName }) => tagName === "tr") ?? []) {
        const [name = "", , mark = "", meaning = ""] = row.childNodes.map((cell) =>
          "childNodes" in cell ? textIn(cell) : "",
        );
        if (!marks.has(name.trim())) marks.set(name.trim(), mark.trim());
        if (mark.trim() !== "required") continue;
        rows += 1;
        expect(meaning, `${id} ${name}`).not.toContain("No page shows whether it is required");
      }
      for (const parameter of [operation["parameters"] ?? []].flat()) {
        const isUnknown = at(parameter, "x-required") === "unknown";
        const mark = at(parameter, "required") === true ? "required" : isUnknown ? "not known if required" : "optional";
        expect(marks.get(String(at(parameter, "name"))), id).toBe(mark);
      }
    }
    expect(rows).toBeGreaterThan(50);
  });
});

type Element = HtmlPage["elements"][number];
const textIn = (element: Element): string =>
  element.childNodes
    .map((node) => ("value" in node ? node.value : "childNodes" in node ? ` ${textIn(node as Element)} ` : ""))
    .join("");
