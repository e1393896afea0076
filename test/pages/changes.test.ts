// What changed on a page since the snapshot, although the contract allows it: `pages diff --from` and `pages pull` report it.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../scripts/dist/pages/diff/index.js";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { CANCEL_PAGE, cancelPage } from "../support/pages/shop-page.js";
import { pandapon, smallSpec, temporaryFolder, type Edit } from "../support/workspace.js";

const ORDER = "components/schemas/Order.yaml";
const PRICE = "          type: integer\n          format: int64\n          title: price\n";
const NOTE = "          type: string\n          nullable: true\n          title: note\n";

/** The contract accepts that the page says these things about fields of the answer. */
const accepting = (...entries: [name: string, facet: string, says: string][]): Edit => [
  "paths/shop/order/{orderId}.yaml",
  "    response: partial\n",
  `    response: partial\n    accepted:\n${entries
    .map(([name, facet, says]) => `      - { at: response/data/${name}, facet: ${facet}, says: ${says}, why: Seen. }\n`)
    .join("")}`,
];

const withDeveloper = (type: string): string =>
  cancelPage("        note:\n", `        developId:\n          type: ${type}\n        note:\n`);
const withNote = (schema: string): string => cancelPage(NOTE, schema);
const ways = (...values: string[]): string =>
  withNote(`${NOTE}          description: 'Way: ${values.map((value) => `for: "${value}"`).join("; ")}'\n`);
const extensible: Edit = [
  ORDER,
  "    x-required: unknown\n",
  "    x-required: unknown\n    x-extensible-enum: [air, sea, rail]\n",
];

interface Case {
  what: string;
  contract: Edit[];
  before: string;
  after: string;
  file?: string;
  expected: Partial<Finding>;
}

/** A page as copied text, whose answer lists these fields. */
const copied = (...fields: string[]): string =>
  [
    ...["Cancel an order", "开发中", "GET", "/shop/order/{orderId}"],
    ...["请求参数", "Path 参数", "orderId", "string", "必需", "Header 参数", "signature", "string", "必需"],
    ...[
      "返回响应",
      "🟢200成功",
      "application/json",
      "Body",
      "data",
      "object (Order)",
      "可选",
      ...fields,
      "示例",
      '{ "data": { "orderId": "1", "price": 1, "note": null } }',
      "修改于 2025-01-02 03:04:05",
    ],
  ].join("\n");
const NUMBERS = ["orderId", "integer<int64>", "可选", "price", "integer<int64>", "可选"];
const MODIFIED: Edit = ["paths/shop/order/{orderId}.yaml", "modified: unknown", 'modified: "2025-01-02 03:04:05"'];
const orderIdIsText = accepting(["orderId", "type", "integer"]);

