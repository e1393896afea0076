// An unreadable file gives a message with its name and a line and exit code 2, and the other pages are still compared.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { diff, type Finding } from "../../scripts/dist/pages/diff/index.js";
import { CANCEL_PAGE, cancelPage } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

interface Bad {
  what: string;
  file: string;
  content: string | Uint8Array;
  /** The line of the file, from 1. */
  line: number;
  says: RegExp;
}

const own = (text: string): string =>
  text.replace("/shop/order/{orderId}:", "/shop/order/other:").replace("api-2-run", "api-77-run");
const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split("\n").length;

const OTHER_API = own(CANCEL_PAGE).replace("https://shop.example.org", "https://petstore.example.com");
const OTHER_HEADERS = own(CANCEL_PAGE)
  .replace("https://shop.example.org", "''")
  .replace("/shop/order/other", "/pets/all")
  .replace("name: signature", "name: X-Pet-Key");
const TWO_PATHS = own(CANCEL_PAGE).replace(
  "components:\n",
  "  /shop/order/second:\n    post:\n      responses: {}\ncomponents:\n",
);
const CUT = own(CANCEL_PAGE).slice(0, 900);
const NO_ANSWER = own(CANCEL_PAGE).replace(/ {6}responses:[\s\S]*?(?= {6}security)/, "      responses: {}\n");
const LOST = own(CANCEL_PAGE).replace("    Order:\n", "    Odrer:\n");
const LOOP = own(CANCEL_PAGE).replace(
  /    Order:\n[\s\S]*?(?= {2}securitySchemes)/,
  "    Order:\n      $ref: '#/components/schemas/Again'\n    Again:\n      $ref: '#/components/schemas/Order'\n",
);
const RECURSIVE = own(CANCEL_PAGE).replace(
  "        note:\n",
  "        parent:\n          $ref: '#/components/schemas/Order'\n        note:\n",
);
const BROKEN_YAML = own(CANCEL_PAGE).replace("tags:\n        - Orders", "tags: [Orders");
const BOMB = own(CANCEL_PAGE).replace(
  "info:\n",
  `x-a: &a [x, x, x, x, x, x, x, x, x, x]\n${["b", "c", "d", "e", "f", "g", "h"]
    .map(
      (name, index) => `x-${name}: &${name} [${Array.from({ length: 10 }, () => `*${"abcdefg"[index]}`).join(", ")}]`,
    )
    .join("\n")}\ninfo:\n`,
);
const DEEP = own(CANCEL_PAGE).replace("description: ''\n      tags", `description: ${"[".repeat(5_000)}\n      tags`);
const translated = (title: string, label: string): string =>
  own(CANCEL_PAGE)
    .replaceAll("Cancel an order", title)
    .replace("title: order", `title: ${label}`)
    .replace("title: price", `title: ${label}`);

