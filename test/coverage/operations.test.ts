// docs/operations.md and the column of upstream facts, compared with the committed bundle and with navigation.yaml.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { coverage, coverageTable, operationsPage } from "pandapon-codegen/coverage";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { at, isNode, nodeAt, operations, target, webhooks, type Node } from "../support/bundle.js";
import { pandapon, ROOT, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const SPEC = path.join(ROOT, "spec");
const committed = readFileSync(path.join(ROOT, "docs/operations.md"), "utf8");

interface Row {
  group: string;
  cells: string[];
}

/** The rows of the tables of a page, without heads, and the items of its lists. */
function partsOf(page: string): { groups: string[]; rows: Row[]; items: Row[] } {
  const parts: ReturnType<typeof partsOf> = { groups: [], rows: [], items: [] };
  let group = "";
  for (const line of page.split("\n")) {
    if (line.startsWith("## ")) parts.groups.push((group = line.slice(3)));
    else if (line.startsWith("- ")) parts.items.push({ group, cells: [line.slice(2)] });
    else if (/^\| (?!Name |--)/.test(line)) {
      const cells = line.slice(2, -2).split(" | ");
      parts.rows.push({ group, cells: cells.map((cell) => cell.trim()) });
    }
  }
  return parts;
}

/** Whether a node of the bundle, or what its `$ref`s lead to, has a fact that is not PandaPon's word. Shares no code with the tool chain. */
function isUpstream(node: unknown, seen = new Set<unknown>()): boolean {
  if (typeof node !== "object" || node === null || seen.has(node)) return false;
  seen.add(node);
  if (["upstream", "client", "observed"].includes(String(at(node, "x-evidence", "basis")))) return true;
  const led = isNode(node) && typeof node["$ref"] === "string" ? [target(node)] : [];
  return [...led, ...Object.values(node)].some((one) => isUpstream(one, seen));
}

const named = [
  ...operations.map((one) => ({ ...one, name: one.id, kind: one.operation["x-effect"] })),
  ...webhooks.map((one) => ({ ...one, name: one.path, kind: "pushed" })),
];

describe("docs/operations.md", () => {
  const { groups, rows, items } = partsOf(committed);
  const navigation = at(parse(readFileSync(path.join(SPEC, "navigation.yaml"), "utf8")), "entries") as Node[];
  const titles = (entry: Node | undefined): unknown => entry?.["titleZh"] ?? entry?.["title"];

  test("is what the command makes", () => {
    expect(operationsPage(coverage(SPEC))).toBe(committed);
  });

  test("has each operation and each message of the bundle once", () => {
    expect(rows.map(({ cells }) => cells[0]).sort()).toEqual(named.map(({ name }) => `\`${name}\``).sort());
  });

  test.each(named.map((one) => [one.name, one] as const))("%s: what the bundle says of it", (name, one) => {
    const { group, cells } = rows.find((row) => row.cells[0] === `\`${name}\``) ?? { group: "", cells: [] };
    const evidence = nodeAt(one.operation, "x-evidence");
    const entry = navigation.find((some) => some["path"] === one.path || some["webhook"] === one.path);
    const upstream = isUpstream(one.operation) ? "; with upstream facts" : "";
    const request = String(evidence["request"]);
    const known =
      one.kind === "pushed" ? `message ${request}` : `request ${request}, answer ${String(evidence["response"])}`;
    expect(cells.slice(1)).toEqual([
      one.operation["summary"],
      one.kind,
      `${known}${upstream}`,
      `[${String(titles(entry))}](${String(evidence["page"])})`,
    ]);
    expect(group).toBe(entry?.["group"]);
  });

  test("has the groups in the order of the navigation", () => {
    expect(groups).toEqual([...new Set(navigation.map(({ group }) => group))]);
  });

  test("has each entry without a path, with the reason", () => {
    const missing = navigation.filter((entry) => (entry["path"] ?? entry["webhook"]) === undefined);
    expect(items).toHaveLength(missing.length);
    expect(rows.length + items.length).toBe(navigation.length);
    for (const entry of missing) {
      const facts = ["title", "titleZh", "page", "reason"].map((field) => String(entry[field] ?? ""));
      const found = items.filter(({ cells: [text = ""] }) => facts.every((fact) => text.includes(fact)));
      expect(found.map(({ group }) => group)).toEqual([entry["group"]]);
    }
  });
});

describe("the column of upstream facts", () => {
  test("counts the operations and messages of the bundle that have some", () => {
    const { rows, sum } = coverageTable(coverage(SPEC));
    expect(sum.upstream).toBe(named.filter(({ operation }) => isUpstream(operation)).length);
    expect(sum.upstream).toBeGreaterThan(0);
    expect(rows.reduce((total, { upstream }) => total + upstream, 0)).toBe(sum.upstream);
  });

  test("is not part of the sum", () => {
    const { rows, sum } = coverageTable(coverage(SPEC));
    for (const { complete, partial, listed, total, upstream } of [...rows, sum]) {
      expect(complete + partial + listed).toBe(total);
      expect(upstream).toBeLessThanOrEqual(complete + partial);
    }
  });

  const ORDER = "components/schemas/Order.yaml";
  const LIST = "paths/shop/order.yaml";
  const CANCEL = "paths/shop/order/{orderId}.yaml";
  const weak = (basis: string): string => `x-evidence: { basis: ${basis} }`;
  const ALL = ["shop.orders.list", "shop.orders.cancel", "webhooks.shop.orderPaid"];
  const NOTE = "    description: A note.\n";
  const KEYS = "                properties:\n                  afterOrderId:\n";

  test.each<[what: string, edit: Edit, ids: string[]]>([
    ["a field of a shared shape", [ORDER, NOTE, `${NOTE}    ${weak("upstream")}\n`], ALL],
    ["of a client", [ORDER, NOTE, `${NOTE}    ${weak("client")}\n`], ALL],
    ["of a real call", [ORDER, NOTE, `${NOTE}    ${weak("observed")}\n`], ALL],
    ["an example of PandaPon", [ORDER, NOTE, `${NOTE}    ${weak("example")}\n`], []],
    ["v2", [ORDER, NOTE, `${NOTE}    ${weak("v2")}\n`], []],
    ["beside a $ref", [ORDER, "    $ref: OrderId.yaml", `    $ref: OrderId.yaml\n    ${weak("upstream")}`], ALL],
    ["a whole shape", [ORDER, "x-open: true", `x-open: true\n${weak("upstream")}`], ALL],
    [
      "a choice",
      [
        ORDER,
        "    $ref: OrderId.yaml",
        `    anyOf:\n      - $ref: OrderId.yaml\n      - { type: string, ${weak("client")} }`,
      ],
      ALL,
    ],
    [
      "the values of a map",
      [ORDER, "x-open: true", `additionalProperties: { type: string, ${weak("upstream")} }`],
      ALL,
    ],
    ["a parameter", [CANCEL, "An order's id.\n", `An order's id.\n        ${weak("upstream")}\n`], [ALL[1] ?? ""]],
    ["inside a text that holds JSON", [LIST, KEYS, `${KEYS}                    ${weak("upstream")}\n`], [ALL[0] ?? ""]],
    [
      "a field that has the name of the mark",
      [ORDER, "  note:\n", "  x-evidence:\n    type: object\n    properties: { basis: { type: string } }\n  note:\n"],
      [],
    ],
  ])("%s", (_, edit, ids) => {
    const entries = coverage(smallSpec(edit));
    expect(entries.filter(({ upstream }) => upstream).map(({ operationId }) => operationId)).toEqual(ids);
    expect(coverageTable(entries).sum.upstream).toBe(ids.length);
    expect(partsOf(operationsPage(entries)).rows.filter(({ cells }) => cells[3]?.includes("upstream"))).toHaveLength(
      ids.length,
    );
  });
});

test("a change of the contract is on the page", () => {
  const spec = smallSpec(["paths/shop/order.yaml", "summary: List orders", "summary: List the orders of a shop"]);
  expect(partsOf(operationsPage(coverage(spec))).rows[0]).toEqual({
    group: "Taobao orders",
    cells: [
      "`shop.orders.list`",
      "List the orders of a shop",
      "read",
      "request complete, answer complete",
      "[订单列表](https://doc.example.org/api-1)",
    ],
  });
});

const HOSTILE = "A | B \\| C `x|y` <b>bold</b> *star* [link](x) ![i](x) _em_";

test("Markdown in titles, summaries and reasons stays text, as prettier formats it", async () => {
  const yaml = JSON.stringify(HOSTILE);
  const spec = smallSpec(
    ["paths/shop/order.yaml", "summary: List orders", `summary: ${yaml}`],
    ["navigation.yaml", "titleZh: 订单列表", `titleZh: ${yaml}`],
    ["navigation.yaml", "title: Pay an order", `title: ${yaml}`],
    ["navigation.yaml", "reason: No page shows its path.", "reason: |-\n      Two\n\n      | lines |"],
  );
  const page = operationsPage(coverage(spec));
  expect(await format(page, { parser: "markdown" })).toBe(page);
  const html = micromark(page, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const shown = HOSTILE.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(html).toContain(`<td>${shown}</td>`);
  expect(html).toContain(`<td><a href="https://doc.example.org/api-1">${shown}</a></td>`);
  expect(html).toContain(`<li>${shown} (支付订单): Two | lines |</li>`);
  expect(html.match(/<td>/g)).toHaveLength(3 * 5);
});

test("coverage --operations: writes the page if it changes", async () => {
  const file = path.join(temporaryFolder(), "new/operations.md");
  const run = (): Promise<{ stdout: string }> => pandapon(["coverage", "--operations", file]);
  expect((await run()).stdout).toBe(`written  ${file}\n`);
  expect(readFileSync(file, "utf8")).toBe(committed);
  expect((await run()).stdout).toBe(`up to date  ${file}\n`);
  writeFileSync(file, "edited");
  const { stdout } = await pandapon(["coverage", "--operations", file, "--write", "docs/coverage.md", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    files: [
      { file: "docs/coverage.md", written: false },
      { file, written: true },
    ],
  });
  expect(readFileSync(file, "utf8")).toBe(committed);
});