const CASES: Case[] = [
  {
    what: "the page stops printing | null",
    contract: [orderIdIsText, MODIFIED],
    before: copied(...NUMBERS, "note", "string | null", "可选"),
    after: copied(...NUMBERS, "note", "string", "可选"),
    file: "api-2.txt",
    expected: {
      place: "response/data/note",
      before: "may be null",
      says: "not printed",
      message:
        "The null mark of `response/data/note` (may be null before, not printed now) changed on the page; the contract allows it",
    },
  },
  {
    what: "null goes from a Markdown page, which the contract accepts",
    contract: [accepting(["note", "nullable", "never null"])],
    before: CANCEL_PAGE,
    after: withNote("          type: string\n          title: note\n"),
    expected: { place: "response/data/note", before: "may be null", says: "not printed" },
  },
  {
    what: "developId changes from string to integer",
    contract: [
      // As in PandaPon's envelope: other pages that show the shape say the other type.
      [
        ORDER,
        "properties:\n",
        `x-evidence: { accepted: [${["string", "integer"].map((says) => `{ at: developId, facet: type, says: ${says} }`).join(", ")}] }
properties:
  developId: { type: [string, integer], format: int64 }
`,
      ],
    ],
    before: withDeveloper("string"),
    after: withDeveloper("integer"),
    expected: {
      place: "response/data/developId",
      before: "string",
      says: "integer",
      message:
        "The type of `response/data/developId` (string before, integer now) changed on the page; the contract allows it",
    },
  },
  {
    what: "a value goes from an open list, which the contract accepts",
    contract: [extensible, accepting(["note", "enum", "without rail"])],
    before: ways("air", "sea", "rail"),
    after: ways("air", "sea"),
    expected: { place: "response/data/note", before: "air, sea, rail", says: "air, sea" },
  },
  {
    what: "a whole open list goes",
    contract: [extensible],
    before: ways("air", "sea", "rail"),
    after: CANCEL_PAGE,
    expected: { place: "response/data/note", before: "air, sea, rail", says: "none" },
  },
  {
    what: "a field is no longer marked required",
    contract: [],
    before: cancelPage(
      "      properties:\n        orderId:",
      "      required: [note]\n      properties:\n        orderId:",
    ),
    after: CANCEL_PAGE,
    expected: { place: "response/data/note", before: "required", says: "optional" },
  },
  {
    what: "the format goes",
    contract: [],
    before: CANCEL_PAGE,
    after: cancelPage(PRICE, PRICE.replace("          format: int64\n", "")),
    expected: { place: "response/data/price", before: "int64", says: "none" },
  },
  {
    what: "the default changes",
    contract: [],
    before: withNote(`${NOTE}          default: none\n`),
    after: withNote(`${NOTE}          default: fragile\n`),
    expected: { place: "response/data/note", before: '"none"', says: '"fragile"' },
  },
  {
    what: "a field comes that the contract has already",
    contract: [],
    before: cancelPage(`        price:\n${PRICE}`, ""),
    after: CANCEL_PAGE,
    expected: { place: "response/data/price", before: "only in the example", says: "in the table" },
  },
  {
    what: "a field comes that the contract has already, to the example too",
    contract: [],
    before: cancelPage(`        price:\n${PRICE}`, "").replace("                  price: 1990\n", ""),
    after: CANCEL_PAGE,
    expected: {
      place: "response/data/price",
      before: "absent",
      says: "integer",
      message: "`response/data/price` (absent before, integer now) changed on the page; the contract allows it",
    },
  },
  {
    what: "a field goes, which the contract accepts",
    contract: [accepting(["price", "place", "absent"])],
    before: CANCEL_PAGE,
    after: cancelPage(`        price:\n${PRICE}`, "").replace("                  price: 1990\n", ""),
    expected: { place: "response/data/price", before: "integer", says: "absent" },
  },
  {
    what: "a field goes from the table only, which the contract accepts",
    contract: [accepting(["price", "place", "absent"])],
    before: CANCEL_PAGE,
    after: cancelPage(`        price:\n${PRICE}`, ""),
    expected: { place: "response/data/price", before: "in the table", says: "only in the example" },
  },
];

function saved(name: string, text: string): string[] {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, text);
  return [file];
}

/** Pulls one version of a page, and then returns what each command reports for the next version, and again after that. */
async function reported({ contract, before, after, file = "api-2.md" }: Omit<Case, "what" | "expected">) {
  const spec = smallSpec(...contract);
  const first = await pull({ spec, from: saved(file, before) });
  expect(first).toMatchObject({ written: ["api-2"], changes: [], problems: [] });
  const from = saved(file, after);
  const { findings, problems } = diff({ spec, from });
  expect(problems).toEqual([]);
  const { changes } = await pull({ spec, from });
  const again = [...(await pull({ spec, from })).changes, ...diff({ spec, from }).findings];
  return { spec, findings, changes, again };
}

const lineOf = ({ file, line }: { file: string; line: number }): string =>
  readFileSync(file, "utf8").split("\n")[line - 1] ?? "";