const BAD: Bad[] = [
  {
    what: "a page of another API, by its server",
    file: "a.md",
    content: OTHER_API,
    line: lineOf(OTHER_API, "get:"),
    says: /another API: its server is petstore\.example\.com/,
  },
  {
    what: "a page of another API, by its path and headers",
    file: "a.md",
    content: OTHER_HEADERS,
    line: lineOf(OTHER_HEADERS, "get:"),
    says: /another API: .*\/pets.*headers/,
  },
  {
    what: "two paths on a page",
    file: "a.md",
    content: TWO_PATHS,
    line: lineOf(TWO_PATHS, "    post:"),
    says: /several endpoints: GET \/shop\/order\/other, POST \/shop\/order\/second/,
  },
  {
    what: "a page that ends too early",
    file: "a.md",
    content: CUT,
    line: CUT.split("\n").length,
    says: /ends inside its OpenAPI document/,
  },
  {
    what: "a page without an answer",
    file: "a.md",
    content: NO_ANSWER,
    line: lineOf(NO_ANSWER, "get:"),
    says: /has no answer/,
  },
  {
    what: "a title alone",
    file: "a.md",
    content: "# Cancel an order\n",
    line: 1,
    says: /no heading `## OpenAPI Specification`/,
  },
  {
    what: "a heading without a document",
    file: "a.md",
    content: "# A\n\n## OpenAPI Specification\n",
    line: 1,
    says: /no fenced document/,
  },
  {
    what: "a document that is not OpenAPI",
    file: "a.md",
    content: "# A\n\n## OpenAPI Specification\n\n```yaml\na: 1\n```\n",
    line: 6,
    says: /holds no OpenAPI document/,
  },
  {
    what: "another version of OpenAPI",
    file: "a.md",
    content: own(CANCEL_PAGE).replace("openapi: 3.0.1", "swagger: '2.0'"),
    line: 6,
    says: /names no version of OpenAPI 3/,
  },
  {
    what: "YAML that is broken",
    file: "a.md",
    content: BROKEN_YAML,
    line: lineOf(BROKEN_YAML, "tags: [") + 1,
    says: /cannot be read: /,
  },
  {
    what: "a reference that leads nowhere",
    file: "a.md",
    content: LOST,
    line: lineOf(LOST, "data:\n                    $ref"),
    says: /#\/components\/schemas\/Order leads nowhere/,
  },
  {
    what: "a reference that leads back to itself",
    file: "a.md",
    content: LOOP,
    line: lineOf(LOOP, "data:\n                    $ref"),
    says: /leads back to itself/,
  },
  {
    what: "a shape that holds itself",
    file: "a.md",
    content: RECURSIVE,
    line: lineOf(RECURSIVE, "parent:"),
    says: /cyclic \$ref is read once: the shape Order holds itself at response\/data\/parent/,
  },
  {
    what: "aliases that stand for 100 million values",
    file: "a.md",
    content: BOMB,
    line: lineOf(BOMB, "x-a:"),
    says: /aliases stand for more than 1000000 values/,
  },
  {
    what: "lists that nest too deep",
    file: "a.md",
    content: DEEP,
    line: lineOf(DEEP, "[[["),
    says: /cannot be read: /,
  },
  {
    what: "a page in Vietnamese",
    file: "a.md",
    content: translated("Hủy đơn hàng", "Giá sản phẩm"),
    line: lineOf(CANCEL_PAGE, "get:"),
    says: /in Vietnamese: names of fields may be translated/,
  },
  {
    what: "a page in Spanish",
    file: "a.md",
    content: translated("Cancelación del pedido", "número de pedido"),
    line: lineOf(CANCEL_PAGE, "get:"),
    says: /in Spanish: names of fields may be translated/,
  },
  {
    what: "a page in Thai",
    file: "a.md",
    content: translated("ยกเลิกคำสั่งซื้อ", "ราคา"),
    line: lineOf(CANCEL_PAGE, "get:"),
    says: /in Thai: names of fields may be translated/,
  },
  {
    what: "a page of 6 MB",
    file: "a.md",
    content: own(CANCEL_PAGE) + " ".repeat(6 * 1024 * 1024),
    line: 1,
    says: /too large/,
  },
  {
    what: "an image",
    file: "a.md",
    content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    line: 3,
    says: /binary/,
  },
  {
    what: "text that is not UTF-8",
    file: "a.txt",
    content: new Uint8Array([0xc8, 0xa1, 0xcf, 0xfb, 0xb6, 0xa9]),
    line: 1,
    says: /binary/,
  },
  { what: "HTML", file: "a.md", content: "<!DOCTYPE html><html></html>", line: 1, says: /HTML/ },
  { what: "an empty file", file: "a.md", content: "\n\n", line: 1, says: /empty/ },
  {
    what: "JSON that ends too early",
    file: "a.json",
    content: '{\n  "openapi": "3.0.1",\n  "paths": {',
    line: 3,
    says: /cannot be read/,
  },
  {
    what: "an export without endpoints",
    file: "a.yaml",
    content: "openapi: 3.0.1\npaths: {}\n",
    line: 1,
    says: /no endpoint/,
  },
  {
    what: "the same page twice",
    file: "a.md",
    content: CANCEL_PAGE,
    line: lineOf(CANCEL_PAGE, "get:"),
    says: /was already read from/,
  },
];