test.each(CASES)("$what", async ({ expected, ...versions }) => {
  const { findings, changes, again } = await reported(versions);
  const common = { kind: "page changed", impact: "documentation", page: "api-2", operationId: "shop.orders.cancel" };
  expect(findings).toMatchObject([{ ...common, ...expected, contract: "allows both" }]);
  expect(changes).toMatchObject([{ ...common, ...expected }]);
  expect(again.filter(({ kind }) => kind === "page changed")).toEqual([]);
  const name = expected.place?.split("/").at(-1) ?? "";
  for (const { source, spec, says } of [...findings, ...changes]) {
    if (source === undefined || spec === undefined) throw new Error("a finding without its lines");
    if (says !== "absent") expect(lineOf(source)).toContain(name);
    expect(lineOf(spec)).toContain(name);
  }
});

describe("nothing is reported", () => {
  test("for a page that did not change, and for a page that is new", async () => {
    const { findings, changes } = await reported({ contract: [], before: CANCEL_PAGE, after: CANCEL_PAGE });
    expect([findings, changes]).toEqual([[], []]);
  });

  test("for a page that came in another form", async () => {
    const contract = [orderIdIsText, MODIFIED];
    const spec = smallSpec(...contract);
    await pull({ spec, from: saved("api-2.txt", copied(...NUMBERS, "note", "string | null", "可选")) });
    const from = saved("api-2.md", cancelPage(PRICE, PRICE.replace("          format: int64\n", "")));
    expect(diff({ spec, from }).findings.filter(({ kind }) => kind === "page changed")).toEqual([]);
    expect((await pull({ spec, from })).changes).toEqual([]);
  });

  test("for a page in the snapshot, which `pages diff` compares with the contract only", async () => {
    const spec = smallSpec();
    await pull({ spec, from: saved("api-2.md", CANCEL_PAGE) });
    expect(diff({ spec }).findings).toEqual([]);
  });

  test("at a place where the page differs from the contract", async () => {
    const after = cancelPage(PRICE, "          type: string\n          title: price\n");
    const { findings, changes } = await reported({ contract: [], before: CANCEL_PAGE, after });
    expect(findings).toMatchObject([{ kind: "type", place: "response/data/price" }]);
    expect(changes).toEqual([]);
  });

  test("at a place with a stale acceptance, or where a field got another name", async () => {
    const stale = await reported({
      contract: [accepting(["price", "format", "int64"])],
      before: CANCEL_PAGE,
      after: cancelPage(PRICE, PRICE.replace("          format: int64\n", "")),
    });
    expect(stale.findings).toMatchObject([{ kind: "stale acceptance", place: "response/data/price" }]);
    expect(stale.changes).toEqual([]);
    const after = CANCEL_PAGE.replaceAll("price:", "priceFen:");
    const renamed = await reported({ contract: [], before: CANCEL_PAGE, after });
    expect(renamed.findings).toMatchObject([{ kind: "renamed", place: "response/data/priceFen" }]);
    expect(renamed.changes).toEqual([]);
  });
});

test("the commands print one line per change", async () => {
  const spec = smallSpec();
  await pull({ spec, from: saved("api-2.md", CANCEL_PAGE) });
  const from = saved("api-2.md", cancelPage(PRICE, PRICE.replace("          format: int64\n", "")));
  const line =
    /^page changed {2}documentation {2}shop\.orders\.cancel: The format of `response\/data\/price` \(int64 before, none now\) changed on the page; the contract allows it\. {2}\S+:\d+ {2}↔ {2}\S+Order\.yaml:\d+$/m;
  const compared = await pandapon(["pages", "diff", "--spec", spec, "--from", ...from]);
  expect(compared).toMatchObject({ code: 1, stderr: "" });
  expect(compared.stdout).toMatch(line);
  expect(compared.stdout).toMatch(/^1 difference: 0 breaking, 0 additive, 1 documentation\. /m);
  const report = await pandapon(["pages", "diff", "--spec", spec, "--from", ...from, "--markdown"]);
  expect(report.stdout).toContain("| page changed |");
  const pulled = await pandapon(["pages", "pull", "--spec", spec, "--from", ...from]);
  expect(pulled).toMatchObject({ code: 0, stderr: "" });
  expect(pulled.stdout).toMatch(line);
  expect(pulled.stdout).toMatch(/^1 page written, 0 gone, 0 unchanged\. /m);
});