describe("bad pages", () => {
  test.each(BAD)("$what", ({ file, content, line, says }) => {
    const dir = temporaryFolder();
    // There is a good page before and after the bad one: `z` drifts, `0` does not.
    writeFileSync(path.join(dir, "0.md"), CANCEL_PAGE);
    writeFileSync(path.join(dir, file), content);
    writeFileSync(path.join(dir, "z.md"), own(CANCEL_PAGE).replace("/other:", "/new:").replace("api-77", "api-78"));
    const result = diff({ spec: smallSpec(), from: [dir] });
    expect(result.problems).toEqual([
      expect.objectContaining({ file: path.join(dir, file), line, message: expect.stringMatching(says) as string }),
    ]);
    expect(result.problems[0]?.fix).not.toBe("");
    const others = result.findings.filter(({ page }) => page !== "api-77");
    expect(others.map(({ page, kind }) => [page, kind])).toEqual([["api-78", "not covered"]]);
  });

  test("the command reports every problem, compares the other pages, and exits with 2", async () => {
    const dir = temporaryFolder();
    writeFileSync(path.join(dir, "0.md"), CANCEL_PAGE);
    for (const [index, { file, content }] of BAD.entries()) {
      writeFileSync(path.join(dir, `bad-${index}${path.extname(file)}`), content);
    }
    writeFileSync(path.join(dir, "z.md"), own(CANCEL_PAGE).replace("/other:", "/new:").replace("api-77", "api-78"));
    const args = ["pages", "diff", "--spec", smallSpec(), "--from", dir];
    const { code, stdout, stderr } = await pandapon(args);
    expect(code).toBe(2);
    for (const index of BAD.keys()) expect(stderr).toMatch(new RegExp(`bad-${index}\\.\\w+:\\d+:1 {2}page {2}\\S`));
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toContain("GET /shop/order/new");
    const json = await pandapon([...args, "--json"]);
    expect(json).toMatchObject({ code: 2, stderr: "" });
    expect(JSON.parse(json.stdout)).toEqual({
      ok: false,
      milliseconds: expect.any(Number) as number,
      ...diff({ spec: args[3] ?? "", from: [dir] }),
    });
  });

  test("a missing file, and an empty folder", async () => {
    const dir = temporaryFolder();
    const missing = path.join(dir, "missing.md");
    const { code, stderr, stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", missing, dir]);
    expect(code).toBe(2);
    expect(stderr).toContain("missing.md:1:1  page  No such file or folder.");
    expect(stderr).toContain("The folder has no files.");
    expect(stdout).toMatch(/^No page could be compared\. 0 pages compared in /);
  });

  test("no snapshot yet", async () => {
    const spec = smallSpec();
    const { code, stderr } = await pandapon(["pages", "diff", "--spec", spec]);
    expect(code).toBe(2);
    const command = `pandapon pages pull --site https://doc.pandapon.com --spec ${spec}`;
    expect(stderr).toMatch(/^There is no snapshot in .*pages\. /);
    expect(stderr).toContain(`Run \`${command}\`, or name saved pages with --from.`);
  });

  test("a page that agrees with the contract has no findings, and its drift is named with both lines", async () => {
    const dir = temporaryFolder();
    const spec = smallSpec();
    const page = path.join(dir, "api-2.md");
    writeFileSync(page, CANCEL_PAGE);
    expect(await pandapon(["pages", "diff", "--spec", spec, "--from", page])).toMatchObject({ code: 0, stderr: "" });
    const drifted = cancelPage(
      "type: integer\n          format: int64\n          title: price",
      "type: string\n          title: price",
    );
    writeFileSync(page, drifted);
    const { code, stdout } = await pandapon(["pages", "diff", "--spec", spec, "--from", page]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "shop.orders.cancel: `response/data/price` is string on the page, integer in the contract",
    );
    expect(stdout).toContain(`${page}:${lineOf(drifted, "price:\n          type: string")}`);
    expect(stdout).toContain(`${path.join(spec, "components/schemas/Order.yaml")}:7`);
  });

  test("a deprecated page is drift, and lint accepts the fix", async () => {
    const page = path.join(temporaryFolder(), "api-2.md");
    writeFileSync(page, cancelPage("x-apifox-status: developing", "x-apifox-status: deprecated"));
    const { stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", page]);
    expect(stdout).toContain("fix: Write `status: deprecated` here.");
    const fixed = smallSpec(["paths/shop/order/{orderId}.yaml", "status: in-development", "status: deprecated"]);
    expect(await pandapon(["pages", "diff", "--spec", fixed, "--from", page])).toMatchObject({ code: 0 });
    expect(await pandapon(["lint", "--spec", fixed])).toMatchObject({ code: 0 });
  });

  test("control characters of a page are not printed", async () => {
    const page = path.join(temporaryFolder(), "api-2.md");
    writeFileSync(page, cancelPage("        note:\n", '        "no\\e[2Jte":\n'));
    const { code, stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", page]);
    expect(code).toBe(1);
    expect(stdout).toContain("no\\u001b[2Jte");
    expect(stdout).not.toContain("\u001B");
  });

  test("a type that the page no longer names is drift", async () => {
    const page = path.join(temporaryFolder(), "api-2.md");
    const untyped = cancelPage(
      "          type: integer\n          format: int64\n          title: price",
      "          title: price",
    );
    writeFileSync(page, untyped.replace("                  price: 1990\n", ""));
    const { code, stdout } = await pandapon(["pages", "diff", "--spec", smallSpec(), "--from", page, "--json"]);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { findings: Finding[] }).findings).toEqual([
      expect.objectContaining({
        kind: "type",
        place: "response/data/price",
        says: "any",
        contract: "integer",
        impact: "breaking",
      }),
    ]);
  });
});
